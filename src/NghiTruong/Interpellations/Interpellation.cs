using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Interpellations;

/// <summary>
/// Chất vấn: one question slip of a delegate, from the slip to the answer accepted or not (Law 121/2025/QH15 Art 28.1.c; steps of Law 87/2015 Art 60, kept by practice until
/// compared). The person asked answers in person; whoever else answers needs a recorded reason.
/// </summary>
public sealed class Interpellation : ICouncilRecord, IVersioned, IRestored
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>CV-26734-2026-00003</c>: council's code at birth, year, number; unique in the nation, never changes.</summary>
    public required string Code { get; init; }

    /// <summary>The session it is for; null for a slip between sessions.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>The delegate who asks, as the slip names them.</summary>
    public required string AskerName { get; set; }

    /// <summary>Their account, where they have one.</summary>
    public Guid? AskerUserId { get; set; }

    /// <summary>Người bị chất vấn, by post: <c>Chủ tịch UBND xã</c>.</summary>
    public required string PersonAsked { get; set; }

    /// <summary>The agency that person heads, or answers for.</summary>
    public required Guid AgencyId { get; set; }

    /// <summary>Code of the field in the catalogue.</summary>
    public string? Field { get; set; }

    /// <summary>Nội dung chất vấn.</summary>
    public required string Issue { get; set; }

    /// <summary>Căn cứ: what it stems from, as typed.</summary>
    public string? StemsFrom { get; set; }

    /// <summary>Code of the petition, recommendation, supervision or earlier slip it stems from.</summary>
    public string? SourceCode { get; set; }

    /// <summary>Ngày gửi phiếu.</summary>
    public required DateOnly HandedInOn { get; set; }

    /// <summary>A clerk wrote a paper slip down.</summary>
    public bool IsFromPaper { get; init; }

    public InterpellationState State { get; private set; } = InterpellationState.Submitted;

    /// <summary>The group of issues it was chosen into.</summary>
    public Guid? GroupId { get; private set; }

    /// <summary>Number of the paper by which it was chosen or not.</summary>
    public string? DecisionNumber { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Ngày chất vấn tại phiên.</summary>
    public DateOnly? AskedOn { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Who really answered.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>Why somebody else answered than the person asked.</summary>
    public string? AnsweredByOtherBecause { get; private set; }

    /// <summary>Tóm tắt nội dung trả lời.</summary>
    public string? Answer { get; private set; }

    public WrittenReason? WrittenBecause { get; private set; }

    /// <summary>Why it was not chosen, or what must be verified.</summary>
    public string? WrittenNote { get; private set; }

    /// <summary>The day the term of the written answer counts from.</summary>
    public DateOnly? WrittenFrom { get; private set; }

    public DateOnly? WrittenDueOn { get; private set; }

    /// <summary><see cref="WrittenDueOn"/> while it is owed, else null.</summary>
    [NotInJournal]
    public DateOnly? OwedBy { get; private set; }

    /// <summary>Số văn bản trả lời.</summary>
    public string? AnswerNumber { get; private set; }

    /// <summary>Thay cơ quan, theo văn bản: a clerk wrote it down.</summary>
    public bool IsOnBehalf { get; private set; }

    /// <summary>The day the delegate said whether the answer is accepted.</summary>
    public DateOnly? JudgedOn { get; private set; }

    public string? JudgedNote { get; private set; }

    /// <summary>What the delegate asks for who does not accept.</summary>
    public NextWish? Wish { get; private set; }

    /// <summary>Nghị quyết về chất vấn.</summary>
    public string? ResolutionNumber { get; private set; }

    public DateOnly? ResolutionOn { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    /// <summary>Slips are talked over at home until it is decided what becomes of them.</summary>
    public bool IsDecided => State != InterpellationState.Submitted;

    /// <summary>Calendar days the written answer came late, or is late today.</summary>
    public int DaysLate(DateOnly today) => WrittenDueOn is { } due && (State == InterpellationState.InWriting ? today : AnsweredOn) is { } on ? Math.Max(0, on.DayNumber - due.DayNumber) : 0;

    public void IsFor(Guid? session) => SessionId = session;

    public void Select(IssueGroup group, string? number, DateOnly on)
    {
        (GroupId, SessionId) = (group.Id, group.SessionId);
        (DecisionNumber, DecidedOn) = (number, on);
        Become(InterpellationState.Selected);
    }

    public void Ask(DateOnly on)
    {
        AskedOn = on;
        Become(InterpellationState.Asked);
    }

    public void AnswerAtSitting(DateOnly on, string by, string? otherBecause, string answer)
    {
        AskedOn ??= on;
        (AnsweredOn, AnsweredBy, AnsweredByOtherBecause, Answer) = (on, by, otherBecause, answer);
        Become(InterpellationState.Answered);
    }

    public void PutInWriting(WrittenReason because, string? note, DateOnly from, DateOnly? due)
    {
        (WrittenBecause, WrittenNote, WrittenFrom, WrittenDueOn) = (because, note, from, due);
        Become(InterpellationState.InWriting);
    }

    /// <summary>Not chosen: by which paper; the answer is owed in writing.</summary>
    public void Decline(string? number, DateOnly on) => (DecisionNumber, DecidedOn) = (number, on);

    public void AnswerInWriting(DateOnly on, string by, string? otherBecause, string answer, string? number, bool onBehalf)
    {
        (AnsweredOn, AnsweredBy, AnsweredByOtherBecause, Answer) = (on, by, otherBecause, answer);
        (AnswerNumber, IsOnBehalf) = (number, onBehalf);
        Become(InterpellationState.Written);
    }

    public void Judge(bool accepted, DateOnly on, string? note, NextWish? wish)
    {
        (JudgedOn, JudgedNote, Wish) = (on, note, accepted ? null : wish ?? NextWish.Nothing);
        Become(accepted ? InterpellationState.Accepted : InterpellationState.NotAccepted);
    }

    public void Resolve(string number, DateOnly on) => (ResolutionNumber, ResolutionOn) = (number, on);

    public void AfterRestoring() => Become(State);

    private void Become(InterpellationState state)
    {
        State = state;
        OwedBy = state == InterpellationState.InWriting ? WrittenDueOn : null;
    }
}
