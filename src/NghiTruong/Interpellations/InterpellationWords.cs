namespace NghiTruong.Interpellations;

/// <summary>Where a question slip stands (domain 2.6; Law 87/2015 Art 60, kept by practice).</summary>
public enum InterpellationState
{
    /// <summary>Đã gửi Thường trực, chờ lựa chọn.</summary>
    Submitted,

    /// <summary>Đã đưa vào nhóm vấn đề chất vấn.</summary>
    Selected,

    /// <summary>Đã chất vấn tại phiên, chưa trả lời.</summary>
    Asked,

    /// <summary>Đã trả lời trực tiếp tại phiên.</summary>
    Answered,

    /// <summary>Phải trả lời bằng văn bản.</summary>
    InWriting,

    /// <summary>Đã trả lời bằng văn bản.</summary>
    Written,

    /// <summary>Đại biểu đồng ý với nội dung trả lời.</summary>
    Accepted,

    /// <summary>Đại biểu không đồng ý.</summary>
    NotAccepted,
}

/// <summary>Sets of states a clerk would name.</summary>
public static class InterpellationStates
{
    /// <summary>Chosen for a sitting and not answered there yet.</summary>
    public static readonly IReadOnlyList<InterpellationState> ToTheSitting = [InterpellationState.Selected, InterpellationState.Asked];

    /// <summary>Answered; the delegate has not said yet whether the answer is accepted.</summary>
    public static readonly IReadOnlyList<InterpellationState> ToJudge = [InterpellationState.Answered, InterpellationState.Written];

    /// <summary>The delegate has said so.</summary>
    public static readonly IReadOnlyList<InterpellationState> Judged = [InterpellationState.Accepted, InterpellationState.NotAccepted];

    /// <summary>There is an answer: promises may have been made.</summary>
    public static readonly IReadOnlyList<InterpellationState> HasAnswer = [.. ToJudge, .. Judged];

    /// <summary>Somebody still has something to do.</summary>
    public static readonly IReadOnlyList<InterpellationState> Open =
        [InterpellationState.Submitted, .. ToTheSitting, InterpellationState.InWriting, .. ToJudge];
}

/// <summary>The three cases of an answer in writing (Law 87/2015 Art 60.5).</summary>
public enum WrittenReason
{
    /// <summary>Không thuộc nhóm vấn đề chất vấn tại kỳ họp.</summary>
    NotSelected,

    /// <summary>Cần điều tra, xác minh.</summary>
    NeedsVerification,

    /// <summary>Chưa được trả lời tại phiên do hết thời gian.</summary>
    NotAnsweredInTime,
}

/// <summary>What a delegate who does not accept an answer may ask for (Law 87/2015 Art 60.6).</summary>
public enum NextWish
{
    /// <summary>Không đề nghị gì thêm.</summary>
    Nothing,

    /// <summary>Đề nghị chất vấn lại.</summary>
    AskAgain,

    /// <summary>Đề nghị HĐND tiếp tục thảo luận.</summary>
    Discussion,

    /// <summary>Đề nghị HĐND xem xét trách nhiệm của người bị chất vấn.</summary>
    Responsibility,
}

/// <summary>A turn of speaking at a sitting.</summary>
public enum TurnKind
{
    /// <summary>Câu hỏi.</summary>
    Question,

    /// <summary>Trả lời, giải trình.</summary>
    Answer,

    /// <summary>Tranh luận.</summary>
    Debate,

    /// <summary>Chất vấn lại, hỏi lại.</summary>
    AskedAgain,

    /// <summary>Ý kiến của chủ tọa, khách mời.</summary>
    Remark,
}

/// <summary>Where a promise stands with whoever judges it.</summary>
public enum PromiseState
{
    /// <summary>Đang thực hiện.</summary>
    Following,

    /// <summary>Cơ quan báo đã thực hiện xong, chờ đánh giá.</summary>
    Reported,

    /// <summary>Đã đánh giá và kết thúc theo dõi.</summary>
    Closed,
}

/// <summary>Sets of states a clerk would name.</summary>
public static class PromiseStates
{
    public static readonly IReadOnlyList<PromiseState> Open = [PromiseState.Following, PromiseState.Reported];
}

/// <summary>How a promise was kept.</summary>
public enum PromiseOutcome
{
    /// <summary>Đã thực hiện.</summary>
    Kept,

    /// <summary>Thực hiện một phần.</summary>
    Partly,

    /// <summary>Chưa thực hiện.</summary>
    NotKept,
}

/// <summary>Where an explanation session stands (domain 2.7; Law 87/2015 Art 72, kept by practice).</summary>
public enum ExplanationState
{
    /// <summary>Thường trực đã quyết định, chưa thông báo.</summary>
    Decided,

    /// <summary>Đã thông báo.</summary>
    Notified,

    /// <summary>Đã tổ chức, chưa kết luận.</summary>
    Held,

    /// <summary>Đã kết luận, chưa gửi.</summary>
    Concluded,

    /// <summary>Đã gửi kết luận, đang theo dõi việc thực hiện.</summary>
    Sent,

    /// <summary>Kết thúc.</summary>
    Closed,

    /// <summary>Không tổ chức, có lý do.</summary>
    Cancelled,
}

/// <summary>Sets of states a clerk would name.</summary>
public static class ExplanationStates
{
    /// <summary>Before the session.</summary>
    public static readonly IReadOnlyList<ExplanationState> Ahead = [ExplanationState.Decided, ExplanationState.Notified];

    /// <summary>There is a conclusion.</summary>
    public static readonly IReadOnlyList<ExplanationState> HasConclusion = [ExplanationState.Concluded, ExplanationState.Sent, ExplanationState.Closed];

    public static readonly IReadOnlyList<ExplanationState> Ended = [ExplanationState.Closed, ExplanationState.Cancelled];
}
