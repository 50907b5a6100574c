namespace NghiTruong.Web.Petitions;

/// <summary>Addresses of the room.</summary>
public static class PetitionLinks
{
    public const string List = "/kien-nghi";
    public const string New = "/kien-nghi/moi";
    public const string Export = "/kien-nghi/xuat";
    public const string SaveView = "/kien-nghi/bo-loc";
    public const string Sheets = "/kien-nghi/to-tra-loi";
    public const string Meetings = "/tiep-xuc";
    public const string NewMeeting = "/tiep-xuc/moi";

    public static string Details(string code) => $"{List}/{code}";

    public static string Act(string code, string act) => $"{List}/{code}/{act}";

    /// <summary>The sheet of answers of a hamlet, of those without one (empty), or of all (null).</summary>
    public static string Sheet(Guid council, string? place) => $"{Sheets}/tai-ve?hd={council:D}" + (place is null ? "" : $"&thon={Uri.EscapeDataString(place)}");

    public static string Meeting(Guid id) => $"{Meetings}/{id:N}";

    /// <summary>One page of many acts: <c>/kien-nghi/chuyen?ma=...&amp;ma=...</c>.</summary>
    public static string Many(string act, IEnumerable<string> codes) => $"{List}/{act}?{string.Join('&', codes.Select(c => $"ma={Uri.EscapeDataString(c)}"))}";
}
