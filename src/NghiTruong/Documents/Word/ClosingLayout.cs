using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace NghiTruong.Documents.Word;

/// <summary>Lays out recipients and signatures: side by side for one signature, several signatures in a row with the recipients below.</summary>
internal static class ClosingLayout
{
    /// <summary>Room for signature and seal, in points: a seal is 36 mm wide and laps over a third of the signature.</summary>
    private const double SealRoom = 78;

    public static IEnumerable<OpenXmlElement> Of(OfficialDocument document, double textWidth)
    {
        if (document.Signatures.Count == 0 && document.Recipients.Count == 0)
        {
            yield break;
        }

        yield return Wml.Gap(6);
        if (document.Signatures.Count <= 1)
        {
            var left = textWidth * 0.46;
            yield return Wml.SideBySide(
                [left, textWidth - left],
                [[.. NeverEmpty(Recipients(document.Recipients))], [.. NeverEmpty(document.Signatures.SelectMany(Signed))]]);
            yield break;
        }

        double[] widths = [.. document.Signatures.Select(_ => textWidth / document.Signatures.Count)];
        yield return Wml.SideBySide(widths, [.. document.Signatures.Select(signature => Signed(signature).ToArray())]);
        foreach (var recipient in Recipients(document.Recipients))
        {
            yield return recipient;
        }
    }

    private static IEnumerable<OpenXmlElement> Recipients(IReadOnlyList<string> recipients)
    {
        if (recipients.Count == 0)
        {
            yield break;
        }

        yield return Wml.Paragraph(WordStyles.Head, Wml.Run(DecreeForm.Recipients, DecreeForm.RecipientsHeadingSize, bold: true, italic: true));
        for (var at = 0; at < recipients.Count; at++)
        {
            var mark = at == recipients.Count - 1 ? '.' : ';';
            var line = Wml.Paragraph(WordStyles.Head, Wml.Run($"- {recipients[at].TrimEnd('.', ';')}{mark}", DecreeForm.RecipientsSize));
            line.ParagraphProperties!.Indentation = new W.Indentation { Left = Wml.TwipsText(2.3), Hanging = Wml.TwipsText(2.3) };
            yield return line;
        }
    }

    private static IEnumerable<OpenXmlElement> Signed(Signature signature)
    {
        foreach (var line in signature.Lines)
        {
            yield return Centred(line.ToString());
        }

        yield return Wml.Gap(SealRoom);
        yield return Centred(signature.Signer ?? "");
    }

    private static W.Paragraph Centred(string text) =>
        Wml.Paragraph(WordStyles.Head, Wml.Run(text, DecreeForm.BodySize, bold: true)).Aligned(TextAlign.Centre);

    private static IEnumerable<OpenXmlElement> NeverEmpty(IEnumerable<OpenXmlElement> cell) =>
        cell.DefaultIfEmpty(Wml.Paragraph(WordStyles.Head));
}
