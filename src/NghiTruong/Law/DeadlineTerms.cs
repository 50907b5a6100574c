namespace NghiTruong.Law;

/// <summary>Which days a term counts: working days, or every day of the calendar.</summary>
public enum DayType
{
    Working,
    Calendar,
}

/// <summary>Whether a term runs forward from a start, or back from an event such as the opening of a session.</summary>
public enum DeadlineDirection
{
    After,
    Before,
}

/// <summary>
/// The terms of a deadline. Counting starts the day after the start (going back: the day before the event); 0 days returns the start itself.
/// A calendar term that ends on a day off moves to the next working day, going back to the previous one, only if <see cref="RollForward"/>.
/// </summary>
public sealed record DeadlineTerms
{
    public const int MaxDays = 3660;

    /// <exception cref="ArgumentOutOfRangeException">The days are negative or more than <see cref="MaxDays"/>.</exception>
    public DeadlineTerms(int days, DayType dayType, DeadlineDirection direction = DeadlineDirection.After, bool rollForward = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MaxDays);
        Days = days;
        DayType = dayType;
        Direction = direction;
        RollForward = rollForward;
    }

    public int Days { get; }

    public DayType DayType { get; }

    public DeadlineDirection Direction { get; }

    public bool RollForward { get; }

    /// <summary>+1 when counting forward, -1 when counting back.</summary>
    internal int Step => Direction is DeadlineDirection.After ? 1 : -1;
}
