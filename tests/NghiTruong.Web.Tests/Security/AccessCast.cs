using Microsoft.AspNetCore.Routing;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Tests.Security;

/// <summary>Who stands at which door in tests of access: every role at home and next door, and the doors of a room with what they declare.</summary>
internal static class AccessCast
{
    private static readonly Role[] AtCouncils = [Role.Clerk, Role.StandingCommittee, Role.CommitteeHead, Role.Delegate, Role.FrontOfficer, Role.UpperViewer, Role.Auditor, Role.Administrator];

    /// <summary>Each role of the council and of the neighbour's, and officers of a party, of another agency, of the neighbour's.</summary>
    public static async Task<List<(string Name, Acting Acting)>> CastAsync(this WebTest site)
    {
        List<(string, GrantInput)> wanted = [];
        foreach (var (place, council) in new[] { ("nha", site.Home), ("ben", site.Neighbour) })
        {
            wanted.AddRange(AtCouncils.Select(role => ($"{place}.{role}".ToLowerInvariant(), new GrantInput { Role = role, CouncilId = council.Id })));
        }

        wanted.Add(("nha.lead", Officer(site.Economy)));
        wanted.Add(("nha.otheragency", Officer(site.Agencies.First(a => a.CouncilId == site.Home.Id && a.Kind == AgencyKind.Department && a.Id != site.Economy.Id))));
        wanted.Add(("ben.agency", Officer(site.Agencies.First(a => a.CouncilId == site.Neighbour.Id && a.Kind == AgencyKind.Department))));

        List<(string, Acting)> cast = [];
        foreach (var (name, grant) in wanted)
        {
            cast.Add((name, await site.EnsureAccountAsync(name, grant)));
        }

        return cast;

        static GrantInput Officer(Agency agency) => new() { Role = Role.AgencyOfficer, AgencyId = agency.Id };
    }

    /// <summary>Holds it at home, or as an officer of the agency that is a party there.</summary>
    public static bool HasRight(this WebTest site, Permission permission, Acting acting) => acting.Capacities.Any(c => permission.ReachOf(c.Role) switch
    {
        null => false,
        Reach.Party => c.AgencyId == site.Economy.Id,
        _ => c.AgencyId is null && c.CouncilId == site.Home.Id,
    });

    public static List<(string Address, Permission Permission)> Doors(this WebTest site, string under) =>
    [
        .. site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IDeclaration>()?.Permission is not null)
            .Select(e => (Address: "/" + e.RoutePattern.RawText!.TrimStart('/'), e.Metadata.GetMetadata<IDeclaration>()!.Permission!))
            .Where(d => d.Address.StartsWith(under, StringComparison.Ordinal))
            .DistinctBy(d => d.Address),
    ];

    public static bool IsHeldBy(this Permission permission, Acting acting) => acting.Capacities.Any(c => permission.ReachOf(c.Role) is not null);
}
