using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Delegates;

/// <summary>
/// A room's side of a delegate's own page and yearly report: what the delegate did in a period, as far as this reader may see it in the room. Rooms register theirs with
/// <c>services.AddSingleton&lt;IDelegateTeller, PetitionDelegateTeller&gt;()</c> and name each kind of deed in the text <c>delegate.deed.{Kind}</c>; where a record is read upstairs stands in
/// <c>RecordLinks</c>.
/// </summary>
public interface IDelegateTeller
{
    /// <summary>What it tells of: every deed under one of these kinds. <c>voterMeeting</c>, <c>training</c> ...</summary>
    IReadOnlyList<string> Kinds { get; }

    Task<IReadOnlyList<DelegateDeed>> TellAsync(Db db, Delegate who, DateOnly from, DateOnly until, Acting acting, CancellationToken ct);
}

/// <summary>One thing a delegate did.</summary>
/// <param name="Kind">One of the teller's kinds.</param>
/// <param name="Text">The sentence in the reader's language.</param>
public sealed record DelegateDeed(string Kind, DateOnly On, string Text)
{
    /// <summary>Kind and code of the record behind it, for its link.</summary>
    public string? RecordKind { get; init; }

    public string? RecordCode { get; init; }

    public Guid? RecordId { get; init; }

    /// <summary>How many this line stands for: a register may hold only a number.</summary>
    public int Count { get; init; } = 1;
}
