using System.Globalization;
using System.Text.RegularExpressions;
using NghiTruong.Language;

namespace NghiTruong.Verification.Checks;

/// <summary>
/// Number and notation, place and date as Decree 30/2020/NĐ-CP wants them: a normative resolution carries the year (<c>14/2026/NQ-HĐND</c>), another does not
/// (<c>12/NQ-HĐND</c>); days below 10 and the months 1 and 2 take a zero. Room left for the hand is right in a draft.
/// </summary>
internal static partial class FormCheck
{
    public static IEnumerable<DraftWarning> Check(Draft draft, CheckGround ground) =>
        draft.IsResolution ? Numbers(draft, ground).Concat(Dates(draft)) : [];

    /// <summary>The day of the date line, where it is written out; else null.</summary>
    public static DateOnly? DayOf(Draft draft) => draft.Head
        .Where(p => !Draft.IsBasis(p))
        .Select(p => DateLine().Match(p.Folded))
        .Where(m => m.Success)
        .Select(m => OfficialDate.TryParse(m.Groups["date"].Value, out var day) ? day : (DateOnly?)null)
        .FirstOrDefault(day => day is not null);

    private static IEnumerable<DraftWarning> Numbers(Draft draft, CheckGround ground)
    {
        if (draft.Head.FirstOrDefault(p => PartsCheck.NumberLine().IsMatch(p.Folded)) is not { } p || NumberLine().Match(p.Text) is not { Success: true } line)
        {
            yield break;
        }

        var quote = line.Groups["all"].Value.Trim();
        var (year, notation) = (line.Groups["year"].Value, Tidy(line.Groups["notation"].Value));
        if (notation != "NQ-HĐND")
        {
            yield return new DraftWarning("notation", Grounds.Number, p.Number, quote, line.Groups["notation"].Value.Trim());
        }
        else if (year.Length is > 0 and < 4)
        {
            yield return new DraftWarning("numberYearShort", Grounds.Number, p.Number, quote, year);
        }
        else if (year.Length == 4 && DayOf(draft) is { } day && day.Year.ToString(CultureInfo.InvariantCulture) != year)
        {
            yield return new DraftWarning("numberYearDiffers", Grounds.Number, p.Number, quote, year, day.Year);
        }
        else if (year.Length == 0 && line.Groups["number"].Success && !line.Groups["open"].Success && (ground.IsNormative ?? CitesLawmaking(draft)))
        {
            yield return new DraftWarning("numberWithoutYear", Grounds.Number, p.Number, quote);
        }
        else if (year.Length == 4 && ground.IsNormative == false)
        {
            yield return new DraftWarning("numberWithYear", Grounds.Number, p.Number, quote);
        }
    }

    /// <summary>Only a normative resolution rests on the law on the promulgation of legal documents.</summary>
    private static bool CitesLawmaking(Draft draft) => draft.Bases.Any(p => Lawmaking().IsMatch(p.Folded));

    private static string Tidy(string notation) => Dashes().Replace(notation.Replace('Ð', 'Đ'), "-").Trim().TrimEnd('.', ',', ';');

    private static IEnumerable<DraftWarning> Dates(Draft draft)
    {
        foreach (var p in draft.Head.Where(p => !Draft.IsBasis(p)))
        {
            if (DateLine().Match(p.Folded) is not { Success: true } m)
            {
                continue;
            }

            var quote = p.Text.Substring(m.Groups["date"].Index, m.Groups["date"].Length);
            if (!OfficialDate.TryParse(m.Groups["date"].Value, out var day))
            {
                yield return new DraftWarning("dateImpossible", Grounds.Form, p.Number, quote, quote);
            }
            else if (!string.Equals(Blanks().Replace(quote, " "), OfficialDate.Long(day), StringComparison.OrdinalIgnoreCase))
            {
                yield return new DraftWarning("dateForm", Grounds.Form, p.Number, quote, quote, OfficialDate.Long(day));
            }

            yield break;
        }
    }

    [GeneratedRegex(@"^\s*(?<all>Số\s*[:：]?\s*(?<number>[0-9]+[a-zđ]?)?[.…_\s]*/\s*((?<year>[0-9]{2,4})\s*/\s*|(?<open>[.…_\s]+)/\s*)?(?<notation>[\p{L}.&]+(\s?[-‐‑‒–—−/]\s?[\p{L}.&]+)*))", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex NumberLine();

    [GeneratedRegex(@",\s*(?<date>ngay\s+[0-9]{1,2}\s+thang\s+[0-9]{1,2}\s+nam\s+[0-9]{4}|(ngay\s+)?[0-9]{1,2}\s*[/.\-–]\s*[0-9]{1,2}\s*[/.\-–]\s*[0-9]{2,4})\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"luat\s+(sua doi, bo sung mot so dieu cua luat\s+)?ban hanh van ban quy pham phap luat", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Lawmaking();

    [GeneratedRegex(@"\s*[-‐‑‒–—−]\s*", RegexOptions.None, 200)]
    private static partial Regex Dashes();

    [GeneratedRegex(@"\s+", RegexOptions.None, 200)]
    private static partial Regex Blanks();
}
