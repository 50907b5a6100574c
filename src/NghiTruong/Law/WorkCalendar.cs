namespace NghiTruong.Law;

/// <summary>
/// Which days are worked. Saturday and Sunday are off; <see cref="DayOffRow"/>s take more days off or turn weekend days into worked ones.
/// Immutable and safe to share; every question is answered without allocation.
/// </summary>
/// <exception cref="ArgumentException">Two rows speak of the same day.</exception>
public sealed class WorkCalendar
{
    private readonly int _first;
    private readonly DayOffRow?[] _window;

    // Working days gained or lost against the rhythm of the week, up to and including each day of the window.
    private readonly int[] _shift;
    private readonly HashSet<int> _years;

    public WorkCalendar(IEnumerable<DayOffRow> rows)
    {
        var days = rows.OrderBy(r => r.Date).ToList();
        _first = days.Count == 0 ? 0 : days[0].Date.DayNumber;
        _window = new DayOffRow?[days.Count == 0 ? 0 : days[^1].Date.DayNumber - _first + 1];
        _shift = new int[_window.Length];
        _years = [.. days.Select(r => r.Date.Year)];
        foreach (var row in days)
        {
            ref var slot = ref _window[row.Date.DayNumber - _first];
            slot = slot is null ? row : throw new ArgumentException($"Two rows for {row.Date:O}", nameof(rows));
        }

        for (var i = 0; i < _window.Length; i++)
        {
            _shift[i] = (i == 0 ? 0 : _shift[i - 1]) + ShiftOf(_window[i]);
        }
    }

    /// <summary>A calendar that knows no holiday: weekends only.</summary>
    public static WorkCalendar WeekendsOnly { get; } = new([]);

    /// <summary>Whether any holiday of that year was entered; without it a term can only skip weekends, and says so.</summary>
    public bool Knows(int year) => _years.Contains(year);

    public bool IsDayOff(DateOnly day) => RowOf(day) is { } row ? row.Kind is DayOffKind.Off : IsWeekend(day);

    /// <summary>Why the day is off; null when it is worked.</summary>
    public DayOffReason? ReasonOff(DateOnly day) => RowOf(day) switch
    {
        { Kind: DayOffKind.Off } row => row.Reason,
        { Kind: DayOffKind.WorkedInstead } => null,
        _ => IsWeekend(day) ? DayOffReason.Weekend : null,
    };

    /// <summary>For which day off a Saturday or Sunday is worked; null for any other day.</summary>
    public DayOffReason? ReasonWorked(DateOnly day) =>
        RowOf(day) is { Kind: DayOffKind.WorkedInstead } row && IsWeekend(day) ? row.Reason : null;

    /// <summary>The day itself if worked, else the nearest worked day in the direction of the step (+1 or -1).</summary>
    public DateOnly NearestWorkingDay(DateOnly day, int step = 1)
    {
        while (IsDayOff(day))
        {
            day = day.AddDays(step);
        }

        return day;
    }

    /// <summary>How many working days lie after the first day up to and including the last; negative when the last comes first.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly upTo) => WorkedUpTo(upTo) - WorkedUpTo(after);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static int ShiftOf(DayOffRow? row) => row switch
    {
        { Kind: DayOffKind.Off } when !IsWeekend(row.Date) => -1,
        { Kind: DayOffKind.WorkedInstead } when IsWeekend(row.Date) => 1,
        _ => 0,
    };

    private DayOffRow? RowOf(DateOnly day)
    {
        var i = day.DayNumber - _first;

        return (uint)i < (uint)_window.Length ? _window[i] : null;
    }

    private int WorkedUpTo(DateOnly day)
    {
        // Day number 0, 1 January of year 1, is a Monday.
        var days = day.DayNumber + 1;
        var rhythm = (days / 7 * 5) + Math.Min(days % 7, 5);
        var i = Math.Min(day.DayNumber - _first, _shift.Length - 1);

        return rhythm + (i < 0 ? 0 : _shift[i]);
    }
}
