namespace NghiTruong.Councils;

/// <summary>How many delegates a council has by its population: Law 72/2025/QH15, Art 30. Pure.</summary>
public static class CouncilStrength
{
    /// <summary>Below this a special zone has no council: Art 28.</summary>
    public const int SpecialZoneWithCouncil = 1_000;

    public const string Basis = "Luật 72/2025/QH15, Điều 30";

    private static readonly string[] Capitals = ["01", "79"];

    /// <summary>Whether a unit of this kind and population has a council; an unknown population counts as enough.</summary>
    public static bool HasCouncil(UnitKind kind, int? population) => kind != UnitKind.SpecialZone || population is null or >= SpecialZoneWithCouncil;

    /// <param name="kind">Kinds of today only; former kinds give null.</param>
    /// <param name="provinceCode">Hà Nội and TP. Hồ Chí Minh have 125 delegates.</param>
    /// <param name="inCentralCity">For wards: whether the province is a centrally-run city.</param>
    /// <param name="mountainOrIsland">For communes; special zones are islands anyway.</param>
    public static int? Of(UnitKind kind, string provinceCode, bool inCentralCity, bool mountainOrIsland, int population) => kind switch
    {
        UnitKind.CentralCity when Capitals.Contains(provinceCode) => 125,
        UnitKind.CentralCity => Steps(population, 85, (50, 1_200_000, 75_000)),
        UnitKind.Province => Steps(population, 85, (50, 1_000_000, 70_000)),
        UnitKind.SpecialZone => Remote(population),
        UnitKind.Commune when mountainOrIsland => Remote(population),
        UnitKind.Ward when inCentralCity => Steps(population, 30, (15, 15_000, 6_000), (20, 45_000, 7_000)),
        UnitKind.Commune or UnitKind.Ward => Steps(population, 30, (15, 10_000, 2_000), (20, 20_000, 6_000)),
        _ => null,
    };

    private static int Remote(int population) => Steps(population, 30, (15, 5_000, 1_000), (20, 10_000, 3_000));

    /// <summary>Each step starts from a number at a population and gives one delegate more for every so many people above it.</summary>
    private static int Steps(int population, int most, params ReadOnlySpan<(int Start, int Above, int Each)> steps)
    {
        var total = steps[0].Start;
        foreach (var (start, above, each) in steps)
        {
            if (population > above)
            {
                total = start + ((population - above) / each);
            }
        }

        return Math.Min(total, most);
    }
}
