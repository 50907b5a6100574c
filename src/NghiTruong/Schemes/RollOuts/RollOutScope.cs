using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Schemes.RollOuts;

/// <summary>
/// A roll-out is read where it was opened and by every council it must reach. Whoever reads it as one of those sees the row of their own council and totals; the whole matrix is for its owner and
/// those above.
/// </summary>
public static class RollOutScope
{
    public static IQueryable<RollOut> VisibleTo(this IQueryable<RollOut> rollOuts, Acting acting, Db db)
    {
        var scope = acting.ScopeOf<ReadSchemes>();
        if (scope.All)
        {
            return rollOuts;
        }

        var (councils, provinces) = (scope.Councils, scope.Provinces);

        return rollOuts.Where(r =>
            councils.Contains(r.CouncilId) || provinces.Contains(r.ProvinceId) || db.Set<RollOutUnit>().Any(u => u.RollOutId == r.Id && councils.Contains(u.CouncilId)));
    }

    public static IQueryable<RollOutUnit> VisibleTo(this IQueryable<RollOutUnit> units, Acting acting)
    {
        var scope = acting.ScopeOf<ReadSchemes>();
        if (scope.All)
        {
            return units;
        }

        var (councils, provinces) = (scope.Councils, scope.Provinces);

        return units.Where(u => councils.Contains(u.CouncilId) || provinces.Contains(u.ProvinceId));
    }
}

/// <summary>A roll-out loaded for an act of its owner.</summary>
internal sealed record RollOutInHand(RollOut RollOut, Capacity Capacity);

/// <summary>A unit's row loaded for an act of the unit's desk or of the upper one's.</summary>
internal sealed record UnitInHand(RollOutUnit Unit, RollOut RollOut, Capacity Capacity, bool OnBehalf);

internal static class RollOutFinder
{
    public static async Task<Result<RollOutInHand>> RollOutAsync(this Work work, string code, CancellationToken ct)
    {
        if (await work.Db.Set<RollOut>().FirstOrDefaultAsync(r => r.Code == code, ct) is not { } rollOut)
        {
            return new Refusal("rollOut.notFound", null, code);
        }

        if (work.CapacityFor<KeepSchemes>(rollOut) is { } capacity)
        {
            return new RollOutInHand(rollOut, capacity);
        }

        return await work.Db.Set<RollOut>().VisibleTo(work.Acting, work.Db).AnyAsync(r => r.Id == rollOut.Id, ct)
            ? new Refusal("rollOut.notAllowed", null, code)
            : new Refusal("rollOut.notFound", null, code);
    }

    /// <summary>The unit's own desk; or the desk of the council that rolled out, for what came on paper. An upper council that did not roll it out does not write.</summary>
    public static async Task<Result<UnitInHand>> UnitAsync(this Work work, Guid unitId, CancellationToken ct)
    {
        if (await work.Db.Set<RollOutUnit>().FirstOrDefaultAsync(u => u.Id == unitId, ct) is not { } unit
            || await work.Db.Set<RollOut>().FirstAsync(r => r.Id == unit.RollOutId, ct) is not { } rollOut)
        {
            return new Refusal("rollOut.unitNotFound");
        }

        // One who works at the unit acts for it, whatever else they may be.
        if (work.Acting.OwnCouncils<MarkRollOuts>().Contains(unit.CouncilId) && work.CapacityFor<MarkRollOuts>(unit) is { } own)
        {
            return new UnitInHand(unit, rollOut, own, false);
        }

        if (work.Acting.OwnCouncils<MarkRollOuts>().Contains(rollOut.CouncilId) && work.CapacityFor<MarkRollOuts>(rollOut) is { } above)
        {
            return new UnitInHand(unit, rollOut, above, true);
        }

        return await work.Db.Set<RollOutUnit>().VisibleTo(work.Acting).AnyAsync(u => u.Id == unit.Id, ct)
            ? new Refusal("rollOut.notAllowed", null, rollOut.Code)
            : new Refusal("rollOut.unitNotFound");
    }
}
