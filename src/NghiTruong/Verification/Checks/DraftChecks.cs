using NghiTruong.Documents.Files;
using NghiTruong.Documents.Uploads;
using NghiTruong.Documents.Word;
using NghiTruong.Refusals;

namespace NghiTruong.Verification.Checks;

/// <summary>The draft as it was read, and what to look at in it, in the order of the text.</summary>
public sealed record CheckedDraft(string FileName, DateOnly On, IReadOnlyList<TextParagraph> Paragraphs, IReadOnlyList<DraftWarning> Warnings);

/// <summary>Warnings over the Word text of a draft. Pure: knows what it is given and nothing else.</summary>
public static class DraftChecks
{
    /// <summary>About 1,500 printed pages; nobody reads warnings on more.</summary>
    private const int MostParagraphs = 50_000;

    private const int MostCharacters = 4_000_000;

    private static readonly UploadLimits WordOnly = new() { Accept = new HashSet<FileKind> { FileKind.Docx } };

    /// <param name="content">Seekable; hostile until the guard has looked.</param>
    /// <param name="fileName">The claimed name.</param>
    /// <param name="ground">What is known besides; its day gives way to the date line of the draft.</param>
    /// <returns>Refusals <c>file.*</c> (broken, encrypted, macros, a bomb, another kind, marked secret), <c>word.*</c>, <c>verification.draftTooLong</c>, <c>verification.draftEmpty</c>.</returns>
    public static Result<CheckedDraft> Read(Stream content, string fileName, CheckGround ground)
    {
        var upload = UploadGuard.Inspect(content, fileName, WordOnly);
        if (upload.IsRefused)
        {
            return Result<CheckedDraft>.Refuse([.. upload.Refusals.Select(r => r.At("File"))]);
        }

        if (Secrets.InFile(content, upload.Value) is { } secret)
        {
            return secret.At("File");
        }

        var read = WordText.Paragraphs(content);
        if (read.IsRefused)
        {
            return Result<CheckedDraft>.Refuse([.. read.Refusals.Select(r => r.At("File"))]);
        }

        if (read.Value.Count > MostParagraphs || read.Value.Sum(p => (long)p.Text.Length) > MostCharacters)
        {
            return new Refusal("verification.draftTooLong", "File", MostParagraphs);
        }

        return read.Value.Count == 0 ? new Refusal("verification.draftEmpty", "File") : Check(upload.Value.FileName, read.Value, ground);
    }

    /// <summary>The same over paragraphs that were read before.</summary>
    public static CheckedDraft Check(string fileName, IReadOnlyList<TextParagraph> paragraphs, CheckGround ground)
    {
        var draft = Draft.Of(paragraphs);
        var judged = ground with { On = FormCheck.DayOf(draft) ?? ground.On };
        IEnumerable<DraftWarning> warnings =
        [
            .. Revised(draft),
            .. PartsCheck.Check(draft),
            .. FormCheck.Check(draft, judged),
            .. new LegalBasisCheck(judged).Check(draft),
            .. new OldNameCheck(judged).Check(draft),
            .. NumberingCheck.Check(draft),
        ];

        return new CheckedDraft(fileName, judged.On, paragraphs, [.. warnings.OrderBy(w => w.Paragraph)]);
    }

    /// <summary>Tracked changes are told of once, where they begin.</summary>
    private static IEnumerable<DraftWarning> Revised(Draft draft) =>
        from first in draft.Paragraphs.Where(p => p.Source.IsRevised).Take(1)
        select new DraftWarning("trackedChanges", Grounds.Reading, first.Number, first.Opening, draft.Paragraphs.Count(p => p.Source.IsRevised));
}
