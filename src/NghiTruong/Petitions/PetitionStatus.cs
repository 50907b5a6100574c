namespace NghiTruong.Petitions;

/// <summary>A word of voters is an opinion (ý kiến) or a petition (kiến nghị) that somebody must settle.</summary>
public enum PetitionKind
{
    Petition,
    Opinion,
}

/// <summary>Where a petition stands, in the order it goes (domain 2.4).</summary>
public enum PetitionStatus
{
    /// <summary>Ghi nhận.</summary>
    Recorded,

    /// <summary>Giải trình tại chỗ: counted, not sent.</summary>
    ExplainedOnTheSpot,

    /// <summary>Đã phân loại.</summary>
    Classified,

    /// <summary>Đã gộp vào kiến nghị khác.</summary>
    Merged,

    /// <summary>Đang chuyển HĐND cấp khác, chờ nhận.</summary>
    Passing,

    /// <summary>Đã chuyển cơ quan giải quyết.</summary>
    Forwarded,

    /// <summary>Cơ quan đã tiếp nhận.</summary>
    Accepted,

    /// <summary>Cơ quan trả lại vì không đúng thẩm quyền.</summary>
    Refused,

    /// <summary>Đã có trả lời.</summary>
    Answered,

    /// <summary>Văn phòng đã đề xuất đánh giá.</summary>
    Evaluated,

    /// <summary>Thường trực đã kết luận.</summary>
    Concluded,

    /// <summary>Đã thông báo cử tri.</summary>
    Notified,

    /// <summary>Kết thúc.</summary>
    Closed,
}

/// <summary>What has to be done next, and so under which heading a clerk looks for it.</summary>
public enum PetitionStage
{
    /// <summary>Cần xử lý: to be sorted or sent.</summary>
    OnTheDesk,

    /// <summary>Đang ở cơ quan.</summary>
    WithAgency,

    /// <summary>Đã trả lời, chờ đánh giá.</summary>
    ToEvaluate,

    /// <summary>Chờ Thường trực kết luận.</summary>
    ToConclude,

    /// <summary>Chờ thông báo cử tri, kết thúc.</summary>
    ToTell,

    /// <summary>Đã có trả lời, whatever came after.</summary>
    HasAnswer,
}

/// <summary>Sets of states a clerk would name.</summary>
public static class PetitionStatuses
{
    /// <summary>Somebody owes an answer.</summary>
    public static readonly IReadOnlyList<PetitionStatus> WithAgency = [PetitionStatus.Passing, PetitionStatus.Forwarded, PetitionStatus.Accepted];

    /// <summary>Can be sorted, merged, passed or sent.</summary>
    public static readonly IReadOnlyList<PetitionStatus> OnTheDesk = [PetitionStatus.Recorded, PetitionStatus.Classified, PetitionStatus.Refused];

    /// <summary>Answered, whatever came after; a petition explained on the spot never was sent.</summary>
    public static readonly IReadOnlyList<PetitionStatus> HasAnswer =
        [PetitionStatus.Answered, PetitionStatus.Evaluated, PetitionStatus.Concluded, PetitionStatus.Notified, PetitionStatus.Closed];

    /// <summary>An answer may be recorded (again) in these.</summary>
    public static readonly IReadOnlyList<PetitionStatus> Answerable =
        [PetitionStatus.Forwarded, PetitionStatus.Accepted, PetitionStatus.Passing, PetitionStatus.Answered, PetitionStatus.Evaluated];

    public static readonly IReadOnlyList<PetitionStatus> Ended = [PetitionStatus.ExplainedOnTheSpot, PetitionStatus.Merged, PetitionStatus.Closed];
}

/// <summary>Phân loại kết quả (domain 2.4): how the matter stands for the voters.</summary>
public enum Outcome
{
    /// <summary>Đã giải quyết.</summary>
    Settled,

    /// <summary>Giải quyết một phần.</summary>
    Partly,

    /// <summary>Đang giải quyết.</summary>
    InProgress,

    /// <summary>Giải trình, cung cấp thông tin.</summary>
    Explained,

    /// <summary>Chưa giải quyết.</summary>
    NotSettled,
}

/// <summary>Sets of outcomes a report would name.</summary>
public static class Outcomes
{
    /// <summary>The matter is not done for the voters; so is one without any outcome.</summary>
    public static readonly IReadOnlyList<Outcome> NotDone = [Outcome.Partly, Outcome.InProgress, Outcome.NotSettled];
}

/// <summary>How a petition came to the council.</summary>
public enum PetitionSource
{
    VoterMeeting,
    Direct,
    Letter,
    Online,
    Front,
    Other,
}

/// <summary>How voters are told of the answer.</summary>
public enum NoticeChannel
{
    NextMeeting,
    NoticeBoard,
    Loudspeaker,
    FatherlandFront,
    Portal,
    Post,
}
