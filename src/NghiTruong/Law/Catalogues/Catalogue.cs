using System.Collections.Frozen;
using NghiTruong.Language;

namespace NghiTruong.Law.Catalogues;

/// <summary>Finds entries of the catalogues shipped with the house by code, name or the way an office writes them.</summary>
public static class Catalogue
{
    private static readonly CatalogueEntry[] All = [.. FieldCatalogue.Entries, .. AuthorityCatalogue.Entries];

    private static readonly FrozenDictionary<(CatalogueKind, string Code), CatalogueEntry> ByCode =
        All.ToFrozenDictionary(e => (e.Kind, e.Code));

    private static readonly ILookup<(CatalogueKind, string Written), CatalogueEntry> ByWriting = All
        .SelectMany(e => Writings(e).Distinct(StringComparer.Ordinal).Select(w => (Key: (e.Kind, w), Entry: e)))
        .ToLookup(p => p.Key, p => p.Entry);

    private static readonly ILookup<CatalogueKind, (string Opening, CatalogueEntry Entry)> ByOpening = All
        .SelectMany(e => e.Openings.Select(o => (Opening: VietnameseText.Fold(o) + " ", Entry: e)))
        .OrderByDescending(p => p.Opening.Length)
        .ToLookup(p => p.Entry.Kind);

    /// <summary>The entries that hold on a day, in the order offices list them.</summary>
    public static IEnumerable<CatalogueEntry> On(CatalogueKind kind, DateOnly day) => All.Where(e => e.Kind == kind && e.HoldsOn(day));

    /// <summary>The entry of a stored code, whenever it held; null when the catalogue never had it.</summary>
    public static CatalogueEntry? Of(CatalogueKind kind, string? code) => code is null ? null : ByCode.GetValueOrDefault((kind, code));

    /// <summary>
    /// What a person or a ledger wrote: a code, a name in either language, an alias, or words that begin with a known opening; with or without marks.
    /// Null when nothing of the catalogue on that day is meant.
    /// </summary>
    public static CatalogueEntry? Find(CatalogueKind kind, string? written, DateOnly on)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return null;
        }

        if (Of(kind, written.Trim()) is { } coded && coded.HoldsOn(on))
        {
            return coded;
        }

        var folded = VietnameseText.Fold(written);

        return ByWriting[(kind, folded)].FirstOrDefault(e => e.HoldsOn(on))
            ?? ByOpening[kind].FirstOrDefault(p => p.Entry.HoldsOn(on) && folded.StartsWith(p.Opening, StringComparison.Ordinal)).Entry;
    }

    private static IEnumerable<string> Writings(CatalogueEntry entry) =>
        ((string[])[entry.Vietnamese, entry.English, entry.Code, .. entry.Aliases, .. entry.Openings]).Select(VietnameseText.Fold);
}
