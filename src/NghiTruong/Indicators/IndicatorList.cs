using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Indicators;

/// <summary>Indicators as definitions: those of the house, and those made where the person may read.</summary>
public sealed class IndicatorList(IDbContextFactory<Db> contexts)
{
    public async Task<IReadOnlyList<Indicator>> ReadAsync(Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var scope = acting.ScopeOf<ReadIndicators>();
        // An indicator of a province holds for its communes: they know what they are measured by.
        var provinces = acting.Capacities.Select(c => c.ProvinceId).OfType<Guid>().ToHashSet();
        var all = await db.Set<Indicator>().AsNoTracking().ToListAsync(ct);

        return
        [
            .. all.Where(i => i.CouncilId is not { } council || scope.All || scope.Councils.Contains(council) || (i.ProvinceId is { } province && provinces.Contains(province)))
                .OrderBy(i => i.Group).ThenBy(i => i.Order).ThenBy(i => i.Code, StringComparer.Ordinal),
        ];
    }
}
