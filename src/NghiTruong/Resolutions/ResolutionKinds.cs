using System.Globalization;
using System.Text.Json;
using NghiTruong.Language;

namespace NghiTruong.Resolutions;

/// <summary>A kind of resolution, as <c>resolutions.json</c> lists it.</summary>
/// <param name="Normative">True where its number must have the year in it, false where it must not, null where either may be.</param>
/// <param name="Look">Whether somebody must look at it from time to time.</param>
public sealed record ResolutionKind(string Code, string Vietnamese, string English, bool? Normative = null, bool Look = true)
{
    /// <summary>Other ways offices write it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public string NameIn(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : Vietnamese;
}

/// <summary>The kinds shipped with the house; data, not program.</summary>
public static class ResolutionKinds
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static IReadOnlyList<ResolutionKind> All { get; } = Read();

    public static ResolutionKind? Of(string? code) => All.FirstOrDefault(k => k.Code == code);

    /// <summary>What a person or a register wrote: a code, a name, an alias, with or without marks.</summary>
    public static ResolutionKind? Find(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return null;
        }

        var folded = VietnameseText.Fold(written);

        return Of(written.Trim()) ?? All.FirstOrDefault(k => ((string[])[k.Vietnamese, k.English, .. k.Aliases]).Any(name => VietnameseText.Fold(name) == folded));
    }

    private static List<ResolutionKind> Read()
    {
        using var file = typeof(ResolutionKinds).Assembly.GetManifestResourceStream("resolutions.json")!;

        return JsonSerializer.Deserialize<List<ResolutionKind>>(file, Json)!;
    }
}
