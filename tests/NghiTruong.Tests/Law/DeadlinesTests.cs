using FsCheck;
using FsCheck.Fluent;
using NghiTruong.Law;
using Xunit;

namespace NghiTruong.Tests.Law;

public sealed class DeadlinesTests
{
    private static readonly WorkCalendar Calendar2026 = new(DayOffCatalogue.Rows);

    private static readonly Arbitrary<DateOnly> Days = Gen.Choose(0, 1500).Select(d => new DateOnly(2025, 1, 1).AddDays(d)).ToArbitrary();
    private static readonly Arbitrary<int> Lengths = Gen.Choose(1, 90).ToArbitrary();

    [Theory]
    [InlineData(DayType.Working)]
    [InlineData(DayType.Calendar)]
    public void A_term_of_zero_days_returns_its_start_even_on_a_day_off(DayType type)
    {
        var nationalDay = new DateOnly(2026, 9, 2);

        var deadline = Deadlines.Compute(nationalDay, new DeadlineTerms(0, type, rollForward: true), Calendar2026);

        Assert.Equal(nationalDay, deadline.Due);
        Assert.False(deadline.Rolled);
        Assert.Empty(deadline.Skipped);
    }

    [Theory]
    [InlineData("2026-09-01", 1, "2026-09-03")] // the 2nd is National Day
    [InlineData("2026-08-28", 1, "2026-09-03")] // weekend, exchanged Monday, two holidays
    [InlineData("2026-08-21", 1, "2026-08-22")] // a Saturday worked instead
    [InlineData("2026-08-21", 2, "2026-08-24")]
    [InlineData("2026-02-13", 1, "2026-02-23")] // over the whole Lunar New Year
    [InlineData("2026-04-24", 3, "2026-04-30", false)]
    [InlineData("2026-04-24", 3, "2026-05-04")] // 28, 29 April; 30 April and 1 May are off
    [InlineData("2026-09-05", 1, "2026-09-07")] // a start on a Saturday
    public void A_working_term_counts_from_the_day_after_and_skips_days_off(string from, int days, string due, bool equal = true)
    {
        var computed = Deadlines.DueOn(DateOnly.Parse(from), new DeadlineTerms(days, DayType.Working), Calendar2026);

        Assert.Equal(equal, computed == DateOnly.Parse(due));
    }

    [Theory]
    [InlineData("2026-08-03", 30, false, "2026-09-02")]
    [InlineData("2026-08-03", 30, true, "2026-09-03")]
    [InlineData("2026-07-31", 30, true, "2026-09-03")] // ends on Sunday 30 August, rolls over the holiday too
    [InlineData("2026-07-23", 30, true, "2026-08-22")] // a Saturday worked instead is no day off
    public void A_calendar_term_leaves_a_day_off_only_if_the_rule_says_so(string from, int days, bool roll, string due)
    {
        var deadline = Deadlines.Compute(DateOnly.Parse(from), new DeadlineTerms(days, DayType.Calendar, rollForward: roll), Calendar2026);

        Assert.Equal(DateOnly.Parse(due), deadline.Due);
        Assert.Equal(deadline.BeforeRolling != deadline.Due, deadline.Rolled);
    }

    [Theory]
    [InlineData("2026-12-08", 30, DayType.Calendar, false, "2026-11-08")]
    [InlineData("2026-12-08", 30, DayType.Calendar, true, "2026-11-06")] // Sunday: back, never nearer to the event than the law's 30 days
    [InlineData("2026-09-03", 3, DayType.Working, false, "2026-08-26")]
    [InlineData("2026-08-24", 1, DayType.Working, false, "2026-08-22")]
    public void A_term_may_count_back_from_an_event(string @event, int days, DayType type, bool roll, string due)
    {
        var terms = new DeadlineTerms(days, type, DeadlineDirection.Before, roll);

        Assert.Equal(DateOnly.Parse(due), Deadlines.DueOn(DateOnly.Parse(@event), terms, Calendar2026));
    }

