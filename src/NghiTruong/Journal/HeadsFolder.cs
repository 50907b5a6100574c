using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Operations;

namespace NghiTruong.Journal;

/// <summary>Where signed heads and the list of erasures lie (<c>--heads DIR</c>), shared by nodes, outside the database and outside its backup's reach.</summary>
public sealed record HeadsDirectory(string Path);

/// <summary>What is wrong with an exported file.</summary>
public enum HeadsFault
{
    SignatureMissing,

    /// <summary>Changed after it was signed, or signed with a key that is not the house's.</summary>
    SignatureWrong,

    Unreadable,
}

public sealed record HeadsFinding(string File, HeadsFault Fault);

/// <summary>Everything that a folder of exported heads holds.</summary>
/// <param name="Files">Signed by the house, oldest first; each must still stand in the chains.</param>
/// <param name="Excused">Exported in a time that a restore undid, by the house's own signed note.</param>
public sealed record ExportedHeads(IReadOnlyList<HeadsFile> Files, int Excused, IReadOnlyList<HeadsFinding> Findings)
{
    public IReadOnlyCollection<JournalHead> Heads => [.. Files.SelectMany(f => f.Heads)];
}

/// <summary>Writes signed heads, <c>heads-2026-09-15.txt</c> with <c>.sig</c> beside it and the public key as <c>journal-public.pem</c>, and reads them back.</summary>
public sealed class HeadsFolder(HeadsDirectory directory, HeadsSigner signer, IDbContextFactory<Db> contexts, TimeProvider clock)
{
    private const string PublicKey = "journal-public.pem";
    private const string Signature = ".sig";

    public string Path => System.IO.Path.GetFullPath(directory.Path);

    /// <summary>Whether the heads of this day have left the house.</summary>
    public bool HasHeadsOf(DateOnly day) => File.Exists(System.IO.Path.Combine(Path, NameOf(day)));

    /// <returns>The file written.</returns>
    public async Task<string> ExportAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // Asked first: what is appended while the heads are read must not count as exported before a backup taken meanwhile.
        var at = clock.Now;
        var heads = await db.Set<JournalHead>().AsNoTracking().OrderBy(h => h.CouncilId).ToListAsync(ct);

        return await WriteAsync(NameOf(at.VietnamDate), new HeadsFile(at, heads).Write(), ct);
    }

    /// <summary>Excuses the heads exported since the backup that is restored now.</summary>
    public Task<string> NoteRestoreAsync(DateTime backupAt, CancellationToken ct)
    {
        var note = new RestoreNote(clock.Now, backupAt);

        return WriteAsync(string.Create(CultureInfo.InvariantCulture, $"restored-{note.RestoredAt:yyyyMMdd'T'HHmmss}.txt"), note.Write(), ct);
    }

    /// <param name="from">Another folder to read; null for the house's own.</param>
    /// <param name="publicPem">The public key to check with; null for the key of the key folder.</param>
    public async Task<ExportedHeads> ReadAsync(string? from, string? publicPem, CancellationToken ct)
    {
        var folder = from ?? Path;
        List<HeadsFinding> findings = [];
        List<HeadsFile> files = [];
        List<RestoreNote> notes = [];
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.txt") : [])
        {
            var bytes = await File.ReadAllBytesAsync(path, ct);
            if (await FaultAsync(path, bytes, publicPem, ct) is { } fault)
            {
                findings.Add(new HeadsFinding(path, fault));
            }
            else if (HeadsFile.Read(bytes) is { } file)
            {
                files.Add(file);
            }
            else if (RestoreNote.Read(bytes) is { } note)
            {
                notes.Add(note);
            }
            else
            {
                findings.Add(new HeadsFinding(path, HeadsFault.Unreadable));
            }
        }

        var standing = files.Where(f => !notes.Exists(n => n.Excuses(f.At))).OrderBy(f => f.At).ToList();

        return new ExportedHeads(standing, files.Count - standing.Count, findings);
    }

    private async Task<HeadsFault?> FaultAsync(string path, byte[] bytes, string? publicPem, CancellationToken ct)
    {
        if (!File.Exists(path + Signature))
        {
            return HeadsFault.SignatureMissing;
        }

        return signer.IsSigned(bytes, await File.ReadAllBytesAsync(path + Signature, ct), publicPem) ? null : HeadsFault.SignatureWrong;
    }

    /// <summary>The signature precedes the file, so that a killed process leaves no file without one.</summary>
    private async Task<string> WriteAsync(string name, byte[] text, CancellationToken ct)
    {
        Directory.CreateDirectory(Path);
        var path = System.IO.Path.Combine(Path, name);
        var (signature, publicPem) = signer.Sign(text);
        await PutAsync(System.IO.Path.Combine(Path, PublicKey), System.Text.Encoding.ASCII.GetBytes(publicPem), ct);
        await PutAsync(path + Signature, signature, ct);
        await PutAsync(path, text, ct);

        return path;
    }

    private static async Task PutAsync(string path, byte[] bytes, CancellationToken ct)
    {
        var draft = $"{path}.{Guid.CreateVersion7():N}";
        await File.WriteAllBytesAsync(draft, bytes, ct);
        File.Move(draft, path, overwrite: true);
    }

    private static string NameOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"heads-{day:yyyy-MM-dd}.txt");
}

/// <summary>Once a day the heads leave the house, on one node; looked at every hour, so that a full disk in the morning costs an hour and not a day.</summary>
public sealed class ExportHeadsDaily(HeadsFolder folder) : IJob
{
    public string Name => "journal.exportHeads";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(DateTime now, CancellationToken ct) => folder.HasHeadsOf(now.VietnamDate) ? Task.CompletedTask : folder.ExportAsync(ct);
}
