using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Counting;
using NghiTruong.Database;

namespace NghiTruong.Indicators;

/// <summary>Records behind a figure, by the statement their room gave: newest first, one page.</summary>
internal static class RecordsBehind
{
    private sealed record Row(Guid Id, string Code, string Title, Guid CouncilId, DateOnly Day);

    /// <summary>Records by day and id; names by their id.</summary>
    public static string Cursor(BehindRow row) => row.Day is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}_{row.Id:D}") : row.Id.ToString("D");

    public static async Task<IReadOnlyList<BehindRow>> ReadAsync(
        Db db, CountedRecords source, MeasureRule rule, CountQuery place, DaySpan days, bool missing, string? after, int take, CancellationToken ct)
    {
        List<object> values = [];
        string P(object value)
        {
            values.Add(value);

            return string.Create(CultureInfo.InvariantCulture, $"{{{values.Count - 1}}}");
        }

        var counted = MeasureSql.All(rule.Counted);
        var statement =
            $"""
            SELECT id AS "Id", code AS "Code", title AS "Title", council_id AS "CouncilId", day AS "Day" FROM ({source.Sql}) AS r
            WHERE {Place(place, P)} AND day BETWEEN {P(days.From)} AND {P(days.To)} AND {MeasureSql.All(rule.Base)} AND {(missing ? $"NOT ({counted})" : counted)}{After(after, P)}
            ORDER BY day DESC, id DESC LIMIT {take}
            """;
        var rows = await db.Database.SqlQueryRaw<Row>(statement, [.. values]).ToListAsync(ct);

        return [.. rows.Select(r => new BehindRow(source.Subject, r.Id, r.Code, r.Title, r.CouncilId, r.Day, null, null))];
    }

    private static string Place(CountQuery place, Func<object, string> p)
    {
        if (place.Nation)
        {
            return "1 = 1";
        }

        return $"({In("province_id", place.Provinces, p)} OR {In("council_id", place.Councils, p)})";
    }

    private static string In(string column, IReadOnlyList<Guid> ids, Func<object, string> p) => ids.Count == 0 ? "1 = 0" : $"{column} IN ({string.Join(", ", ids.Select(id => p(id)))})";

    private static string After(string? cursor, Func<object, string> p) =>
        cursor?.Split('_') is [var day, var id] && DateOnly.TryParseExact(day, "yyyy-MM-dd", out var on) && Guid.TryParse(id, out var last)
            ? $" AND (day < {p(on)} OR (day = {p(on)} AND id < {p(last)}))"
            : "";
}
