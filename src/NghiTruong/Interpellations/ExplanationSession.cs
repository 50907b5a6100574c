using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Interpellations;

/// <summary>
/// Phiên giải trình của Thường trực HĐND (Law 121/2025/QH15 Art 31.2; steps of Law 87/2015 Art 72, kept by practice): decided, notified ten days before, held in public,
/// concluded by more than half of all members of the Standing Committee, sent, followed.
/// </summary>
public sealed class ExplanationSession : ICouncilRecord, IVersioned, IRestored
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>GT-26734-2026-00003</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Vấn đề giải trình.</summary>
    public required string Issue { get; set; }

    /// <summary>Người giải trình, by post.</summary>
    public required string PersonAsked { get; set; }

    public required Guid AgencyId { get; set; }

    public string? StemsFrom { get; set; }

    public string? SourceCode { get; set; }

    /// <summary>Number of the paper by which the Standing Committee decided it.</summary>
    public required string DecisionNumber { get; init; }

    public required DateOnly DecidedOn { get; init; }

    /// <summary>The day it is to be held.</summary>
    public DateOnly PlannedOn { get; private set; }

    public string? Place { get; private set; }

    /// <summary>The notice goes out at the latest, by the rule EXPLANATION_SESSION_NOTICE.</summary>
    public DateOnly? NoticeDueOn { get; private set; }

    public ExplanationState State { get; private set; } = ExplanationState.Decided;

    /// <summary>What is owed next and has a day: the notice, then the session itself.</summary>
    [NotInJournal]
    public DateOnly? OwedBy { get; private set; }

    public Guid? NoticeLetterId { get; private set; }

    public string? NoticeNumber { get; private set; }

    public DateOnly? NoticeOn { get; private set; }

    /// <summary>Why the session was held though the notice was late.</summary>
    public string? NoticeLateBecause { get; private set; }

    public DateOnly? HeldOn { get; private set; }

    public string? Chair { get; private set; }

    public string? Attendants { get; private set; }

    public string? Conclusion { get; private set; }

    /// <summary>All members of the Standing Committee, present or not; null before the conclusion.</summary>
    public int? Members { get; private set; }

    public int? Present { get; private set; }

    public int? VotesFor { get; private set; }

    public int? VotesAgainst { get; private set; }

    public int? VotesAbstained { get; private set; }

    public DateOnly? ConcludedOn { get; private set; }

    public Guid? ConclusionLetterId { get; private set; }

    public string? ConclusionNumber { get; private set; }

    public string? SentTo { get; private set; }

    public DateOnly? SentOn { get; private set; }

    /// <summary>Báo cáo HĐND that it was not carried out.</summary>
    public string? FailureNumber { get; private set; }

    public DateOnly? FailureOn { get; private set; }

    public string? FailureReason { get; private set; }

    public string? ChangedBy { get; private set; }

    public string? ChangedBecause { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    /// <summary>How the Standing Committee voted; null before the conclusion.</summary>
    public StandingVotes? Votes => Members is { } all ? new StandingVotes(all, Present ?? 0, VotesFor ?? 0, VotesAgainst ?? 0, VotesAbstained ?? 0) : null;

    /// <summary>Words of the conclusion may be read outside.</summary>
    public bool IsSent => SentOn is not null;

    /// <summary>Calendar days the notice was late, or is late today.</summary>
    public int NoticeDaysLate(DateOnly today) =>
        NoticeDueOn is { } due && (NoticeOn ?? (State == ExplanationState.Decided ? today : null)) is { } on ? Math.Max(0, on.DayNumber - due.DayNumber) : 0;

    public void Plan(DateOnly on, string? place, DateOnly? noticeDue)
    {
        (PlannedOn, Place, NoticeDueOn) = (on, place ?? Place, noticeDue);
        Become(ExplanationState.Decided);
    }

    /// <summary>Another day: the notice goes out again.</summary>
    public void PutOff(DateOnly on, string? place, DateOnly? noticeDue, string number, string because)
    {
        (ChangedBy, ChangedBecause) = (number, because);
        (NoticeLetterId, NoticeNumber, NoticeOn) = (null, null, null);
        Plan(on, place, noticeDue);
    }

    public void Cancel(string number, string because, DateOnly on)
    {
        (ChangedBy, ChangedBecause, ClosedOn) = (number, because, on);
        Become(ExplanationState.Cancelled);
    }

    /// <summary>A rule or a day off changed the day of the notice.</summary>
    public void MoveNotice(DateOnly? due)
    {
        NoticeDueOn = due;
        Become(State);
    }

    public void DraftNotice(Guid letter) => NoticeLetterId = letter;

    public void Notify(string? number, DateOnly on)
    {
        (NoticeNumber, NoticeOn) = (number, on);
        Become(ExplanationState.Notified);
    }

    /// <summary>The notice was taken back, or its draft dropped.</summary>
    public void TakeNoticeBack()
    {
        (NoticeLetterId, NoticeNumber, NoticeOn) = (null, null, null);
        Become(State == ExplanationState.Notified ? ExplanationState.Decided : State);
    }

    public void Hold(DateOnly on, string? place, string? chair, string? attendants, DateOnly? noticeDue, string? noticeLateBecause)
    {
        (HeldOn, Place, Chair, Attendants) = (on, place ?? Place, chair, attendants);
        (NoticeDueOn, NoticeLateBecause) = (noticeDue, noticeLateBecause);
        Become(ExplanationState.Held);
    }

    public void Conclude(DateOnly on, string conclusion, StandingVotes votes)
    {
        (ConcludedOn, Conclusion) = (on, conclusion);
        (Members, Present, VotesFor, VotesAgainst, VotesAbstained) = (votes.Members, votes.Present, votes.For, votes.Against, votes.Abstained);
        Become(ExplanationState.Concluded);
    }

    public void DraftConclusion(Guid letter) => ConclusionLetterId = letter;

    public void Send(string? number, string to, DateOnly on)
    {
        (ConclusionNumber, SentTo, SentOn) = (number, to, on);
        Become(ExplanationState.Sent);
    }

    public void TakeConclusionBack()
    {
        (ConclusionLetterId, ConclusionNumber, SentTo, SentOn) = (null, null, null, null);
        Become(State == ExplanationState.Sent ? ExplanationState.Concluded : State);
    }

    public void ReportFailure(string number, DateOnly on, string reason) => (FailureNumber, FailureOn, FailureReason) = (number, on, reason);

    public void Close(DateOnly on)
    {
        ClosedOn = on;
        Become(ExplanationState.Closed);
    }

    public void AfterRestoring() => Become(State);

    private void Become(ExplanationState state)
    {
        State = state;
        OwedBy = state switch
        {
            ExplanationState.Decided => NoticeDueOn,
            ExplanationState.Notified => PlannedOn,
            _ => null,
        };
    }
}

/// <summary>How the Standing Committee voted on its conclusion.</summary>
/// <param name="Members">All of its members, present or not: the base of the majority.</param>
public sealed record StandingVotes(int Members, int Present, int For, int Against, int Abstained)
{
    /// <summary>More than half of all members.</summary>
    public int Needed => (Members / 2) + 1;

    public bool IsCarried => For >= Needed;
}
