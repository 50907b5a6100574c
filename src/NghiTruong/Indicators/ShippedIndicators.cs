using System.Text.Json;
using System.Text.Json.Serialization;
using NghiTruong.Counting;
using NghiTruong.Coverage;

namespace NghiTruong.Indicators;

/// <summary>An indicator of the house as its file says it: one file an indicator, <c>Shipped/{code}.json</c>. A programmer adds one by adding a file.</summary>
public sealed record ShippedIndicator(
    string Code,
    string Vietnamese,
    string English,
    string Meaning,
    string MeaningEnglish,
    IndicatorGroup Group,
    IReadOnlyList<string> Kinds,
    CoverageCadence Cadence,
    int? Target,
    string Basis,
    int Order)
{
    /// <summary>Dimension to the values that belong to the base; empty for all records of the kinds.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Base { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Dimension to the values that count.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Counted { get; init; }

    public MeasureRule Rule => new(Kinds, Conditions(Base), Conditions(Counted));

    private static IReadOnlyList<MeasureCondition> Conditions(IReadOnlyDictionary<string, IReadOnlyList<string>> said) =>
        [.. said.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new MeasureCondition(c.Key, c.Value))];
}

/// <summary>All files of <c>Shipped/</c>.</summary>
public static class ShippedIndicators
{
    private const string Folder = "NghiTruong.Indicators.Shipped.";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<ShippedIndicator> All { get; } =
    [
        .. typeof(ShippedIndicators).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(Read).OrderBy(i => i.Order).ThenBy(i => i.Code, StringComparer.Ordinal),
    ];

    private static ShippedIndicator Read(string resource)
    {
        using var file = typeof(ShippedIndicators).Assembly.GetManifestResourceStream(resource)!;

        return JsonSerializer.Deserialize<ShippedIndicator>(file, Json)!;
    }
}
