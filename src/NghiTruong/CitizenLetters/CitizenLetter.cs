using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.CitizenLetters;

/// <summary>Loại đơn.</summary>
public enum CitizenLetterKind
{
    /// <summary>Khiếu nại.</summary>
    Complaint,

    /// <summary>Tố cáo: who sends it is protected (Law 25/2018/QH14).</summary>
    Denunciation,

    /// <summary>Kiến nghị.</summary>
    Request,

    /// <summary>Phản ánh.</summary>
    Feedback,

    /// <summary>Hỗn hợp: may hold a denunciation, so it is protected like one.</summary>
    Mixed,
}

/// <summary>Nguồn đơn.</summary>
public enum CitizenLetterSource
{
    Direct,
    Post,
    Reception,

    /// <summary>Qua đại biểu.</summary>
    Delegate,
    OtherBody,
}

/// <summary>Thẩm quyền.</summary>
public enum HandlingAuthority
{
    /// <summary>Not looked at yet.</summary>
    Unknown,

    Own,
    Other,
}

public enum CitizenLetterState
{
    /// <summary>Mới vào sổ, chờ xử lý.</summary>
    Registered,

    /// <summary>Không đủ điều kiện, chờ hướng dẫn hoặc lưu.</summary>
    NotEligible,

    /// <summary>Thụ lý.</summary>
    Accepted,

    /// <summary>Đủ điều kiện, chờ chuyển cơ quan có thẩm quyền.</summary>
    ToTransfer,

    Transferred,

    /// <summary>Đã hướng dẫn, trả lời.</summary>
    Guided,

    /// <summary>Lưu, không xử lý.</summary>
    Filed,

    /// <summary>Đã có kết quả giải quyết.</summary>
    Answered,

    /// <summary>Đã báo người gửi.</summary>
    Told,

    Closed,
}

/// <summary>Sets of states a clerk would name.</summary>
public static class CitizenLetterStates
{
    public static readonly IReadOnlyList<CitizenLetterState> Ended = [CitizenLetterState.Guided, CitizenLetterState.Filed, CitizenLetterState.Closed];

    public static readonly IReadOnlyList<CitizenLetterState> Open = [.. Enum.GetValues<CitizenLetterState>().Except(Ended)];

    /// <summary>Nobody has decided yet what becomes of it.</summary>
    public static readonly IReadOnlyList<CitizenLetterState> Undecided = [CitizenLetterState.Registered, CitizenLetterState.NotEligible, CitizenLetterState.ToTransfer];

    /// <summary>Somebody settles it now.</summary>
    public static readonly IReadOnlyList<CitizenLetterState> BeingSettled = [CitizenLetterState.Accepted, CitizenLetterState.Transferred];
}

/// <summary>What the council's own desk owes now.</summary>
public enum CitizenLetterDuty
{
    /// <summary>Xử lý ban đầu.</summary>
    FirstHandling,

    /// <summary>Chuyển đơn.</summary>
    Transfer,

    /// <summary>Giải quyết.</summary>
    Settle,

    /// <summary>A body outside the list has it; its result is awaited.</summary>
    Result,

    /// <summary>Báo người gửi.</summary>
    Tell,
}

/// <summary>What became of a letter, as figures tell it: "100 % of letters passed on" is Passed, Handled and Guided of all that were not filed.</summary>
public enum CitizenLetterOutcome
{
    Waiting,
    Passed,
    Handled,
    Guided,
    Filed,
}

