using System.Data;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;

namespace NghiTruong.Counting;

/// <summary>Where the counted records lie. A room that counts registers its own: <c>services.AddSingleton(MyCounting.Source)</c>.</summary>
/// <param name="Kinds">Kinds of <see cref="Counted"/> that come from here.</param>
/// <param name="Sql">A statement whose columns are the dimensions of <see cref="Counted"/> and <c>n</c>.</param>
public sealed record CountSource(IReadOnlyList<string> Kinds, string Sql)
{
    /// <summary>Those of its kinds whose figures are split by dimension (<see cref="CountReader"/>); others are read as lines and measures alone, and cost no cells.</summary>
    public IReadOnlyList<string> CellKinds { get; init; } = Kinds;
}

/// <summary>A figure of the counts that the records do not bear out.</summary>
/// <param name="Where">Names the dimensions, one after the other.</param>
public sealed record CountDifference(string Where, long Counted, long Recounted);

/// <summary>Recounts from the records: to verify, to count rows that came in without passing through the house, to build the counts anew.</summary>
public sealed class CountCheck(IDbContextFactory<Db> contexts, CountFold fold, IEnumerable<CountSource> sources)
{
    /// <summary>Every cell that the records do not bear out, of whatever room counts; empty when all agree.</summary>
    public async Task<IReadOnlyList<CountDifference>> VerifyAsync(CancellationToken ct)
    {
        List<CountDifference> differences = [];
        foreach (var source in sources)
        {
            differences.AddRange(await VerifyAsync(source, ct));
        }

        differences.AddRange(await VerifyMeasuresAsync(ct));

        return differences;
    }

    /// <summary>Builds all counts anew from the records.</summary>
    public async Task RebuildAsync(CancellationToken ct)
    {
        foreach (var source in sources)
        {
            await RebuildAsync(source, ct);
        }
    }

    /// <summary>Compares counts and records at one moment; work may go on meanwhile. Empty when all agree.</summary>
    public async Task<IReadOnlyList<CountDifference>> VerifyAsync(CountSource source, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var lines = await DifferencesAsync(
            db,
            $"""
            SELECT 'line ' || CAST(council_id AS TEXT) || ' ' || CAST(day AS TEXT) || ' ' || kind || ' ' || session || ' ' || CAST(due AS TEXT) || ' '
                       || field || ' ' || authority || ' ' || CAST(agency_id AS TEXT) || ' ' || outcome || ' ' || status AS "Where",
                   CAST(SUM(counted) AS BIGINT) AS "Counted", CAST(SUM(recounted) AS BIGINT) AS "Recounted"
            FROM (
                SELECT {CountSql.Dimensions}, n AS counted, 0 AS recounted FROM count_line WHERE {KindIn(source)}
                UNION ALL
                SELECT {CountSql.Dimensions}, n, 0 FROM count_delta WHERE {KindIn(source)}
                UNION ALL
                SELECT {CountSql.Dimensions}, 0, n FROM ({source.Sql}) AS records
            ) AS both_sides
            GROUP BY {CountSql.Dimensions} HAVING SUM(counted) <> SUM(recounted)
            """,
            ct);
        if (source.CellKinds.Count == 0)
        {
            return lines;
        }

        var settled = await CountSettling.DayAsync(db, ct);
        var cells = await DifferencesAsync(
            db,
            $"""
            SELECT 'cell ' || CAST(place AS TEXT) || ' ' || grain || ' ' || CAST(period AS TEXT) || ' ' || kind || ' ' || session || ' ' || dimension || ' '
                       || value || ' ' || outcome AS "Where",
                   CAST(counted AS BIGINT) AS "Counted", CAST(recounted AS BIGINT) AS "Recounted"
            FROM ({CountSql.CellDifferences(db.Dialect, settled, source.CellKinds)}) AS differences WHERE {KindIn(source)}
            """,
            ct);

        return [.. lines, .. cells];
    }

