using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;

namespace NghiTruong.Counting;

/// <summary>Which records are asked for: those of the nation, or of these provinces whole, and of these councils (none of which lies in one of these provinces).</summary>
/// <param name="Kinds">Kinds of <see cref="Counted"/>.</param>
/// <param name="Session">Term and number, <c>2026-2031/2</c>; null for all.</param>
/// <param name="From">First day; null for no bound.</param>
/// <param name="To">Last day, included; null for no bound.</param>
public sealed record CountQuery(IReadOnlyList<string> Kinds, string? Session = null, DateOnly? From = null, DateOnly? To = null)
{
    public bool Nation { get; init; }

    /// <summary>For the nation: those it is split into, where it is asked for by place.</summary>
    public IReadOnlyList<Guid> Provinces { get; init; } = [];

    public IReadOnlyList<Guid> Councils { get; init; } = [];

    /// <summary>Also by the next level down, which has by far the most rows.</summary>
    public bool ByPlace { get; init; }

    /// <summary>Also by leading agency. Councils are always answered so; whole provinces read their lines for it; the nation, whose lines are too many, is not.</summary>
    public bool ByAgency { get; init; }

    /// <summary>Nothing can be counted there: the person may see none of it.</summary>
    public bool IsEmpty => !Nation && Provinces.Count + Councils.Count == 0;
}

/// <summary>How many records of a kind have a value in a dimension, crossed with the outcome where the dimension is (see <see cref="CountDimensions"/>).</summary>
public sealed record CountFigure(string Kind, string Dimension, string Value, string Outcome, long N);

/// <summary>Answers from what is folded and what is not yet, in one statement and so of one moment.</summary>
public static class CountReader
{
    private const string Narrow = "kind, field, authority, status, outcome, agency_id, council_id, province_id, due, n";

    public static async Task<List<CountFigure>> ReadAsync(Db db, CountQuery query, DateOnly today, CancellationToken ct)
    {
        if (query.IsEmpty)
        {
            return [];
        }

        var statement = new Statement(query, today, CountPeriod.Of(query.From, query.To));

        return await db.Database.SqlQueryRaw<CountFigure>(statement.Write(), [.. statement.Parameters]).ToListAsync(ct);
    }

    private sealed class Statement(CountQuery query, DateOnly today, CountPeriod period)
    {
        private readonly StringBuilder _sql = new();

        public List<object> Parameters { get; } = [];

        private bool CouncilsOnly => !query.Nation && query.Provinces.Count == 0;

        /// <summary>Kinds are names of code, never typed by anybody.</summary>
        private string OfKinds { get; } = $"kind IN ({string.Join(", ", query.Kinds.Select(k => $"'{k}'"))})";

        private bool KnowsAgencies => CouncilsOnly || (query.ByAgency && !query.Nation);

        public string Write()
        {
            _sql.Append("WITH fine AS (");
            WriteFine();
            _sql.Append(CultureInfo.InvariantCulture, $"""
                ), base AS (
                    SELECT kind, field, authority, status, outcome, agency_id, council_id, province_id,
                           CASE WHEN due = {CountSql.NotOwed} THEN '' ELSE {HowLate("due", day => day)} END AS late, SUM(n) AS n
                    FROM fine GROUP BY kind, field, authority, status, outcome, agency_id, council_id, province_id, late
                ), figure AS (

                """);
            WriteDimensions();
            if (!CouncilsOnly)
            {
                WriteCells();
            }

            return _sql.Append("""
                )
                SELECT kind AS "Kind", dimension AS "Dimension", value AS "Value", outcome AS "Outcome", CAST(SUM(n) AS BIGINT) AS "N"
                FROM figure GROUP BY kind, dimension, value, outcome HAVING SUM(n) <> 0
                """).ToString();
        }

        /// <summary>What is read line by line: deltas not yet folded, councils, the edge days of provinces.</summary>
        private void WriteFine()
        {
            _sql.Append(CultureInfo.InvariantCulture, $"SELECT {Narrow} FROM count_delta WHERE {OfKinds} AND {InPlace()} AND {InSession()} AND {Within([period.Days])}");
            if (!query.Nation && query.Councils.Count > 0)
            {
                _sql.Append(CultureInfo.InvariantCulture, $" UNION ALL SELECT {Narrow} FROM count_line WHERE {OfKinds} AND {In("council_id", query.Councils)} AND {InSession()} AND {Within([period.Days])}");
            }

            if (!query.Nation && query.Provinces.Count > 0 && period.Edges.Count > 0)
            {
                _sql.Append(CultureInfo.InvariantCulture, $" UNION ALL SELECT {Narrow} FROM count_line WHERE {OfKinds} AND {In("province_id", query.Provinces)} AND {InSession()} AND {Within(period.Edges)}");
            }
        }

        private void WriteDimensions()
        {
            var place = query.Nation ? "province_id" : "council_id";
            _sql.Append(CultureInfo.InvariantCulture, $"""
                SELECT kind, 'field' AS dimension, field AS value, outcome, n FROM base
                UNION ALL SELECT kind, 'authority', authority, outcome, n FROM base
                UNION ALL SELECT kind, 'status', status, '', n FROM base
                UNION ALL SELECT kind, 'late', late, '', n FROM base WHERE late <> ''

                """);
            if (query.ByPlace)
            {
                _sql.Append(CultureInfo.InvariantCulture, $"UNION ALL SELECT kind, 'place', CAST({place} AS TEXT), outcome, n FROM base\n");
                WriteLateByPlace(place);
            }

            if (KnowsAgencies)
            {
                WriteAgencies();
            }
        }

