using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;

namespace NghiTruong.Councils;

/// <summary>A place whose figures are asked for, found by its address.</summary>
/// <param name="Address">As links write it: <c>00025</c>, <c>00025@2024-06-30</c>, <c>VN</c>; a council whose unit has no code any more stands by its id.</param>
/// <param name="CouncilId">Null for the nation.</param>
/// <param name="Name">Name of the council, of the day in the address where it names one; empty for the nation.</param>
/// <param name="Subtree">With the councils below it.</param>
/// <param name="On">The day in the address.</param>
public sealed record SummaryAddress(string Address, Guid? CouncilId, string Name, Tier Tier, bool Subtree, DateOnly? On, SummaryPlace Place)
{
    /// <summary>It has a next level down, which the figures are split by.</summary>
    public bool IsWhole => Place.Nation || Subtree;

    /// <summary>The councils of a former unit with those below it; null where a list needs no more than <see cref="CouncilId"/>.</summary>
    public IReadOnlyList<Guid>? Councils => Place is { Nation: false, ProvinceId: null } && Subtree ? Place.Councils : null;
}

/// <summary>Finds the place an address names, on the day it names, with what stood below it then.</summary>
public sealed class SummaryPlaces(UnitBook units, CouncilDirectory directory, IDbContextFactory<Db> contexts)
{
    /// <summary>The place; null where nothing of that address ever had a council.</summary>
    public async Task<SummaryAddress?> FindAsync(string? address, bool subtree, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(address) || address == UnitBook.Nation)
        {
            return new SummaryAddress(UnitBook.Nation, null, "", Tier.Nation, true, null, SummaryPlace.Everywhere);
        }

        if (Guid.TryParse(address, CultureInfo.InvariantCulture, out var id))
        {
            return await directory.CouncilAsync(id, ct) is { } council ? await PresentAsync(council, subtree, ct) : null;
        }

        var found = await units.ResolveAsync(address, ct);
        if (found.IsRefused || found.Value is not { UnitId: { } unit } place)
        {
            return null;
        }

        var own = await directory.CouncilAsync(place.CouncilId, ct);
        if (!address.Contains('@', StringComparison.Ordinal))
        {
            return own is null ? null : await PresentAsync(own, subtree, ct);
        }

        return await OnDayAsync(place, unit, own, subtree, ct);
    }

    /// <summary>How links write some councils: by the code their unit has today.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> AddressesAsync(IReadOnlyCollection<CouncilName> councils, CancellationToken ct)
    {
        var wanted = councils.Select(c => c.UnitId).Distinct().ToList();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var codes = await db.Set<UnitVersion>().AsNoTracking().Where(v => wanted.Contains(v.UnitId) && v.Until == null).Select(v => new { v.UnitId, v.Code }).ToListAsync(ct);
        var byUnit = codes.GroupBy(c => c.UnitId).ToDictionary(g => g.Key, g => g.First().Code);

        return councils.ToDictionary(c => c.Id, c => byUnit.GetValueOrDefault(c.UnitId) ?? c.Id.ToString("D"));
    }

    private async Task<SummaryAddress> PresentAsync(CouncilName council, bool subtree, CancellationToken ct)
    {
        var address = (await AddressesAsync([council], ct))[council.Id];
        if (council.Tier == Tier.Province)
        {
            return new SummaryAddress(
                address, council.Id, council.Name, council.Tier, subtree, null, subtree ? SummaryPlace.ProvinceWithCommunes(council.ProvinceId) : SummaryPlace.Of(council.Id));
        }

        // A district stands only as history: what ever stood below it.
        var below = subtree && council.Tier == Tier.District ? await BelowAsync(council.UnitId, null, ct) : [];

        return new SummaryAddress(address, council.Id, council.Name, council.Tier, below.Count > 0, null, SummaryPlace.Of([council.Id, .. below]));
    }

    private async Task<SummaryAddress?> OnDayAsync(UnitPlace place, Guid unit, CouncilName? own, bool subtree, CancellationToken ct)
    {
        var below = subtree && place.Tier is Tier.Province or Tier.District ? await BelowAsync(unit, place.On, ct) : [];
        List<Guid> councils = own is null ? below : [own.Id, .. below];
        var address = string.Create(CultureInfo.InvariantCulture, $"{place.Code}@{place.On:yyyy-MM-dd}");

        return councils.Count == 0
            ? null
            : new SummaryAddress(address, own?.Id, UnitNames.Council(place.FullName), place.Tier, subtree && place.Tier != Tier.Commune, place.On, SummaryPlace.Of(councils));
    }

    /// <summary>Councils of the units below one on a day (null: on any day), two levels down.</summary>
    private async Task<List<Guid>> BelowAsync(Guid unit, DateOnly? on, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var versions = db.Set<UnitVersion>().AsNoTracking().Where(v => on == null || (v.From <= on && (v.Until == null || v.Until >= on)));
        var children = await versions.Where(v => v.ParentId == unit).Select(v => v.UnitId).Distinct().ToListAsync(ct);
        var grandchildren = await versions.Where(v => v.ParentId != null && children.Contains(v.ParentId.Value)).Select(v => v.UnitId).Distinct().ToListAsync(ct);
        List<Guid> all = [.. children, .. grandchildren];

        return await db.Set<Council>().Where(c => all.Contains(c.UnitId)).Select(c => c.Id).ToListAsync(ct);
    }
}
