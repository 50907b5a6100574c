using System.Globalization;
using System.Text;

namespace NghiTruong.Journal;

/// <summary>All heads at one instant, as they leave the house: plain lines, so that an auditor needs no program of ours to read them.</summary>
public sealed record HeadsFile(DateTime At, IReadOnlyList<JournalHead> Heads)
{
    private const string Title = "nghitruong journal heads 1";
    private const string Stamp = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public byte[] Write()
    {
        var text = new StringBuilder();
        text.Append(Title).Append('\n').Append("at ").Append(At.ToString(Stamp, CultureInfo.InvariantCulture)).Append('\n');
        foreach (var head in Heads)
        {
            text.Append(CultureInfo.InvariantCulture, $"{head.CouncilId:D} {head.Sequence} {Convert.ToHexStringLower(head.Hash)}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Null when the bytes are no such file.</summary>
    public static HeadsFile? Read(byte[] bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines is not [Title, ['a', 't', ' ', .. var stamp], .. var rest] || !TryInstant(stamp, out var at))
        {
            return null;
        }

        var heads = rest.Select(Head).ToList();

        return heads.Contains(null) ? null : new HeadsFile(at, [.. heads.OfType<JournalHead>()]);
    }

    internal static string Instant(DateTime at) => at.ToString(Stamp, CultureInfo.InvariantCulture);

    internal static bool TryInstant(string text, out DateTime at) =>
        DateTime.TryParseExact(text, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out at);

    private static JournalHead? Head(string line) =>
        line.Split(' ') is [var council, var sequence, { Length: 64 } hash]
        && Guid.TryParseExact(council, "D", out var id)
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && hash.All(char.IsAsciiHexDigitLower)
            ? new JournalHead { CouncilId = id, Sequence = number, Hash = Convert.FromHexString(hash) }
            : null;
}

/// <summary>
/// The house was restored: what it exported after the backup was made names entries that went with the lost days. Signed, so that nobody but the keeper of the
/// keys can excuse a missing entry.
/// </summary>
public sealed record RestoreNote(DateTime RestoredAt, DateTime BackupAt)
{
    private const string Title = "nghitruong journal restore 1";

    /// <summary>Whether heads exported then belong to the time that the restore undid.</summary>
    public bool Excuses(DateTime exportedAt) => exportedAt > BackupAt && exportedAt <= RestoredAt;

    public byte[] Write() => Encoding.UTF8.GetBytes($"{Title}\nat {HeadsFile.Instant(RestoredAt)}\nbackup {HeadsFile.Instant(BackupAt)}\n");

    public static RestoreNote? Read(byte[] bytes) =>
        Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries) is [Title, ['a', 't', ' ', .. var at], ['b', 'a', 'c', 'k', 'u', 'p', ' ', .. var backup]]
        && HeadsFile.TryInstant(at, out var restored) && HeadsFile.TryInstant(backup, out var made)
            ? new RestoreNote(restored, made)
            : null;
}
