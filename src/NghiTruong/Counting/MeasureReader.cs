using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;

namespace NghiTruong.Counting;

/// <summary>A measure over a period.</summary>
public sealed record MeasureAsk(string Code, MeasureRule Rule, DaySpan Days);

/// <summary>Both numbers of a measure at one place: a council, a province (by its unit), the nation (the empty id).</summary>
public sealed record MeasureFigure(string Measure, Guid Place, long Numerator, long Denominator);

/// <summary>Both numbers of one month.</summary>
public sealed record MeasureMonth(string Measure, DateOnly Month, long Numerator, long Denominator);

/// <summary>What places are read: the nation, provinces whole, councils; or all councils of a province, each for itself.</summary>
/// <param name="ProvinceOfCouncils">All councils lying in it, each apart.</param>
public sealed record MeasurePlaces(bool Nation, IReadOnlyList<Guid> Provinces, IReadOnlyList<Guid> Councils, Guid? ProvinceOfCouncils = null)
{
    public static MeasurePlaces Of(CountQuery query) => new(query.Nation, query.Provinces, query.Councils);

    public bool IsEmpty => !Nation && Provinces.Count + Councils.Count == 0 && ProvinceOfCouncils is null;
}

/// <summary>Reads measures: whole months from the cells, the running month by day, and what is not folded yet, in one statement of one moment.</summary>
public static class MeasureReader
{
    public static async Task<List<MeasureFigure>> ReadAsync(Db db, IReadOnlyList<MeasureAsk> asked, MeasurePlaces places, CancellationToken ct)
    {
        if (asked.Count == 0 || places.IsEmpty)
        {
            return [];
        }

        var statement = new Statement(places);
        var parts = asked.GroupBy(a => a.Days).SelectMany(g => statement.Parts([.. g], g.Key));
        var sql =
            $"""
            SELECT measure AS "Measure", place AS "Place", CAST(SUM(num) AS BIGINT) AS "Numerator", CAST(SUM(den) AS BIGINT) AS "Denominator"
            FROM ({string.Join("\nUNION ALL\n", parts)}) AS figures GROUP BY measure, place
            """;

        return await db.Database.SqlQueryRaw<MeasureFigure>(sql, [.. statement.Parameters]).ToListAsync(ct);
    }

    /// <summary>Month by month at one place, for a trend; the running month as far as it is folded.</summary>
    public static Task<List<MeasureMonth>> MonthsAsync(Db db, IReadOnlyCollection<string> measures, MeasurePlaces places, DaySpan days, CancellationToken ct)
    {
        List<Guid> keys = [.. places.Nation ? [Guid.Empty] : places.Provinces, .. places.Councils];
        var (from, to) = (days.From, days.To);

        return db.Set<MeasureCell>().AsNoTracking()
            .Where(c => keys.Contains(c.Place) && measures.Contains(c.Measure) && c.Grain == "M" && c.Period >= from && c.Period <= to)
            .GroupBy(c => new { c.Measure, c.Period })
            .Select(g => new MeasureMonth(g.Key.Measure, g.Key.Period, g.Sum(c => c.Numerator), g.Sum(c => c.Denominator)))
            .ToListAsync(ct);
    }

    /// <summary>What a rule that nobody keeps yet would show: read from the lines, for a preview only.</summary>
    /// <param name="province">The province whole; null for the council alone.</param>
    public static async Task<(long Numerator, long Denominator)> TryAsync(Db db, MeasureAsk asked, Guid? province, Guid council, CancellationToken ct)
    {
        if (!asked.Rule.IsSound)
        {
            return (0, 0);
        }

        var where = $"{(province is null ? "council_id" : "province_id")} = {{0}} AND day BETWEEN {{1}} AND {{2}}";
        var hits = MeasureSql.Hits([(asked.Code, asked.Rule)], "(SELECT * FROM these) AS r");
        const string columns = "kind, field, authority, status, outcome, council_id, province_id, day, n";
        var sql =
            $$"""
            WITH these AS (SELECT {{columns}} FROM count_line WHERE {{where}} UNION ALL SELECT {{columns}} FROM count_delta WHERE {{where}})
            SELECT CAST('' AS VARCHAR(60)) AS "Measure", {0} AS "Place", CAST(COALESCE(SUM(num), 0) AS BIGINT) AS "Numerator", CAST(COALESCE(SUM(den), 0) AS BIGINT) AS "Denominator" FROM ({{hits}}) AS h
            """;
        var read = (await db.Database.SqlQueryRaw<MeasureFigure>(sql, province ?? council, asked.Days.From, asked.Days.To).ToListAsync(ct))[0];

        return (read.Numerator, read.Denominator);
    }

