namespace NghiTruong.Web.Shell.Parts;

/// <summary>Where a record is read, by its kind and human code: for lists, letters, threads and the search, which show records of every room.</summary>
public static class RecordLinks
{
    /// <summary>Null for a kind that has no page.</summary>
    public static string? Of(string kind, string code) => kind switch
    {
        "petition" => $"/kien-nghi/{code}",
        "supervision" or "finding" => $"/giam-sat/{code}",
        "recommendation" => $"/kien-nghi-giam-sat/{code}",
        "briefing" => $"/giao-ban/{code}",
        "verification" => $"/tham-tra/{code}",
        "resolution" => $"/nghi-quyet/{code}",
        "resolutionTask" => $"/nhiem-vu-nghi-quyet/{code}",
        "interpellation" => $"/chat-van/{code}",
        "promise" => $"/loi-hua/{code}",
        "explanationSession" => $"/giai-trinh/{code}",
        "citizenReception" => $"/tiep-cong-dan/{code}",
        "citizenVisit" => $"/tiep-cong-dan/luot/{code}",
        "citizenLetter" => $"/don-thu/{code}",
        "thread" => $"/mach-van-de/{code}",
        _ => null,
    };
}
