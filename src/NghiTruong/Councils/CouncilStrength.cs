using NghiTruong.Law.Definitions;

namespace NghiTruong.Councils;

/// <summary>
/// How many delegates a council has by its population (Law 72/2025/QH15, Art 30), and from how many people a special zone has one (Art 28): steps in a catalogue with dates that an
/// administrator keeps in the browser. Pure.
/// </summary>
public static class CouncilStrength
{
    public const string Basis = "Luật 72/2025/QH15, Điều 30";

    private const string SpecialZone = "specialZone";

    private static readonly string[] Capitals = ["01", "79"];

    public static DefinitionCatalogue Catalogue { get; } = new("councils.strength", "so-dai-bieu-theo-dan-so", 66, DefinitionBook.Shipped("strength.json")["councils.strength"])
    {
        IsClosed = true, HasBasis = true, HasNumber = true, MayRetire = false, MostNumber = 20_000_000,
    };

    /// <summary>Whether a unit of this kind and population has a council; an unknown population counts as enough.</summary>
    /// <param name="rules">What of the catalogue holds.</param>
    public static bool HasCouncil(IReadOnlyList<Defined> rules, UnitKind kind, int? population) =>
        kind != UnitKind.SpecialZone || population is not { } people || people >= (Number(rules, SpecialZone, "leastPeople") ?? 0);

    /// <param name="rules">What of the catalogue holds.</param>
    /// <param name="kind">Kinds of today only; former kinds give null.</param>
    /// <param name="provinceCode">Hà Nội and TP. Hồ Chí Minh have a number of their own.</param>
    /// <param name="inCentralCity">For wards: whether the province is a centrally-run city.</param>
    /// <param name="mountainOrIsland">For communes; special zones are islands anyway.</param>
    public static int? Of(IReadOnlyList<Defined> rules, UnitKind kind, string provinceCode, bool inCentralCity, bool mountainOrIsland, int population) => kind switch
    {
        UnitKind.CentralCity when Capitals.Contains(provinceCode) => Steps(rules, "capital", population),
        UnitKind.CentralCity => Steps(rules, "city", population),
        UnitKind.Province => Steps(rules, "province", population),
        UnitKind.SpecialZone => Steps(rules, "remote", population),
        UnitKind.Commune when mountainOrIsland => Steps(rules, "remote", population),
        UnitKind.Ward when inCentralCity => Steps(rules, "wardInCity", population),
        UnitKind.Commune or UnitKind.Ward => Steps(rules, "commune", population),
        _ => null,
    };

    /// <summary>Each step starts from a number at a population and gives one delegate more for every so many people above it.</summary>
    private static int? Steps(IReadOnlyList<Defined> rules, string list, int population)
    {
        var total = Number(rules, list, "start1");
        for (var step = 1; Number(rules, list, $"start{step}") is { } start && Number(rules, list, $"above{step}") is { } above; step++)
        {
            if (population > above)
            {
                total = start + (Number(rules, list, $"each{step}") is { } each and > 0 ? (population - above) / each : 0);
            }
        }

        return Number(rules, list, "most") is { } most && total > most ? most : total;
    }

    private static int? Number(IReadOnlyList<Defined> rules, string list, string code) => rules.Standing(list).FirstOrDefault(e => e.Code == code)?.Number;
}
