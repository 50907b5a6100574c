using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Interpellations;

/// <summary>
/// Lời hứa: what was promised when questioned, or a task of an explanation session's conclusion. It has two days: the one it is to be kept by, and the one it is reported by
/// before the next regular session (Law 87/2015 Art 60.7, kept by practice); the latter moves with that session. It closes only when it has been judged, with reason and evidence.
/// </summary>
public sealed class Promise : ICouncilRecord, IVersioned, IRestored
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>LH-26734-2026-00003</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The slip it was made at; else <see cref="ExplanationId"/>.</summary>
    public Guid? InterpellationId { get; init; }

    public Guid? ExplanationId { get; init; }

    /// <summary>Who promised, by post.</summary>
    public required string MadeBy { get; init; }

    public required string Content { get; init; }

    public required Guid AgencyId { get; set; }

    /// <summary>Sản phẩm phải có.</summary>
    public string? Product { get; init; }

    public required DateOnly MadeOn { get; init; }

    public PromiseState State { get; private set; } = PromiseState.Following;

    public DateOnly DueOn { get; private set; }

    /// <summary><see cref="DueOn"/> while it is owed, else null.</summary>
    [NotInJournal]
    public DateOnly? OwedBy { get; private set; }

    /// <summary>The session it is to be reported before; null while none is planned.</summary>
    public Guid? ReportSessionId { get; private set; }

    public DateOnly? ReportDueOn { get; private set; }

    /// <summary><see cref="ReportDueOn"/> while that report is owed, else null.</summary>
    public DateOnly? ReportOwedBy { get; private set; }

    /// <summary>What the agency says it has done.</summary>
    public string? Report { get; private set; }

    public string? ReportDocument { get; private set; }

    public DateOnly? ReportedOn { get; private set; }

    public PromiseOutcome? Outcome { get; private set; }

    /// <summary>Lý do of the judgement.</summary>
    public string? Reason { get; private set; }

    /// <summary>Minh chứng: what it rests on.</summary>
    public string? Evidence { get; private set; }

    /// <summary>Who judged, as written.</summary>
    public string? JudgedBy { get; private set; }

    public DateOnly? JudgedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    public int DaysLate(DateOnly today) => OwedBy is { } due && due < today ? today.DayNumber - due.DayNumber : 0;

    public void Make(DateOnly due)
    {
        DueOn = due;
        Become(PromiseState.Following);
    }

    public void OweReport(Guid session, DateOnly due) => (ReportSessionId, ReportDueOn, ReportOwedBy) = (session, due, due);

    public void Tell(string words, string? document, DateOnly on, bool isDone)
    {
        (Report, ReportDocument, ReportedOn, ReportOwedBy) = (words, document, on, null);
        Become(isDone ? PromiseState.Reported : PromiseState.Following);
    }

    /// <summary>That is its report already: a second press adds nothing.</summary>
    public bool HasTold(string words, string? document, DateOnly on) => (Report, ReportDocument, ReportedOn) == (words, document, on);

    /// <summary>Judged, and followed on by its day or a new one.</summary>
    public void GoOn(PromiseOutcome outcome, string reason, string evidence, string by, DateOnly on, DateOnly? newDue)
    {
        (Outcome, Reason, Evidence, JudgedBy, JudgedOn) = (outcome, reason, evidence, by, on);
        DueOn = newDue ?? DueOn;
        Become(PromiseState.Following);
    }

    public void Close(PromiseOutcome outcome, string reason, string evidence, string by, DateOnly on)
    {
        (Outcome, Reason, Evidence, JudgedBy, JudgedOn) = (outcome, reason, evidence, by, on);
        (ClosedOn, ReportOwedBy) = (on, null);
        Become(PromiseState.Closed);
    }

    public void AfterRestoring() => Become(State);

    private void Become(PromiseState state)
    {
        State = state;
        OwedBy = state == PromiseState.Following ? DueOn : null;
    }
}
