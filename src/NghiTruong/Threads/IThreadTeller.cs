using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Threads;

/// <summary>
/// An activity's side of threads, one for each kind of its records. It tells what the reader may see of a record in the activity's own room, no more: drafts, findings before issue and voters'
/// names never. Rooms register theirs with <c>services.AddSingleton&lt;IThreadTeller, PetitionTeller&gt;()</c>, name the kind in the text <c>thread.kind.{Kind}</c>; where it is
/// read upstairs stands in <c>RecordLinks</c>.
/// </summary>
public interface IThreadTeller
{
    /// <summary>Kind of the records it tells, as their journal names it.</summary>
    string Kind { get; }

    /// <summary>The record of a code, within what the person may read; null is "not found".</summary>
    Task<Guid?> FindAsync(Db db, string code, Acting acting, CancellationToken ct);

    /// <summary>Tells these records; those the person may not read are left out.</summary>
    Task<IReadOnlyList<ToldRecord>> TellAsync(Db db, IReadOnlyCollection<Guid> ids, Acting acting, CancellationToken ct);

    /// <summary>Records that may belong beside those told, of whatever kind: they are shown only if their own teller finds them for the person.</summary>
    /// <param name="told">All records of the thread that the person may read.</param>
    Task<IReadOnlyList<ThreadHint>> HintAsync(Db db, IReadOnlyCollection<ToldRecord> told, Acting acting, CancellationToken ct);
}

/// <summary>A record as its room tells it to this reader, in their language.</summary>
/// <param name="Code">What people call it; for one without a code of its own that of the record it is part of.</param>
/// <param name="Title">A line of text.</param>
/// <param name="State">Where it stands, in words.</param>
public sealed record ToldRecord(string Kind, Guid Id, string Code, Guid CouncilId, string Title, string State)
{
    /// <summary>Something is still to be done in its room.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Who must act where no follow-up item says so: the committee, the agency of an imported row; null is the council itself.</summary>
    public string? Holder { get; init; }

    /// <summary>By when that one must act.</summary>
    public DateOnly? OwedBy { get; init; }

    public IReadOnlyList<ToldLine> Lines { get; init; } = [];
}

/// <summary>One thing that happened, on its legal day.</summary>
/// <param name="Event">Stable code: <c>petition.answered</c>.</param>
/// <param name="What">The sentence in the reader's language.</param>
public sealed record ToldLine(DateOnly On, string Event, string What)
{
    /// <summary>Number of the document that proves it.</summary>
    public string? Number { get; init; }

    /// <summary>The words themselves: an answer, a finding, a conclusion.</summary>
    public string? Said { get; init; }
}

/// <summary>The machine proposes a record, with its reason in the reader's language; people put it in.</summary>
public sealed record ThreadHint(string Kind, string Code, string Reason);
