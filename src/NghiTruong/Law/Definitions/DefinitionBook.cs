using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;

namespace NghiTruong.Law.Definitions;

/// <summary>Who said what holds.</summary>
public enum DefinitionLayer
{
    /// <summary>Mặc định: as the house ships it.</summary>
    Shipped,

    Nation,
    Province,
    Council,
}

/// <summary>Whose catalogue is asked for; both null for the nation's.</summary>
public sealed record DefinitionPlace(Guid? CouncilId, Guid? ProvinceId);

/// <summary>An entry with the list it stands in, who said it and since when; <see cref="From"/> is null for one that was shipped.</summary>
public sealed record Defined(string List, DefinitionEntry Entry, DefinitionLayer Layer, DateOnly? From)
{
    public string Code => Entry.Code;
}

/// <summary>
/// What of a catalogue holds on a day: the council's own word over its province's, the province's over the nation's, and over what was shipped; of one layer the latest that has
/// come into force. Pure, but for reading the rows.
/// </summary>
public static class DefinitionBook
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads what holds in one place on a day.</summary>
    public static async Task<IReadOnlyList<Defined>> ReadAsync(Db db, DefinitionCatalogue catalogue, DefinitionPlace place, DateOnly on, CancellationToken ct) =>
        Holding(catalogue, await RowsAsync(db, catalogue, place, ct), place, on);

    /// <summary>Rows that reach a place, those to come too.</summary>
    public static async Task<IReadOnlyList<Definition>> RowsAsync(Db db, DefinitionCatalogue catalogue, DefinitionPlace place, CancellationToken ct)
    {
        var (code, council, province) = (catalogue.Code, place.CouncilId, place.ProvinceId);

        return await db.Set<Definition>().AsNoTracking()
            .Where(d => d.Catalogue == code && (d.CouncilId == null || d.CouncilId == council || (d.ProvinceId != null && d.ProvinceId == province)))
            .ToListAsync(ct);
    }

    /// <summary>Retired entries stand among them, so that what was recorded under them keeps its name.</summary>
    public static IReadOnlyList<Defined> Holding(DefinitionCatalogue catalogue, IEnumerable<Definition> rows, DefinitionPlace place, DateOnly on)
    {
        var said = rows.Where(d => d.ValidFrom <= on)
            .Select(d => new Defined(d.List, d.Entry, LayerOf(d, place), d.ValidFrom))
            .GroupBy(d => (d.List, d.Code))
            .ToDictionary(g => g.Key, g => g.OrderByDescending(d => d.Layer).ThenByDescending(d => d.From).First());
        List<Defined> shipped = [.. catalogue.Lists.SelectMany(l => l.Entries.Select(e => said.Remove((l.Key, e.Code), out var changed) ? changed : new Defined(l.Key, e, DefinitionLayer.Shipped, null)))];

        return
        [
            .. shipped.Concat(said.Values)
                .OrderBy(d => d.List, StringComparer.Ordinal).ThenBy(d => d.Entry.Order).ThenBy(d => d.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>Those of a list that are asked for.</summary>
    public static IEnumerable<DefinitionEntry> Standing(this IEnumerable<Defined> defined, string list) => defined.Where(d => d.List == list && !d.Entry.IsRetired).Select(d => d.Entry);

    /// <summary>What a room ships: a resource of the form <c>{ "catalogue": [ { key, vietnamese, english, entries: [...] } ] }</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<DefinitionList>> Shipped(string resource)
    {
        using var file = typeof(DefinitionBook).Assembly.GetManifestResourceStream(resource)!;
        var read = JsonSerializer.Deserialize<Dictionary<string, List<DefinitionList>>>(file, Json)!;

        return read.ToDictionary(c => c.Key, c => (IReadOnlyList<DefinitionList>)[.. c.Value.Select(Numbered)]);
    }

    private static DefinitionList Numbered(DefinitionList list) => list with { Entries = [.. list.Entries.Select((e, at) => e with { Order = (at + 1) * 10 })] };

    private static DefinitionLayer LayerOf(Definition row, DefinitionPlace place) =>
        row.CouncilId is null ? DefinitionLayer.Nation : row.CouncilId == place.CouncilId ? DefinitionLayer.Council : DefinitionLayer.Province;
}
