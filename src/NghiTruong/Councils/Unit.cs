using NghiTruong.Database;

namespace NghiTruong.Councils;

/// <summary>A tier of government. Districts existed until 30 June 2025 (Law 72/2025/QH15, Art 1, 51.3) and stay as history.</summary>
public enum Tier
{
    Nation,
    Province,
    District,
    Commune,
}

/// <summary>What a unit is called at its tier.</summary>
public enum UnitKind
{
    Nation,

    /// <summary>Tỉnh.</summary>
    Province,

    /// <summary>Thành phố trực thuộc trung ương.</summary>
    CentralCity,

    /// <summary>Huyện.</summary>
    RuralDistrict,

    /// <summary>Quận.</summary>
    UrbanDistrict,

    /// <summary>Thị xã.</summary>
    DistrictTown,

    /// <summary>Thành phố thuộc tỉnh.</summary>
    ProvincialCity,

    /// <summary>Xã.</summary>
    Commune,

    /// <summary>Phường.</summary>
    Ward,

    /// <summary>Thị trấn.</summary>
    Township,

    /// <summary>Đặc khu.</summary>
    SpecialZone,
}

/// <summary>An administrative unit. Its code, name and parent are dated (<see cref="UnitVersion"/>), since the state reuses codes and renames units.</summary>
public sealed class Unit : IRecord
{
    public required Guid Id { get; init; }

    public required Tier Tier { get; init; }

    public List<UnitVersion> Versions { get; init; } = [];
}

/// <summary>What a unit was from a day to a day: code, name, kind, parent.</summary>
public sealed class UnitVersion : IRecord
{
    public required Guid Id { get; init; }

    public required Guid UnitId { get; init; }

    public Unit? Unit { get; init; }

    /// <summary>The state's code, two digits for a province, five for a commune; a former district has three.</summary>
    public required string Code { get; init; }

    /// <summary>Name without its kind: <c>Giảng Võ</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name with its kind as in a heading: <c>Phường Giảng Võ</c>.</summary>
    public required string FullName { get; init; }

    public required string FullNameEnglish { get; init; }

    public required UnitKind Kind { get; init; }

    public Guid? ParentId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day, included; null while it holds.</summary>
    public DateOnly? Until { get; set; }

    /// <summary><see cref="FullName"/> folded for search.</summary>
    public required string Folded { get; init; }

    public required string SortKey { get; init; }

    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}

/// <summary>How a unit went over into another.</summary>
public enum SuccessionKind
{
    Renamed,
    Merged,
    Split,

    /// <summary>The tier itself ended; its matters are shared out record by record.</summary>
    Abolished,
}

/// <summary>A unit's matters go to a successor from a day on, by a resolution.</summary>
public sealed class UnitSuccession : IRecord
{
    public required Guid Id { get; init; }

    public required Guid FromUnitId { get; init; }

    public required Guid ToUnitId { get; init; }

    public required SuccessionKind Kind { get; init; }

    /// <summary>First day of the successor.</summary>
    public required DateOnly On { get; init; }

    public string? Basis { get; init; }
}
