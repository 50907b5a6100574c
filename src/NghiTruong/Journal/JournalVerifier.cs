using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;

namespace NghiTruong.Journal;

/// <summary>What is wrong with a chain, and where.</summary>
public enum JournalFault
{
    /// <summary>A number is missing or stands twice.</summary>
    Gap,

    /// <summary>An entry does not follow from the one before.</summary>
    Unlinked,

    /// <summary>An entry's hash is not that of its contents: it was changed afterwards.</summary>
    Changed,

    /// <summary>A personal value does not match its digest.</summary>
    PersonalValueChanged,

    /// <summary>The chain ends before or after its head: entries were cut off or slipped in.</summary>
    HeadElsewhere,

    /// <summary>The chain does not hold an entry that an exported head names: it was rewritten since.</summary>
    ExportedHeadMissing,
}

/// <summary>A finding: the chain, the entry's number in it, and the fault.</summary>
public sealed record JournalFinding(Guid CouncilId, long Sequence, JournalFault Fault);

/// <summary>What was walked and what was found.</summary>
public sealed record JournalReport(int Chains, long Entries, IReadOnlyList<JournalFinding> Findings);

/// <summary>Walks every chain from its first entry to its head. Erased personal values are no fault: their digests stay in the entry.</summary>
public sealed class JournalVerifier(IDbContextFactory<Db> contexts)
{
    private const int Batch = 2000;

    /// <param name="exported">Heads exported earlier (signed and kept elsewhere); each must still stand in its chain.</param>
    /// <param name="progress">Told the number of entries walked.</param>
    public async Task<JournalReport> VerifyAsync(IReadOnlyCollection<JournalHead> exported, IProgress<long>? progress, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var byCouncil = exported.ToLookup(h => h.CouncilId);
        var chains = await ChainsAsync(db, ct);
        var walk = new Walk(db, byCouncil, progress);
        // A chain that only an exported head knows is walked too: all of it was cut off.
        foreach (var council in chains.Union(byCouncil.Select(h => h.Key)).Order())
        {
            await walk.ChainAsync(council, ct);
        }

        return new JournalReport(chains.Count, walk.Entries, walk.Findings);
    }

    /// <summary>How many entries a walk will meet, for its progress.</summary>
    public async Task<long> LengthAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await db.Set<JournalHead>().SumAsync(h => h.Sequence, ct);
    }

    /// <summary>Every council with a head, and those with entries whose head was taken away.</summary>
    private static async Task<List<Guid>> ChainsAsync(Db db, CancellationToken ct)
    {
        var heads = db.Set<JournalHead>();
        var headless = db.Set<JournalEntry>().Where(e => !heads.Any(h => h.CouncilId == e.CouncilId)).Select(e => e.CouncilId).Distinct();

        return [.. await heads.Select(h => h.CouncilId).ToListAsync(ct), .. await headless.ToListAsync(ct)];
    }

    private sealed class Walk(Db db, ILookup<Guid, JournalHead> exported, IProgress<long>? progress)
    {
        public List<JournalFinding> Findings { get; } = [];

        public long Entries { get; private set; }

        public async Task ChainAsync(Guid council, CancellationToken ct)
        {
            var awaited = exported[council].Select(h => (h.Sequence, Hash: Convert.ToHexString(h.Hash))).ToHashSet();
            var end = (Sequence: 0L, Hash: JournalHash.Start);
            JournalHead? head;
            bool grew;
            var seen = -1L;
            do
            {
                end = await EntriesAsync(council, end, awaited, ct);
                // Asked after the entries: work goes on meanwhile, and a head further on means entries still to be read.
                head = await db.Set<JournalHead>().AsNoTracking().FirstOrDefaultAsync(h => h.CouncilId == council, ct);
                grew = head?.Sequence > end.Sequence && end.Sequence > seen;
                seen = end.Sequence;
            }
            while (grew);

            if ((head?.Sequence ?? 0) != end.Sequence || !end.Hash.AsSpan().SequenceEqual(head?.Hash ?? JournalHash.Start))
            {
                Findings.Add(new JournalFinding(council, head?.Sequence ?? 0, JournalFault.HeadElsewhere));
            }

            Findings.AddRange(awaited.Where(h => h.Sequence > 0).Select(h => new JournalFinding(council, h.Sequence, JournalFault.ExportedHeadMissing)).Distinct());
        }

        private async Task<(long Sequence, byte[] Hash)> EntriesAsync(
            Guid council, (long Sequence, byte[] Hash) end, HashSet<(long Sequence, string Hash)> awaited, CancellationToken ct)
        {
            while (true)
            {
                var last = end.Sequence;
                var entries = await db.Set<JournalEntry>().AsNoTracking()
                    .Where(e => e.CouncilId == council && e.Sequence > last)
                    .OrderBy(e => e.Sequence).Take(Batch).ToListAsync(ct);
                foreach (var entry in entries)
                {
                    Check(entry, end.Sequence, end.Hash);
                    awaited.Remove((entry.Sequence, Convert.ToHexString(entry.Hash)));
                    end = (entry.Sequence, entry.Hash);
                }

                await CheckPersonalAsync(entries, ct);
                Entries += entries.Count;
                progress?.Report(Entries);
                if (entries.Count < Batch)
                {
                    return end;
                }
            }
        }

        private void Check(JournalEntry entry, long last, byte[] hash)
        {
            if (entry.Sequence != last + 1)
            {
                Findings.Add(new JournalFinding(entry.CouncilId, entry.Sequence, JournalFault.Gap));
            }

            if (!entry.PreviousHash.AsSpan().SequenceEqual(hash))
            {
                Findings.Add(new JournalFinding(entry.CouncilId, entry.Sequence, JournalFault.Unlinked));
            }

            if (!JournalHash.Of(entry).AsSpan().SequenceEqual(entry.Hash))
            {
                Findings.Add(new JournalFinding(entry.CouncilId, entry.Sequence, JournalFault.Changed));
            }
        }

        private async Task CheckPersonalAsync(List<JournalEntry> entries, CancellationToken ct)
        {
            var withPersonal = entries.Where(e => e.PersonalDigests != "{}").ToDictionary(e => e.Id);
            if (withPersonal.Count == 0)
            {
                return;
            }

            var ids = withPersonal.Keys.ToList();
            foreach (var value in await db.Set<JournalPersonalValue>().AsNoTracking().Where(v => ids.Contains(v.EntryId)).ToListAsync(ct))
            {
                var entry = withPersonal[value.EntryId];
                var digests = JsonSerializer.Deserialize<Dictionary<string, string>>(entry.PersonalDigests, JournalData.Json)!;
                if (digests.GetValueOrDefault(value.Name) != JournalHash.Digest(value.Salt, value.Value))
                {
                    Findings.Add(new JournalFinding(entry.CouncilId, entry.Sequence, JournalFault.PersonalValueChanged));
                }
            }
        }
    }
}
