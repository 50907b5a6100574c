namespace NghiTruong.Indicators;

/// <summary>How an indicator stands against its target.</summary>
public enum IndicatorStanding
{
    /// <summary>Chưa có cơ sở tính: nothing to count, so no share.</summary>
    NoBase,

    /// <summary>No target is set.</summary>
    NoTarget,

    Reached,

    NotReached,
}

/// <summary>Shares as whole people count them, pure. A share of nothing is no share.</summary>
public static class IndicatorArithmetic
{
    /// <returns>Percent, two decimals; null where the base is empty.</returns>
    public static decimal? Percent(long numerator, long denominator) => denominator <= 0 ? null : Math.Round(100m * numerator / denominator, 2, MidpointRounding.ToEven);

    /// <summary>By the two numbers, never by the rounded share: 9,999 of 10,000 have not reached 100 %.</summary>
    public static IndicatorStanding Standing(long numerator, long denominator, int? target) => (denominator, target) switch
    {
        ( <= 0, _) => IndicatorStanding.NoBase,
        (_, null) => IndicatorStanding.NoTarget,
        _ => numerator * 100 >= denominator * target.Value ? IndicatorStanding.Reached : IndicatorStanding.NotReached,
    };

    /// <summary>The middle one; between two, their mean. Null of none.</summary>
    public static decimal? Median(IEnumerable<decimal> shares)
    {
        var sorted = shares.Order().ToList();

        return sorted.Count == 0 ? null : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : Math.Round((sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2, 2, MidpointRounding.ToEven);
    }
}
