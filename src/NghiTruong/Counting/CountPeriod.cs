namespace NghiTruong.Counting;

/// <summary>A stretch of days, both ends included.</summary>
public sealed record DaySpan(DateOnly From, DateOnly To);

/// <summary>
/// A period asked for, cut into whole months and the days at its edges: months are read as one row, edges day by day. Open ends are far ends.
/// </summary>
/// <param name="Months">First days of the first and the last whole month; null where the period holds no whole month.</param>
/// <param name="Edges">At most two spans, each shorter than a month.</param>
public sealed record CountPeriod(DaySpan Days, DaySpan? Months, IReadOnlyList<DaySpan> Edges)
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(9998, 12, 31);

    public static CountPeriod Of(DateOnly? from, DateOnly? to)
    {
        var days = new DaySpan(Max(from ?? Earliest, Earliest), Min(to ?? Latest, Latest));
        if (days.From > days.To)
        {
            return new CountPeriod(days, null, []);
        }

        var first = days.From.Day == 1 ? days.From : MonthOf(days.From).AddMonths(1);
        // The day after the last one: the month before it is whole.
        var end = MonthOf(days.To.AddDays(1));
        if (first >= end)
        {
            return new CountPeriod(days, null, [days]);
        }

        List<DaySpan> edges = [];
        if (days.From < first)
        {
            edges.Add(new DaySpan(days.From, first.AddDays(-1)));
        }

        if (end <= days.To)
        {
            edges.Add(new DaySpan(end, days.To));
        }

        return new CountPeriod(days, new DaySpan(first, end.AddMonths(-1)), edges);
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;
}
