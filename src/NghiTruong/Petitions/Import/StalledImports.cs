using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Operations;

namespace NghiTruong.Petitions.Import;

/// <summary>Reads long ledgers behind the page; a killed node's reading goes on when its lease runs out.</summary>
public sealed class LedgerStaging(PetitionImports imports) : IOutboxHandler
{
    public string Kind => "petitions.import";

    public bool Wants(HouseEvent happened) => happened is LedgerReceived { InBackground: true };

    public async Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken ct)
    {
        foreach (var message in messages)
        {
            await imports.ResumeAsync(message.SubjectId, ct);
        }
    }
}

/// <summary>Goes on with ledgers whose reading was cut off, and forgets after a month the ones nobody decided: they hold names.</summary>
public sealed class StalledImports(IDbContextFactory<Db> contexts, PetitionImports imports) : IJob
{
    private static readonly TimeSpan Stalled = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public string Name => "petitions.stalledImports";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(DateTime now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var before = now - Stalled;
        foreach (var batch in await db.Set<ImportBatch>().Where(b => b.State == ImportState.Staging && b.CreatedAt < before).Select(b => b.Id).ToListAsync(ct))
        {
            await imports.ResumeAsync(batch, ct);
        }

        var old = now - Kept;
        var undecided = await db.Set<ImportBatch>().Where(b => b.CreatedAt < old && (b.State == ImportState.Staging || b.State == ImportState.Ready)).Select(b => b.Id).ToListAsync(ct);
        foreach (var batch in undecided)
        {
            await imports.DiscardAsync(batch, Accounts.Acting.System, ct);
        }
    }
}
