using NghiTruong.Interpellations;
using NghiTruong.Web.FollowUp;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>Addresses of the room.</summary>
public static class InterpellationLinks
{
    public const string Slips = "/chat-van";
    public const string New = "/chat-van/moi";
    public const string Select = "/chat-van/chon";
    public const string Resolution = "/chat-van/nghi-quyet";
    public const string Promises = "/loi-hua";
    public const string Explanations = "/giai-trinh";
    public const string NewExplanation = "/giai-trinh/moi";

    /// <summary>A new slip, or a new explanation session, that stems from a record.</summary>
    public static string SlipFrom(string code) => $"{New}?tu={code}";

    public static string ExplanationFrom(string code) => $"{NewExplanation}?tu={code}";

    public static string Slip(string code) => $"{Slips}/{code}";

    public static string SlipAct(string code, string act) => $"{Slips}/{code}/{act}";

    /// <summary>Choosing, with that slip ticked.</summary>
    public static string SelectOne(string code) => $"{Select}?ma={code}";

    public static string OfState(InterpellationState state) => $"{Slips}?state={Words.CodeOf(state)}";

    /// <summary>The list of slips of a session as Word.</summary>
    public static string SlipList(Guid session) => $"/chat-van/danh-muc/{session:D}";

    public static string Promise(string code) => $"{Promises}/{code}";

    public static string PromiseAct(string code, string act) => $"{Promises}/{code}/{act}";

    public static string Explanation(string code) => $"{Explanations}/{code}";

    public static string ExplanationAct(string code, string act) => $"{Explanations}/{code}/{act}";

    /// <summary>The page of a record by its code alone: what a question stems from. Null where no room gives out such codes.</summary>
    public static string? OfCode(string? code) => code is null || !code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? null : code.Split('-')[0] switch
    {
        "CV" => Slip(code),
        "GT" => Explanation(code),
        "LH" => Promise(code),
        "KNCT" => RecordLinks.Of("petition", code),
        "KNGS" => RecordLinks.Of("recommendation", code),
        "GS" => RecordLinks.Of("supervision", code),
        _ => null,
    };
}
