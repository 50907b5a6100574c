using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace NghiTruong.Documents.Word;

/// <summary>Lays out the head of the first page: organs left, national motto right, number and date below, marks in frames, then title and addressees.</summary>
internal static class LetterheadLayout
{
    private const double FramePadding = 8;

    public static IEnumerable<OpenXmlElement> Head(Letterhead head)
    {
        var right = DecreeForm.TextWidth(landscape: false) - DecreeForm.OrganWidth;
        yield return Wml.SideBySide(
            [DecreeForm.OrganWidth, right],
            [[.. Organs(head)], [.. Motto(right)]],
            [[.. Number(head)], [Place(head)]]);
    }

    /// <summary>Kind, abstract, the line below them and, for a resolution, the deciding body.</summary>
    public static IEnumerable<OpenXmlElement> Title(DocumentTitle title, double size, double textWidth)
    {
        yield return Wml.Paragraph(WordStyles.Title, Wml.Run(title.Kind)).Spaced(18, 0);
        if (title.Abstract is { } subject)
        {
            var longest = subject.Split('\n').Max(line => TimesWidth.Millimetres(line, size));
            yield return Wml.Paragraph(WordStyles.Title, Wml.Run(subject));
            yield return Wml.Line(Math.Min(longest, textWidth) * 0.4, textWidth).Spaced(3, 0).KeptWithNext();
        }

        if (title.DecidingBody is { } body)
        {
            yield return Wml.Paragraph(WordStyles.Title, Wml.Run(body)).Spaced(12, 0);
        }

        yield return Wml.Gap(12);
    }

    public static IEnumerable<OpenXmlElement> Addressees(IReadOnlyList<string> addressees)
    {
        if (addressees is [var one])
        {
            yield return Wml.Paragraph(WordStyles.Title, Wml.Run($"{DecreeForm.Addressees} {one}").Light()).Spaced(18, 12);
            yield break;
        }

        yield return Indented(DecreeForm.Addressees, 35, 0).Spaced(18, 3).KeptWithNext();
        for (var at = 0; at < addressees.Count; at++)
        {
            var last = at == addressees.Count - 1;
            yield return Indented($"- {addressees[at]}{(last ? '.' : ';')}", 58, 3).Spaced(0, last ? 12 : 3);
        }
    }

    private static IEnumerable<OpenXmlElement> Organs(Letterhead head)
    {
        if (head.UpperOrgan is { } upper)
        {
            yield return Centred(Wml.Run(string.Join('\n', DecreeForm.OrganLines(upper))));
        }

        var lines = DecreeForm.OrganLines(head.Organ);
        var longest = Math.Min(lines.Max(line => TimesWidth.Millimetres(line, DecreeForm.HeadSize)), DecreeForm.OrganWidth);
        yield return Centred(Wml.Run(string.Join('\n', lines), bold: true));
        yield return Wml.Line(longest * 0.45, DecreeForm.OrganWidth).Spaced(2, 0);
    }

    private static IEnumerable<OpenXmlElement> Motto(double width)
    {
        yield return Centred(Wml.Run(DecreeForm.Nation, bold: true));
        yield return Centred(Wml.Run(DecreeForm.Motto, DecreeForm.MottoSize, bold: true));
        yield return Wml.Line(TimesWidth.Millimetres(DecreeForm.Motto, DecreeForm.MottoSize), width).Spaced(2, 0);
    }

    private static IEnumerable<OpenXmlElement> Number(Letterhead head)
    {
        yield return Centred(Wml.Run(DecreeForm.NumberLabel + head.NumberAndNotation)).Spaced(4, 0);
        if (head.Subject is { } subject)
        {
            yield return Centred(Wml.Run(DecreeForm.SubjectLabel + subject, DecreeForm.SubjectSize)).Spaced(6, 0);
        }

        if (DecreeForm.Mark(head.Urgency) is { } urgency)
        {
            foreach (var part in Framed(urgency))
            {
                yield return part;
            }
        }

        if (head.DraftMark is { } draft)
        {
            foreach (var part in Framed(draft))
            {
                yield return part;
            }
        }
    }

    private static W.Paragraph Place(Letterhead head) => Centred(Wml.Run($"{head.Place}, {head.Date}", italic: true)).Spaced(4, 0);

    private static IEnumerable<W.Paragraph> Framed(string mark)
    {
        var side = Wml.TwipsText((DecreeForm.OrganWidth - TimesWidth.Millimetres(mark, DecreeForm.HeadSize) - FramePadding) / 2);
        var frame = Centred(Wml.Run(mark, bold: true));
        frame.ParagraphProperties!.Indentation = new W.Indentation { Left = side, Right = side };
        frame.ParagraphProperties.ParagraphBorders = new W.ParagraphBorders
        {
            TopBorder = Border<W.TopBorder>(),
            LeftBorder = Border<W.LeftBorder>(),
            BottomBorder = Border<W.BottomBorder>(),
            RightBorder = Border<W.RightBorder>(),
        };

        return [Wml.Gap(9), frame];
    }

    private static T Border<T>()
        where T : W.BorderType, new() => new() { Val = W.BorderValues.Single, Size = 6, Space = 2, Color = "auto" };

    private static W.Paragraph Centred(W.Run run) => Wml.Paragraph(WordStyles.Head, run).Aligned(TextAlign.Centre);

    private static W.Run Light(this W.Run run)
    {
        run.RunProperties = new W.RunProperties(new W.Bold { Val = false });

        return run;
    }

    private static W.Paragraph Indented(string text, double left, double hanging)
    {
        var paragraph = Wml.Paragraph(WordStyles.Body, Wml.Run(text)).Aligned(TextAlign.Left);
        paragraph.ParagraphProperties!.Indentation = hanging > 0
            ? new W.Indentation { Left = Wml.TwipsText(left), Hanging = Wml.TwipsText(hanging) }
            : new W.Indentation { Left = Wml.TwipsText(left), FirstLine = "0" };

        return paragraph;
    }
}
