using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Schemes;

/// <summary>Every list and page of schemes starts here, so a forgotten check shows nothing rather than everything.</summary>
public static class SchemeScope
{
    public static IQueryable<Scheme> VisibleTo(this IQueryable<Scheme> schemes, Acting acting)
    {
        var scope = acting.ScopeOf<ReadSchemes>();
        if (scope.All)
        {
            return schemes;
        }

        var (councils, provinces, above) = (scope.Councils, scope.Provinces, acting.ProvincesOf<ReadSchemes>());

        return schemes.Where(s => councils.Contains(s.CouncilId) || provinces.Contains(s.ProvinceId) || (s.Tier == Tier.Province && above.Contains(s.ProvinceId)));
    }

    public static IQueryable<SchemeNode> VisibleTo(this IQueryable<SchemeNode> nodes, Acting acting)
    {
        var scope = acting.ScopeOf<ReadSchemes>();
        if (scope.All)
        {
            return nodes;
        }

        var (councils, provinces, above) = (scope.Councils, scope.Provinces, acting.ProvincesOf<ReadSchemes>());

        return nodes.Where(s => councils.Contains(s.CouncilId) || provinces.Contains(s.ProvinceId) || (s.Tier == Tier.Province && above.Contains(s.ProvinceId)));
    }

    public static bool MayKeep(this Acting acting, Scheme scheme) => acting.CapacityFor<KeepSchemes>(scheme.CouncilId, scheme.ProvinceId) is not null;

    /// <summary>Provinces in which the person works at a council: what their province's council sends down is meant for them.</summary>
    internal static IReadOnlyList<Guid> ProvincesOf<T>(this Acting acting)
        where T : Permission, new() =>
        [.. acting.Capacities.Where(c => c is { CouncilId: not null, AgencyId: null, ProvinceId: not null } && Permission.Of<T>().ReachOf(c.Role) is not null).Select(c => c.ProvinceId!.Value).Distinct()];
}

/// <summary>A document loaded for an act, and the capacity that allows it.</summary>
public sealed record SchemeInHand(Scheme Scheme, Capacity Capacity);

/// <summary>A node loaded for an act, with its document.</summary>
public sealed record NodeInHand(SchemeNode Node, Scheme Scheme, Capacity Capacity);

/// <summary>Loads for an act. What one may not even read is "not found"; what one may read but not do so is refused by name.</summary>
internal static class SchemeFinder
{
    public static async Task<Result<SchemeInHand>> SchemeAsync(this Work work, string code, CancellationToken ct)
    {
        if (await work.Db.Set<Scheme>().FirstOrDefaultAsync(s => s.Code == code, ct) is not { } scheme)
        {
            return new Refusal("scheme.notFound", null, code);
        }

        if (work.CapacityFor<KeepSchemes>(scheme) is { } capacity)
        {
            return new SchemeInHand(scheme, capacity);
        }

        return await work.Db.Set<Scheme>().VisibleTo(work.Acting).AnyAsync(s => s.Id == scheme.Id, ct)
            ? new Refusal("scheme.notAllowed", null, code)
            : new Refusal("scheme.notFound", null, code);
    }

    public static async Task<Result<NodeInHand>> NodeAsync(this Work work, string code, CancellationToken ct)
    {
        if (await work.Db.Set<SchemeNode>().FirstOrDefaultAsync(n => n.Code == code, ct) is not { } node)
        {
            return new Refusal("scheme.nodeNotFound", null, code);
        }

        if (work.CapacityFor<KeepSchemes>(node) is { } capacity)
        {
            return new NodeInHand(node, await work.Db.Set<Scheme>().FirstAsync(s => s.Id == node.SchemeId, ct), capacity);
        }

        return await work.Db.Set<SchemeNode>().VisibleTo(work.Acting).AnyAsync(n => n.Id == node.Id, ct)
            ? new Refusal("scheme.notAllowed", null, code)
            : new Refusal("scheme.nodeNotFound", null, code);
    }
}
