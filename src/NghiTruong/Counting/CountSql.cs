using System.Globalization;
using NghiTruong.Database;

namespace NghiTruong.Counting;

/// <summary>The statements of the counts that both engines share. They sum and group; they never fold or sort Vietnamese.</summary>
internal static class CountSql
{
    public const string NotOwed = "'9999-01-01'";

    public const string NoId = "'00000000-0000-0000-0000-000000000000'";

    /// <summary>The dimensions of a line, in the order of <see cref="Counted"/>.</summary>
    public const string Dimensions = "kind, council_id, province_id, session, day, due, field, authority, agency_id, outcome, status";

    private const string CellKey = "place, session, grain, dimension, period, kind, value, outcome";

    /// <summary>Folds the rows of <c>moved</c> into lines.</summary>
    public const string FoldLines =
        $"""
        INSERT INTO count_line ({Dimensions}, n)
        SELECT {Dimensions}, SUM(n) FROM moved WHERE 1 = 1 GROUP BY {Dimensions} HAVING SUM(n) <> 0
        ON CONFLICT (council_id, day, kind, status, outcome, field, authority, due, agency_id, session, province_id) DO UPDATE SET n = count_line.n + excluded.n
        """;

    /// <summary>Folds the rows of <c>moved</c> into cells.</summary>
    /// <param name="settled">What was due before that day is long late on any day to come.</param>
    /// <param name="kinds">Names of code: kinds that have cells.</param>
    public static string FoldCells(SqlDialect dialect, DateOnly settled, IEnumerable<string> kinds) =>
        $"""
        INSERT INTO count_cell ({CellKey}, n)
        SELECT {CellKey}, SUM(n) FROM ({Spread("moved", dialect, settled, kinds)}) AS spread WHERE 1 = 1 GROUP BY {CellKey} HAVING SUM(n) <> 0
        ON CONFLICT ({CellKey}) DO UPDATE SET n = count_cell.n + excluded.n
        """;

    /// <summary>What differs between the cells and the lines they were spread from.</summary>
    public static string CellDifferences(SqlDialect dialect, DateOnly settled, IEnumerable<string> kinds) =>
        $"""
        SELECT {CellKey}, SUM(counted) AS counted, SUM(recounted) AS recounted
        FROM (
            SELECT {CellKey}, n AS counted, 0 AS recounted FROM count_cell
            UNION ALL
            SELECT {CellKey}, 0, n FROM ({Spread("count_line", dialect, settled, kinds)}) AS spread
        ) AS both_sides
        GROUP BY {CellKey} HAVING SUM(counted) <> SUM(recounted)
        """;

    /// <summary>Brings the cells of due days before a later day together: one row a place, month and kind instead of one a day.</summary>
    public static string SettleCells(DateOnly settled) =>
        $"""
        INSERT INTO count_cell ({CellKey}, n)
        SELECT place, session, grain, dimension, period, kind, '{CountSettling.LongPast}', outcome, SUM(n) FROM count_cell
        WHERE dimension = 'owed' AND value < '{Day(settled)}' AND value <> '{CountSettling.LongPast}' GROUP BY place, session, grain, dimension, period, kind, outcome
        ON CONFLICT ({CellKey}) DO UPDATE SET n = count_cell.n + excluded.n
        """;

    public static string SettledCells(DateOnly settled) => $"DELETE FROM count_cell WHERE dimension = 'owed' AND value < '{Day(settled)}' AND value <> '{CountSettling.LongPast}'";

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Each line becomes a row per place above it, grain, session (all and its own) and dimension.</summary>
    private static string Spread(string lines, SqlDialect dialect, DateOnly settled, IEnumerable<string> kinds)
    {
        var month = dialect.IsPostgres ? "CAST(date_trunc('month', day) AS date)" : "date(day, 'start of month')";

        return
            $"""
            SELECT CASE p.above WHEN 'province' THEN l.province_id ELSE {NoId} END AS place,
                   CASE s.own WHEN 1 THEN l.session ELSE '' END AS session,
                   p.grain AS grain,
                   CASE p.grain WHEN 'M' THEN {month} ELSE l.day END AS period,
                   l.kind AS kind,
                   d.dimension AS dimension,
                   CASE d.dimension
                       WHEN 'field' THEN l.field
                       WHEN 'authority' THEN l.authority
                       WHEN 'status' THEN l.status
                       WHEN 'owed' THEN CASE WHEN l.due < '{Day(settled)}' THEN '{CountSettling.LongPast}' ELSE CAST(l.due AS TEXT) END
                       ELSE CASE p.above WHEN 'province' THEN CAST(l.council_id AS TEXT) ELSE CAST(l.province_id AS TEXT) END
                   END AS value,
                   CASE WHEN d.dimension IN ('field', 'authority', 'place') THEN l.outcome ELSE '' END AS outcome,
                   l.n AS n
            FROM {lines} AS l
            CROSS JOIN (SELECT 'province' AS above, 'M' AS grain UNION ALL SELECT 'nation', 'M' UNION ALL SELECT 'nation', 'D') AS p
            CROSS JOIN (SELECT 0 AS own UNION ALL SELECT 1) AS s
            CROSS JOIN (SELECT 'field' AS dimension UNION ALL SELECT 'authority' UNION ALL SELECT 'status' UNION ALL SELECT 'owed' UNION ALL SELECT 'place') AS d
            WHERE l.kind IN ({string.Join(", ", kinds.Select(k => $"'{k}'"))}) AND (s.own = 0 OR l.session <> '') AND (d.dimension <> 'owed' OR l.due <> {NotOwed})
            """;
    }
}