    /// <summary>Measures against the lines they are folded from; both numbers of a cell stand in one figure.</summary>
    private async Task<IReadOnlyList<CountDifference>> VerifyMeasuresAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));

        return MeasureSql.Hits(await MeasureBuild.BuiltAsync(db, ct), "count_line") is not { } hits ? [] : await DifferencesAsync(
            db,
            $"""
            SELECT 'measure ' || measure || ' ' || CAST(place AS TEXT) || ' ' || grain || ' ' || CAST(period AS TEXT) AS "Where", CAST(counted AS BIGINT) AS "Counted", CAST(recounted AS BIGINT) AS "Recounted"
            FROM ({MeasureSql.Differences(hits, db.Dialect)}) AS differences
            """,
            ct);
    }

    /// <summary>
    /// Adds the records to the counts (or takes them out, with -1) by one statement inside the caller's transaction: for bulk changes that pass by the change
    /// tracker, such as a merge of units. Take out before the change, add after it.
    /// </summary>
    /// <param name="councils">The councils whose records these are; null for all.</param>
    public static async Task AddAsync(Db db, CountSource source, int sign, IReadOnlyList<Guid>? councils, CancellationToken ct)
    {
        var id = db.Dialect.IsPostgres ? "gen_random_uuid()" : "hex(randomblob(16))";
        var these = councils is null ? "1 = 1" : $"council_id IN ({string.Join(", ", councils.Select((_, i) => $"{{{i}}}"))})";
        var statement =
            $"""
            INSERT INTO count_delta (id, {CountSql.Dimensions}, n)
            SELECT {id}, {CountSql.Dimensions}, {(sign < 0 ? "-n" : "n")} FROM ({source.Sql}) AS records WHERE {these}
            """;
        if (councils is not { Count: 0 })
        {
            await db.Database.ExecuteSqlRawAsync(statement, councils is null ? [] : [.. councils.Cast<object>()], ct);
        }
    }

    /// <summary>Throws the counts of the source away and builds them from its records, at one moment, while writers go on.</summary>
    public async Task RebuildAsync(CountSource source, CancellationToken ct)
    {
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
            // One snapshot: a change that commits meanwhile keeps its delta, and is not among the records read here.
            await using var transaction = await db.Database.BeginTransactionAsync(
                db.Dialect.IsPostgres ? IsolationLevel.RepeatableRead : IsolationLevel.Serializable, ct);
            if (db.Dialect.IsPostgres)
            {
                await db.Database.ExecuteSqlRawAsync("LOCK TABLE count_line, count_cell IN SHARE ROW EXCLUSIVE MODE", ct);
            }

            await db.Set<CountDelta>().Where(d => source.Kinds.Contains(d.Kind)).ExecuteDeleteAsync(ct);
            await db.Set<CountLine>().Where(l => source.Kinds.Contains(l.Kind)).ExecuteDeleteAsync(ct);
            await db.Set<CountCell>().Where(c => source.Kinds.Contains(c.Kind)).ExecuteDeleteAsync(ct);
            await FoldRecordsAsync(db, source, ct);
            await MeasureBuild.BuildAsync(db, [.. (await MeasureBuild.BuiltAsync(db, ct)).Where(m => m.Rule.Kinds.Intersect(source.Kinds).Any())], ct);
            await transaction.CommitAsync(ct);
        }

        await fold.FoldAsync(ct);
    }

    /// <summary>As if every record's delta were folded at once.</summary>
    private static async Task FoldRecordsAsync(Db db, CountSource source, CancellationToken ct)
    {
        var lines = $"WITH moved AS ({source.Sql}) {CountSql.FoldLines}";
        await db.Database.ExecuteSqlRawAsync(lines, ct);
        if (source.CellKinds.Count > 0)
        {
            var cells = $"WITH moved AS (SELECT * FROM count_line WHERE {KindIn(source)}) {CountSql.FoldCells(db.Dialect, await CountSettling.DayAsync(db, ct), source.CellKinds)}";
            await db.Database.ExecuteSqlRawAsync(cells, ct);
        }
    }

    private static Task<List<CountDifference>> DifferencesAsync(Db db, string statement, CancellationToken ct) =>
        db.Database.SqlQueryRaw<CountDifference>(statement).ToListAsync(ct);

    private static string KindIn(CountSource source) => $"kind IN ({string.Join(", ", source.Kinds.Select(k => $"'{k}'"))})";
}
