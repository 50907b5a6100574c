namespace NghiTruong.Web.Conferences;

/// <summary>Addresses of the room.</summary>
public static class ConferenceLinks
{
    public const string List = "/hoi-nghi";
    public const string New = "/hoi-nghi/moi";

    public static string Details(string code) => $"{List}/{code}";

    /// <summary>A page that does one thing with one conference.</summary>
    public static string Act(string code, string act) => $"{List}/{code}/{act}";
}
