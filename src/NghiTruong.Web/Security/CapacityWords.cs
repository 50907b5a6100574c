using NghiTruong.Accounts;
using NghiTruong.Texts;

namespace NghiTruong.Web.Security;

/// <summary>What a capacity is called where a person reads it.</summary>
public static class CapacityWords
{
    /// <summary>The council; an agency with the unit it works in, unless its name tells that already; the whole nation.</summary>
    public static string PlaceOf(this TextTable texts, Capacity capacity) => capacity switch
    {
        { PlaceName.Length: 0 } => texts["account.nation"],
        { UnitName: { } unit } when !capacity.PlaceName.Contains(unit, StringComparison.OrdinalIgnoreCase) => $"{capacity.PlaceName}, {unit}",
        _ => capacity.PlaceName,
    };
}
