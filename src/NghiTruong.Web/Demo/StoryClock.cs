using NghiTruong.Database;

namespace NghiTruong.Web.Demo;

/// <summary>The clock of the demo's own house: it walks through the days that the story tells, so that every act stands in the journal on its day.</summary>
public sealed class StoryClock : TimeProvider
{
    private static readonly TimeOnly OfficeOpens = new(1, 0);
    private readonly DateOnly _today;
    private DateTime _now;

    /// <param name="today">The civil day on which the demo is made.</param>
    public StoryClock(DateOnly today)
    {
        _today = today;
        GoTo(today);
    }

    public override DateTimeOffset GetUtcNow() => new(_now, TimeSpan.Zero);

    /// <summary>Eight in the morning (Vietnam) of that day; an office works Monday to Friday.</summary>
    public void GoTo(DateOnly day) => _now = new DateTime(day, OfficeOpens, DateTimeKind.Utc);

    /// <summary>The working day that lies about so many days back; never later than asked.</summary>
    public DateOnly DaysAgo(int days)
    {
        var day = _today.AddDays(-days);

        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(-1),
            DayOfWeek.Sunday => day.AddDays(-2),
            _ => day,
        };
    }

    /// <summary>A few minutes go by between two acts of an office.</summary>
    public void Pass() => _now = _now.AddMinutes(3);

    public DateOnly InDays(int days) => _today.AddDays(days);
}
