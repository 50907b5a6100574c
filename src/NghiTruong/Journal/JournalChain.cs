using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NghiTruong.Database;

namespace NghiTruong.Journal;

/// <summary>Who did it, in which capacity and why, as the journal keeps it.</summary>
public sealed record JournalActor(Guid UserId, string UserName, string Capacity, string? Because);

/// <summary>Appends the events of one act to the chains of their councils, inside the act's transaction.</summary>
public static class JournalChain
{
    /// <summary>Locks each head, links the entries and stages them in the context; the caller saves and commits.</summary>
    /// <param name="held">Heads the act has locked already.</param>
    /// <param name="changes">Changed records, already assigned to the event whose story they belong to.</param>
    public static async Task AppendAsync(
        Db db,
        Guid operationId,
        DateTime at,
        IReadOnlyList<(HouseEvent Event, JournalActor Actor)> events,
        IReadOnlyDictionary<Guid, JournalHead> held,
        ILookup<HouseEvent, EntityEntry> changes,
        CancellationToken ct)
    {
        // Heads are locked in one order everywhere, so two acts over the same councils cannot wait for each other in a ring.
        foreach (var chain in events.GroupBy(e => e.Event.Subject.CouncilId).OrderBy(g => g.Key))
        {
            var head = held.GetValueOrDefault(chain.Key) ?? await LockAsync(db, chain.Key, ct);
            foreach (var (happened, actor) in chain)
            {
                var (entry, personal) = Link(happened, actor, operationId, at, head, changes[happened]);
                db.Add(entry);
                db.AddRange(personal);
                head.Sequence = entry.Sequence;
                head.Hash = entry.Hash;
            }
        }
    }

    /// <summary>Locks the head of a chain until the transaction ends. An act may take it before the commit: whoever comes after waits, and then sees what it has stored.</summary>
    public static async Task<JournalHead> LockAsync(Db db, Guid councilId, CancellationToken ct)
    {
        // One round trip that makes the head where there is none, locks it and reads it, in the same words on both engines.
        var rows = await db.Database.SqlQuery<HeadRow>(
            $"""
            INSERT INTO journal_head (council_id, sequence, hash) VALUES ({councilId}, 0, {JournalHash.Start})
            ON CONFLICT (council_id) DO UPDATE SET sequence = journal_head.sequence
            RETURNING sequence AS "Sequence", hash AS "Hash"
            """).ToListAsync(ct);
        var head = new JournalHead { CouncilId = councilId, Sequence = rows[0].Sequence, Hash = rows[0].Hash };
        db.Attach(head);

        return head;
    }

    private static (JournalEntry Entry, List<JournalPersonalValue> Personal) Link(
        HouseEvent happened, JournalActor actor, Guid operationId, DateTime at, JournalHead head, IEnumerable<EntityEntry> records)
    {
        var (facts, personal) = JournalFacts.OfEvent(happened);
        var changed = records.SelectMany(r => JournalFacts.OfRecord(r, personal)).ToList();
        var id = Guid.CreateVersion7();
        var kept = personal
            .Select(p => new JournalPersonalValue
            {
                EntryId = id,
                SubjectId = happened.Subject.Id,
                Name = p.Key,
                Salt = RandomNumberGenerator.GetBytes(16),
                Value = p.Value,
            })
            .ToList();
        var entry = new JournalEntry
        {
            Id = id,
            CouncilId = happened.Subject.CouncilId,
            Sequence = head.Sequence + 1,
            OperationId = operationId,
            At = at,
            UserId = actor.UserId,
            UserName = actor.UserName,
            Capacity = actor.Capacity,
            Because = actor.Because,
            EventCode = happened.Code,
            SubjectKind = happened.Subject.Kind,
            SubjectId = happened.Subject.Id,
            SubjectCode = happened.Subject.Code,
            Data = JsonSerializer.Serialize(new JournalData(facts, changed), JournalData.Json),
            PersonalDigests = JsonSerializer.Serialize(
                kept.OrderBy(v => v.Name, StringComparer.Ordinal).ToDictionary(v => v.Name, v => JournalHash.Digest(v.Salt, v.Value)), JournalData.Json),
            CanBeUndone = happened.CanBeUndone,
            PreviousHash = head.Hash,
        };

        return (entry.Seal(), kept);
    }

    private sealed record HeadRow(long Sequence, byte[] Hash);
}
