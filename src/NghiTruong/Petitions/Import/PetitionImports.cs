using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Registers;
using NghiTruong.Language;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Petitions.Import;

/// <summary>
/// Takes ledgers of petitions in: received, staged (goes on after the process was killed), looked at, published in one transaction. Page, API and command line
/// call these. Refusals: <c>council.notFound</c>, <c>file.*</c>, <c>table.*</c>, <c>import.*</c>.
/// </summary>
public sealed class PetitionImports(OperationRunner operations, IDbContextFactory<Db> contexts, RuleBook ruleBook, TimeProvider clock)
{
    private const int StagedAtOnce = 1000;

    /// <summary>Rows from which on reading goes on behind the page.</summary>
    public const int LongLedger = 3000;

    /// <summary>What would happen, with nothing kept.</summary>
    public async Task<Result<ImportReport>> TryAsync(ImportInput asked, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await CouncilAsync(db, asked.CouncilId, acting, ct) is not { } council)
        {
            return new Refusal("council.notFound", nameof(asked.CouncilId));
        }

        var batch = New(asked, council, acting);
        var draft = await ImportDraft.ReadAsync(db, batch, asked.Content, clock.Today, ct);
        if (draft.IsRefused)
        {
            return Result<ImportReport>.Refuse(draft.Refusals);
        }

        await ImportJudge.JudgeAsync(db, council.Id, draft.Value.Rows, ct);
        Count(batch, draft.Value.Rows);
        batch.Tables = draft.Value.Tables;

