namespace NghiTruong.Web.Training;

/// <summary>Addresses of the room.</summary>
public static class TrainingLinks
{
    public const string List = "/tap-huan";
    public const string New = "/tap-huan/moi";
    public const string Plan = "/tap-huan/ke-hoach";
    public const string Coverage = "/tap-huan/do-phu";

    public static string Details(string code) => $"{List}/{code}";

    /// <summary>A page that does one thing with one class.</summary>
    public static string Act(string code, string act) => $"{List}/{code}/{act}";

    /// <summary>Certificates of all who completed it, or of one.</summary>
    public static string Certificates(string code, string? delegateCode = null) => Act(code, "giay-chung-nhan") + (delegateCode is null ? "" : $"?delegate={Uri.EscapeDataString(delegateCode)}");
}
