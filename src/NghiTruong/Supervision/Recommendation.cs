using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Supervision;

/// <summary>
/// Kiến nghị sau giám sát (Law 121/2025/QH15 Art 40): content, who leads, which product, by when. What the agency says stands beside what the body saw itself; only the
/// body that made it closes it, as done or as not done with a reason. The term, reminders and urging are its follow-up item's.
/// </summary>
public sealed class Recommendation : ICouncilRecord, IVersioned, IRestored
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>KNGS-26734-2026-00003</c>.</summary>
    public required string Code { get; init; }

    public required Guid SupervisionId { get; init; }

    /// <summary>Copied from the supervision, for counts and scope.</summary>
    public required SupervisionSubject Subject { get; init; }

    public Guid? BodyId { get; init; }

    public required SupervisionKind Kind { get; init; }

    public RecommendationState State { get; private set; } = RecommendationState.Draft;

    public required string Content { get; set; }

    public Guid? LeadAgencyId { get; set; }

    /// <summary>Cơ quan phối hợp, as written.</summary>
    public string? Cooperating { get; set; }

    /// <summary>Người chịu trách nhiệm, by post.</summary>
    public string? Responsible { get; set; }

    /// <summary>Sản phẩm phải hoàn thành.</summary>
    public string? Product { get; set; }

    public DateOnly? DueOn { get; private set; }

    /// <summary><see cref="DueOn"/> while it is owed, else null.</summary>
    [NotInJournal]
    public DateOnly? OwedBy { get; private set; }

    public DateOnly? MadeOn { get; private set; }

    public bool IsPressing { get; set; }

    public string? PressingReason { get; set; }

    /// <summary>What the agency says it has done.</summary>
    public string? AgencyWord { get; private set; }

    public DateOnly? AgencyWordOn { get; private set; }

    /// <summary>The document with which it says so.</summary>
    public string? AgencyDocument { get; private set; }

    /// <summary>The body's own note of what was really done.</summary>
    public string? OwnNote { get; private set; }

    /// <summary>When the body last looked at it.</summary>
    public DateOnly? LookedOn { get; private set; }

    public RecommendationOutcome? Outcome { get; private set; }

    /// <summary>Giải trình asked for (Art 40): 15 calendar days, 30 if complex.</summary>
    public DateOnly? ExplanationAskedOn { get; private set; }

    public DateOnly? ExplanationDueOn { get; private set; }

    public bool ExplanationIsComplex { get; private set; }

    public DateOnly? ExplainedOn { get; private set; }

    public string? Explanation { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public string? ClosedBecause { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    public void Propose(DateOnly? due) => DueOn = due;

    public void Make(DateOnly on, DateOnly? due)
    {
        (MadeOn, DueOn) = (on, due);
        Become(RecommendationState.Following);
    }

    public void MoveDue(DateOnly? due)
    {
        DueOn = due;
        Become(State);
    }

    public void Answer(string word, string? document, DateOnly on)
    {
        (AgencyWord, AgencyDocument, AgencyWordOn) = (word, document, on);
        Become(RecommendationState.Answered);
    }

    /// <summary>That is its word already: a second press adds nothing.</summary>
    public bool HasAnswered(string word, string? document, DateOnly on) =>
        State == RecommendationState.Answered && (AgencyWord, AgencyDocument, AgencyWordOn) == (word, document, on);

    /// <summary>The body has noted just that today.</summary>
    public bool IsSeen(RecommendationOutcome outcome, string? note, DateOnly on) =>
        State == RecommendationState.Following && (Outcome, OwnNote, LookedOn) == (outcome, note, on);

    /// <summary>The body looked: what it saw, and which of the six outcomes stands today. What falls short is owed again.</summary>
    public void Look(RecommendationOutcome outcome, string? note, DateOnly on)
    {
        (Outcome, OwnNote, LookedOn) = (outcome, note, on);
        Become(RecommendationState.Following);
    }

    public void Confirm(string? note, DateOnly on)
    {
        (Outcome, OwnNote, LookedOn, ClosedOn) = (RecommendationOutcome.Done, note, on, on);
        Become(RecommendationState.Confirmed);
    }

    public void CloseNotDone(string because, DateOnly on)
    {
        (Outcome, ClosedBecause, LookedOn, ClosedOn) = (RecommendationOutcome.NotDone, because, on, on);
        Become(RecommendationState.NotDone);
    }

    public void AskToExplain(DateOnly on, DateOnly? due, bool isComplex)
    {
        (ExplanationAskedOn, ExplanationDueOn, ExplanationIsComplex) = (on, due, isComplex);
        (ExplainedOn, Explanation) = (null, null);
    }

    public void Explain(string words, DateOnly on) => (Explanation, ExplainedOn) = (words, on);

    /// <summary>An imported row stands as the register told it.</summary>
    public void StandAsTold(RecommendationState state, RecommendationOutcome? outcome, DateOnly madeOn, DateOnly? due)
    {
        (Outcome, MadeOn, DueOn) = (outcome, madeOn, due);
        Become(state);
    }

    public void AfterRestoring() => Become(State);

    private void Become(RecommendationState state)
    {
        State = state;
        OwedBy = state == RecommendationState.Following ? DueOn : null;
    }
}
