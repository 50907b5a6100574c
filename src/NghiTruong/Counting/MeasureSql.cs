using NghiTruong.Database;

namespace NghiTruong.Counting;

/// <summary>The statements of measures that both engines share. Rules are sound (<see cref="MeasureRule.IsSound"/>) before they come here.</summary>
internal static class MeasureSql
{
    private const string Key = "measure, place, grain, period";

    /// <summary>Rows <c>measure, council_id, province_id, day, num, den</c> of the lines or deltas named; null where nothing is measured.</summary>
    public static string? Hits(IEnumerable<(string Code, MeasureRule Rule)> measures, string lines, string where = "1 = 1") =>
        string.Join("\nUNION ALL\n", measures.Select(m =>
            $"""
            SELECT '{m.Code}' AS measure, council_id, province_id, day, SUM(CASE WHEN {All(m.Rule.Counted)} THEN n ELSE 0 END) AS num, SUM(n) AS den
            FROM {lines} WHERE {where} AND {In("kind", m.Rule.Kinds)} AND {All(m.Rule.Base)} GROUP BY council_id, province_id, day
            """)) is { Length: > 0 } hits ? hits : null;

    /// <summary>Folds hits into cells: each goes to its council, its province and the nation.</summary>
    public static string Fold(string hits, SqlDialect dialect) =>
        $"""
        INSERT INTO measure_cell ({Key}, numerator, denominator)
        SELECT {Key}, SUM(num), SUM(den) FROM ({Spread(hits, dialect)}) AS spread WHERE 1 = 1 GROUP BY {Key} HAVING SUM(num) <> 0 OR SUM(den) <> 0
        ON CONFLICT (place, measure, grain, period) DO UPDATE SET numerator = measure_cell.numerator + excluded.numerator, denominator = measure_cell.denominator + excluded.denominator
        """;

    /// <summary>What differs between cells and the lines they came from.</summary>
    public static string Differences(string hits, SqlDialect dialect) =>
        $"""
        SELECT {Key}, SUM(counted) AS counted, SUM(recounted) AS recounted
        FROM (
            SELECT {Key}, numerator * 1000003 + denominator AS counted, 0 AS recounted FROM measure_cell
            UNION ALL
            SELECT {Key}, 0, num * 1000003 + den FROM ({Spread(hits, dialect)}) AS spread
        ) AS both_sides
        GROUP BY {Key} HAVING SUM(counted) <> SUM(recounted)
        """;

    private static string Spread(string hits, SqlDialect dialect)
    {
        var month = dialect.IsPostgres ? "CAST(date_trunc('month', day) AS date)" : "date(day, 'start of month')";

        return
            $"""
            SELECT h.measure,
                   CASE p.above WHEN 'council' THEN h.council_id WHEN 'province' THEN h.province_id ELSE {CountSql.NoId} END AS place,
                   p.grain, CASE p.grain WHEN 'M' THEN {month} ELSE h.day END AS period, h.num, h.den
            FROM ({hits}) AS h
            CROSS JOIN (SELECT 'council' AS above, 'M' AS grain UNION ALL SELECT 'province', 'M' UNION ALL SELECT 'province', 'D' UNION ALL SELECT 'nation', 'M' UNION ALL SELECT 'nation', 'D') AS p
            """;
    }

    /// <summary>Conditions as a predicate over the dimensions' columns.</summary>
    public static string All(IReadOnlyList<MeasureCondition> conditions) => conditions.Count == 0 ? "1 = 1" : string.Join(" AND ", conditions.Select(c => In(c.Dimension, c.Values)));

    private static string In(string column, IReadOnlyList<string> values) => $"{column} IN ({string.Join(", ", values.Select(v => $"'{v}'"))})";
}
