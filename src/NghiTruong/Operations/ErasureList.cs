using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Operations;

/// <summary>
/// The erasures done, one a line, in <c>erasures.jsonl</c> beside the exported heads: outside the database, so that a restore of an older backup finds what it
/// must do again (Law 91/2025/QH15). Lines are only ever added; they name records, never persons.
/// </summary>
public sealed class ErasureList(HeadsDirectory directory, IDbContextFactory<Db> contexts)
{
    private const string FileName = "erasures.jsonl";

    public string File => Path.Combine(Path.GetFullPath(directory.Path), FileName);

    public bool Exists => System.IO.File.Exists(File);

    /// <summary>Adds what the database knows and the list does not; may run again at any time.</summary>
    public async Task BringUpToDateAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await AddAsync(await db.Set<ErasureRecord>().AsNoTracking().OrderBy(e => e.At).ToListAsync(ct), ct);
    }

    /// <summary>Adds those that the list does not name yet. The file is there afterwards, even when there is nothing to tell.</summary>
    public async Task AddAsync(IReadOnlyList<ErasureRecord> erasures, CancellationToken ct)
    {
        Directory.CreateDirectory(directory.Path);
        await using var file = await OpenAloneAsync(ct);
        var text = await new StreamReader(file, Encoding.UTF8, leaveOpen: true).ReadToEndAsync(ct);
        var missing = erasures.ExceptBy(Parse(text).Select(e => e.Id), e => e.Id).ToList();
        // A line that a killed process left half written must not swallow the next.
        var start = text.Length > 0 && text[^1] != '\n' ? "\n" : "";
        var lines = start + string.Concat(missing.Select(e => JsonSerializer.Serialize(e, JournalData.Json) + "\n"));
        file.Position = file.Length;
        await file.WriteAsync(Encoding.UTF8.GetBytes(lines), ct);
        file.Flush(flushToDisk: true);
    }

    /// <param name="path">Another list to read; null for the house's own.</param>
    public async Task<IReadOnlyList<ErasureRecord>> ReadAsync(string? path, CancellationToken ct)
    {
        var from = path ?? File;

        return System.IO.File.Exists(from) ? [.. Parse(await System.IO.File.ReadAllTextAsync(from, ct))] : [];
    }

    private static IEnumerable<ErasureRecord> Parse(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            ErasureRecord? erasure = null;
            try
            {
                erasure = JsonSerializer.Deserialize<ErasureRecord>(line, JournalData.Json);
            }
            catch (JsonException)
            {
                // Half a line of a killed process; the whole one was added after it.
            }

            if (erasure is not null)
            {
                yield return erasure;
            }
        }
    }

    private async Task<FileStream> OpenAloneAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileStream(File, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (System.IO.File.Exists(File))
            {
                await Task.Delay(50, ct);
            }
        }
    }
}

/// <summary>An erasure goes onto the list as soon as it is committed.</summary>
public sealed class ListErasures(ErasureList list) : IOutboxHandler
{
    public string Kind => "erasure.list";

    public bool Wants(HouseEvent happened) => happened is PersonalDataErased;

    public Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken ct) => list.BringUpToDateAsync(ct);
}

/// <summary>A house that never erased anything has an empty list, so that a restore can tell "none" from "lost".</summary>
public sealed class KeepErasureList(ErasureList list) : IJob
{
    public string Name => "erasure.list";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public Task RunAsync(DateTime now, CancellationToken ct) => list.BringUpToDateAsync(ct);
}
