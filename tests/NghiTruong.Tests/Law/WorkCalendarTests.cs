using FsCheck;
using FsCheck.Fluent;
using NghiTruong.Law;
using Xunit;

namespace NghiTruong.Tests.Law;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar2026 = new(DayOffCatalogue.Rows);

    [Fact]
    public void The_days_off_of_2026_are_those_of_the_catalogue()
    {
        var off = Days2026().Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && Calendar2026.IsDayOff(d));
        var worked = Days2026().Where(d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && !Calendar2026.IsDayOff(d));

        Assert.Equal("1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9", string.Join(' ', off.Select(d => $"{d.Day}/{d.Month}")));
        Assert.Equal("10/1 22/8", string.Join(' ', worked.Select(d => $"{d.Day}/{d.Month}")));
        Assert.All(DayOffCatalogue.Rows, row => Assert.False(row.Reason.Checked));
    }

    [Fact]
    public void A_day_off_gives_its_reason_and_a_worked_day_none()
    {
        Assert.Equal("NATIONAL_DAY", Calendar2026.ReasonOff(new DateOnly(2026, 9, 2))!.Code);
        Assert.Same(DayOffReason.Weekend, Calendar2026.ReasonOff(new DateOnly(2026, 9, 5)));
        Assert.Null(Calendar2026.ReasonOff(new DateOnly(2026, 8, 22)));
        Assert.Equal("NATIONAL_DAY_EXCHANGE", Calendar2026.ReasonWorked(new DateOnly(2026, 8, 22))!.Code);
    }

    [Fact]
    public void Two_rows_for_one_day_are_an_error() =>
        Assert.Throws<ArgumentException>(() => new WorkCalendar([DayOffCatalogue.Rows[0], DayOffCatalogue.Rows[0]]));

    [Fact]
    public void A_holiday_on_a_weekend_or_a_worked_weekday_changes_no_count()
    {
        var reason = new DayOffReason("X", "x", "x", Checked: true);
        var calendar = new WorkCalendar([new(new DateOnly(2026, 9, 5), DayOffKind.Off, reason), new(new DateOnly(2026, 9, 9), DayOffKind.WorkedInstead, reason)]);

        Assert.Equal(10, calendar.WorkingDaysBetween(new DateOnly(2026, 8, 30), new DateOnly(2026, 9, 13)));
    }

    [Fact]
    public void Working_days_counted_by_formula_are_those_counted_one_by_one()
    {
        var days = Gen.Choose(-800, 1500).Select(d => new DateOnly(2026, 1, 1).AddDays(d)).ToArbitrary();

        Prop.ForAll(days, Gen.Choose(0, 900).ToArbitrary(), (from, length) =>
            Enumerable.Range(1, length).Count(i => !Calendar2026.IsDayOff(from.AddDays(i))) == Calendar2026.WorkingDaysBetween(from, from.AddDays(length)))
            .QuickCheckThrowOnFailure();
    }

    private static IEnumerable<DateOnly> Days2026() => Enumerable.Range(0, 365).Select(d => new DateOnly(2026, 1, 1).AddDays(d));
}
