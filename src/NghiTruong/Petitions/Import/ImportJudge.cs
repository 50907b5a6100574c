using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Petitions.Import;

/// <summary>Says of each row whether the council knows it, and whether it tells anything new. Asked for the preview, and again inside the transaction that publishes.</summary>
internal static class ImportJudge
{
    private const int AtOnce = 500;
    private static readonly string[] OfLedgers = ["petition.imported", "petition.ledgerUpdated"];

    /// <summary>Sets <see cref="ImportRow.State"/>, <see cref="ImportRow.PetitionId"/> and <see cref="ImportRow.Changes"/> of the rows that can be taken.</summary>
    public static async Task JudgeAsync(Db db, Guid councilId, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var keys = await KeysAsync(db, councilId, ct);
        var sessions = await LedgerSessions.LoadAsync(db, councilId, ct);
        var different = new List<ImportRow>();
        var taken = new HashSet<Guid>();
        foreach (var row in rows.Where(r => r.Told is not null && r.State != ImportRowState.LeftOut))
        {
            var known = Recognise(row, keys);
            row.Changes = null;
            if (known is null || !taken.Add(known.Id))
            {
                (row.State, row.PetitionId) = (ImportRowState.New, null);
                continue;
            }

            (row.State, row.PetitionId) = (ImportRowState.Unchanged, known.Id);
            if (known.Digest != row.Digest || (!known.HasSession && FindsSession(row, known, sessions)))
            {
                different.Add(row);
            }
        }

        await CompareAsync(db, different, sessions, ct);
    }

    /// <summary>The same ledger tells more once the session it names has been entered.</summary>
    private static bool FindsSession(ImportRow row, Known known, LedgerSessions sessions) =>
        LedgerRow.Read(row.Told!) is var told && sessions.Find(told, told.ReceivedOn ?? known.ReceivedOn) is not null;

    private static Known? Recognise(ImportRow row, Dictionary<string, Known> keys) =>
        row.KeyByCode is null ? keys.GetValueOrDefault(row.KeyByContent!)
        : keys.GetValueOrDefault(row.KeyByCode) ?? (keys.GetValueOrDefault(row.KeyByContent!) is { HasCode: false } before ? before : null);

    private static async Task<Dictionary<string, Known>> KeysAsync(Db db, Guid councilId, CancellationToken ct) =>
        await db.Set<Petition>()
            .Where(p => p.CouncilId == councilId && p.ImportKey != null)
            .Select(p => new Known(p.ImportKey!, p.Id, p.LedgerDigest, p.LedgerCode != null, p.SessionId != null, p.ReceivedOn))
            .ToDictionaryAsync(k => k.Key, StringComparer.Ordinal, ct);

    private static async Task CompareAsync(Db db, List<ImportRow> rows, LedgerSessions sessions, CancellationToken ct)
    {
        var known = await KnownPetitions.LoadAsync(db, [.. rows.Select(r => r.PetitionId!.Value)], track: false, ct);
        foreach (var row in rows)
        {
            var changes = known[row.PetitionId!.Value].Compare(LedgerRow.Read(row.Told!), sessions);
            if (changes.Count > 0)
            {
                row.State = ImportRowState.Changed;
                row.Changes = JsonSerializer.Serialize(changes, ImportDraft.Json);
            }
        }

        var moved = await MovedOnAsync(db, [.. rows.Where(r => r.State == ImportRowState.Changed).Select(r => r.PetitionId!.Value)], ct);
        foreach (var row in rows.Where(r => r.State == ImportRowState.Changed && moved.Contains(r.PetitionId!.Value)))
        {
            row.State = ImportRowState.MovedOn;
        }
    }

    /// <summary>The journal knows whether anybody has worked on a petition since a ledger last spoke of it.</summary>
    private static async Task<HashSet<Guid>> MovedOnAsync(Db db, IReadOnlyCollection<Guid> petitions, CancellationToken ct)
    {
        HashSet<Guid> moved = [];
        foreach (var some in petitions.Chunk(AtOnce))
        {
            moved.UnionWith(await db.Set<JournalEntry>()
                .Where(e => some.Contains(e.SubjectId) && !OfLedgers.Contains(e.EventCode))
                .Select(e => e.SubjectId)
                .Distinct()
                .ToListAsync(ct));
        }

        return moved;
    }

    private sealed record Known(string Key, Guid Id, string? Digest, bool HasCode, bool HasSession, DateOnly ReceivedOn);
}
