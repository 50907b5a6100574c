using System.Formats.Tar;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Documents.Files;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Database.Backups;

/// <summary>What was written.</summary>
public sealed record BackupReport(string Path, int Files, long Bytes);

/// <summary>
/// Writes a backup: heads leave the house, then the database is copied, then the files, then a signed manifest. Written aside and renamed, so that what stands under
/// its name is whole. Never the keys: whoever holds both opens every secret.
/// </summary>
public sealed class BackupWriter(
    IDatabaseCopy database, IDbContextFactory<Db> contexts, FilesDirectory files, HeadsFolder heads, ErasureList erasures, HeadsSigner signer, TimeProvider clock)
{
    /// <summary>Most of a backup's time goes into the files; the database is this share of the bar.</summary>
    private const double DatabaseShare = 0.3;

    /// <param name="target">A folder that is not there yet or is empty, or a file <c>.tar</c>, <c>.tar.gz</c>.</param>
    /// <returns>Refusals <c>backup.targetNotEmpty</c>, <c>backup.nothingThere</c>, <c>backup.clientMissing</c>, <c>backup.failed</c>.</returns>
    public async Task<Result<BackupReport>> WriteAsync(string target, IProgress<double> progress, CancellationToken ct)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
        {
            return new Refusal("backup.targetNotEmpty", null, path);
        }

        if (!await database.HoldsAnythingAsync(ct) || await LastMigrationAsync(ct) is not { } migration)
        {
            return new Refusal("backup.nothingThere");
        }

        var draft = path + ".partial";
        Forget(draft);
        OwnersAlone(draft);
        try
        {
            var filled = await FillAsync(draft, migration, progress, ct);
            if (filled.IsRefused)
            {
                return filled;
            }

            await FinishAsync(draft, path, ct);
            progress.Report(1);

            return filled.Value with { Path = path };
        }
        finally
        {
            Forget(draft);
        }
    }

    /// <summary>A compressed or plain tar by its name; else a folder.</summary>
    internal static bool IsArchive(string path) => path.EndsWith(".tar", StringComparison.Ordinal) || IsCompressed(path);

    internal static bool IsCompressed(string path) => path.EndsWith(".tar.gz", StringComparison.Ordinal) || path.EndsWith(".tgz", StringComparison.Ordinal);

    internal static void OwnersAlone(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    internal static void Forget(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<string?> LastMigrationAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return (await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault();
    }

    private async Task<Result<BackupReport>> FillAsync(string draft, string migration, IProgress<double> progress, CancellationToken ct)
    {
        await heads.ExportAsync(ct);
        await erasures.BringUpToDateAsync(ct);
        var createdAt = clock.Now;
        var copied = await database.CopyAsync(Path.Combine(draft, database.FileName), ct);
        if (copied.IsRefused)
        {
            return Result<BackupReport>.Refuse(copied.Refusals);
        }

        progress.Report(DatabaseShare);
        var (length, digest) = await BackupManifest.DigestAsync(Path.Combine(draft, database.FileName), ct);
        List<BackupEntry> entries = [new BackupEntry(database.FileName, length, digest)];
        var sources = Sources().ToList();
        foreach (var (from, name) in sources)
        {
            if (await CopyAsync(from, draft, name, ct) is { } entry)
            {
                entries.Add(entry);
            }

            progress.Report(DatabaseShare + ((1 - DatabaseShare) * entries.Count / (sources.Count + 2)));
        }

        var manifest = new BackupManifest(BackupManifest.Present, createdAt, database.Engine, migration, entries).Write();
        await File.WriteAllBytesAsync(Path.Combine(draft, BackupManifest.FileName), manifest, ct);
        await File.WriteAllBytesAsync(Path.Combine(draft, BackupManifest.SignatureName), signer.Sign(manifest).Signature, ct);

        return new BackupReport(draft, entries.Count - 1, entries.Sum(e => e.Length));
    }

    private IEnumerable<(string From, string Name)> Sources()
    {
        foreach (var (councilId, name) in StoredBlobs.In(files.Path))
        {
            yield return (StoredBlobs.PathOf(files.Path, councilId, name), $"files/{councilId:N}/{name[..2]}/{name}");
        }

        foreach (var path in Directory.EnumerateFiles(heads.Path).Where(p => p.EndsWith(".txt", StringComparison.Ordinal) || p.EndsWith(".sig", StringComparison.Ordinal) || p.EndsWith(".pem", StringComparison.Ordinal)))
        {
            yield return (path, $"heads/{Path.GetFileName(path)}");
        }

        if (erasures.Exists)
        {
            yield return (erasures.File, $"heads/{Path.GetFileName(erasures.File)}");
        }
    }

    private static async Task<BackupEntry?> CopyAsync(string from, string draft, string name, CancellationToken ct)
    {
        var to = Path.Combine(draft, name);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        try
        {
            File.Copy(from, to);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // Its last use went while we were copying.
            return null;
        }

        var (length, digest) = await BackupManifest.DigestAsync(to, ct);

        return new BackupEntry(name, length, digest);
    }

    private static async Task FinishAsync(string draft, string path, CancellationToken ct)
    {
        if (!IsArchive(path))
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path);
            }

            Directory.Move(draft, path);

            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new FileStream(path + ".tmp", options))
        {
            await using Stream packed = IsCompressed(path) ? new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true) : new BufferedStream(file);
            await TarFile.CreateFromDirectoryAsync(draft, packed, includeBaseDirectory: false, ct);
            await packed.FlushAsync(ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".tmp", path);
    }
}
