using System.Globalization;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Refusals;
using NghiTruong.Texts;

namespace NghiTruong.Letters;

/// <summary>A kind of document the house writes, with what a template of the office may ask for. Names are Vietnamese without marks, as offices type them.</summary>
public interface IDocumentKind
{
    /// <summary><c>petitions.forwarding</c>; its name is the text <c>letter.kind.petitions.forwarding</c>.</summary>
    string Kind { get; }

    /// <summary>Fields beyond those every document offers; each is explained by the text <c>letter.field.NAME</c>.</summary>
    IReadOnlyList<string> Fields { get; }

    /// <summary>Tables whose rows repeat, with their columns.</summary>
    IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; }
}

/// <summary>What a room puts into its kind of letter.</summary>
public interface ILetterContent : IDocumentKind
{
    /// <summary>The kind of notice that takes such a letter back.</summary>
    string WithdrawalKind => WithdrawalNotice.KindCode;

    /// <summary>The trích yếu until a clerk writes another.</summary>
    string DefaultAbstract(OfficialLetter? about);

    /// <summary>Whether who may see the letter may read these words too: a room closes what its own rules close.</summary>
    Task<bool> MayReadAsync(Db db, OfficialLetter letter, Acting acting, CancellationToken ct) => Task.FromResult(true);

    /// <summary>What the room has against words a clerk types into such a letter, at their field: it may name nobody who is protected. Null is nothing.</summary>
    Task<Refusal?> WrongWordsAsync(Db db, OfficialLetter letter, string? words, string field, CancellationToken ct) => Task.FromResult<Refusal?>(null);

    Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct);
}

/// <summary>A record a letter deals with: its kind, human code and a line of text.</summary>
public sealed record LetterMatter(string Kind, string Code, string Title);

/// <summary>Tells which records of a room a letter deals with, within what the reader may see of them.</summary>
public interface ILetterMatters
{
    Task<IReadOnlyList<LetterMatter>> OfAsync(Db db, OfficialLetter letter, Acting acting, CancellationToken ct);
}

/// <summary>The words of one letter: for the house's own form, and the same as values for the office's template.</summary>
public sealed record LetterContent
{
    /// <summary>Null for an official letter (công văn).</summary>
    public DocumentTitle? Title { get; init; }

    public required IReadOnlyList<Block> Body { get; init; }

    public IReadOnlyList<Annex> Annexes { get; init; } = [];

    /// <summary>The council itself issues it (a resolution), certified by its chair; else the body of the letter.</summary>
    public bool ByCouncil { get; init; }

    /// <summary>"Nơi nhận" beyond "Lưu: VT", and beyond "Như trên" of an official letter.</summary>
    public IReadOnlyList<string> AlsoTo { get; init; } = [];

    public IReadOnlyDictionary<string, string?> Values { get; init; } = new Dictionary<string, string?>();

    public IReadOnlyDictionary<string, TemplateTable> Tables { get; init; } = new Dictionary<string, TemplateTable>();
}

/// <summary>Words of official documents: always Vietnamese, whatever the language of the screen.</summary>
public sealed class FormTexts(TextTable texts)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    public string this[string code, params object[] values] => string.Format(CultureInfo.InvariantCulture, texts.Find(code, Vietnamese) ?? code, values);

    /// <summary>Names as documents write them: without the abbreviations of lists.</summary>
    public string Unfold(string name) => name
        .Replace("HĐND", this["form.council"], StringComparison.Ordinal)
        .Replace("UBND", this["form.committee"], StringComparison.Ordinal)
        .Replace("MTTQ", this["form.front"], StringComparison.Ordinal);

    public string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Paragraphs as typed, one a line.</summary>
    public static IEnumerable<Block> Paragraphs(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => new ParagraphBlock(line));
}

/// <summary>A letter written by hand.</summary>
internal sealed class GeneralLetter : ILetterContent
{
    public const string KindCode = "letters.general";

    public string Kind => KindCode;

    public IReadOnlyList<string> Fields => [];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>>();

    public string DefaultAbstract(OfficialLetter? about) => "";

    public Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct) =>
        Task.FromResult(new LetterContent { Body = [.. FormTexts.Paragraphs(letter.Text).DefaultIfEmpty(new ParagraphBlock(DecreeForm.Blank))] });
}

/// <summary>Tells the recipient that a letter is withdrawn (thu hồi): it keeps its number, and counts no more.</summary>
internal sealed class WithdrawalNotice(FormTexts form) : ILetterContent
{
    public const string KindCode = "letters.withdrawal";

    public string Kind => KindCode;

    public IReadOnlyList<string> Fields { get; } = ["VanBanThuHoi", "NgayVanBanThuHoi", "LyDoThuHoi"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>>();

    public string DefaultAbstract(OfficialLetter? about) => form["form.withdrawal.abstract", about?.FullNumber ?? DecreeForm.Blank];

    public async Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct)
    {
        var about = await db.Set<OfficialLetter>().FindAsync([letter.AboutLetterId], ct);
        var (number, day, reason) = (about?.FullNumber ?? DecreeForm.Blank, form.Day(about?.IssuedOn), about?.WithdrawnReason ?? DecreeForm.Blank);

        return new LetterContent
        {
            Body =
            [
                .. FormTexts.Paragraphs(letter.Text),
                new ParagraphBlock(form["form.withdrawal.body", number, day, about?.Abstract ?? ""]),
                new ParagraphBlock(form["form.withdrawal.reason", reason]),
                new ParagraphBlock(form["form.withdrawal.close", number]),
            ],
            Values = new Dictionary<string, string?> { ["VanBanThuHoi"] = number, ["NgayVanBanThuHoi"] = day, ["LyDoThuHoi"] = reason },
        };
    }
}