        return ImportReport.Of(batch, draft.Value.Rows);
    }

    /// <summary>Receives, stages and publishes in one go: new rows are added and changed ones updated.</summary>
    public async Task<Result<ImportReport>> ImportAsync(ImportInput asked, Acting acting, CancellationToken ct, IProgress<double>? progress = null)
    {
        var received = await ReceiveAsync(asked, acting, ct, inBackground: false, progress);
        if (received.IsRefused)
        {
            return Result<ImportReport>.Refuse(received.Refusals);
        }

        var published = await PublishAsync(received.Value, new PublishChoice(), acting, ct);
        progress?.Report(1);

        return published.IsRefused ? Result<ImportReport>.Refuse(published.Refusals) : await ReportAsync(received.Value, ct);
    }

    /// <summary>Takes the file, refuses what cannot be read, and stages it: at once, or behind the page when it is long.</summary>
    /// <returns>The id of the import.</returns>
    public async Task<Result<Guid>> ReceiveAsync(ImportInput asked, Acting acting, CancellationToken ct, bool inBackground = true, IProgress<double>? progress = null)
    {
        ImportDraft draft;
        ImportBatch batch;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (await CouncilAsync(db, asked.CouncilId, acting, ct) is not { } council)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            batch = New(asked, council, acting);
            var read = await ImportDraft.ReadAsync(db, batch, asked.Content, clock.Today, ct);
            if (read.IsRefused)
            {
                return Result<Guid>.Refuse(read.Refusals);
            }

            draft = read.Value;
        }

        var isLong = inBackground && draft.Rows.Count > LongLedger;
        var kept = await KeepAsync(batch, asked.Content, draft, isLong, acting, ct);
        if (kept.IsRefused)
        {
            return kept;
        }

        if (!isLong)
        {
            await StageAsync(batch.Id, draft, progress, ct);
        }

        return batch.Id;
    }

    /// <summary>Reads on where staging stopped: after the process was killed, or behind the page. Harmless when there is nothing to do.</summary>
    public async Task ResumeAsync(Guid batchId, CancellationToken ct, IProgress<double>? progress = null)
    {
        ImportDraft draft;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            var batch = await db.Set<ImportBatch>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == batchId, ct);
            var file = await db.Set<ImportFile>().AsNoTracking().FirstOrDefaultAsync(f => f.BatchId == batchId, ct);
            if (batch is not { State: ImportState.Staging } || file is null)
            {
                return;
            }

            using var content = new MemoryStream(file.Content, writable: false);
            var read = await ImportDraft.ReadAsync(db, batch, content, clock.Today, ct);
            if (read.IsRefused)
            {
                // Choices by hand may leave no header; the person sees the import standing and chooses again or leaves it.
                return;
            }

            draft = read.Value;
        }

        await StageAsync(batchId, draft, progress, ct);
    }

    /// <summary>Adds the new petitions and, where the person agrees, updates the changed ones: one transaction.</summary>
    public async Task<Result> PublishAsync(Guid batchId, PublishChoice choice, Acting acting, CancellationToken ct)
    {
        var rules = await ruleBook.ReadAsync(ct);

        return await operations.RunAsync(acting, async (work, token) =>
        {
            if (await FindAsync(work, batchId, token) is not var (batch, council, capacity))
            {
                return new Refusal("import.notFound");
            }

            return await new ImportPublisher(work, batch, council, capacity, rules).RunAsync(choice, token);
        }, ct);
    }

    /// <summary>Leaves an import: its rows and file are deleted.</summary>
    public Task<Result> DiscardAsync(Guid batchId, Acting acting, CancellationToken ct) => operations.RunAsync(acting, async (work, token) =>
    {
        if (await FindAsync(work, batchId, token) is not var (batch, _, capacity))
        {
            return new Refusal("import.notFound");
        }

        if (batch.State is ImportState.Published or ImportState.Discarded)
        {
            return new Refusal("import.alreadyDecided");
        }

        batch.State = ImportState.Discarded;
        await ForgetAsync(work.Db, batchId, token);
        work.Record(new LedgerDiscarded(LedgerReceived.About(batch), batch.FileName), capacity);

        return Result.Done;
    }, ct);

    /// <summary>Remembers which column is which by title, for this file and the council's next ones, and reads the file again.</summary>
    /// <param name="columns">Title to key of <see cref="LedgerColumns"/>; an empty key leaves the column out.</param>
    public async Task<Result> MapColumnsAsync(Guid batchId, IReadOnlyDictionary<string, string?> columns, Acting acting, CancellationToken ct)
    {
        var done = await operations.RunAsync(acting, async (work, token) =>
        {
            if (await FindAsync(work, batchId, token) is not var (batch, _, _))
            {
                return new Refusal("import.notFound");
            }

            if (batch.State is not (ImportState.Ready or ImportState.Staging) || !await work.Db.Set<ImportFile>().AnyAsync(f => f.BatchId == batchId, token))
            {
                return new Refusal("import.alreadyDecided");
            }

            await ColumnMemory.KeepAsync(work.Db, LedgerColumns.Register, batch.CouncilId, columns, LedgerColumns.Finder.Columns, token);
            await work.Db.Set<ImportRow>().Where(r => r.BatchId == batchId).ExecuteDeleteAsync(token);
            (batch.State, batch.Staged) = (ImportState.Staging, 0);

            return Result.Done;
        }, ct);
        if (!done.IsRefused)
        {
            await ResumeAsync(batchId, ct);
        }

        return done;
    }

    /// <summary>What came of an import, row by row where it could not be taken.</summary>
    public async Task<ImportReport> ReportAsync(Guid batchId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var batch = await db.Set<ImportBatch>().AsNoTracking().FirstAsync(b => b.Id == batchId, ct);
        var rows = await db.Set<ImportRow>().AsNoTracking()
            .Where(r => r.BatchId == batchId && (r.State == ImportRowState.Rejected || r.State == ImportRowState.MovedOn || r.Problems != null))
            .OrderBy(r => r.Ordinal)
            .ToListAsync(ct);

        return ImportReport.Of(batch, rows);
    }

    internal static async Task ForgetAsync(Db db, Guid batchId, CancellationToken ct)
    {
        await db.Set<ImportFile>().Where(f => f.BatchId == batchId).ExecuteDeleteAsync(ct);
        await db.Set<ImportRow>().Where(r => r.BatchId == batchId).ExecuteDeleteAsync(ct);
    }

    internal static void Count(ImportBatch batch, IReadOnlyList<ImportRow> rows)
    {
        var counts = rows.CountBy(r => r.State).ToDictionary();
        batch.Total = rows.Count;
        batch.Added = counts.GetValueOrDefault(ImportRowState.New);
        batch.Changed = counts.GetValueOrDefault(ImportRowState.Changed);
        batch.Unchanged = counts.GetValueOrDefault(ImportRowState.Unchanged);
        batch.Rejected = counts.GetValueOrDefault(ImportRowState.Rejected);
        batch.MovedOn = counts.GetValueOrDefault(ImportRowState.MovedOn);
        batch.LeftOut = counts.GetValueOrDefault(ImportRowState.LeftOut);
    }

    private Task<Result<Guid>> KeepAsync(ImportBatch batch, Stream content, ImportDraft draft, bool isLong, Acting acting, CancellationToken ct) =>
        operations.RunAsync<Guid>(acting, async (work, token) =>
        {
            var council = await work.Db.Set<Council>().FirstAsync(c => c.Id == batch.CouncilId, token);
            var bytes = new byte[content.Length];
            content.Position = 0;
            await content.ReadExactlyAsync(bytes, token);
            batch.Total = draft.Rows.Count;
            batch.Tables = draft.Tables;
            work.Db.Add(batch);
            work.Db.Add(new ImportFile { BatchId = batch.Id, Content = bytes });
            work.Record(
                new LedgerReceived(LedgerReceived.About(batch), batch.FileName, batch.Total, isLong),
                work.Acting.CapacityFor<ImportPetitions>(council.Id, council.ProvinceId)!);

            return batch.Id;
        }, ct);

    /// <summary>A thousand rows a transaction. Two readers at once do no harm: the second meets the batch's version and goes on from where it stands.</summary>
    private async Task StageAsync(Guid batchId, ImportDraft draft, IProgress<double>? progress, CancellationToken ct)
    {
        for (var staging = true; staging;)
        {
            var staged = await operations.RunAsync<int>(Acting.System, async (work, token) =>
            {
                var batch = await work.Db.Set<ImportBatch>().FirstAsync(b => b.Id == batchId, token);
                if (batch.State != ImportState.Staging)
                {
                    return -1;
                }

                if (batch.Tables != draft.Tables || batch.Total != draft.Rows.Count)
                {
                    await work.Db.Set<ImportRow>().Where(r => r.BatchId == batchId).ExecuteDeleteAsync(token);
                    (batch.Tables, batch.Total, batch.Staged) = (draft.Tables, draft.Rows.Count, 0);
                }

                var some = draft.Rows.Skip(batch.Staged).Take(StagedAtOnce).ToList();
                work.Db.AddRange(some);
                batch.Staged += some.Count;
                if (batch.Staged == batch.Total)
                {
                    await FinishAsync(work, batch, draft, token);
                }

                return batch.Staged;
            }, ct);
            progress?.Report(0.4 * staged.Value / Math.Max(1, draft.Rows.Count));
            staging = staged.Value >= 0 && staged.Value < draft.Rows.Count;
        }
    }

    private static async Task FinishAsync(Work work, ImportBatch batch, ImportDraft draft, CancellationToken ct)
    {
        await ImportJudge.JudgeAsync(work.Db, batch.CouncilId, draft.Rows, ct);
        Count(batch, draft.Rows);
        batch.State = ImportState.Ready;
        foreach (var row in draft.Rows.Take(batch.Total).Where(r => r.PetitionId is not null))
        {
            if (work.Db.Entry(row).State == EntityState.Detached)
            {
                work.Db.Update(row);
            }
        }

        if (draft.HasSecrets)
        {
            await work.Db.Set<ImportFile>().Where(f => f.BatchId == batch.Id).ExecuteDeleteAsync(ct);
        }
    }

    private static async Task<(ImportBatch Batch, Council Council, Capacity Capacity)?> FindAsync(Work work, Guid batchId, CancellationToken ct)
    {
        if (await work.Db.Set<ImportBatch>().FirstOrDefaultAsync(b => b.Id == batchId, ct) is not { } batch || work.CapacityFor<ImportPetitions>(batch) is not { } capacity)
        {
            return null;
        }

        return (batch, await work.Db.Set<Council>().FirstAsync(c => c.Id == batch.CouncilId, ct), capacity);
    }

    private static async Task<Council?> CouncilAsync(Db db, Guid councilId, Acting acting, CancellationToken ct) =>
        await db.Set<Council>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == councilId, ct) is { } council
        && acting.CapacityFor<ImportPetitions>(council.Id, council.ProvinceId) is not null
            ? council
            : null;

    private ImportBatch New(ImportInput asked, Council council, Acting acting) => new()
    {
        Id = Guid.CreateVersion7(),
        CouncilId = council.Id,
        ProvinceId = council.ProvinceId,
        OriginCouncilId = council.Id,
        FileName = NghiTruong.Documents.Uploads.UploadGuard.SafeName(asked.FileName),
        UserId = acting.UserId,
        UserName = acting.UserName,
        CreatedAt = clock.Now,
        ReceivedOn = asked.ReceivedOn,
        IsOpeningBalance = asked.IsOpeningBalance,
        CreatesAgencies = asked.CreatesAgencies,
    };
}

/// <summary>What a person agrees to when publishing.</summary>
/// <param name="TakeChanges">Update what the ledger tells otherwise.</param>
public sealed record PublishChoice(bool TakeChanges = true);
