using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Operations;

namespace NghiTruong.Counting;

/// <summary>
/// Folds deltas into lines and cells. Deltas disappear in the transaction that adds them up, so a killed fold leaves nothing half done; one node folds at a
/// time; writers only ever append, and never wait for it.
/// </summary>
public sealed class CountFold(IDbContextFactory<Db> contexts, IEnumerable<CountSource> sources) : IJob
{
    private readonly IReadOnlyList<string> _cellKinds = [.. sources.SelectMany(s => s.CellKinds)];

    private const int Batch = 20_000;

    /// <summary>"NTCOUNTS": whoever holds it folds.</summary>
    internal const long FoldLock = 0x4E54_434F_554E_5453;

    public string Name => "counts.fold";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public Task RunAsync(DateTime now, CancellationToken ct) => FoldAsync(ct);

    /// <summary>Folds everything that is committed by now; returns how many deltas there were. Zero when another node is folding.</summary>
    public async Task<int> FoldAsync(CancellationToken ct)
    {
        var folded = 0;
        while (true)
        {
            var batch = await FoldBatchAsync(ct);
            folded += batch;
            if (batch < Batch)
            {
                return folded;
            }
        }
    }

    private async Task<int> FoldBatchAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.Set<CountDelta>().AnyAsync(ct))
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (db.Dialect.IsPostgres && !await TryLockAsync(db, ct))
        {
            return 0;
        }

        // Read under the lock: a measure that is being built waits for this fold, or this fold for it.
        var hits = MeasureSql.Hits(await MeasureBuild.BuiltAsync(db, ct), "moved");
        var cells = CountSql.FoldCells(db.Dialect, await CountSettling.DayAsync(db, ct), _cellKinds);
        var folded = db.Dialect.IsPostgres ? await FoldOnPostgresAsync(db, cells, hits, ct) : await FoldOnSqliteAsync(db, cells, hits, ct);
        await transaction.CommitAsync(ct);

        return folded;
    }

    private static async Task<bool> TryLockAsync(Db db, CancellationToken ct) =>
        (await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({FoldLock}) AS \"Value\"").ToListAsync(ct))[0];

    // One statement: what it deletes is what it adds, though writers commit meanwhile.
    private static async Task<int> FoldOnPostgresAsync(Db db, string cellsOfMoved, string? hits, CancellationToken ct)
    {
        var statement =
            $"""
            WITH moved AS (DELETE FROM count_delta WHERE id IN (SELECT id FROM count_delta ORDER BY id LIMIT {Batch}) RETURNING *),
            lines AS ({CountSql.FoldLines}),
            cells AS ({cellsOfMoved}){(hits is null ? "" : $", measures AS ({MeasureSql.Fold(hits, db.Dialect)})")}
            SELECT CAST(COUNT(*) AS int) AS "Value" FROM moved
            """;

        return (await db.Database.SqlQueryRaw<int>(statement).ToListAsync(ct))[0];
    }

    // The transaction holds the file: nobody writes between these statements.
    private static async Task<int> FoldOnSqliteAsync(Db db, string cellsOfMoved, string? hits, CancellationToken ct)
    {
        var oldest = $"FROM count_delta ORDER BY id LIMIT {Batch}";
        var lines = $"WITH moved AS (SELECT * {oldest}) {CountSql.FoldLines}";
        var cells = $"WITH moved AS (SELECT * {oldest}) {cellsOfMoved}";
        var gone = $"DELETE FROM count_delta WHERE id IN (SELECT id {oldest})";
        await db.Database.ExecuteSqlRawAsync(lines, ct);
        await db.Database.ExecuteSqlRawAsync(cells, ct);
        if (hits is not null)
        {
            var measures = $"WITH moved AS (SELECT * {oldest}) {MeasureSql.Fold(hits, db.Dialect)}";
            await db.Database.ExecuteSqlRawAsync(measures, ct);
        }

        return await db.Database.ExecuteSqlRawAsync(gone, ct);
    }
}

/// <summary>Clears lines and cells that have come down to nothing. They count nothing meanwhile, so once a day is enough.</summary>
public sealed class CountPrune(IDbContextFactory<Db> contexts) : IJob
{
    public string Name => "counts.prune";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task RunAsync(DateTime now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Set<CountLine>().Where(l => l.N == 0).ExecuteDeleteAsync(ct);
        await db.Set<CountCell>().Where(c => c.N == 0).ExecuteDeleteAsync(ct);
    }
}
