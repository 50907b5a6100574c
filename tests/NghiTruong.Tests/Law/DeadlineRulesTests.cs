using NghiTruong.Law;
using Xunit;

namespace NghiTruong.Tests.Law;

public sealed class DeadlineRulesTests
{
    private static readonly Guid Mine = Guid.CreateVersion7();
    private static readonly DateOnly Today = new(2026, 11, 5);

    [Fact]
    public void The_councils_own_value_wins_over_the_tiers_and_the_tiers_over_the_general_one()
    {
        DeadlineRuleRow[] rows = [Row(30), Row(20) with { Tier = "Commune" }, Row(10) with { CouncilId = Mine }];

        Assert.Equal(10, DeadlineRules.Pick(rows, "X", "Commune", Mine, Today)!.Terms.Days);
        Assert.Equal(20, DeadlineRules.Pick(rows, "X", "Commune", Guid.CreateVersion7(), Today)!.Terms.Days);
        Assert.Equal(30, DeadlineRules.Pick(rows, "X", "Province", null, Today)!.Terms.Days);
        Assert.Null(DeadlineRules.Pick(rows, "Y", "Province", null, Today));
    }

    [Theory]
    [InlineData("2026-02-28", 30)]
    [InlineData("2026-03-01", 15)]
    [InlineData("2026-12-31", 15)]
    [InlineData("2027-01-01", null)]
    public void A_rule_is_in_force_from_its_first_to_its_last_day(string on, int? days)
    {
        DeadlineRuleRow[] rows =
        [
            Row(30) with { ValidUntil = new DateOnly(2026, 2, 28) },
            Row(15) with { ValidFrom = new DateOnly(2026, 3, 1), ValidUntil = new DateOnly(2026, 12, 31) },
        ];

        Assert.Equal(days, DeadlineRules.Pick(rows, "X", null, null, DateOnly.Parse(on))?.Terms.Days);
    }

    [Fact]
    public void Where_two_values_hold_the_later_one_wins_whatever_their_order()
    {
        DeadlineRuleRow[] rows = [Row(15) with { ValidFrom = Today }, Row(30), Row(20) with { ValidFrom = Today.AddDays(-9) }];

        Assert.Equal(15, DeadlineRules.Pick(rows, "X", null, null, Today)!.Terms.Days);
        Assert.Equal(15, DeadlineRules.Pick(rows.Reverse(), "X", null, null, Today)!.Terms.Days);
    }

    [Fact]
    public void A_councils_value_that_has_ended_gives_way()
    {
        DeadlineRuleRow[] rows = [Row(30), Row(10) with { CouncilId = Mine, ValidUntil = Today.AddDays(-1) }];

        Assert.Equal(30, DeadlineRules.Pick(rows, "X", "Commune", Mine, Today)!.Terms.Days);
    }

    [Theory]
    [InlineData("PETITION_ANSWER", 30, DayType.Calendar, DeadlineDirection.After, false)]
    [InlineData("PETITION_SUMMARY_BEFORE_SESSION", 30, DayType.Calendar, DeadlineDirection.Before, true)]
    [InlineData("URGING_REPLY", 7, DayType.Calendar, DeadlineDirection.After, true)]
    [InlineData("REMINDER_FIRST", 15, DayType.Working, DeadlineDirection.Before, true)]
    [InlineData("REMINDER_DUE", 0, DayType.Working, DeadlineDirection.After, false)]
    [InlineData("EXPLANATION", 15, DayType.Calendar, DeadlineDirection.After, true)]
    [InlineData("EXPLANATION_COMPLEX", 30, DayType.Calendar, DeadlineDirection.After, true)]
    public void The_catalogue_ships_the_terms_petitions_need(string code, int days, DayType type, DeadlineDirection direction, bool isChecked)
    {
        var row = DeadlineRules.Pick(DeadlineRuleCatalogue.Rows, code, "Commune", null, Today)!;

        Assert.Equal((days, type, direction, isChecked), (row.Terms.Days, row.Terms.DayType, row.Terms.Direction, row.Checked));
    }

    [Fact]
    public void Papers_for_verification_go_out_earlier_in_a_province_than_in_a_commune()
    {
        int Days(string tier) => DeadlineRules.Pick(DeadlineRuleCatalogue.Rows, "SESSION_PAPERS_FOR_VERIFICATION", tier, null, Today)!.Terms.Days;

        Assert.Equal((15, 10), (Days("Province"), Days("Commune")));
    }

    [Fact]
    public void A_rule_of_the_former_law_was_checked_then_and_is_a_default_now()
    {
        bool Checked(DateOnly on) => DeadlineRules.Pick(DeadlineRuleCatalogue.Rows, "QUESTION_WRITTEN_ANSWER", null, null, on)!.Checked;

        Assert.True(Checked(new DateOnly(2026, 2, 28)));
        Assert.False(Checked(new DateOnly(2026, 3, 1)));
    }

    [Fact]
    public void No_two_rows_of_the_catalogue_hold_for_the_same_place_and_day() => Assert.All(
        DeadlineRuleCatalogue.Rows.GroupBy(r => (r.Code, r.Tier)),
        group => Assert.All(group, row => Assert.Single(group, other => other.IsValidOn(row.ValidFrom ?? DateOnly.MinValue))));

    [Fact]
    public void Every_row_of_the_catalogue_has_names_and_a_basis() => Assert.All(
        DeadlineRuleCatalogue.Rows,
        row => Assert.All([row.NameVietnamese, row.NameEnglish, row.LegalBasis], text => Assert.Equal(text.Trim().Normalize(), text is "" ? "?" : text)));

    private static DeadlineRuleRow Row(int days) =>
        new("X", null, null, new DeadlineTerms(days, DayType.Calendar), null, null, "x", "x", "x", Checked: true);
}