        private void WriteCells()
        {
            var place = query.Nation ? $"place = {CountSql.NoId}" : In("place", query.Provinces);
            var months = period.Months is { } m ? $"(grain = 'M' AND {Within([m], "period")})" : "1 = 0";
            var days = query.Nation && period.Edges.Count > 0 ? $"(grain = 'D' AND {Within(period.Edges, "period")})" : "1 = 0";
            _sql.Append(CultureInfo.InvariantCulture, $"""
                UNION ALL
                SELECT kind, CASE dimension WHEN 'owed' THEN 'late' ELSE dimension END,
                       CASE dimension WHEN 'owed' THEN {HowLate("value", day => day.ToString("O", CultureInfo.InvariantCulture))} ELSE value END, outcome, n
                FROM count_cell
                WHERE {OfKinds} AND {place} AND session = {Parameter(query.Session ?? "")} AND dimension IN ('field', 'authority', 'status', 'owed'{(query.ByPlace ? ", 'place'" : "")})
                  AND ({months} OR {days})

                """);
        }

        /// <summary>Which place below is late: cells know one dimension at a time, so the nation asks the cells of its provinces, and a province its lines.</summary>
        private void WriteLateByPlace(string place)
        {
            _sql.Append(CultureInfo.InvariantCulture, $"UNION ALL SELECT kind, 'lateByPlace', CAST({place} AS TEXT), '', n FROM base WHERE {IsLate}\n");
            if (!query.Nation)
            {
                WriteLines("'lateByPlace', CAST(council_id AS TEXT), ''", WholeMonths, $"due < {Parameter(today)}");

                return;
            }

            if (period.Months is { } months)
            {
                _sql.Append(CultureInfo.InvariantCulture, $"""
                    UNION ALL SELECT kind, 'lateByPlace', CAST(place AS TEXT), '', n FROM count_cell
                    WHERE {OfKinds} AND {In("place", query.Provinces)} AND session = {Parameter(query.Session ?? "")} AND grain = 'M' AND dimension = 'owed' AND {Within([months], "period")}
                      AND value < {Parameter(today.ToString("O", CultureInfo.InvariantCulture))}

                    """);
            }

            WriteLines("'lateByPlace', CAST(province_id AS TEXT), ''", period.Edges, $"due < {Parameter(today)}");
        }

        private void WriteAgencies()
        {
            _sql.Append(CultureInfo.InvariantCulture, $"""
                UNION ALL SELECT kind, 'agency', CAST(agency_id AS TEXT), outcome, n FROM base WHERE agency_id <> {CountSql.NoId}
                UNION ALL SELECT kind, 'lateByAgency', CAST(agency_id AS TEXT), '', n FROM base WHERE {IsLate} AND agency_id <> {CountSql.NoId}

                """);
            WriteLines("'agency', CAST(agency_id AS TEXT), outcome", WholeMonths, $"agency_id <> {CountSql.NoId}");
            WriteLines("'lateByAgency', CAST(agency_id AS TEXT), ''", WholeMonths, $"agency_id <> {CountSql.NoId} AND due < {Parameter(today)}");
        }

        /// <summary>Lines of the provinces asked for, on days that <c>base</c> does not hold.</summary>
        private void WriteLines(string figure, IReadOnlyList<DaySpan> days, string which)
        {
            if (query.Provinces.Count > 0 && days.Count > 0)
            {
                _sql.Append(CultureInfo.InvariantCulture, $"UNION ALL SELECT kind, {figure}, n FROM count_line WHERE {OfKinds} AND {In("province_id", query.Provinces)} AND {InSession()} AND {Within(days)} AND {which}\n");
            }
        }

        private IReadOnlyList<DaySpan> WholeMonths => period.Months is { } months ? [new DaySpan(months.From, months.To.AddMonths(1).AddDays(-1))] : [];

        private static string IsLate => $"late NOT IN ('', '{Lateness.OnTime}')";

        private DateOnly LastDue(string lateness) => Lateness.DueDays(lateness, today).To!.Value;

        private string HowLate(string due, Func<DateOnly, object> written) => string.Create(CultureInfo.InvariantCulture, $"""
            CASE WHEN {due} <= {Parameter(written(LastDue(Lateness.Over30)))} THEN '{Lateness.Over30}'
                 WHEN {due} <= {Parameter(written(LastDue(Lateness.Days30)))} THEN '{Lateness.Days30}'
                 WHEN {due} <= {Parameter(written(LastDue(Lateness.Days15)))} THEN '{Lateness.Days15}'
                 ELSE '{Lateness.OnTime}' END
            """);

        private string InPlace()
        {
            if (query.Nation)
            {
                return "1 = 1";
            }

            return $"({In("province_id", query.Provinces)} OR {In("council_id", query.Councils)})";
        }

        private string InSession() => query.Session is { } session ? $"session = {Parameter(session)}" : "1 = 1";

        private string In(string column, IReadOnlyList<Guid> ids) =>
            ids.Count == 0 ? "1 = 0" : $"{column} IN ({string.Join(", ", ids.Select(id => Parameter(id)))})";

        private string Within(IReadOnlyList<DaySpan> spans, string column = "day") =>
            $"({string.Join(" OR ", spans.Select(s => $"{column} BETWEEN {Parameter(s.From)} AND {Parameter(s.To)}"))})";

        private string Parameter(object value)
        {
            Parameters.Add(value);

            return $"{{{Parameters.Count - 1}}}";
        }
    }
}
