using System.Globalization;
using NghiTruong.Law.Definitions;
using NghiTruong.Texts;

namespace NghiTruong.Coverage;

/// <summary>How often each thing is to be done in its period: an administrator of the nation, a province or a council says otherwise in the browser, from a day on.</summary>
public static class CoverageCatalogue
{
    public const string Code = "coverage.needed";

    public static DefinitionCatalogue Of(IEnumerable<CoverageKind> kinds, TextTable texts) => new(Code, "muc-phai-dat", 60,
    [
        new DefinitionList("", Say(texts, "coverage.list", "vi"), Say(texts, "coverage.list", "en"),
        [
            .. kinds.Select((k, at) => new DefinitionEntry(k.Code, Say(texts, $"coverage.{k.Code}", "vi"), Say(texts, $"coverage.{k.Code}", "en"))
            {
                Basis = k.Basis, Number = k.Needed, Order = (at + 1) * 10,
            }),
        ]),
    ]) { IsClosed = true, HasBasis = true, HasNumber = true };

    /// <summary>What a kind asks for in one place, by the rows that reach it.</summary>
    public static int Needed(DefinitionCatalogue catalogue, IEnumerable<Definition> rows, CoverageKind kind, DefinitionPlace place, DateOnly on) =>
        DefinitionBook.Holding(catalogue, rows, place, on).FirstOrDefault(d => d.Code == kind.Code) is { Entry: { IsRetired: false, Number: { } number } } ? number : 0;

    private static string Say(TextTable texts, string code, string language) => texts.Find(code, CultureInfo.GetCultureInfo(language)) ?? code;
}
