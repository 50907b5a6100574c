using System.Text.RegularExpressions;
using NghiTruong.Language;

namespace NghiTruong.Verification.Checks;

/// <summary>
/// Legal bases that have lost force on the day, by number (<c>87/2015/QH13</c>, with whatever dashes and blanks) or by title and day of issue
/// (<c>Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015</c>). A document named only as replaced or repealed is history and not a basis.
/// </summary>
internal sealed partial class LegalBasisCheck
{
    private readonly CheckGround _ground;
    private readonly Dictionary<string, LegalDocumentRow> _byNumber = new(StringComparer.Ordinal);
    private readonly List<(Regex Pattern, LegalDocumentRow Row)> _byTitle = [];

    public LegalBasisCheck(CheckGround ground)
    {
        _ground = ground;
        foreach (var row in ground.Register)
        {
            _byNumber[LegalNumber.KeyOf(row.Number)] = row;
        }

        _byTitle.AddRange(
            from row in _byNumber.Values
            where row is { IssuedOn: not null, Title.Length: > 8 } && LostForceOn(row) is not null
            select (TitlePattern(row), row));
    }

    public IEnumerable<DraftWarning> Check(Draft draft) => draft.Bases.SelectMany(Check);

    /// <summary>The first day without force; of a document whose replacement alone is known, the day that one came.</summary>
    private DateOnly? LostForceOn(LegalDocumentRow row) =>
        row.ExpiredOn ?? (row.ReplacedBy is { } by && _byNumber.GetValueOrDefault(LegalNumber.KeyOf(by)) is { } next ? next.InForceFrom ?? next.IssuedOn : null);

    private IEnumerable<DraftWarning> Check(DraftParagraph p)
    {
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (Match m in LegalNumber.Pattern().Matches(p.Text))
        {
            if (_byNumber.GetValueOrDefault(LegalNumber.KeyOf(m.Value)) is { } row && Warn(p, row, m.Index, m.Length) is { } warning && told.Add(row.Number))
            {
                yield return warning;
            }
        }

        foreach (var (pattern, row) in _byTitle)
        {
            if (!told.Contains(row.Number) && pattern.Match(p.Folded) is { Success: true } m && Warn(p, row, m.Index, m.Length) is { } warning && told.Add(row.Number))
            {
                yield return warning;
            }
        }
    }

    private DraftWarning? Warn(DraftParagraph p, LegalDocumentRow row, int at, int length)
    {
        if (LostForceOn(row) is not { } lost || _ground.On < lost || IsHistory(p.Folded[..at]))
        {
            return null;
        }

        var (from, until) = WithItsKind(p, at, at + length);
        var name = $"{row.Kind} {row.Title}".Trim();
        var basis = row.ReplacedBy is not { } by ? $"{name} số {row.Number}: {row.Source}" : row.Source.Contains(by, StringComparison.Ordinal) ? row.Source : $"{Named(by)}; {row.Source}";
        var code = (row.ReplacedBy is null ? "legalBasisExpired" : "legalBasisReplaced") + (row.Checked ? "" : "Unchecked");

        return new DraftWarning(code, basis, p.Number, p.Text[from..until], name, row.Number, OfficialDate.Short(lost), row.ReplacedBy ?? "");
    }

    private string Named(string number) =>
        _byNumber.GetValueOrDefault(LegalNumber.KeyOf(number)) is { } by ? $"{by.Kind} {by.Title} số {by.Number}" : number;

    /// <summary>"… thay thế Luật số 87/2015/QH13", "… bãi bỏ Nghị quyết số 753/2005/NQ-UBTVQH11": what ended is named, not relied on.</summary>
    private static bool IsHistory(string before) => HistoryWords().IsMatch(before[(before.LastIndexOf(';') + 1)..]);

    /// <summary>From the word that names the kind ("Luật …") up to the number, where it stands close before.</summary>
    private static (int From, int Until) WithItsKind(DraftParagraph p, int at, int until)
    {
        var start = Math.Max(0, at - LongestTitle);
        // "văn bản quy phạm pháp luật" ends in the word too; the kind itself is written with a capital.
        var kinds = KindWords().Matches(p.Folded[start..at]);
        var kind = kinds.LastOrDefault(k => char.IsUpper(p.Text[start + k.Index])) ?? kinds.LastOrDefault();

        return (kind is null ? at : start + kind.Index, until);
    }

    private const int LongestTitle = 160;

    private static Regex TitlePattern(LegalDocumentRow row)
    {
        var words = string.Join(@"\s+", VietnameseText.FoldLetters(row.Title).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape));
        var (day, month, year) = (row.IssuedOn!.Value.Day, row.IssuedOn.Value.Month, row.IssuedOn.Value.Year);
        var date = $@"(\s*\([^)]*\))?\s*,?\s+(ngay\s+0?{day}\s*(thang\s+0?{month}\s*,?\s*nam\s+{year}|[/.\-–]\s*0?{month}\s*[/.\-–]\s*{year})|nam\s+{year})(?![0-9])";

        return new Regex($"{VietnameseText.FoldLetters(row.Kind)}\\s+{words}{date}", RegexOptions.ExplicitCapture, TimeSpan.FromMilliseconds(200));
    }

    [GeneratedRegex(@"(thay the|bai bo|het hieu luc|dinh chi)[^;]{0,80}$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex HistoryWords();

    [GeneratedRegex(@"\b(bo luat|luat|phap lenh|nghi quyet lien tich|nghi quyet|nghi dinh|thong tu|quyet dinh)\b", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex KindWords();
}

/// <summary>Numbers of legal documents as they are compared: <c>30 / 2020/NĐ – CP</c> and <c>30/2020/NÐ-CP</c> are one.</summary>
public static partial class LegalNumber
{
    /// <summary>Upper case without marks and blanks, one kind of dash, no leading zeros.</summary>
    public static string KeyOf(string number)
    {
        var kept = Dashes().Replace(Blanks().Replace(VietnameseText.FoldLetters(VietnameseText.Nfc(number)), ""), "-");

        return kept.TrimStart('0').ToUpperInvariant();
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}/])[0-9]{1,5}\s?/\s?([0-9]{4}\s?/\s?)?\p{Lu}[\p{L}0-9]*(\s?[-‐‑‒–—−/]\s?\p{Lu}[\p{L}0-9]*)*", RegexOptions.ExplicitCapture, 200)]
    internal static partial Regex Pattern();

    [GeneratedRegex(@"\s+", RegexOptions.None, 200)]
    private static partial Regex Blanks();

    [GeneratedRegex("[-‐‑‒–—−]", RegexOptions.None, 200)]
    private static partial Regex Dashes();
}
