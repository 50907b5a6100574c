using System.Globalization;
using NghiTruong.Law.Definitions;
using NghiTruong.Texts;

namespace NghiTruong.Indicators;

/// <summary>Targets in percent: a catalogue kept in the browser, so that a province asks for more than the house, and a commune for more than its province, from a day on.</summary>
public sealed record IndicatorTargets(DefinitionCatalogue Catalogue)
{
    public const string Code = "indicator.targets";

    public static IndicatorTargets Of(TextTable texts) => new(new DefinitionCatalogue(Code, "chi-tieu-phai-dat", 61,
    [
        new DefinitionList("", Say(texts, "vi"), Say(texts, "en"),
        [
            .. ShippedIndicators.All.Where(i => i.Target is not null).Select((i, at) => new DefinitionEntry(i.Code, i.Vietnamese, i.English) { Basis = i.Basis, Number = i.Target, Order = (at + 1) * 10 }),
        ]),
    ]) { IsClosed = true, HasBasis = true, HasNumber = true });

    /// <summary>The target that holds for an indicator at a place, by the rows that reach it; null where none is set or it was withdrawn.</summary>
    public int? For(Indicator indicator, IEnumerable<Defined> holding) =>
        !indicator.IsShipped || indicator.Target is null
            ? indicator.Target
            : holding.FirstOrDefault(d => d.Code == indicator.Code) is { Entry: { IsRetired: false, Number: var number } } ? number : null;

    private static string Say(TextTable texts, string language) => texts.Find("indicators.targets", CultureInfo.GetCultureInfo(language)) ?? Code;
}
