using System.Globalization;

namespace NghiTruong.Law;

/// <summary>
/// A rule of law, or of a council, that sets a term: plain data with its legal basis and validity. Null <paramref name="Tier"/> means every tier,
/// null <paramref name="CouncilId"/> every council, null dates no bound; both dates belong to the validity.
/// </summary>
/// <param name="Tier">Name of the tier (<c>Province</c>, <c>District</c>, <c>Commune</c>); this floor does not know councils.</param>
/// <param name="LegalBasis">In Vietnamese, as it is cited.</param>
/// <param name="Checked">Whether the number was read in the text cited; otherwise shown as "chưa đối chiếu".</param>
public sealed record DeadlineRuleRow(
    string Code,
    string? Tier,
    Guid? CouncilId,
    DeadlineTerms Terms,
    DateOnly? ValidFrom,
    DateOnly? ValidUntil,
    string NameVietnamese,
    string NameEnglish,
    string LegalBasis,
    bool Checked)
{
    public bool IsValidOn(DateOnly day) => (ValidFrom is not { } from || from <= day) && (ValidUntil is not { } until || day <= until);

    public string NameIn(CultureInfo language) => language.TwoLetterISOLanguageName == "en" ? NameEnglish : NameVietnamese;
}

/// <summary>The choice of the rule in force.</summary>
public static class DeadlineRules
{
    /// <summary>The council's own value wins over the tier's, the tier's over the general one; among equals the latest to come into force. Null: no rule is in force.</summary>
    public static DeadlineRuleRow? Pick(IEnumerable<DeadlineRuleRow> rows, string code, string? tier, Guid? councilId, DateOnly on)
    {
        DeadlineRuleRow? best = null;
        foreach (var row in rows)
        {
            if (row.Code == code && row.IsValidOn(on) && Reaches(row, tier, councilId) && (best is null || Rank(row).CompareTo(Rank(best)) > 0))
            {
                best = row;
            }
        }

        return best;
    }

    private static bool Reaches(DeadlineRuleRow row, string? tier, Guid? councilId) =>
        row.CouncilId is { } owner ? owner == councilId : row.Tier is null || row.Tier == tier;

    private static (int Place, DateOnly Since) Rank(DeadlineRuleRow row) =>
        (row.CouncilId is not null ? 2 : row.Tier is not null ? 1 : 0, row.ValidFrom ?? DateOnly.MinValue);
}
