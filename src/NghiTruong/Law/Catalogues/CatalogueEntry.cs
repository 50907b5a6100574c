using System.Globalization;

namespace NghiTruong.Law.Catalogues;

/// <summary>The catalogues of the house.</summary>
public enum CatalogueKind
{
    /// <summary>Lĩnh vực.</summary>
    Field,

    /// <summary>Thẩm quyền: the level whose organs settle the matter.</summary>
    Authority,
}

/// <summary>One entry of a catalogue, dated: code (stored, in the API), names on screen, and how offices write it in their ledgers.</summary>
public sealed record CatalogueEntry(CatalogueKind Kind, string Code, string Vietnamese, string English)
{
    /// <summary>First day; null when it held before anything we keep.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, included; null while it holds.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Other ways offices write it, met exactly (folded).</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Words a longer way of writing may begin with: <c>Sở</c> of <c>Sở Công Thương</c>.</summary>
    public IReadOnlyList<string> Openings { get; init; } = [];

    /// <summary>Code of the committee that follows it in a province: <c>KTNS</c>, <c>PC</c>, <c>VHXH</c>; null for an authority.</summary>
    public string? Committee { get; init; }

    /// <summary>The same in a commune, which has no legal committee (Law 72/2025/QH15, Art 29.3).</summary>
    public string? CommuneCommittee { get; init; }

    public bool HoldsOn(DateOnly day) => !(day < From) && !(day > Until);

    /// <summary>The name in the language of the screen.</summary>
    public string NameIn(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : Vietnamese;
}
