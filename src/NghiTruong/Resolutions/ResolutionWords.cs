namespace NghiTruong.Resolutions;

/// <summary>Whether a resolution holds on a day; derived from its days, never set.</summary>
public enum ResolutionState
{
    /// <summary>Chưa có hiệu lực.</summary>
    NotYet,

    /// <summary>Đang có hiệu lực, in whole or what is left of it.</summary>
    InForce,

    /// <summary>Hết hiệu lực theo thời hạn.</summary>
    Expired,

    /// <summary>Bị thay thế.</summary>
    Replaced,

    /// <summary>Bị bãi bỏ.</summary>
    Repealed,
}

/// <summary>What another document does to a resolution (Law 64/2025/QH15 on legal documents speaks of amending, replacing, repealing; of individual ones by analogy).</summary>
public enum ResolutionChangeKind
{
    /// <summary>Thay thế toàn bộ.</summary>
    Replaced,

    /// <summary>Bãi bỏ toàn bộ.</summary>
    Repealed,

    /// <summary>Thay thế một phần.</summary>
    PartlyReplaced,

    /// <summary>Bãi bỏ một phần.</summary>
    PartlyRepealed,

    /// <summary>Sửa đổi, bổ sung: it stays in force.</summary>
    Amended,
}

/// <summary>What a periodic look (rà soát định kỳ) found.</summary>
public enum LookVerdict
{
    /// <summary>Còn phù hợp, tiếp tục thực hiện.</summary>
    StillNeeded,

    /// <summary>Cần sửa đổi, bổ sung.</summary>
    ToAmend,

    /// <summary>Cần thay thế.</summary>
    ToReplace,

    /// <summary>Cần bãi bỏ.</summary>
    ToRepeal,
}

/// <summary>How often a clause is reported on.</summary>
public enum ClauseCadence
{
    /// <summary>Một lần, theo hạn.</summary>
    Once,

    /// <summary>Hằng quý.</summary>
    Quarter,

    /// <summary>Sáu tháng.</summary>
    HalfYear,

    /// <summary>Hằng năm.</summary>
    Year,
}

/// <summary>Where a task stands with the council that gave it.</summary>
public enum ResolutionTaskState
{
    /// <summary>Đang thực hiện.</summary>
    Following,

    /// <summary>Cơ quan đã báo cáo, chờ đánh giá.</summary>
    Reported,

    /// <summary>Đã kết thúc; only the council's side ends it.</summary>
    Closed,
}

/// <summary>What the council's side judges.</summary>
public enum TaskOutcome
{
    /// <summary>Đã thực hiện.</summary>
    Done,

    /// <summary>Thực hiện một phần.</summary>
    Partly,

    /// <summary>Chưa thực hiện.</summary>
    NotDone,
}

/// <summary>Sets of states a committee head would name.</summary>
public static class ResolutionStates
{
    /// <summary>Hold no more.</summary>
    public static readonly IReadOnlyList<ResolutionState> Ended = [ResolutionState.Expired, ResolutionState.Replaced, ResolutionState.Repealed];

    public static readonly IReadOnlyList<ResolutionTaskState> OpenTasks = [ResolutionTaskState.Following, ResolutionTaskState.Reported];

    public static bool EndsIt(this ResolutionChangeKind change) => change is ResolutionChangeKind.Replaced or ResolutionChangeKind.Repealed;
}
