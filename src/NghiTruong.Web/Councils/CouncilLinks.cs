using System.Globalization;

namespace NghiTruong.Web.Councils;

/// <summary>Addresses of the organisation of councils and of units.</summary>
public static class CouncilLinks
{
    public const string Organisation = "/to-chuc";
    public const string Units = "/don-vi";

    public static string Of(Guid council) => $"{Organisation}?council={council}";

    public static string Body(Guid council, Guid? body = null) => $"{Organisation}/ban?council={council}{Id(body)}";

    public static string Agency(Guid council, Guid? agency = null) => $"{Organisation}/co-quan?council={council}{Id(agency)}";

    public static string Session(Guid council, Guid? session = null) => $"{Organisation}/ky-hop?council={council}{Id(session)}";

    public static string Responsibility(Guid council) => $"{Organisation}/phan-cong?council={council}";

    public static string Total(Guid council) => $"{Organisation}/so-dai-bieu?council={council}";

    public static string Unit(Guid unit) => $"{Units}/{unit}";

    public static string Merge(Guid unit) => $"{Units}/{unit}/nhap";

    public static string HandOver(Guid council) => $"{Units}/ban-giao/{council}";

    public static string HandOverRecord(Guid council, Guid record) => string.Create(CultureInfo.InvariantCulture, $"{Units}/ban-giao/{council}/{record}.docx");

    private static string Id(Guid? id) => id is { } value ? $"&id={value}" : "";
}
