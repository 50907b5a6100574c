using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Petitions.Import;

/// <summary>Publishes one staged ledger inside an operation: everything or nothing.</summary>
internal sealed class ImportPublisher(Work work, ImportBatch batch, Council council, Capacity capacity, Rules rules)
{
    public async Task<Result> RunAsync(PublishChoice choice, CancellationToken ct)
    {
        if (batch.State != ImportState.Ready)
        {
            return new Refusal(batch.State == ImportState.Staging ? "import.stillStaging" : "import.alreadyDecided");
        }

        // Two imports into one council go one after the other: each must see what the other added.
        await CodeSeries.NextAsync(work.Db, $"import-{council.Code}", 1, ct);
        var rows = await work.Db.Set<ImportRow>().AsNoTracking()
            .Where(r => r.BatchId == batch.Id && r.Told != null && r.State != ImportRowState.LeftOut)
            .OrderBy(r => r.Ordinal)
            .ToListAsync(ct);
        await ImportJudge.JudgeAsync(work.Db, council.Id, rows, ct);
        batch.State = ImportState.Published;
        batch.PublishedAt = work.Now;
        var added = rows.FindAll(r => r.State == ImportRowState.New);
        var changed = choice.TakeChanges ? rows.FindAll(r => r.State == ImportRowState.Changed) : [];
        // First, so that agencies made and documents entered stand in the story of the ledger.
        work.Record(new LedgerPublished(LedgerReceived.About(batch), batch.FileName, added.Count, changed.Count), capacity);
        await WriteAsync(added, changed, ct);
        await KeepCountAsync(rows, added.Count, changed.Count, ct);

        return Result.Done;
    }

    private async Task WriteAsync(List<ImportRow> added, List<ImportRow> changed, CancellationToken ct)
    {
        var told = added.Concat(changed).ToDictionary(r => r.Ordinal, r => LedgerRow.Read(r.Told!));
        var writer = new LedgerWriter(work, batch, council, capacity, rules);
        await writer.PrepareAsync(told.Values, ct);
        var known = await KnownPetitions.LoadAsync(work.Db, [.. changed.Select(r => r.PetitionId!.Value)], track: true, ct);
        var years = added.GroupBy(r => LedgerStanding.ReceivedOn(told[r.Ordinal], batch.ReceivedOn, work.Today).Year);
        foreach (var year in years.OrderBy(g => g.Key))
        {
            var number = await CodeSeries.NextAsync(work.Db, PetitionCode.Series(council.Code, year.Key), year.Count(), ct);
            foreach (var row in year)
            {
                writer.Add(row, told[row.Ordinal], PetitionCode.Of(council.Code, year.Key, number++));
            }
        }

        foreach (var row in changed)
        {
            writer.Update(row, told[row.Ordinal], known[row.PetitionId!.Value]);
        }
    }

    /// <summary>What was taken is in the petitions now; only rows that could not be taken, or were told of, stay to be looked at and given back.</summary>
    private async Task KeepCountAsync(List<ImportRow> rows, int added, int changed, CancellationToken ct)
    {
        var movedOn = rows.FindAll(r => r.State == ImportRowState.MovedOn);
        (batch.Added, batch.Changed, batch.MovedOn) = (added, changed, movedOn.Count);
        batch.Unchanged = rows.Count - added - changed - movedOn.Count;
        var kept = movedOn.ConvertAll(r => r.Ordinal);
        await work.Db.Set<ImportFile>().Where(f => f.BatchId == batch.Id).ExecuteDeleteAsync(ct);
        await work.Db.Set<ImportRow>().Where(r => r.BatchId == batch.Id && r.State != ImportRowState.Rejected && !kept.Contains(r.Ordinal)).ExecuteDeleteAsync(ct);
        foreach (var some in kept.Chunk(500))
        {
            await work.Db.Set<ImportRow>().Where(r => r.BatchId == batch.Id && some.Contains(r.Ordinal)).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ImportRowState.MovedOn), ct);
        }
    }
}
