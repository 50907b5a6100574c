namespace NghiTruong.Supervision;

/// <summary>Chủ thể giám sát (Law 121/2025/QH15 Art 28, 31, 34, 37): who supervises.</summary>
public enum SupervisionSubject
{
    /// <summary>HĐND.</summary>
    Council,

    /// <summary>Thường trực HĐND.</summary>
    StandingCommittee,

    /// <summary>Ban của HĐND.</summary>
    Committee,

    /// <summary>Tổ đại biểu.</summary>
    DelegateGroup,
}

/// <summary>Kinds the field counts (seed B: chuyên đề, thường xuyên, khảo sát).</summary>
public enum SupervisionKind
{
    /// <summary>Giám sát chuyên đề.</summary>
    Thematic,

    /// <summary>Giám sát thường xuyên.</summary>
    Ongoing,

    /// <summary>Khảo sát; may be of a theme too, and is counted apart.</summary>
    FieldSurvey,
}

/// <summary>Where a supervision stands. The papers of each step (domain 2.2) are recorded beside it; a step without its paper shows as missing.</summary>
public enum SupervisionState
{
    /// <summary>Đề nghị đưa vào chương trình.</summary>
    Proposed,

    /// <summary>Trong chương trình năm, chưa tiến hành.</summary>
    Programmed,

    /// <summary>Đang tiến hành.</summary>
    UnderWay,

    /// <summary>Đã tiến hành xong, chưa có báo cáo.</summary>
    Held,

    /// <summary>Đã có báo cáo, chưa có kết luận.</summary>
    Reported,

    /// <summary>Đã kết luận, đang theo dõi kiến nghị.</summary>
    Concluded,

    /// <summary>Kết thúc: every recommendation confirmed done, or not done with a reason.</summary>
    Closed,

    /// <summary>Đưa ra khỏi chương trình, with number and reason: not "not held".</summary>
    Cancelled,
}

/// <summary>Sets of states a committee head would name.</summary>
public static class SupervisionStates
{
    /// <summary>In the programme of a year, whatever became of it.</summary>
    public static readonly IReadOnlyList<SupervisionState> Planned =
        [SupervisionState.Programmed, SupervisionState.UnderWay, SupervisionState.Held, SupervisionState.Reported, SupervisionState.Concluded, SupervisionState.Closed];

    /// <summary>It took place.</summary>
    public static readonly IReadOnlyList<SupervisionState> WasHeld = [SupervisionState.Held, SupervisionState.Reported, SupervisionState.Concluded, SupervisionState.Closed];

    /// <summary>There is a report.</summary>
    public static readonly IReadOnlyList<SupervisionState> HasReport = [SupervisionState.Reported, SupervisionState.Concluded, SupervisionState.Closed];

    public static readonly IReadOnlyList<SupervisionState> Ended = [SupervisionState.Closed, SupervisionState.Cancelled];

    /// <summary>Visits, findings and papers may still come.</summary>
    public static readonly IReadOnlyList<SupervisionState> CarriedOut = [SupervisionState.Programmed, SupervisionState.UnderWay, SupervisionState.Held];
}

/// <summary>What is owed next and by when: the row of "planned and not done" (issue 3, watching the plan).</summary>
public enum SupervisionDuty
{
    /// <summary>Tiến hành.</summary>
    Hold,

    /// <summary>Báo cáo kết quả.</summary>
    Report,

    /// <summary>Xem xét báo cáo, kết luận, kiến nghị.</summary>
    Conclude,
}

/// <summary>Papers of a supervision, in the order the law wants them (Law 87/2015 Art 58-80, kept by practice).</summary>
public enum SupervisionPaperKind
{
    /// <summary>Nghị quyết, quyết định thành lập đoàn.</summary>
    Decision,

    /// <summary>Kế hoạch.</summary>
    Plan,

    /// <summary>Đề cương báo cáo.</summary>
    Outline,

    /// <summary>Lịch làm việc, thông báo.</summary>
    Schedule,

    /// <summary>Báo cáo của cơ quan chịu sự giám sát.</summary>
    BodyReport,

    /// <summary>Báo cáo của thành viên đoàn.</summary>
    MemberReport,

    /// <summary>Biên bản.</summary>
    Record,

    /// <summary>Dự thảo báo cáo hoàn thiện trong Word, nộp lại thành phiên bản.</summary>
    Draft,

    /// <summary>Báo cáo kết quả.</summary>
    Report,

    /// <summary>Kết luận, nghị quyết về giám sát.</summary>
    Conclusion,
}

/// <summary>Part of a member in the team.</summary>
public enum TeamRole
{
    Head,
    DeputyHead,
    Secretary,
    Member,

    /// <summary>Đại diện Ủy ban MTTQ, cơ quan được mời.</summary>
    Invited,
}

/// <summary>What a finding says.</summary>
public enum FindingKind
{
    /// <summary>Kết quả đạt được.</summary>
    Achieved,

    /// <summary>Hạn chế, chưa được.</summary>
    Shortcoming,

    /// <summary>Nguyên nhân.</summary>
    Cause,
}

/// <summary>Kết quả thực hiện kiến nghị (domain 2.2): six outcomes.</summary>
public enum RecommendationOutcome
{
    /// <summary>Hoàn thành.</summary>
    Done,

    /// <summary>Hoàn thành một phần.</summary>
    Partly,

    /// <summary>Chưa hoàn thành.</summary>
    NotYet,

    /// <summary>Quá hạn.</summary>
    Overdue,

    /// <summary>Không thực hiện.</summary>
    NotDone,

    /// <summary>Chưa đáp ứng yêu cầu.</summary>
    Insufficient,
}

/// <summary>Where a recommendation stands with the body that made it.</summary>
public enum RecommendationState
{
    /// <summary>Dự thảo: not issued yet.</summary>
    Draft,

    /// <summary>Đang theo dõi.</summary>
    Following,

    /// <summary>Cơ quan báo đã thực hiện, chờ xác nhận.</summary>
    Answered,

    /// <summary>Đã xác nhận hoàn thành.</summary>
    Confirmed,

    /// <summary>Kết thúc khi chưa thực hiện, có lý do.</summary>
    NotDone,
}

/// <summary>Sets of states a committee head would name.</summary>
public static class RecommendationStates
{
    public static readonly IReadOnlyList<RecommendationState> Open = [RecommendationState.Following, RecommendationState.Answered];

    public static readonly IReadOnlyList<RecommendationState> Ended = [RecommendationState.Confirmed, RecommendationState.NotDone];

    /// <summary>Issued, whatever came after.</summary>
    public static readonly IReadOnlyList<RecommendationState> Made = [.. Open, .. Ended];
}
