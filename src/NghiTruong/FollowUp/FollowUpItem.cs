using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.FollowUp;

/// <summary>Where a matter stands with the one who owes it.</summary>
public enum FollowUpState
{
    /// <summary>Sent, nothing heard.</summary>
    Waiting,

    /// <summary>They say they have it.</summary>
    Received,

    /// <summary>Answered; whether that settles it is for the council to judge.</summary>
    Answered,

    /// <summary>Returned: not theirs to settle.</summary>
    Refused,

    /// <summary>Thu hồi.</summary>
    Withdrawn,

    /// <summary>Done, as the council judged.</summary>
    Done,
}

/// <summary>Sets of states a clerk would name.</summary>
public static class FollowUpStates
{
    public static readonly IReadOnlyList<FollowUpState> Owed = [FollowUpState.Waiting, FollowUpState.Received];
}

/// <summary>Lead (chủ trì) or cooperating (phối hợp).</summary>
public enum FollowUpPart
{
    Lead,
    Cooperating,
}

/// <summary>
/// Nội dung theo dõi: who owes a council what, by when. One kind of thing for every activity: an answer to a petition, a recommendation, a promise,
/// a task of a resolution. It is closed when the matter is done, not when it is answered.
/// </summary>
public sealed class FollowUpItem : ICouncilRecord, IVersioned, IPartOf, IRestored
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>petition</c>, later <c>recommendation</c>, <c>promise</c> ...</summary>
    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>Human code and a line of text, copied so that lists need no other room.</summary>
    [NotInJournal]
    public required string SubjectCode { get; set; }

    [NotInJournal]
    public required string Title { get; set; }

    public Guid? AgencyId { get; set; }

    /// <summary>The council it was passed to, where the holder is a council.</summary>
    public Guid? HolderCouncilId { get; set; }

    public required FollowUpPart Part { get; init; }

    public FollowUpState State { get; private set; } = FollowUpState.Waiting;

    /// <summary>Code of the deadline rule, null when the day was set by hand or by a ledger.</summary>
    public string? RuleCode { get; init; }

    /// <summary>The day the term counts from.</summary>
    public required DateOnly From { get; set; }

    /// <summary>The session whose opening the term counts from, so that it moves with it.</summary>
    public Guid? SessionId { get; init; }

    public DateOnly? DueOn { get; private set; }

    /// <summary>The day printed in the letter; shown beside <see cref="DueOn"/> once that has moved.</summary>
    public DateOnly? PrintedDueOn { get; set; }

    /// <summary><see cref="DueOn"/> while it is owed, else null: the key of every "due, late" list.</summary>
    [NotInJournal]
    public DateOnly? OwedBy { get; private set; }

    /// <summary>The day set by extension; a changed rule does not move it.</summary>
    public DateOnly? ExtendedTo { get; private set; }

    /// <summary>How many steps of urging have been taken.</summary>
    public int UrgingStep { get; private set; }

    public DateOnly? UrgedOn { get; private set; }

    /// <summary>The day a reply to the last urging was asked for; the next step is proposed once it has passed.</summary>
    public DateOnly? UrgingReplyBy { get; private set; }

    public bool IsPressing { get; set; }

    [NotInJournal]
    public int? Voters { get; set; }

    public Guid? LetterId { get; init; }

    public int Version { get; private set; }

    public void Due(DateOnly? day)
    {
        DueOn = day;
        Settle(State);
    }

    public void AfterRestoring() => Settle(State);

    public void ExtendTo(DateOnly day)
    {
        ExtendedTo = day;
        Due(day);
    }

    /// <summary>A step of urging was taken, or passed over (then it asks for no reply and the next one is due at once).</summary>
    public void Urge(int step, DateOnly on, DateOnly? replyBy)
    {
        UrgingStep = step;
        UrgedOn = on;
        UrgingReplyBy = replyBy;
    }

    /// <summary>Moves the item to a state; what is no longer owed leaves the lists of the due.</summary>
    public void Settle(FollowUpState state)
    {
        State = state;
        OwedBy = FollowUpStates.Owed.Contains(state) ? DueOn : null;
    }
}
