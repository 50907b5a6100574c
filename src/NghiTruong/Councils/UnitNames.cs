using System.Collections.Frozen;
using NghiTruong.Language;

namespace NghiTruong.Councils;

/// <summary>What the state calls kinds of unit, and how a unit's name stands in other names. Pure.</summary>
public static class UnitNames
{
    private static readonly (string Vietnamese, string English, UnitKind Kind)[] Kinds =
    [
        ("Thành phố trực thuộc trung ương", "City", UnitKind.CentralCity),
        ("Thành phố thuộc thành phố trực thuộc trung ương", "City", UnitKind.ProvincialCity),
        ("Thành phố thuộc tỉnh", "City", UnitKind.ProvincialCity),
        ("Đặc khu tại hải đảo", "Special Zone", UnitKind.SpecialZone),
        ("Đặc khu", "Special Zone", UnitKind.SpecialZone),
        ("Thị trấn", "Township", UnitKind.Township),
        ("Thị xã", "Town", UnitKind.DistrictTown),
        ("Phường", "Ward", UnitKind.Ward),
        ("Huyện", "District", UnitKind.RuralDistrict),
        ("Quận", "District", UnitKind.UrbanDistrict),
        ("Tỉnh", "Province", UnitKind.Province),
        ("Xã", "Commune", UnitKind.Commune),
    ];

    private static readonly FrozenDictionary<string, UnitKind> ByName =
        Kinds.ToFrozenDictionary(k => VietnameseText.Fold(k.Vietnamese), k => k.Kind, StringComparer.Ordinal);

    /// <summary>The kind by its name in any case, with or without marks; null when the state has no such kind.</summary>
    public static UnitKind? KindOf(string? name) => name is not null && ByName.TryGetValue(VietnameseText.Fold(name), out var kind) ? kind : null;

    public static Tier TierOf(UnitKind kind) => kind switch
    {
        UnitKind.Nation => Tier.Nation,
        UnitKind.Province or UnitKind.CentralCity => Tier.Province,
        UnitKind.RuralDistrict or UnitKind.UrbanDistrict or UnitKind.DistrictTown or UnitKind.ProvincialCity => Tier.District,
        UnitKind.Commune or UnitKind.Ward or UnitKind.Township or UnitKind.SpecialZone => Tier.Commune,
    };

    public static string English(UnitKind kind) => Kinds.First(k => k.Kind == kind).English;

    /// <summary><c>xã Bắc Sơn</c> to <c>Xã Bắc Sơn</c>: the kind is written with a capital, whatever the file did.</summary>
    public static string Heading(string fullName) => fullName.Length == 0 ? fullName : char.ToUpperInvariant(fullName[0]) + fullName[1..];

    /// <summary><c>Xã Bắc Sơn</c> to <c>xã Bắc Sơn</c>: inside a sentence.</summary>
    public static string Inside(string fullName) => fullName.Length == 0 ? fullName : char.ToLowerInvariant(fullName[0]) + fullName[1..];

    private const string CouncilOf = "HĐND ";

    public static string Council(string fullName) => CouncilOf + Inside(fullName);

    /// <summary><c>HĐND tỉnh Bản Mẫu</c> to <c>tỉnh Bản Mẫu</c>.</summary>
    public static string WithoutCouncil(string name) => name.StartsWith(CouncilOf, StringComparison.Ordinal) ? name[CouncilOf.Length..] : name;

    /// <summary>Fills a standard name: <c>{unit}</c> is <c>xã Bản Mẫu</c>, <c>{name}</c> is <c>Bản Mẫu</c>.</summary>
    internal static string Fill(string pattern, string fullName) =>
        pattern.Replace("{unit}", Inside(fullName), StringComparison.Ordinal).Replace("{name}", WithoutKind(fullName), StringComparison.Ordinal);

    /// <summary><c>Thành phố Hà Nội</c> to <c>Hà Nội</c>.</summary>
    public static string WithoutKind(string fullName) =>
        KindWords.FirstOrDefault(k => fullName.StartsWith(k + " ", StringComparison.OrdinalIgnoreCase)) is { } kind ? fullName[(kind.Length + 1)..] : fullName;

    private static readonly string[] KindWords = ["Thành phố", "Đặc khu", "Thị trấn", "Thị xã", "Phường", "Huyện", "Quận", "Tỉnh", "Xã"];
}
