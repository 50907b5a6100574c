using NghiTruong.Documents.Uploads;
using NghiTruong.Documents.Word;
using NghiTruong.Language;
using NghiTruong.Refusals;

namespace NghiTruong.Documents.Files;

/// <summary>
/// What may not come in at all: texts and files marked Mật, Tối mật, Tuyệt mật (Law 117/2025/QH15: not on a system joined to the internet), and papers that a body of
/// the Party issued. Reads names, typed texts and Word files; a scan shows its mark to people only.
/// </summary>
public static class Secrets
{
    /// <summary>A document names its issuer and number in its head.</summary>
    private const int HeadParagraphs = 15;

    /// <returns><c>file.secret</c> at the field, naming the mark, or null.</returns>
    public static Refusal? InText(string? text, string? field = null) =>
        text is not null && SecrecyMark.Find(text) is { } mark ? new Refusal("text.secret", field, mark.Words) : null;

    public static Refusal? InFile(Stream content, Upload upload)
    {
        // File names glue their words together: "CV-MẬT_12.pdf".
        var name = Path.GetFileNameWithoutExtension(upload.FileName).Replace('_', ' ').Replace('-', ' ').Replace('.', ' ');
        if (SecrecyMark.Find(name) is { } named)
        {
            return new Refusal("file.secret", null, named.Words);
        }

        if (upload.Kind != FileKind.Docx)
        {
            return null;
        }

        var read = WordText.Paragraphs(content);
        content.Position = 0;

        return read.IsRefused ? read.Refusals[0] : InWord(read.Value);
    }

    private static Refusal? InWord(IReadOnlyList<TextParagraph> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            if (SecrecyMark.Find(paragraph.Text) is { } mark)
            {
                return new Refusal("file.secret", null, mark.Words);
            }
        }

        return paragraphs
            .Take(HeadParagraphs)
            .Where(p => p.Text.StartsWith("Số", StringComparison.OrdinalIgnoreCase))
            .Select(p => FileUses.PartyRefusal(p.Text, hasFile: true))
            .FirstOrDefault(refusal => refusal is not null);
    }
}
