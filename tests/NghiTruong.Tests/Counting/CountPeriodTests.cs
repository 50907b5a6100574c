using FsCheck;
using FsCheck.Fluent;
using NghiTruong.Counting;

namespace NghiTruong.Tests.Counting;

public sealed class CountPeriodTests
{
    [Fact]
    public void Whole_months_and_edges_cover_every_day_of_a_period_once() =>
        Prop.ForAll(Gen.Choose(0, 900).Two().ToArbitrary(), days =>
        {
            var start = new DateOnly(2024, 1, 15);
            var (from, to) = (start.AddDays(Math.Min(days.Item1, days.Item2)), start.AddDays(Math.Max(days.Item1, days.Item2)));
            var period = CountPeriod.Of(from, to);

            Assert.Equal(Every(from, to), Covered(period).Order());
            Assert.All(period.Edges, e => Assert.True(e.To.DayNumber - e.From.DayNumber < 60));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_year_is_twelve_months_and_no_edge()
    {
        var period = CountPeriod.Of(new(2026, 1, 1), new(2026, 12, 31));

        Assert.Equal(new DaySpan(new(2026, 1, 1), new(2026, 12, 1)), period.Months);
        Assert.Empty(period.Edges);
    }

    [Fact]
    public void A_period_that_ends_before_it_starts_holds_nothing()
    {
        var period = CountPeriod.Of(new(2026, 5, 2), new(2026, 5, 1));

        Assert.Null(period.Months);
        Assert.Empty(period.Edges);
    }

    private static IEnumerable<DateOnly> Covered(CountPeriod period)
    {
        var months = period.Months is { } m ? Every(m.From, m.To.AddMonths(1).AddDays(-1)) : [];

        return months.Concat(period.Edges.SelectMany(e => Every(e.From, e.To)));
    }

    private static IEnumerable<DateOnly> Every(DateOnly from, DateOnly to) =>
        Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays);
}
