using NghiTruong.Schemes;

namespace NghiTruong.Tests.Schemes;

/// <summary>States and sums of figures, as pure rules.</summary>
public sealed class SchemeFigureTests
{
    [Theory]
    [InlineData(18, 18, 100, NodeDirection.Higher, NodeStatus.Reached)]
    [InlineData(17, 18, 100, NodeDirection.Higher, NodeStatus.NotReached)]
    [InlineData(17, 18, 90, NodeDirection.Higher, NodeStatus.Exceeded)]
    [InlineData(1, 20, 5, NodeDirection.Lower, NodeStatus.Reached)]
    [InlineData(1, 21, 5, NodeDirection.Lower, NodeStatus.Exceeded)]
    [InlineData(2, 20, 5, NodeDirection.Lower, NodeStatus.NotReached)]
    [InlineData(0, 0, 100, NodeDirection.Higher, NodeStatus.NoBasis)]
    public void A_share_is_judged_by_the_direction_that_is_better_and_nothing_divided_by_nothing_has_no_state(int part, int whole, int goal, NodeDirection better, NodeStatus expected) =>
        Assert.Equal(expected, SchemeFigures.Judge(new Measured(null, part, whole, "%"), goal, better));

    [Fact]
    public void Without_a_figure_or_a_target_there_is_no_state()
    {
        Assert.Equal(NodeStatus.NoValue, SchemeFigures.Judge(Measured.Nothing, 100, NodeDirection.Higher));
        Assert.Equal(NodeStatus.NoValue, SchemeFigures.Judge(new Measured(5, null, null, "km"), null, NodeDirection.Higher));
    }

    [Fact]
    public void Shares_are_summed_by_their_parts_never_averaged()
    {
        var sum = SchemeFigures.Sum([new Measured(null, 1, 2, "%"), new Measured(null, 98, 98, "%"), new Measured(null, 0, 0, "%"), Measured.Nothing], "%");

        // The average of 50 and 100 would be 75.
        Assert.Equal((99m, 100m, 99m, 3), (sum.Total.Numerator, sum.Total.Denominator, sum.Total.Amount, sum.Counted));
    }

    [Fact]
    public void Figures_in_another_unit_are_told_apart_and_not_added()
    {
        var sum = SchemeFigures.Sum([new Measured(2, null, null, "km"), new Measured(1500, null, null, "m"), new Measured(3, null, null, "km")], "km");

        Assert.Equal((5m, 2, 1), (sum.Total.Value, sum.Counted, sum.OtherUnits));
    }

    [Theory]
    [InlineData("2026", 2026, 0, "2026-12-31")]
    [InlineData("2026-1", 2026, 1, "2026-06-30")]
    [InlineData("2026-2", 2026, 2, "2026-12-31")]
    public void A_period_is_a_year_or_a_half(string key, int year, int half, string last)
    {
        var period = SchemePeriod.Parse(key);

        Assert.Equal(new SchemePeriod(year, half), period);
        Assert.Equal((key, last), (period!.Key, period.Last.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2026-3")]
    [InlineData("26")]
    [InlineData("nay")]
    [InlineData(null)]
    public void What_is_no_period_is_none(string? key) => Assert.Null(SchemePeriod.Parse(key));

    [Fact]
    public void The_target_of_a_year_holds_until_another_is_set()
    {
        NodeGoal[] goals = [Goal(2026, 80), Goal(2028, 100)];

        Assert.Equal([null, 80m, 80m, 100m, 100m], new[] { 2025, 2026, 2027, 2028, 2030 }.Select(y => SchemeFigures.GoalOf(goals, y)?.Goal));
    }

    private static NodeGoal Goal(int year, decimal goal) => new() { Id = Guid.CreateVersion7(), SchemeId = Guid.Empty, NodeId = Guid.Empty, Year = year, Goal = goal };
}
