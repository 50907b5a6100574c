using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NghiTruong.Database.Backups;

/// <summary>One file of a backup.</summary>
/// <param name="Name">Its place in the backup, <c>files/COUNCIL/ab/abcdef…</c>.</param>
/// <param name="Sha256">Hexadecimal, lower case.</param>
public sealed record BackupEntry(string Name, long Length, string Sha256);

/// <summary>What a backup holds, signed by the house.</summary>
/// <param name="Format">Of the backup itself; 1.</param>
/// <param name="CreatedAt">UTC; asked before the database was copied, which shows this instant or a little later.</param>
/// <param name="Engine"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Migration">The last one applied: an older program must not read it.</param>
public sealed partial record BackupManifest(int Format, DateTime CreatedAt, string Engine, string Migration, IReadOnlyList<BackupEntry> Entries)
{
    public const string FileName = "manifest.json";
    public const string SignatureName = "manifest.json.sig";
    public const int Present = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Null for a text that is no manifest, or one that names places outside a backup.</summary>
    public static BackupManifest? Read(byte[] text)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(text, Json) is { Entries: { } entries } manifest && entries.All(e => Place().IsMatch(e.Name)) ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Digest of a file, and its length.</summary>
    public static async Task<(long Length, string Sha256)> DigestAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);

        return (file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)));
    }

    [GeneratedRegex(@"\A(?:database\.(?:sqlite|pgdump)|files/[0-9a-f]{32}/[0-9a-f]{2}/[0-9a-f]{64}|heads/[A-Za-z0-9][A-Za-z0-9_.-]*)\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
