namespace NghiTruong.Web.Verification;

/// <summary>Addresses of the room.</summary>
public static class VerificationLinks
{
    public const string List = "/tham-tra";
    public const string New = "/tham-tra/moi";
    public const string Check = "/tham-tra/ra-soat";
    public const string Register = "/tham-tra/so-van-ban";
    public const string RegisterEdit = "/tham-tra/so-van-ban/ghi";

    public static string Details(string code) => $"{List}/{code}";

    /// <summary>A page that does one thing with one dossier.</summary>
    public static string Act(string code, string act) => $"{List}/{code}/{act}";
}
