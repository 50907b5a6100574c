using System.Globalization;

namespace NghiTruong.Web.Delegates;

/// <summary>Addresses of the room.</summary>
public static class DelegateLinks
{
    public const string List = "/dai-bieu";
    public const string New = "/dai-bieu/moi";
    public const string Import = "/dai-bieu/nhap";
    public const string Roster = "/dai-bieu/theo-ngay";
    public const string Numbers = "/dai-bieu/dinh-muc";
    public const string Short = "/dai-bieu/con-thieu";
    public const string Own = "/dai-bieu/cua-toi";

    public static string Details(string code) => $"{List}/{code}";

    public static string Details(string code, int year) => string.Create(CultureInfo.InvariantCulture, $"{List}/{code}?nam={year}");

    /// <summary>A page that does one thing with one delegate.</summary>
    public static string Act(string code, string act) => $"{List}/{code}/{act}";

    public static string Word(string code, int year) => string.Create(CultureInfo.InvariantCulture, $"{List}/{code}/tai-ve?nam={year}");

    public static string RosterOf(Guid council, DateOnly on) => $"{Roster}?council={council:D}&on={on:yyyy-MM-dd}";

    public static string NumbersOf(Guid council) => $"{Numbers}?council={council:D}";
}
