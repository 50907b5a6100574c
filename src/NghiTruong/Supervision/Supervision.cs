using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Supervision;

/// <summary>
/// Một cuộc giám sát, khảo sát: one record from the proposal to the last recommendation carried out. It closes only when every recommendation is confirmed done, or
/// not done with a reason.
/// </summary>
public sealed class SupervisionCase : ICouncilRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>GS-26734-2026-00003</c>: council's code at birth, year, number; unique in the nation, never changes.</summary>
    public required string Code { get; init; }

    /// <summary>Year of the programme.</summary>
    public required int Year { get; init; }

    public required SupervisionSubject Subject { get; init; }

    /// <summary>The committee or delegate group; null for the council and its Standing Committee.</summary>
    public Guid? BodyId { get; init; }

    public required SupervisionKind Kind { get; set; }

    /// <summary>Code of one of the twelve groups, <c>GS-05</c>.</summary>
    public required string Group { get; set; }

    public SupervisionState State { get; private set; } = SupervisionState.Proposed;

    /// <summary>Tên chuyên đề, nội dung giám sát.</summary>
    public required string Theme { get; set; }

    /// <summary>Sự cần thiết.</summary>
    public string? Necessity { get; set; }

    /// <summary>Nội dung.</summary>
    public string? Content { get; set; }

    /// <summary>Phạm vi.</summary>
    public string? Scope { get; set; }

    /// <summary>Đối tượng, as the proposal writes it; the bodies themselves are <see cref="SupervisedBody"/>.</summary>
    public string? Object { get; set; }

    /// <summary>Who asks for it: voters, a delegate, the Front, an upper programme.</summary>
    public string? Source { get; set; }

    /// <summary>Code of the field in the catalogue.</summary>
    public string? Field { get; set; }

    /// <summary>Code of an upper programme or scheme it serves; results roll up to it.</summary>
    public string? UpperCode { get; set; }

    public required DateOnly PlannedFrom { get; set; }

    /// <summary>Last day of the period in the programme; not held after it is "planned and not held".</summary>
    public required DateOnly PlannedTo { get; set; }

    /// <summary>Times it was put off, each with number and reason in the journal.</summary>
    public int Postponed { get; private set; }

    /// <summary>Number of the paper that last adjusted, put off or cancelled it.</summary>
    public string? AdjustedBy { get; private set; }

    public string? AdjustedBecause { get; private set; }

    /// <summary>Held without standing in the programme of the year: counts as held, not as planned.</summary>
    public bool IsUnplanned { get; init; }

    /// <summary>First day of carrying out.</summary>
    public DateOnly? BeganOn { get; private set; }

    /// <summary>The day it took place, or ended.</summary>
    public DateOnly? HeldOn { get; private set; }

    public DateOnly? ReportedOn { get; private set; }

    public string? ReportNumber { get; private set; }

    /// <summary>The report was due by then; kept for "on time".</summary>
    public DateOnly? ReportDueOn { get; private set; }

    public DateOnly? ConcludedOn { get; private set; }

    public string? ConclusionNumber { get; private set; }

    /// <summary>A finding of it is tied to a visit, a paper or a petition, or its one-page record has its photographs: words alone are not evidence to count.</summary>
    [NotInJournal]
    public bool HasEvidence { get; set; }

    /// <summary>Kết quả đạt được.</summary>
    public string? Results { get; set; }

    /// <summary>Những việc chưa được.</summary>
    public string? Shortcomings { get; set; }

    /// <summary>Nhận xét, đánh giá.</summary>
    public string? Assessment { get; set; }

    /// <summary>Why there is no recommendation, where there is none.</summary>
    public string? NoRecommendationBecause { get; set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>What is owed next; null when nothing is.</summary>
    public SupervisionDuty? Duty { get; private set; }

    /// <summary>By when: the key of the not-done board.</summary>
    public DateOnly? OwedBy { get; private set; }

    /// <summary>Theo sổ: what an imported register says happened stands as told.</summary>
    public bool FromLedger { get; init; }

    [NotInJournal]
    public string? ImportKey { get; set; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    /// <summary>Issued results may be read outside the body; before that findings and drafts stay at home.</summary>
    public bool IsIssued => SupervisionStates.HasReport.Contains(State);

    public void EnterProgramme() => Become(SupervisionState.Programmed, SupervisionDuty.Hold, PlannedTo);

    public void MoveTo(DateOnly from, DateOnly to, string number, string because)
    {
        (PlannedFrom, PlannedTo) = (from, to);
        (AdjustedBy, AdjustedBecause) = (number, because);
        Postponed++;
        if (Duty == SupervisionDuty.Hold)
        {
            OwedBy = to;
        }
    }

    public void Cancel(string number, string because, DateOnly on)
    {
        (AdjustedBy, AdjustedBecause) = (number, because);
        ClosedOn = on;
        Become(SupervisionState.Cancelled, null, null);
    }

    public void Begin(DateOnly on)
    {
        BeganOn = on;
        Become(SupervisionState.UnderWay, SupervisionDuty.Hold, PlannedTo);
    }

    public void Hold(DateOnly on, DateOnly? reportDue)
    {
        BeganOn ??= on;
        HeldOn = on;
        ReportDueOn = reportDue;
        Become(SupervisionState.Held, SupervisionDuty.Report, reportDue);
    }

    public void Report(string? number, DateOnly on, DateOnly? concludeBy)
    {
        (ReportNumber, ReportedOn) = (number, on);
        Become(SupervisionState.Reported, SupervisionDuty.Conclude, concludeBy);
    }

    /// <summary>The day of what is owed moves: a rule or the days off changed.</summary>
    public void MoveDuty(DateOnly? by)
    {
        ReportDueOn = Duty == SupervisionDuty.Report ? by : ReportDueOn;
        OwedBy = by;
    }

    /// <summary>The report was withdrawn: it is owed again.</summary>
    public void TakeReportBack(DateOnly? due)
    {
        (ReportNumber, ReportedOn) = (null, null);
        Become(SupervisionState.Held, SupervisionDuty.Report, due);
    }

    public void Conclude(string? number, DateOnly on)
    {
        (ConclusionNumber, ConcludedOn) = (number, on);
        Become(SupervisionState.Concluded, null, null);
    }

    public void Close(DateOnly on)
    {
        ClosedOn = on;
        Become(SupervisionState.Closed, null, null);
    }

    /// <summary>An imported row stands as the register told it.</summary>
    /// <param name="owedBy">The day of what is owed next; null where nothing is, as of a council that has ended.</param>
    public void StandAsTold(SupervisionState state, DateOnly? heldOn, string? reportNumber, DateOnly? reportedOn, DateOnly? owedBy)
    {
        (HeldOn, BeganOn) = (heldOn, heldOn);
        (ReportNumber, ReportedOn) = (reportNumber, reportedOn);
        ReportDueOn = state == SupervisionState.Held ? owedBy : null;
        SupervisionDuty? duty = state switch
        {
            _ when owedBy is null => null,
            SupervisionState.Programmed => SupervisionDuty.Hold,
            SupervisionState.Held => SupervisionDuty.Report,
            SupervisionState.Reported => SupervisionDuty.Conclude,
            _ => null,
        };
        Become(state, duty, duty is null ? null : owedBy);
    }

    private void Become(SupervisionState state, SupervisionDuty? duty, DateOnly? by)
    {
        State = state;
        Duty = duty;
        OwedBy = by;
    }
}