    [Fact]
    public void The_days_skipped_and_the_days_worked_instead_are_named()
    {
        var deadline = Deadlines.Compute(new DateOnly(2026, 8, 20), new DeadlineTerms(8, DayType.Working), Calendar2026);

        Assert.Equal(new DateOnly(2026, 9, 3), deadline.Due);
        Assert.Equal(["WEEKEND", "WEEKEND", "WEEKEND", "NATIONAL_DAY_EXCHANGE", "NATIONAL_DAY", "NATIONAL_DAY"], deadline.Skipped.Select(d => d.Reason.Code));
        Assert.Equal([new DateOnly(2026, 8, 22)], deadline.WorkedInstead.Select(d => d.Date));
        Assert.Empty(deadline.YearsWithoutDaysOff);
    }

    [Fact]
    public void A_year_whose_holidays_nobody_entered_is_told()
    {
        var deadline = Deadlines.Compute(new DateOnly(2026, 12, 20), new DeadlineTerms(15, DayType.Working), Calendar2026);

        Assert.Equal([2027], deadline.YearsWithoutDaysOff);
    }

    [Fact]
    public void A_changed_calendar_tells_what_it_moves()
    {
        var terms = new DeadlineTerms(10, DayType.Working);
        var from = new DateOnly(2026, 11, 13);
        var stored = Deadlines.DueOn(from, terms, Calendar2026);
        var reason = new DayOffReason("STORM", "nghỉ phòng chống bão", "storm", Checked: true);

        var changed = new WorkCalendar([.. DayOffCatalogue.Rows, new DayOffRow(new DateOnly(2026, 11, 27), DayOffKind.Off, reason)]);

        Assert.Null(Deadlines.Moved(stored, from, terms, Calendar2026));
        Assert.Equal(3, Deadlines.Moved(stored, from, terms, changed)!.Days);
    }

    [Theory]
    [InlineData("2026-08-28", "2026-08-28", 0, 0)]
    [InlineData("2026-08-28", "2026-08-27", 0, 0)]
    [InlineData("2026-08-28", "2026-09-02", 5, 0)]
    [InlineData("2026-08-28", "2026-09-03", 6, 1)]
    [InlineData("2026-08-21", "2026-08-22", 1, 1)]
    public void Days_late_are_told_in_calendar_and_in_working_days(string due, string today, int calendar, int working) =>
        Assert.Equal(new DayCount(calendar, working), Deadlines.DaysLate(DateOnly.Parse(due), DateOnly.Parse(today), Calendar2026));

    [Theory]
    [InlineData("2026-09-01", -1, "law.daysOutOfRange")]
    [InlineData("2026-09-01", 3661, "law.daysOutOfRange")]
    [InlineData("9999-12-31", 1, "law.startOutOfRange")]
    [InlineData("2026-09-01", 3660, null)]
    public void A_wish_beyond_reason_is_refused(string from, int days, string? code) =>
        Assert.Equal(code, Deadlines.Check(DateOnly.Parse(from), days)?.Code);

    [Fact]
    public void A_working_term_never_ends_on_a_day_off() => Prop.ForAll(Days, Lengths, Gen.Elements(DeadlineDirection.After, DeadlineDirection.Before).ToArbitrary(),
        (from, days, direction) => !Calendar2026.IsDayOff(Deadlines.DueOn(from, new DeadlineTerms(days, DayType.Working, direction), Calendar2026)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_back_undoes_counting_forward() => Prop.ForAll(Days, Lengths, (day, days) =>
    {
        var from = Calendar2026.NearestWorkingDay(day);
        var due = Deadlines.DueOn(from, new DeadlineTerms(days, DayType.Working), Calendar2026);

        return Deadlines.DueOn(due, new DeadlineTerms(days, DayType.Working, DeadlineDirection.Before), Calendar2026) == from
            && Calendar2026.WorkingDaysBetween(from, due) == days;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_day_between_start_and_due_is_either_counted_or_explained() => Prop.ForAll(Days, Lengths, (from, days) =>
    {
        var deadline = Deadlines.Compute(from, new DeadlineTerms(days, DayType.Working), Calendar2026);

        return deadline.Due.DayNumber - from.DayNumber == days + deadline.Skipped.Count;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_due_date_alone_is_computed_without_allocation()
    {
        var terms = new DeadlineTerms(60, DayType.Working);
        var from = new DateOnly(2026, 1, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 10_000; i++)
        {
            Deadlines.DueOn(from.AddDays(i % 365), terms, Calendar2026);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