/// <summary>
/// Đơn thư: a letter of citizens to the council or a delegate, from the register to the sender told (Law 42/2013/QH13 Art 26-28; complaints Law 02/2011/QH13, denunciations Law 25/2018/QH14).
/// Who sent it lies apart (<see cref="LetterSender"/>); of a protected letter it is sealed and read by its named handlers alone.
/// </summary>
public sealed class CitizenLetter : ICouncilRecord, IVersioned, IRestored
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>DT-26734-2026-00012</c>: council's code at birth, year, number; unique in the nation, never changes.</summary>
    public required string Code { get; init; }

    /// <summary>Số đến of the office's own register.</summary>
    public string? RegisterNumber { get; set; }

    public required CitizenLetterKind Kind { get; set; }

    /// <summary>Once protected it stays so, whatever it turns out to be.</summary>
    public required bool IsProtected { get; set; }

    public required CitizenLetterSource Source { get; set; }

    /// <summary>The other body, or how it came.</summary>
    [Personal]
    public string? SourceNote { get; set; }

    /// <summary>The delegate it was handed to.</summary>
    public Guid? DelegateId { get; set; }

    /// <summary>The same by name, as the register shows it.</summary>
    public string? DelegateName { get; set; }

    /// <summary>The account that entered it; a delegate sees the letters they entered.</summary>
    public required Guid RegisteredBy { get; init; }

    public required DateOnly ReceivedOn { get; set; }

    /// <summary>The day written on it.</summary>
    public DateOnly? WrittenOn { get; set; }

    /// <summary>Tóm tắt nội dung; a protected letter's is shown to its handlers alone and names no sender.</summary>
    [Personal]
    public required string Summary { get; set; }

    /// <summary>Code of the field in the catalogue.</summary>
    public string? Field { get; set; }

    /// <summary>Không ghi tên.</summary>
    public bool IsAnonymous { get; set; }

    /// <summary>How many sent it together.</summary>
    public int Senders { get; set; } = 1;

    public CitizenLetterState State { get; private set; } = CitizenLetterState.Registered;

    public HandlingAuthority Authority { get; private set; } = HandlingAuthority.Unknown;

    public DateOnly? ScreenedOn { get; private set; }

    /// <summary>Code in the catalogue of reasons: why it is not eligible, or filed.</summary>
    public string? ReasonCode { get; private set; }

    [Personal]
    public string? ReasonNote { get; private set; }

    /// <summary>Code of the letter it repeats.</summary>
    public string? DuplicateOf { get; private set; }

    /// <summary>The rule its settlement runs by.</summary>
    public string? SettleRule { get; private set; }

    public Guid? TransferLetterId { get; private set; }

    public Guid? TransferAgencyId { get; private set; }

    /// <summary>The competent body by name.</summary>
    public string? TransferredTo { get; private set; }

    public string? TransferNumber { get; private set; }

    public DateOnly? TransferredOn { get; private set; }

    public Guid? GuidanceLetterId { get; private set; }

    /// <summary>The body the sender was sent to.</summary>
    public string? GuidedTo { get; private set; }

    public string? GuidanceNumber { get; private set; }

    public DateOnly? GuidedOn { get; private set; }

    public DateOnly? FiledOn { get; private set; }

    /// <summary>The day the sender was told how it is handled.</summary>
    public DateOnly? HandlingToldOn { get; private set; }

    public string? AnsweredBy { get; private set; }

    public string? AnswerNumber { get; private set; }

    /// <summary>The day the answer came.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>The day the matter was settled; the body reports within seven working days of it.</summary>
    public DateOnly? SettledOn { get; private set; }

    public DateOnly? ReportDueOn { get; private set; }

    [Personal]
    public string? Answer { get; private set; }

    public DateOnly? ToldOn { get; private set; }

    public string? ToldNumber { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public CitizenLetterDuty? Duty { get; private set; } = CitizenLetterDuty.FirstHandling;

    public DateOnly? DueOn { get; private set; }

    /// <summary>The day set by extension; a changed rule does not move it.</summary>
    public DateOnly? ExtendedTo { get; private set; }

    public string? ExtendedBecause { get; private set; }

    /// <summary><see cref="DueOn"/> while it is owed, else null.</summary>
    [NotInJournal]
    public DateOnly? OwedBy { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    public CitizenLetterOutcome Outcome => OutcomeOf(State, Authority, TransferredOn, FiledOn);

    public static CitizenLetterOutcome OutcomeOf(CitizenLetterState state, HandlingAuthority authority, DateOnly? transferredOn, DateOnly? filedOn) => state switch
    {
        _ when transferredOn is not null => CitizenLetterOutcome.Passed,
        CitizenLetterState.Guided => CitizenLetterOutcome.Guided,
        CitizenLetterState.Filed => CitizenLetterOutcome.Filed,
        _ when filedOn is not null => CitizenLetterOutcome.Filed,
        CitizenLetterState.Accepted or CitizenLetterState.Answered or CitizenLetterState.Told or CitizenLetterState.Closed when authority == HandlingAuthority.Own => CitizenLetterOutcome.Handled,
        _ => CitizenLetterOutcome.Waiting,
    };

    public int DaysLate(DateOnly today) => OwedBy is { } due && due < today ? today.DayNumber - due.DayNumber : 0;

    public void Start(DateOnly? due) => Owe(CitizenLetterDuty.FirstHandling, due);

    /// <summary>Ours to settle: thụ lý.</summary>
    public void Accept(DateOnly on, string settleRule, DateOnly? due)
    {
        (State, Authority, ScreenedOn, SettleRule) = (CitizenLetterState.Accepted, HandlingAuthority.Own, on, settleRule);
        (ReasonCode, ReasonNote) = (null, null);
        Owe(CitizenLetterDuty.Settle, due);
    }

    /// <summary>Somebody else's to settle.</summary>
    public void GiveOver(DateOnly on, string settleRule, DateOnly? due)
    {
        (State, Authority, ScreenedOn, SettleRule) = (CitizenLetterState.ToTransfer, HandlingAuthority.Other, on, settleRule);
        (ReasonCode, ReasonNote) = (null, null);
        Owe(CitizenLetterDuty.Transfer, due);
    }

    public void FindWanting(DateOnly on, string reason, string? note)
    {
        (State, ScreenedOn, ReasonCode, ReasonNote) = (CitizenLetterState.NotEligible, on, reason, note);
        Owe(CitizenLetterDuty.FirstHandling, DueOn);
    }

    public void DraftTransfer(Guid letter, Guid? agency, string to) => (TransferLetterId, TransferAgencyId, TransferredTo) = (letter, agency, to);

    /// <param name="due">When a body outside the list owes its result; null where a follow-up item says so.</param>
    public void Transfer(string? number, DateOnly on, DateOnly? due)
    {
        (State, TransferNumber, TransferredOn) = (CitizenLetterState.Transferred, number, on);
        if (TransferAgencyId is null)
        {
            Owe(CitizenLetterDuty.Result, due);
        }
        else
        {
            Owe(null, null);
        }
    }

    /// <summary>The letter that passed it on was withdrawn or discarded.</summary>
    public void TakeTransferBack(DateOnly? due)
    {
        var wasSent = State == CitizenLetterState.Transferred;
        (TransferLetterId, TransferAgencyId, TransferredTo, TransferNumber, TransferredOn) = (null, null, null, null, null);
        if (wasSent)
        {
            State = CitizenLetterState.ToTransfer;
            Owe(CitizenLetterDuty.Transfer, due);
        }
    }

    public void DraftGuidance(Guid letter, string? to) => (GuidanceLetterId, GuidedTo) = (letter, to);

    public void Guide(string? to, string? number, DateOnly on)
    {
        (State, GuidedTo, GuidanceNumber, GuidedOn, HandlingToldOn) = (CitizenLetterState.Guided, to, number, on, on);
        Owe(null, null);
    }

    public void TakeGuidanceBack(CitizenLetterState to)
    {
        var wasSent = State == CitizenLetterState.Guided;
        (GuidanceLetterId, GuidanceNumber, GuidedOn) = (null, null, null);
        if (wasSent)
        {
            (State, HandlingToldOn) = (to, null);
            Owe(CitizenLetterDuty.FirstHandling, DueOn);
        }
    }

    public void PutAway(string reason, string? note, string? duplicateOf, DateOnly on)
    {
        (State, ReasonCode, ReasonNote, DuplicateOf, FiledOn) = (CitizenLetterState.Filed, reason, note, duplicateOf, on);
        Owe(null, null);
    }

    public void TellHandling(DateOnly on) => HandlingToldOn = on;

    public void TakeAnswer(string by, string? number, DateOnly on, DateOnly? settledOn, DateOnly? reportDueOn, string answer, DateOnly? tellBy)
    {
        (State, AnsweredBy, AnswerNumber, AnsweredOn) = (CitizenLetterState.Answered, by, number, on);
        (SettledOn, ReportDueOn, Answer) = (settledOn, reportDueOn, answer);
        Owe(IsAnonymous ? null : CitizenLetterDuty.Tell, tellBy);
    }

    public void Tell(DateOnly on, string? number)
    {
        (State, ToldOn, ToldNumber) = (CitizenLetterState.Told, on, number);
        Owe(null, null);
    }

    public void Close(DateOnly on)
    {
        (State, ClosedOn) = (CitizenLetterState.Closed, on);
        Owe(null, null);
    }

    public void Extend(DateOnly to, string because)
    {
        (ExtendedTo, ExtendedBecause) = (to, because);
        Owe(Duty, to);
    }

    /// <summary>A rule or a day off changed while something is owed; a day set by extension stays.</summary>
    public void Move(DateOnly? due)
    {
        if (Duty is not null && ExtendedTo is null)
        {
            Owe(Duty, due);
        }
    }

    public void AfterRestoring() => OwedBy = Duty is null ? null : DueOn;

    private void Owe(CitizenLetterDuty? duty, DateOnly? due)
    {
        if (duty != Duty)
        {
            (ExtendedTo, ExtendedBecause) = (null, null);
        }

        Duty = duty;
        DueOn = duty is null ? DueOn : due;
        AfterRestoring();
    }
}
