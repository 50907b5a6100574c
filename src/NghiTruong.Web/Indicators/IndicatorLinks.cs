namespace NghiTruong.Web.Indicators;

/// <summary>Addresses of the board.</summary>
public static class IndicatorLinks
{
    public const string Board = "/chi-so";
    public const string Grid = "/chi-so/theo-don-vi";
    public const string Definitions = "/chi-so/dinh-nghia";
    public const string New = "/chi-so/dinh-nghia/moi";

    public static string One(string code, string place = "") => $"{Board}/{Uri.EscapeDataString(code)}{(place.Length == 0 ? "" : "?" + place)}";

    /// <summary>The board of a delegate, a body or a council.</summary>
    public static string Of(string subject, Guid id) => $"{Board}/cua/{subject}/{id:D}";

    public static string Edit(string code) => $"{Definitions}/{Uri.EscapeDataString(code)}";

    /// <summary>A place and a day as addresses carry them.</summary>
    public static string Place(string address, bool subtree, string? day = null) =>
        $"council={Uri.EscapeDataString(address)}{(subtree ? "&subtree=true" : "")}{(day is null ? "" : $"&on={Uri.EscapeDataString(day)}")}";
}
