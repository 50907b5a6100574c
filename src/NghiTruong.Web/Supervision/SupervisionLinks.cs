using System.Globalization;
using NghiTruong.Supervision;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Addresses of the room.</summary>
public static class SupervisionLinks
{
    public const string List = "/giam-sat";
    public const string Programme = "/giam-sat/chuong-trinh";
    public const string Propose = "/giam-sat/de-xuat";
    public const string OnePage = "/giam-sat/mot-trang";
    public const string Figures = "/giam-sat/tong-hop";
    public const string Briefings = "/giao-ban";
    public const string Export = "/giam-sat/danh-sach.xlsx";
    public const string RecommendationExport = "/kien-nghi-giam-sat/danh-sach.xlsx";
    public const string Import = "/giam-sat/nhap-so";
    public const string Recommendations = "/kien-nghi-giam-sat";

    public static string OfKind(SupervisionKind kind) => $"{List}?kind={Words.CodeOf(kind)}";

    /// <summary>All that serve one upper programme or scheme, of every council the reader may read.</summary>
    public static string Serving(string upperCode) => $"{List}?upper={Uri.EscapeDataString(upperCode)}&council=all";

    public static string Details(string code) => $"{List}/{code}";

    public static string Act(string code, string act) => $"{List}/{code}/{act}";

    /// <summary>The paper of that kind, to be recorded.</summary>
    public static string Paper(string code, SupervisionPaperKind kind) => $"{Act(code, "van-ban")}?loai={Words.CodeOf(kind)}";

    public static string ProposeIn(string group) => $"{Propose}?nhom={group}";

    public static string OnePageIn(string group) => $"{OnePage}?nhom={group}";

    public static string OnePageOf(string code) => $"{OnePage}?ma={code}";

    public static string ProgrammeOf(Guid council, int year) => string.Create(CultureInfo.InvariantCulture, $"{Programme}?nam={year}&council={council:D}");

    /// <summary>The same from the page of one proposal: that one is chosen, and comes back.</summary>
    public static string DecideOne(SupervisionCase s) => $"{Decide(s.CouncilId, s.Year, s.Subject, s.BodyId)}&ma={s.Code}";

    public static string Decide(Guid council, int year, SupervisionSubject subject, Guid? body) => string.Create(
        CultureInfo.InvariantCulture, $"{Programme}/quyet-dinh?nam={year}&council={council:D}&subject={Words.CodeOf(subject)}{(body is { } id ? $"&body={id:D}" : "")}");

    /// <summary>Those of one supervision.</summary>
    public static string RecommendationsOf(Guid supervision) => $"{Recommendations}?supervision={supervision:D}";

    public static string Recommendation(string code) => $"{Recommendations}/{code}";

    public static string Briefing(string code) => $"{Briefings}/{code}";

    public static string RecommendationAct(string code, string act) => $"{Recommendations}/{code}/{act}";
}
