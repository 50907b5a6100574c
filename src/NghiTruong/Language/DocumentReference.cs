using System.Text.RegularExpressions;

namespace NghiTruong.Language;

/// <summary>
/// Number and notation of an official document, with its date where written: <c>21/UBND-VP ngày 13/10/2026</c>, <c>14/2025/NQ-HĐND</c>, and in the
/// style of the Party <c>15-ĐA/TU</c> (number, kind, organ).
/// </summary>
/// <param name="Number">The number as written, leading zeros kept: <c>05</c>, <c>21a</c>.</param>
/// <param name="Notation">What follows the number: <c>UBND-VP</c>, <c>NQ-HĐND</c>, <c>ĐA/TU</c>.</param>
/// <param name="YearInNumber">The year between number and notation of a normative document.</param>
public sealed partial record DocumentReference(string Number, string Notation, int? YearInNumber, DateOnly? Date)
{
    // Organs that issue in the name of the Party: the Central Committee, Politburo, Secretariat, the committees of province, former district and commune, cells.
    private static readonly HashSet<string> PartyOrgans = new(StringComparer.Ordinal)
    {
        "tw", "twd", "bct", "bbt", "bch", "bchtw", "tu", "hu", "qu", "du", "thu", "duk", "bcsd", "cb",
    };

    // Offices and boards of a Party committee write their own name before the committee's: VPTU, BTCĐU, UBKTTW.
    private static readonly string[] PartyOffices = ["vp", "btc", "btg", "btgdv", "bdv", "bnc", "ubkt", "bcd", "bkt"];

    // Whatever the style of the number, these can only be the Party's.
    private static readonly HashSet<string> PartyCommittees = new(StringComparer.Ordinal) { "tw", "tu", "du", "hu", "qu" };

    public bool IsPartyStyle { get; private init; }

    /// <summary>Whether a Party body issued it (<c>-NQ/TU</c>, <c>-TB/ĐU</c>, <c>-CV/HU</c>): only number, title and date of such a document may be kept.</summary>
    public bool IsOfParty
    {
        get
        {
            var segments = VietnameseText.FoldLetters(Notation[(Notation.LastIndexOf('/') + 1)..]).Split('-');

            return IsPartyStyle ? segments.Any(IsPartyOrgan) : segments.Length > 1 && PartyCommittees.Contains(segments[^1]);
        }
    }

    /// <summary>Finds the first reference in a line such as <c>Công văn số 21/UBND-VP ngày 13/10/2026 của UBND xã</c>.</summary>
    public static bool TryParse(string? text, out DocumentReference reference)
    {
        reference = new DocumentReference("", "", null, null);
        if (string.IsNullOrWhiteSpace(text) || text.Length > 2000)
        {
            return false;
        }

        var composed = VietnameseText.Nfc(text);
        var state = StateStyle().Match(composed);
        var party = PartyStyle().Match(composed);
        var isParty = party.Success && (!state.Success || party.Index < state.Index);
        var match = isParty ? party : state;
        if (!match.Success)
        {
            return false;
        }

        reference = new DocumentReference(
            match.Groups["number"].Value,
            isParty ? $"{match.Groups["kind"].Value}/{match.Groups["organ"].Value}" : match.Groups["notation"].Value,
            match.Groups["year"].Success ? int.Parse(match.Groups["year"].ValueSpan) : null,
            DateAfter(composed[(match.Index + match.Length)..])) { IsPartyStyle = isParty };

        return true;
    }

    /// <summary>The reference as documents print it, without the date.</summary>
    public override string ToString() =>
        IsPartyStyle ? $"{Number}-{Notation}" : YearInNumber is { } year ? $"{Number}/{year}/{Notation}" : $"{Number}/{Notation}";

    private static DateOnly? DateAfter(string rest)
    {
        var match = FollowingDate().Match(rest);

        return match.Success && OfficialDate.TryParse(match.Groups["date"].Value, out var date) ? date : null;
    }

    private static bool IsPartyOrgan(string organ) =>
        PartyOrgans.Contains(organ)
        || PartyOffices.Any(office => organ.StartsWith(office, StringComparison.Ordinal) && PartyOrgans.Contains(organ[office.Length..]));

    [GeneratedRegex(@"(?<![\p{L}\p{N}/.-])(?<number>[0-9]{1,6}[a-zđ]?)\s?/\s?((?<year>(19|20)[0-9]{2})\s?/\s?)?(?<notation>\p{Lu}[\p{L}0-9]*(\s?[-–.&]\s?\p{Lu}[\p{L}0-9]*)*)", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex StateStyle();

    [GeneratedRegex(@"(?<![\p{L}\p{N}/.-])(?<number>[0-9]{1,6}[a-zđ]?)\s?[-–]\s?(?<kind>\p{Lu}[\p{L}]*)\s?/\s?(?<organ>\p{Lu}[\p{L}]*(-\p{Lu}[\p{L}0-9]*)*)", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex PartyStyle();

    [GeneratedRegex(@"^[\s,;(]*(?<date>([Nn]gày\s*)?[0-9]{1,2}(\s*[/.\-–]\s*[0-9]{1,2}\s*[/.\-–]\s*[0-9]{2,4}|\s*tháng\s*[0-9]{1,2}\s*,?\s*năm\s*[0-9]{4}))(?![0-9])", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex FollowingDate();
}
