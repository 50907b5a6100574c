using NghiTruong.Database;

namespace NghiTruong.Verification;

/// <summary>
/// Hồ sơ thẩm tra: one report, proposal or draft resolution that a committee verifies before a session (Law 121/2025/QH15; working regulations of the council).
/// Days count back from the session's opening by the rule table and move with it.
/// </summary>
public sealed class VerificationCase : ICouncilRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>TT-26734-2026-00003</c>: council's code at birth, year, number; unique in the nation, never changes.</summary>
    public required string Code { get; init; }

    public required VerificationItem Item { get; init; }

    /// <summary>Văn bản quy phạm pháp luật; of a draft resolution only, null where nobody said yet.</summary>
    public bool? IsNormative { get; set; }

    public required string Title { get; set; }

    public Guid? SessionId { get; set; }

    /// <summary>The day the session opens, as known when the days were last counted.</summary>
    public required DateOnly OpensOn { get; set; }

    /// <summary>Who submits.</summary>
    public required Guid AgencyId { get; set; }

    /// <summary>The committee in charge; null where the Standing Committee verifies itself.</summary>
    public Guid? BodyId { get; set; }

    /// <summary>Papers are due for verification.</summary>
    public DateOnly? PapersDueOn { get; set; }

    /// <summary>The committee meets at the latest.</summary>
    public DateOnly? MeetingDueOn { get; set; }

    /// <summary>The report goes to the delegates with the session's papers.</summary>
    public DateOnly? ReportDueOn { get; set; }

    public VerificationState State { get; private set; } = VerificationState.Collecting;

    public DateOnly? MetOn { get; private set; }

    /// <summary>Trình bày of the agency that submits.</summary>
    public string? Presentation { get; private set; }

    /// <summary>Ý kiến of the members.</summary>
    public string? Opinions { get; private set; }

    /// <summary>Giải trình of the agency.</summary>
    public string? Explanation { get; private set; }

    /// <summary>Members of the committee, present or not; null before the meeting.</summary>
    public int? Members { get; private set; }

    public int? Present { get; private set; }

    public int? VotesFor { get; private set; }

    public int? VotesAgainst { get; private set; }

    public int? VotesAbstained { get; private set; }

    /// <summary>How the committee voted; null before the meeting.</summary>
    public MeetingVotes? Votes => Members is { } all ? new MeetingVotes(all, Present ?? 0, VotesFor ?? 0, VotesAgainst ?? 0, VotesAbstained ?? 0) : null;

    public VerificationPosition? Position { get; private set; }

    public Guid? LetterId { get; set; }

    public string? ReportNumber { get; private set; }

    /// <summary>The day the report was issued; from here it may be read outside.</summary>
    public DateOnly? ReportedOn { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    public bool IsIssued => ReportedOn is not null;

    /// <summary>Calendar days the report came late, or is late today; 0 while there is time.</summary>
    public int DaysLate(DateOnly today) => ReportDueOn is { } due ? Math.Max(0, (ReportedOn ?? today).DayNumber - due.DayNumber) : 0;

    public void Meet(DateOnly on, string? presentation, string? opinions, string? explanation, MeetingVotes votes, VerificationPosition position)
    {
        (MetOn, Presentation, Opinions, Explanation, Position) = (on, presentation, opinions, explanation, position);
        (Members, Present, VotesFor, VotesAgainst, VotesAbstained) = (votes.Members, votes.Present, votes.For, votes.Against, votes.Abstained);
        State = State == VerificationState.Reported ? State : VerificationState.Concluded;
    }

    public void Report(string? number, DateOnly on)
    {
        (ReportNumber, ReportedOn) = (number, on);
        State = VerificationState.Reported;
    }

    /// <summary>The report was withdrawn: it is owed again.</summary>
    public void TakeReportBack()
    {
        (ReportNumber, ReportedOn, LetterId) = (null, null, null);
        State = Position is null ? VerificationState.Collecting : VerificationState.Concluded;
    }
}

/// <summary>What is verified.</summary>
public enum VerificationItem
{
    /// <summary>Báo cáo.</summary>
    Report,

    /// <summary>Tờ trình, đề án.</summary>
    Proposal,

    /// <summary>Dự thảo nghị quyết.</summary>
    DraftResolution,
}

public enum VerificationState
{
    /// <summary>Nhận hồ sơ, nghiên cứu.</summary>
    Collecting,

    /// <summary>Ban đã họp và biểu quyết.</summary>
    Concluded,

    /// <summary>Báo cáo thẩm tra đã phát hành.</summary>
    Reported,
}

/// <summary>What the committee finds in the end.</summary>
public enum VerificationPosition
{
    /// <summary>Đủ điều kiện trình.</summary>
    Ready,

    /// <summary>Trình sau khi chỉnh lý.</summary>
    ReadyOnceRevised,

    /// <summary>Chưa đủ điều kiện trình.</summary>
    NotReady,
}

/// <summary>How the committee voted on its conclusion: all members, those present, for, against, no opinion.</summary>
public sealed record MeetingVotes(int Members, int Present, int For, int Against, int Abstained)
{
    /// <summary>More than half of all members of the committee, present or not.</summary>
    public bool IsCarried => For * 2 > Members;
}
