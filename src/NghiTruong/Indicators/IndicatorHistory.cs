using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Operations;

namespace NghiTruong.Indicators;

/// <summary>Keeps what was known on each day, and the median of each tier: a few statements an indicator, a few times an hour, never in a request.</summary>
public sealed class IndicatorHistory(IDbContextFactory<Db> contexts) : IJob
{
    public string Name => "indicators.history";

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task RunAsync(DateTime now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var (today, indicators) = (now.VietnamDate, await db.Set<Indicator>().AsNoTracking().Where(i => i.RetiredOn == null).ToListAsync(ct));
        foreach (var indicator in indicators)
        {
            var period = CoveragePeriod.Of(indicator.Cadence, today);
            await SnapAsync(db, indicator.Code, period, today, ct);
            await MedianAsync(db, indicator.Code, period, ct);
        }
    }

    /// <summary>A row only where a place knows something else than at its last row; today's row is written over until the day ends.</summary>
    private static async Task SnapAsync(Db db, string code, CoveragePeriod period, DateOnly today, CancellationToken ct)
    {
        var (day, from, to) = db.Dialect.IsPostgres ? ("CAST({3} AS date)", "CAST({1} AS date)", "CAST({2} AS date)") : ("{3}", "{1}", "{2}");
        var statement =
            $$"""
            INSERT INTO indicator_snapshot (indicator, place, period_from, day, numerator, denominator)
            SELECT {0}, c.place, {{from}}, {{day}}, c.num, c.den
            FROM (SELECT place, SUM(numerator) AS num, SUM(denominator) AS den FROM measure_cell WHERE measure = {0} AND grain = 'M' AND period BETWEEN {{from}} AND {{to}} GROUP BY place) AS c
            WHERE c.num * 1000003 + c.den <> COALESCE((
                SELECT s.numerator * 1000003 + s.denominator FROM indicator_snapshot AS s
                WHERE s.place = c.place AND s.indicator = {0} AND s.period_from = {{from}} ORDER BY s.day DESC LIMIT 1), -1)
            ON CONFLICT (place, indicator, period_from, day) DO UPDATE SET numerator = excluded.numerator, denominator = excluded.denominator
            """;
        await db.Database.ExecuteSqlRawAsync(statement, [code, period.From, period.To, today], ct);
    }

    private static async Task MedianAsync(Db db, string code, CoveragePeriod period, CancellationToken ct)
    {
        var (from, to) = (period.From, period.To);
        var shares = await (
            from cell in db.Set<MeasureCell>().AsNoTracking()
            where cell.Measure == code && cell.Grain == "M" && cell.Period >= @from && cell.Period <= to
            join council in db.Set<Council>() on cell.Place equals council.Id
            group cell by new { council.Tier, council.Id } into g
            select new { g.Key.Tier, Numerator = g.Sum(c => c.Numerator), Denominator = g.Sum(c => c.Denominator) }).ToListAsync(ct);
        var standing = await db.Set<IndicatorMedian>().Where(m => m.Indicator == code && m.PeriodFrom == from).ToDictionaryAsync(m => m.Tier, ct);
        foreach (var tier in shares.GroupBy(s => s.Tier))
        {
            List<decimal> percents = [.. tier.Select(s => IndicatorArithmetic.Percent(s.Numerator, s.Denominator)).OfType<decimal>()];
            if (IndicatorArithmetic.Median(percents) is not { } median)
            {
                continue;
            }

            if (standing.TryGetValue(tier.Key, out var row))
            {
                (row.Median, row.Councils) = (median, percents.Count);
            }
            else
            {
                db.Add(new IndicatorMedian { Indicator = code, Tier = tier.Key, PeriodFrom = from, Median = median, Councils = percents.Count });
            }
        }

        await db.SaveChangesAsync(ct);
    }
}
