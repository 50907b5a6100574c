using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;

namespace NghiTruong.Counting;

/// <summary>Sets measures up: cells of a new or changed rule are built from the lines at one moment, while writers go on; a node that folds meanwhile waits.</summary>
public sealed class MeasureBuild(IDbContextFactory<Db> contexts)
{
    /// <summary>Makes a measure count by this rule from now on. Doing so again with the same rule changes nothing.</summary>
    public async Task SetAsync(string code, MeasureRule rule, CancellationToken ct)
    {
        if (!rule.IsSound)
        {
            throw new ArgumentException("A measure counts by names of code only", nameof(rule));
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var written = Measure.Write(rule);
        if (await db.Set<Measure>().AnyAsync(m => m.Code == code && m.RuleJson == written && m.IsBuilt, ct))
        {
            return;
        }

        await InLockAsync(db, async () =>
        {
            await db.Set<Measure>().Where(m => m.Code == code).ExecuteDeleteAsync(ct);
            db.Add(new Measure { Code = code, RuleJson = written, IsBuilt = true });
            await db.SaveChangesAsync(ct);
            await BuildAsync(db, [(code, rule)], ct);
        }, ct);
    }

    public async Task RemoveAsync(string code, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await InLockAsync(db, async () =>
        {
            await db.Set<Measure>().Where(m => m.Code == code).ExecuteDeleteAsync(ct);
            await db.Set<MeasureCell>().Where(c => c.Measure == code).ExecuteDeleteAsync(ct);
        }, ct);
    }

    /// <summary>Measures that count, with their rules.</summary>
    internal static async Task<List<(string Code, MeasureRule Rule)>> BuiltAsync(Db db, CancellationToken ct) =>
        [.. (await db.Set<Measure>().AsNoTracking().Where(m => m.IsBuilt).OrderBy(m => m.Code).ToListAsync(ct)).Select(m => (m.Code, m.Rule))];

    /// <summary>Builds cells anew from the lines, inside the caller's transaction.</summary>
    internal static async Task BuildAsync(Db db, IReadOnlyList<(string Code, MeasureRule Rule)> measures, CancellationToken ct)
    {
        foreach (var measure in measures)
        {
            await db.Set<MeasureCell>().Where(c => c.Measure == measure.Code).ExecuteDeleteAsync(ct);
            var build = MeasureSql.Fold(MeasureSql.Hits([measure], "count_line")!, db.Dialect);
            await db.Database.ExecuteSqlRawAsync(build, ct);
        }
    }

    private static async Task InLockAsync(Db db, Func<Task> act, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (db.Dialect.IsPostgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({CountFold.FoldLock})", ct);
        }

        await act();
        await transaction.CommitAsync(ct);
    }
}
