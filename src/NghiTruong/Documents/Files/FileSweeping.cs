using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Operations;

namespace NghiTruong.Documents.Files;

/// <summary>A blob dies with its last use: rows that nothing uses any more go, and their blobs after them.</summary>
public sealed class ForgetUnusedFiles(FileStore store, IDbContextFactory<Db> contexts) : IJob
{
    /// <summary>Longer than any operation that may just be attaching the same content.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    public string Name => "files.forgetUnused";

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task RunAsync(DateTime now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var before = now - Grace;
        var unused = await db.Set<StoredFile>().AsNoTracking()
            .Where(f => f.TouchedAt < before && !db.Set<FileUse>().Any(u => u.FileId == f.Id))
            .ToListAsync(ct);
        foreach (var file in unused)
        {
            // Asked again in the statement: somebody may have attached it since.
            var gone = await db.Set<StoredFile>()
                .Where(f => f.Id == file.Id && f.TouchedAt < before && !db.Set<FileUse>().Any(u => u.FileId == f.Id))
                .ExecuteDeleteAsync(ct);
            if (gone > 0)
            {
                store.Remove(file.CouncilId, file.Name, before);
            }
        }
    }
}

/// <summary>The file precedes the commit: blobs whose operation never committed (refused, killed) are swept a day later.</summary>
public sealed class SweepOrphanFiles(FileStore store, IDbContextFactory<Db> contexts) : IJob
{
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public string Name => "files.sweepOrphans";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task RunAsync(DateTime now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var batch in store.TouchedBefore(now - Grace).Chunk(500))
        {
            var names = batch.Select(b => b.Name).ToList();
            var known = (await db.Set<StoredFile>().Where(f => names.Contains(f.Name)).Select(f => new { f.CouncilId, f.Name }).ToListAsync(ct))
                .Select(f => (f.CouncilId, f.Name)).ToHashSet();
            foreach (var orphan in batch.Where(b => !known.Contains(b)))
            {
                store.Remove(orphan.CouncilId, orphan.Name, now - Grace);
            }
        }
    }
}

/// <summary>The keys of protected files go over to the new master key.</summary>
public sealed class SealedFileKeys(IDbContextFactory<Db> contexts) : ISealedColumn
{
    public async Task<int> SealAgainAsync(Protector protector, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var files = await db.Set<StoredFile>().Where(f => f.SealedKey != null).ToListAsync(ct);
        var old = files.Where(f => !protector.IsCurrent(f.SealedKey!)).ToList();
        foreach (var file in old)
        {
            file.SealedKey = protector.SealAgain(FileStore.KeyPurpose, file.SealedKey!);
        }

        await db.SaveChangesAsync(ct);

        return old.Count;
    }
}
