using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Documents.Word;
using NghiTruong.Language;
using NghiTruong.Refusals;

namespace NghiTruong.Letters;

/// <summary>A Word file to be saved by the person who asked.</summary>
public sealed record WordDocument(string FileName, byte[] Content);

/// <summary>Writes letters as Word: by the office's template where it has one for the kind, else in the house's form of Decree 30/2020.</summary>
public sealed class LetterForms(IDbContextFactory<Db> contexts, FileStore files, FormTexts form, IEnumerable<ILetterContent> kinds)
{
    /// <summary>Words of a draft's abstract in the name of its file.</summary>
    private const int LongestAbout = 10;

    /// <summary>What every document offers to a template.</summary>
    public static IReadOnlyList<string> CommonFields { get; } =
    [
        "SoKyHieu", "So", "KyHieu", "NgayThangNam", "DiaDanh", "CoQuanCapTren", "CoQuanBanHanh", "TenCoQuanBanHanh", "TenCoQuanNhan", "TrichYeu", "NoiDung",
        "HanTraLoi", "ThamQuyenKy", "NguoiKy",
    ];

    /// <returns>The letter as Word; null is "not found". Refusals <c>letter.kindUnknown</c>, <c>template.*</c> when the office's template does not fit any more.</returns>
    public async Task<Result<WordDocument>?> WriteAsync(Guid letterId, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<OfficialLetter>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(l => l.Id == letterId, ct) is not { } letter)
        {
            return null;
        }

        if (kinds.FirstOrDefault(k => k.Kind == letter.Kind) is not { } kind)
        {
            return new Refusal("letter.kindUnknown", null, letter.Kind);
        }

        return await kind.MayReadAsync(db, letter, acting, ct) ? await WriteAsync(db, letter, kind, await kind.ReadAsync(db, letter, ct), ct) : null;
    }

    /// <summary>A letter with these words; it need not be stored.</summary>
    internal async Task<Result<WordDocument>> WriteAsync(Db db, OfficialLetter letter, ILetterContent kind, LetterContent content, CancellationToken ct)
    {
        var day = letter.NumberedOn ?? letter.IssuedOn ?? letter.CreatedAt.VietnamDate;
        var sender = await SenderForm.ReadAsync(db, form, letter.CouncilId, letter.BodyId, day, ct);
        sender = content.ByCouncil ? sender.AsCouncil(form) : sender;
        var document = Compose(letter, content, sender);
        var written = await FillAsync(db, letter.CouncilId, kind, document, content, Common(letter, sender, content), ct);

        return written.IsRefused ? Result<WordDocument>.Refuse(written.Refusals) : new WordDocument(FileNameOf(letter), written.Value);
    }

    /// <summary>One document by the template of the council for its kind, else in the house's form.</summary>
    internal async Task<Result<byte[]>> FillAsync(
        Db db, Guid councilId, IDocumentKind kind, OfficialDocument document, LetterContent content, Dictionary<string, string?> values, CancellationToken ct)
    {
        if (await TemplateAsync(db, councilId, kind.Kind, ct) is { } template)
        {
            await using (template)
            {
                foreach (var (name, value) in content.Values)
                {
                    values[name] = value;
                }

                return WordTemplate.Fill(template, values, content.Tables);
            }
        }

        using var output = new MemoryStream();
        WordWriter.Write(document, output);

        return output.ToArray();
    }

    private async Task<Stream?> TemplateAsync(Db db, Guid councilId, string kind, CancellationToken ct)
    {
        var file = await (
            from template in db.Set<LetterTemplate>().AsNoTracking()
            join use in db.Set<FileUse>().AsNoTracking() on template.FileUseId equals use.Id
            join stored in db.Set<StoredFile>().AsNoTracking() on use.FileId equals stored.Id
            where template.CouncilId == councilId && template.Kind == kind
            select stored).FirstOrDefaultAsync(ct);

        return file is null ? null : await files.OpenAsync(file, ct);
    }

    private OfficialDocument Compose(OfficialLetter letter, LetterContent content, SenderForm sender)
    {
        var head = sender.Head(letter.Number, letter.Notation ?? form["form.notation"], DateOf(letter));

        return new OfficialDocument
        {
            Letterhead = head with
            {
                Subject = content.Title is null ? letter.Abstract : null,
                DraftMark = letter.State is LetterState.Draft or LetterState.Discarded ? form["form.draft"] : null,
            },
            Title = content.Title,
            Addressees = content.Title is null ? [form.Unfold(letter.RecipientName)] : [],
            Body = content.Body,
            // A resolution is certified by the chair, whoever signs for the body that drafted it.
            Signatures = [sender.Signature with { Signer = content.ByCouncil && !letter.IsRecordedAfterwards ? sender.Signer : letter.SignerName ?? sender.Signer }],
            Recipients = [.. content.Title is null ? [form["form.asAbove"]] : Array.Empty<string>(), .. content.AlsoTo, form["form.archive"]],
            Annexes = content.Annexes,
        };
    }

    private Dictionary<string, string?> Common(OfficialLetter letter, SenderForm sender, LetterContent content) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["SoKyHieu"] = letter.FullNumber,
        ["So"] = letter.Number,
        ["KyHieu"] = letter.Notation,
        ["NgayThangNam"] = DateOf(letter).ToString(),
        ["DiaDanh"] = sender.Place,
        ["CoQuanCapTren"] = sender.UpperOrgan,
        ["CoQuanBanHanh"] = sender.Organ,
        ["TenCoQuanBanHanh"] = sender.OrganInText,
        ["TenCoQuanNhan"] = form.Unfold(letter.RecipientName),
        ["TrichYeu"] = letter.Abstract,
        ["NoiDung"] = string.Join('\n', content.Body.OfType<ParagraphBlock>().Select(p => string.Concat(p.Spans.Select(s => s.Text)))),
        ["HanTraLoi"] = form.Day(letter.AnswerDueOn),
        ["ThamQuyenKy"] = string.Join('\n', sender.SignatureLines),
        ["NguoiKy"] = letter.SignerName ?? sender.Signer,
    };

    /// <summary>The day of the document stands once it has its number; until then room is left for the hand.</summary>
    private static WrittenDate DateOf(OfficialLetter letter) =>
        (letter.NumberedOn ?? letter.IssuedOn) is { } day ? WrittenDate.Of(day) : WrittenDate.Open(letter.CreatedAt.VietnamDate.Year);

    private static string FileNameOf(OfficialLetter letter)
    {
        // A draft has no number yet: what it is about tells it from the others of the day.
        string[] words = VietnameseText.Fold(letter.Abstract).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var about = string.Join('-', words.Select(w => string.Concat(w.Where(char.IsAsciiLetterOrDigit))).Where(w => w.Length > 0).Take(LongestAbout));
        var name = letter.FullNumber?.Replace('/', '-') ?? string.Create(CultureInfo.InvariantCulture, $"du-thao-{letter.CreatedAt.VietnamDate:yyyy-MM-dd}-{about}").TrimEnd('-');

        return $"{name}.docx";
    }
}
