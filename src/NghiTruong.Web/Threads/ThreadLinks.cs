namespace NghiTruong.Web.Threads;

/// <summary>Addresses of the room.</summary>
public static class ThreadLinks
{
    public const string List = "/mach-van-de";
    public const string New = "/mach-van-de/moi";
    public const string Join = "/mach-van-de/dua-vao";

    public static string Details(string code) => $"{List}/{code}";

    /// <summary>A page that does one thing with one thread.</summary>
    public static string Act(string code, string act) => $"{List}/{code}/{act}";

    /// <summary>Putting a record into a thread, from the record's own page.</summary>
    public static string JoinOf(string kind, string code) => $"{Join}?loai={Uri.EscapeDataString(kind)}&ma={Uri.EscapeDataString(code)}";
}
