using Microsoft.EntityFrameworkCore;
using NghiTruong.Documents.Files;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Database.Backups;

/// <summary>How a backup is to be restored.</summary>
public sealed record RestoreInput
{
    /// <summary>The folder or the file that <see cref="BackupWriter"/> wrote.</summary>
    public required string Path { get; init; }

    /// <summary>What stands in the target may go.</summary>
    public bool Replace { get; init; }

    /// <summary>A list of erasures kept elsewhere; the house's own is read too.</summary>
    public string? Erasures { get; init; }

    /// <summary>There is no list of erasures later than the backup, and whoever restores answers for it.</summary>
    public bool WithoutErasures { get; init; }

    /// <summary>The key folder is not the one that signed it.</summary>
    public bool AnySignature { get; init; }
}

/// <summary>What was restored.</summary>
/// <param name="Former">Where the database that stood here lies now; null when there was none.</param>
/// <param name="Missing">Files that the database names and the backup does not hold.</param>
public sealed record RestoreReport(DateTime BackupAt, int Files, string? Former, int ErasuresDoneAgain, int Missing, JournalReport Journal, ExportedHeads Heads);

/// <summary>Checks a backup whole before it touches anything; then files, database, schema, journal, and the erasures done since.</summary>
public sealed class Restoring(
    IDatabaseCopy database,
    SchemaUpdate schema,
    IDbContextFactory<Db> contexts,
    FilesDirectory files,
    HeadsFolder heads,
    HeadsSigner signer,
    ErasureList erasures,
    AfterRestore after,
    JournalVerifier journal,
    TimeProvider clock)
{
    /// <returns>
    /// Refusals <c>restore.notABackup</c>, <c>restore.signature</c>, <c>restore.damaged</c>, <c>restore.otherEngine</c>, <c>restore.newer</c>, <c>restore.targetNotEmpty</c>,
    /// <c>restore.erasuresMissing</c>, <c>restore.inUse</c>, <c>backup.clientMissing</c>, <c>backup.failed</c>.
    /// </returns>
    public async Task<Result<RestoreReport>> RunAsync(RestoreInput asked, IProgress<double> progress, CancellationToken ct)
    {
        // On the disk of the target, which has the room, and closed to others.
        var unpacked = Path.TrimEndingDirectorySeparator(Path.GetFullPath(files.Path)) + ".restoring";
        try
        {
            var opened = await OpenedBackup.OpenAsync(asked.Path, unpacked, ct);
            if (opened.IsRefused)
            {
                return Result<RestoreReport>.Refuse(opened.Refusals);
            }

            var backup = opened.Value;
            if (await RefusalAsync(backup, asked, ct) is { } refusal)
            {
                return refusal;
            }

            return await backup.CheckAsync(Part(progress, 0, 0.3), ct) is { } damaged ? damaged : await RestoreAsync(backup, asked, progress, ct);
        }
        finally
        {
            BackupWriter.Forget(unpacked);
        }
    }

    private async Task<Refusal?> RefusalAsync(OpenedBackup backup, RestoreInput asked, CancellationToken ct)
    {
        if (!asked.AnySignature && !backup.IsSigned(signer))
        {
            return new Refusal("restore.signature");
        }

        if (backup.Manifest.Engine != database.Engine)
        {
            return new Refusal("restore.otherEngine", null, backup.Manifest.Engine, database.Engine);
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!db.Database.GetMigrations().Contains(backup.Manifest.Migration, StringComparer.Ordinal))
        {
            return new Refusal("restore.newer", null, backup.Manifest.Migration);
        }

        if (!asked.Replace && (await database.HoldsAnythingAsync(ct) || StoredBlobs.In(files.Path).Any()))
        {
            return new Refusal("restore.targetNotEmpty");
        }

        var hasList = erasures.Exists || File.Exists(asked.Erasures);

        return hasList || asked.WithoutErasures ? null : new Refusal("restore.erasuresMissing", null, erasures.File);
    }

    private async Task<Result<RestoreReport>> RestoreAsync(OpenedBackup backup, RestoreInput asked, IProgress<double> progress, CancellationToken ct)
    {
        var later = (await erasures.ReadAsync(null, ct)).Concat(asked.Erasures is { } list ? await erasures.ReadAsync(list, ct) : []).ToList();
        var restored = backup.PutFiles(files.Path, heads.Path, Part(progress, 0.3, 0.5));
        var put = await database.PutAsync(Path.Combine(backup.Folder, database.FileName), clock.Now, ct);
        if (put.IsRefused)
        {
            return Result<RestoreReport>.Refuse(put.Refusals);
        }

        progress.Report(0.7);
        await schema.RunAsync(ct);
        await heads.NoteRestoreAsync(backup.Manifest.CreatedAt, ct);
        var exported = await heads.ReadAsync(null, null, ct);
        var length = Math.Max(1, await journal.LengthAsync(ct));
        var bar = Part(progress, 0.7, 0.99);
        var report = await journal.VerifyAsync(exported.Heads, new Steps(walked => bar.Report((double)walked / length)), ct);
        var again = await after.RunAsync(backup.Manifest.CreatedAt, later, ct);
        await erasures.AddAsync(later, ct);
        await erasures.BringUpToDateAsync(ct);
        await heads.ExportAsync(ct);
        progress.Report(1);

        return new RestoreReport(backup.Manifest.CreatedAt, restored, put.Value, again, await MissingAsync(ct), report, exported);
    }

    private async Task<int> MissingAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var missing = 0;
        await foreach (var file in db.Set<StoredFile>().AsNoTracking().Select(f => new { f.CouncilId, f.Name }).AsAsyncEnumerable().WithCancellation(ct))
        {
            missing += File.Exists(StoredBlobs.PathOf(files.Path, file.CouncilId, file.Name)) ? 0 : 1;
        }

        return missing;
    }

    private static Shares Part(IProgress<double> whole, double from, double to) => new(whole, from, to);

    private sealed class Shares(IProgress<double> whole, double from, double to) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + ((to - from) * value));
    }

    private sealed class Steps(Action<long> told) : IProgress<long>
    {
        public void Report(long value) => told(value);
    }
}
