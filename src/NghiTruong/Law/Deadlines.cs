using System.Runtime.InteropServices;
using NghiTruong.Refusals;

namespace NghiTruong.Law;

/// <summary>A day the counting passed over, or a weekend day it counted because it was worked instead, and why.</summary>
public sealed record NotedDay(DateOnly Date, DayOffReason Reason);

/// <summary>A computed deadline that can explain itself; <see cref="DeadlineExplanation"/> puts it into sentences.</summary>
/// <param name="Skipped">Days off not counted by a working term, or rolled over by a calendar term, in order of the calendar.</param>
/// <param name="WorkedInstead">Weekend days that a working term counted, being worked instead of another day.</param>
/// <param name="BeforeRolling">Where the term ended before it moved off a day off; equals <see cref="Due"/> when it did not move.</param>
/// <param name="DueOnDayOff">Why the due day itself is off, when the rule leaves it there.</param>
/// <param name="YearsWithoutDaysOff">Years the term touches for which no holiday was entered.</param>
public sealed record Deadline(
    DateOnly Due,
    DateOnly From,
    DeadlineTerms Terms,
    IReadOnlyList<NotedDay> Skipped,
    IReadOnlyList<NotedDay> WorkedInstead,
    DateOnly BeforeRolling,
    DayOffReason? DueOnDayOff,
    IReadOnlyList<int> YearsWithoutDaysOff)
{
    public bool Rolled => BeforeRolling != Due;
}

/// <summary>A number of days told both ways.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DayCount(int Calendar, int Working);

/// <summary>A running due date that a changed holiday, rule or event moved.</summary>
public sealed record MovedDue(DateOnly Was, DateOnly Now)
{
    /// <summary>Calendar days; positive when there is more time than before.</summary>
    public int Days => Now.DayNumber - Was.DayNumber;
}

/// <summary>The deadline engine: pure functions of the start, the terms and the calendar.</summary>
public static class Deadlines
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2200, 12, 31);

    /// <summary>What a person may ask for: <c>law.daysOutOfRange</c>, <c>law.startOutOfRange</c>, or nothing to refuse.</summary>
    public static Refusal? Check(DateOnly from, int days)
    {
        if (days is < 0 or > DeadlineTerms.MaxDays)
        {
            return new Refusal("law.daysOutOfRange", "Days", DeadlineTerms.MaxDays);
        }

        return from < Earliest || from > Latest ? new Refusal("law.startOutOfRange", "From", Earliest.Year, Latest.Year) : null;
    }

    /// <summary>The due date alone, without allocation; the same day as <see cref="Compute"/> gives.</summary>
    public static DateOnly DueOn(DateOnly from, DeadlineTerms terms, WorkCalendar calendar)
    {
        var end = EndOf(from, terms, calendar);

        return Rolls(terms) ? calendar.NearestWorkingDay(end, terms.Step) : end;
    }

    public static Deadline Compute(DateOnly from, DeadlineTerms terms, WorkCalendar calendar)
    {
        var end = EndOf(from, terms, calendar);
        var due = DueOn(from, terms, calendar);
        var skipped = new List<NotedDay>();
        var worked = new List<NotedDay>();
        var first = terms.DayType is DayType.Working ? from.AddDays(terms.Step) : end;
        for (var day = Earlier(first, due); day <= Later(first, due); day = day.AddDays(1))
        {
            Note(day, calendar.ReasonOff(day), skipped, due);
            Note(day, terms.DayType is DayType.Working ? calendar.ReasonWorked(day) : null, worked, null);
        }

        return terms.Days == 0
            ? new Deadline(due, from, terms, [], [], due, calendar.ReasonOff(due), [])
            : new Deadline(due, from, terms, skipped, worked, end, calendar.ReasonOff(due), UnknownYears(from, due, calendar, terms));
    }

    /// <summary>What a changed calendar, rule or start does to a stored due date; null when it stays.</summary>
    public static MovedDue? Moved(DateOnly storedDue, DateOnly from, DeadlineTerms terms, WorkCalendar calendar)
    {
        var now = DueOn(from, terms, calendar);

        return now == storedDue ? null : new MovedDue(storedDue, now);
    }

    /// <summary>How many days the due date lies behind today; zero until the due day has passed.</summary>
    public static DayCount DaysLate(DateOnly due, DateOnly today, WorkCalendar calendar) =>
        today <= due ? default : new DayCount(today.DayNumber - due.DayNumber, calendar.WorkingDaysBetween(due, today));

    /// <summary>How many days remain until and including the due day; zero on that day and after.</summary>
    public static DayCount DaysLeft(DateOnly due, DateOnly today, WorkCalendar calendar) => DaysLate(today, due, calendar);

    private static bool Rolls(DeadlineTerms terms) => terms is { DayType: DayType.Calendar, RollForward: true, Days: > 0 };

    private static DateOnly EndOf(DateOnly from, DeadlineTerms terms, WorkCalendar calendar)
    {
        if (terms.DayType is DayType.Calendar)
        {
            return from.AddDays(terms.Days * terms.Step);
        }

        var day = from;
        for (var left = terms.Days; left > 0;)
        {
            day = day.AddDays(terms.Step);
            left -= calendar.IsDayOff(day) ? 0 : 1;
        }

        return day;
    }

    private static void Note(DateOnly day, DayOffReason? reason, List<NotedDay> notes, DateOnly? except)
    {
        if (reason is not null && day != except)
        {
            notes.Add(new NotedDay(day, reason));
        }
    }

    private static List<int> UnknownYears(DateOnly from, DateOnly due, WorkCalendar calendar, DeadlineTerms terms)
    {
        if (terms.DayType is DayType.Calendar && !terms.RollForward)
        {
            return [];
        }

        var first = Earlier(from, due).Year;

        return [.. Enumerable.Range(first, Later(from, due).Year - first + 1).Where(y => !calendar.Knows(y))];
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Later(DateOnly a, DateOnly b) => a < b ? b : a;
}
