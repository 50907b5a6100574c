using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.Operations;

namespace NghiTruong.Petitions;

/// <summary>
/// Counts petitions as they change: whatever operation, undo or import changed a tracked petition, what it was is taken off and what it has become is added.
/// A merged petition counts nowhere (the one that carries it on does); opinions are a kind of their own; only the owner counts. Of a petition that has a term one line more says on its due
/// day whether it was answered in time (<see cref="Term"/>).
/// </summary>
public sealed class PetitionCounting : IChangeObserver
{
    public static IReadOnlyList<string> Kinds { get; } = [nameof(PetitionKind.Petition), nameof(PetitionKind.Opinion)];

    /// <summary>A petition with a term, on its due day; the outcome is one of <see cref="InTime"/>, <see cref="Late"/>, <see cref="Waiting"/>.</summary>
    public const string Term = "PetitionTerm";

    public const string InTime = "InTime";
    public const string Late = "Late";

    /// <summary>No answer came yet.</summary>
    public const string Waiting = "Waiting";

    /// <summary>How a petition stands to its term, over the records.</summary>
    internal const string TermOutcome = $"CASE WHEN answered_on IS NULL THEN '{Waiting}' WHEN answered_on <= due_on THEN '{InTime}' ELSE '{Late}' END";

    /// <summary>Petitions that have a term: it runs, or an answer came. Of some of a ledger nobody knows.</summary>
    internal const string HasTerm = "kind = 'Petition' AND due_on IS NOT NULL AND (answered_on IS NOT NULL OR owed_by IS NOT NULL)";

    private const string NoId = "'00000000-0000-0000-0000-000000000000'";

    /// <summary>The same count by a statement over the records.</summary>
    public static readonly CountSource Source = Where("p.status <> 'Merged'");

    /// <summary>Those whose due day a recount moves: taken off before, added after.</summary>
    internal static CountSource MovedBy(Guid recount) =>
        Where($"p.status <> 'Merged' AND p.id IN (SELECT subject_id FROM due_move WHERE recount_id = '{recount.ToString("D").ToUpperInvariant()}')");

    private static CountSource Where(string these) => new(
        [.. Kinds, Term],
        $"""
        SELECT kind, council_id, province_id, session, day, due, field, authority, agency_id, outcome, status, COUNT(*) AS n
        FROM (
            SELECT p.kind, p.council_id, p.province_id, COALESCE(s.term || '/' || s.number, '') AS session, p.received_on AS day,
                   COALESCE(p.owed_by, '9999-01-01') AS due, COALESCE(p.field, '') AS field, COALESCE(p.authority, '') AS authority,
                   COALESCE(p.lead_agency_id, {NoId}) AS agency_id, COALESCE(p.outcome, '') AS outcome, p.status
            FROM petition AS p LEFT JOIN council_session AS s ON s.id = p.session_id
            WHERE {these}
            UNION ALL
            SELECT '{Term}', p.council_id, p.province_id, '', p.due_on, '9999-01-01', '', '', {NoId}, {TermOutcome}, ''
            FROM petition AS p WHERE {these} AND {HasTerm}
        ) AS petitions
        GROUP BY kind, council_id, province_id, session, day, due, field, authority, agency_id, outcome, status
        """) { CellKinds = Kinds };

    /// <summary>Term and number of a session never change.</summary>
    private readonly ConcurrentDictionary<Guid, string> _sessions = new();

    public void Observe(IReadOnlyList<EntityEntry> changed, Work work)
    {
        var tally = new CountTally();
        foreach (var entry in changed)
        {
            if (entry.Entity is not Petition petition)
            {
                continue;
            }

            if (entry.State is EntityState.Modified or EntityState.Deleted)
            {
                Add(tally, work.Db, Was(entry), -1);
            }

            if (entry.State is EntityState.Modified or EntityState.Added)
            {
                Add(tally, work.Db, Is(petition), 1);
            }
        }

        tally.WriteTo(work.Db);
    }

    /// <summary>Counts petitions that are stored past the change tracker (an import's bulk insert); call it in the same transaction, then save.</summary>
    public void Count(Db db, IEnumerable<Petition> added)
    {
        var tally = new CountTally();
        foreach (var petition in added)
        {
            Add(tally, db, Is(petition), 1);
        }

        tally.WriteTo(db);
    }

    private static Side Is(Petition p) =>
        new(p.Kind, p.CouncilId, p.ProvinceId, p.SessionId, p.ReceivedOn, p.OwedBy, p.Field, p.Authority, p.LeadAgencyId, p.Outcome, p.Status, p.DueOn, p.AnsweredOn);

    // The version column makes these the stored values: had another written in between, the save fails and the act runs again.
    private static Side Was(EntityEntry entry)
    {
        var was = entry.OriginalValues;

        return new Side(
            was.GetValue<PetitionKind>(nameof(Petition.Kind)),
            was.GetValue<Guid>(nameof(Petition.CouncilId)),
            was.GetValue<Guid>(nameof(Petition.ProvinceId)),
            was.GetValue<Guid?>(nameof(Petition.SessionId)),
            was.GetValue<DateOnly>(nameof(Petition.ReceivedOn)),
            was.GetValue<DateOnly?>(nameof(Petition.OwedBy)),
            was.GetValue<string?>(nameof(Petition.Field)),
            was.GetValue<string?>(nameof(Petition.Authority)),
            was.GetValue<Guid?>(nameof(Petition.LeadAgencyId)),
            was.GetValue<Outcome?>(nameof(Petition.Outcome)),
            was.GetValue<PetitionStatus>(nameof(Petition.Status)),
            was.GetValue<DateOnly?>(nameof(Petition.DueOn)),
            was.GetValue<DateOnly?>(nameof(Petition.AnsweredOn)));
    }

    private void Add(CountTally tally, Db db, Side side, int n)
    {
        if (side.Status == PetitionStatus.Merged)
        {
            return;
        }

        tally.Add(Counted(db, side), n);
        if (side is { Kind: PetitionKind.Petition, DueOn: { } due } && (side.AnsweredOn is not null || side.OwedBy is not null))
        {
            var outcome = side.AnsweredOn is not { } answered ? Waiting : answered <= due ? InTime : Late;
            tally.Add(new Counted(Term, side.CouncilId, side.ProvinceId, "", due, Counting.Counted.NotOwed, "", "", Guid.Empty, outcome, ""), n);
        }
    }

    private Counted Counted(Db db, Side side) => new(
            side.Kind.ToString(),
            side.CouncilId,
            side.ProvinceId,
            side.SessionId is { } session ? KeyOf(db, session) : "",
            side.Day,
            side.OwedBy ?? Counting.Counted.NotOwed,
            side.Field ?? "",
            side.Authority ?? "",
            side.AgencyId ?? Guid.Empty,
            side.Outcome?.ToString() ?? "",
            side.Status.ToString());

    private string KeyOf(Db db, Guid id)
    {
        if (_sessions.TryGetValue(id, out var known))
        {
            return known;
        }

        if (db.Set<CouncilSession>().Find(id) is not { } session)
        {
            return "";
        }

        return _sessions[id] = session.Key;
    }

    private sealed record Side(
        PetitionKind Kind,
        Guid CouncilId,
        Guid ProvinceId,
        Guid? SessionId,
        DateOnly Day,
        DateOnly? OwedBy,
        string? Field,
        string? Authority,
        Guid? AgencyId,
        Outcome? Outcome,
        PetitionStatus Status,
        DateOnly? DueOn,
        DateOnly? AnsweredOn);
}
