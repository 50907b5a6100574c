using System.Formats.Tar;
using System.IO.Compression;
using NghiTruong.Journal;
using NghiTruong.Refusals;

namespace NghiTruong.Database.Backups;

/// <summary>A backup at hand as a folder, unpacked where it was a file.</summary>
internal sealed class OpenedBackup
{
    private readonly byte[] _manifestText;

    private OpenedBackup(string folder, byte[] manifestText, BackupManifest manifest)
    {
        Folder = folder;
        _manifestText = manifestText;
        Manifest = manifest;
    }

    public string Folder { get; }

    public BackupManifest Manifest { get; }

    /// <returns>Refusal <c>restore.notABackup</c>.</returns>
    public static async Task<Result<OpenedBackup>> OpenAsync(string path, string unpacked, CancellationToken ct)
    {
        var folder = path;
        if (File.Exists(path))
        {
            folder = unpacked;
            if (!await UnpackAsync(path, unpacked, ct))
            {
                return new Refusal("restore.notABackup", null, path);
            }
        }

        var file = Path.Combine(folder, BackupManifest.FileName);
        if (!File.Exists(file) || await File.ReadAllBytesAsync(file, ct) is not { } text || BackupManifest.Read(text) is not { Format: BackupManifest.Present } manifest)
        {
            return new Refusal("restore.notABackup", null, path);
        }

        return new OpenedBackup(folder, text, manifest);
    }

    public bool IsSigned(HeadsSigner signer)
    {
        var file = Path.Combine(Folder, BackupManifest.SignatureName);

        return File.Exists(file) && signer.IsSigned(_manifestText, File.ReadAllBytes(file));
    }

    /// <summary>Every file is there and is what the manifest says; else the first that is not, as refusal <c>restore.damaged</c>.</summary>
    public async Task<Refusal?> CheckAsync(IProgress<double> progress, CancellationToken ct)
    {
        var done = 0;
        foreach (var entry in Manifest.Entries)
        {
            var file = new FileInfo(Path.Combine(Folder, entry.Name));
            if (!file.Exists || file.LinkTarget is not null || await BackupManifest.DigestAsync(file.FullName, ct) != (entry.Length, entry.Sha256))
            {
                return new Refusal("restore.damaged", null, entry.Name);
            }

            progress.Report((double)++done / Manifest.Entries.Count);
        }

        return null;
    }

    /// <summary>Blobs first, since a file precedes the row that names it. Heads and erasures written since the backup stay as they are.</summary>
    /// <returns>How many blobs there are.</returns>
    public int PutFiles(string files, string heads, IProgress<double> progress)
    {
        var blobs = 0;
        foreach (var (entry, i) in Manifest.Entries.Select((e, i) => (e, i)))
        {
            var parts = entry.Name.Split('/');
            if (parts[0] == "files")
            {
                Put(entry, Path.Combine([files, .. parts[1..]]), overwrite: true);
                blobs++;
            }
            else if (parts[0] == "heads")
            {
                Put(entry, Path.Combine(heads, parts[1]), overwrite: false);
            }

            progress.Report((i + 1.0) / Manifest.Entries.Count);
        }

        return blobs;
    }

    private void Put(BackupEntry entry, string to, bool overwrite)
    {
        if (!overwrite && File.Exists(to))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(Path.Combine(Folder, entry.Name), to + ".restoring", overwrite: true);
        File.Move(to + ".restoring", to, overwrite: true);
    }

    private static async Task<bool> UnpackAsync(string path, string folder, CancellationToken ct)
    {
        BackupWriter.Forget(folder);
        BackupWriter.OwnersAlone(folder);
        try
        {
            await using var file = File.OpenRead(path);
            await using Stream plain = BackupWriter.IsCompressed(path) ? new GZipStream(file, CompressionMode.Decompress) : new BufferedStream(file);
            await TarFile.ExtractToDirectoryAsync(plain, folder, overwriteFiles: false, ct);

            return true;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return false;
        }
    }
}
