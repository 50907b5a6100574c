namespace NghiTruong.Web.Resolutions;

/// <summary>Addresses of the room.</summary>
public static class ResolutionLinks
{
    public const string List = "/nghi-quyet";
    public const string Stale = "/nghi-quyet?stale=true";
    public const string New = "/nghi-quyet/moi";
    public const string Figures = "/nghi-quyet/tong-hop";
    public const string Import = "/nghi-quyet/nhap-so";
    public const string Export = "/nghi-quyet/tai-ve";
    public const string Sheet = "/nghi-quyet/danh-muc";
    public const string Tasks = "/nhiem-vu-nghi-quyet";
    public const string Clauses = "/dieu-khoan-nghi-quyet";

    public static string Details(string code) => $"{List}/{code}";

    public static string Act(string code, string act) => $"{List}/{code}/{act}";

    public static string Task(string code) => $"{Tasks}/{code}";

    public static string TaskAct(string code, string act) => $"{Tasks}/{code}/{act}";

    public static string ClauseAct(string code, string act) => $"{Clauses}/{code}/{act}";
}
