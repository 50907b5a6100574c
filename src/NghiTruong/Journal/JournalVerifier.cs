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
        var heads = await db.Set<JournalHead>().AsNoTracking().OrderBy(h => h.CouncilId).ToListAsync(ct);
        var walk = new Walk(db, exported.ToLookup(h => h.CouncilId), progress);
        foreach (var head in heads)
        {
            await walk.ChainAsync(head, ct);
        }

        var known = heads.Select(h => h.CouncilId).ToHashSet();
        walk.Findings.AddRange(exported.Where(h => !known.Contains(h.CouncilId)).Select(h => new JournalFinding(h.CouncilId, h.Sequence, JournalFault.ExportedHeadMissing)));

        return new JournalReport(heads.Count, walk.Entries, walk.Findings);
    }

    private sealed class Walk(Db db, ILookup<Guid, JournalHead> exported, IProgress<long>? progress)
    {
        public List<JournalFinding> Findings { get; } = [];

        public long Entries { get; private set; }

        public async Task ChainAsync(JournalHead head, CancellationToken ct)
        {
            var (last, hash) = (0L, JournalHash.Start);
            var awaited = exported[head.CouncilId].ToDictionary(h => h.Sequence, h => h.Hash);
            while (true)
            {
                var entries = await db.Set<JournalEntry>().AsNoTracking()
                    .Where(e => e.CouncilId == head.CouncilId && e.Sequence > last)
                    .OrderBy(e => e.Sequence).Take(Batch).ToListAsync(ct);
                if (entries.Count == 0)
                {
                    break;
                }

                foreach (var entry in entries)
                {
                    Check(entry, last, hash, awaited);
                    (last, hash) = (entry.Sequence, entry.Hash);
                }

                await CheckPersonalAsync(entries, ct);
                Entries += entries.Count;
                progress?.Report(Entries);
            }

            if (last != head.Sequence || !hash.AsSpan().SequenceEqual(head.Hash))
            {
                Findings.Add(new JournalFinding(head.CouncilId, head.Sequence, JournalFault.HeadElsewhere));
            }

            Findings.AddRange(awaited.Keys.Select(sequence => new JournalFinding(head.CouncilId, sequence, JournalFault.ExportedHeadMissing)));
        }

        private void Check(JournalEntry entry, long last, byte[] hash, Dictionary<long, byte[]> awaited)
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

            if (awaited.TryGetValue(entry.Sequence, out var expected) && expected.AsSpan().SequenceEqual(entry.Hash))
            {
                awaited.Remove(entry.Sequence);
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
