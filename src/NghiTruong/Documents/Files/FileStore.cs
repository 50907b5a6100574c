using System.Security.Cryptography;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Uploads;

namespace NghiTruong.Documents.Files;

/// <summary>Where the files lie (<c>--files DIR</c>), shared by all nodes.</summary>
public sealed record FilesDirectory(string Path);

/// <summary>A content that lies in the store and is not yet named by any row: the file precedes the commit. Left alone, it is swept.</summary>
public sealed record StagedFile(Guid CouncilId, string Name, string FileName, FileKind Kind, long Length, string? SealedKey);

/// <summary>
/// Contents on disk, <c>DIR/COUNCIL/ab/abcdef…</c>. A plain content stands once per council, named by its keyed hash; a protected one is encrypted under a key of
/// its own and stands once per upload, so that not even equality shows.
/// </summary>
public sealed class FileStore(FilesDirectory directory, MasterKeys keys, Protector protector, TimeProvider clock)
{
    /// <summary>What the key of a protected file is sealed for.</summary>
    public const string KeyPurpose = "files.key";

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public async Task<StagedFile> PutAsync(Guid councilId, byte[] content, Upload upload, bool isProtected, CancellationToken ct)
    {
        var salt = isProtected ? RandomNumberGenerator.GetBytes(KeyBytes) : [];
        var name = NameOf(councilId, content, salt);
        var staged = new StagedFile(councilId, name, upload.FileName, upload.Kind, content.Length, null);
        if (!isProtected)
        {
            await WriteAsync(councilId, name, content, ct);

            return staged;
        }

        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        await WriteAsync(councilId, name, Encrypt(key, name, content), ct);

        return staged with { SealedKey = protector.Seal(KeyPurpose, Convert.ToBase64String(key)) };
    }

    /// <summary>The content as uploaded; null when the blob is gone. Throws <see cref="CryptographicException"/> for a protected file that was tampered with.</summary>
    public async Task<Stream?> OpenAsync(StoredFile file, CancellationToken ct)
    {
        var path = PathOf(file.CouncilId, file.Name);
        if (!File.Exists(path))
        {
            return null;
        }

        if (file.SealedKey is not { } sealedKey)
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, useAsync: true);
        }

        var key = Convert.FromBase64String(protector.Open(KeyPurpose, sealedKey));

        return new MemoryStream(Decrypt(key, file.Name, await File.ReadAllBytesAsync(path, ct)), writable: false);
    }

    /// <summary>Every blob last touched before an instant: the council and the name it stands under.</summary>
    internal IEnumerable<(Guid CouncilId, string Name)> TouchedBefore(DateTime instant)
    {
        if (!Directory.Exists(directory.Path))
        {
            yield break;
        }

        foreach (var council in Directory.EnumerateDirectories(directory.Path))
        {
            if (!Guid.TryParse(Path.GetFileName(council), out var id))
            {
                continue;
            }

            foreach (var path in Directory.EnumerateFiles(council, "*", SearchOption.AllDirectories))
            {
                if (File.GetLastWriteTimeUtc(path) < instant)
                {
                    yield return (id, Path.GetFileName(path));
                }
            }
        }
    }

    /// <summary>
    /// Removes a blob nobody names, unless it was touched since. It is set aside first and looked at again: an upload of the same content at this very moment either
    /// finds it gone and writes it anew, or has touched it and gets it back.
    /// </summary>
    internal void Remove(Guid councilId, string name, DateTime untouchedSince)
    {
        var path = PathOf(councilId, name);
        if (!File.Exists(path) || File.GetLastWriteTimeUtc(path) >= untouchedSince)
        {
            return;
        }

        var aside = path + ".gone";
        File.Move(path, aside, overwrite: true);
        if (File.GetLastWriteTimeUtc(aside) >= untouchedSince)
        {
            File.Move(aside, path, overwrite: true);

            return;
        }

        File.Delete(aside);
    }

    private const int KeyBytes = 32;

    private string NameOf(Guid councilId, byte[] content, byte[] salt)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys.KeyFor(keys.CurrentId, $"files.names.{councilId:N}")!);
        hash.AppendData(salt);
        hash.AppendData(content);

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private string PathOf(Guid councilId, string name) => Path.Combine(directory.Path, councilId.ToString("N"), name[..2], name);

    /// <summary>Whole or not at all: written aside, flushed to the disk, then renamed.</summary>
    private async Task WriteAsync(Guid councilId, string name, byte[] bytes, CancellationToken ct)
    {
        var path = PathOf(councilId, name);
        if (Touch(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.CreateVersion7():N}";
        await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true))
        {
            await file.WriteAsync(bytes, ct);
            file.Flush(flushToDisk: true);
        }

        File.SetLastWriteTimeUtc(draft, clock.Now);
        File.Move(draft, path, overwrite: true);
    }

    private bool Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, clock.Now);

            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    private static byte[] Encrypt(byte[] key, string name, byte[] plain)
    {
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(
            box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), System.Text.Encoding.ASCII.GetBytes(name));

        return box;
    }

    private static byte[] Decrypt(byte[] key, string name, byte[] box)
    {
        if (box.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("Not an encrypted file");
        }

        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain, System.Text.Encoding.ASCII.GetBytes(name));

        return plain;
    }
}