    private sealed class Statement(MeasurePlaces places)
    {
        public List<object> Parameters { get; } = [];

        /// <summary>Selects of <c>measure, place, num, den</c> for measures that share their days.</summary>
        public IEnumerable<string> Parts(IReadOnlyList<MeasureAsk> asked, DaySpan days)
        {
            var period = CountPeriod.Of(days.From, days.To);
            var measures = string.Join(", ", asked.Select(a => $"'{a.Code}'"));
            if (period.Months is { } months)
            {
                yield return $"SELECT measure, place, numerator AS num, denominator AS den FROM measure_cell WHERE {CellPlaces()} AND measure IN ({measures}) AND grain = 'M' AND {Between("period", months)}";
            }

            foreach (var edge in period.Edges)
            {
                if (places.Nation || places.Provinces.Count > 0)
                {
                    yield return $"SELECT measure, place, numerator AS num, denominator AS den FROM measure_cell WHERE {WholePlaces()} AND measure IN ({measures}) AND grain = 'D' AND {Between("period", edge)}";
                }

                if (Lines() is { } lines)
                {
                    yield return Hits(asked, "count_line", $"{lines} AND {Between("day", edge)}", "council_id");
                }
            }

            foreach (var delta in Deltas(asked, days))
            {
                yield return delta;
            }
        }

        private IEnumerable<string> Deltas(IReadOnlyList<MeasureAsk> asked, DaySpan days)
        {
            if (places.Nation)
            {
                yield return Hits(asked, "count_delta", Between("day", days), "nation");
            }

            if (places.Provinces.Count > 0)
            {
                yield return Hits(asked, "count_delta", $"{In("province_id", places.Provinces)} AND {Between("day", days)}", "province_id");
            }

            if (Lines() is { } lines)
            {
                yield return Hits(asked, "count_delta", $"{lines} AND {Between("day", days)}", "council_id");
            }
        }

        private static string Hits(IReadOnlyList<MeasureAsk> asked, string from, string where, string place)
        {
            // One walk over the rows for all measures together: they are few, the measures many.
            var hits = MeasureSql.Hits(asked.Select(a => (a.Code, a.Rule)), "these");
            var key = place == "nation" ? $"CASE WHEN council_id IS NULL THEN council_id ELSE {CountSql.NoId} END" : place;

            return $"SELECT measure, {key} AS place, num, den FROM (WITH these AS (SELECT kind, field, authority, status, outcome, council_id, province_id, day, n FROM {from} WHERE {where}) {hits}) AS h";
        }

        private string? Lines()
        {
            if (places.ProvinceOfCouncils is { } province)
            {
                return $"province_id = {Parameter(province)}";
            }

            return places.Councils.Count > 0 ? In("council_id", places.Councils) : null;
        }

        private string CellPlaces() => string.Join(" OR ", new[]
        {
            places.Nation || places.Provinces.Count > 0 ? WholePlaces() : null,
            places.ProvinceOfCouncils is { } province ? $"place IN (SELECT id FROM council WHERE province_id = {Parameter(province)})" : places.Councils.Count > 0 ? In("place", places.Councils) : null,
        }.OfType<string>()) is var which ? $"({which})" : "";

        private string WholePlaces() => places.Nation ? places.Provinces.Count == 0 ? $"place = {CountSql.NoId}" : $"(place = {CountSql.NoId} OR {In("place", places.Provinces)})" : In("place", places.Provinces);

        private string Between(string column, DaySpan span) => $"{column} BETWEEN {Parameter(span.From)} AND {Parameter(span.To)}";

        private string In(string column, IReadOnlyList<Guid> ids) => $"{column} IN ({string.Join(", ", ids.Select(id => Parameter(id)))})";

        private string Parameter(object value)
        {
            Parameters.Add(value);

            return string.Create(CultureInfo.InvariantCulture, $"{{{Parameters.Count - 1}}}");
        }
    }
}
