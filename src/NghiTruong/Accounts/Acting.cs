namespace NghiTruong.Accounts;

/// <summary>A grant with the place resolved: which province the council lies in, whether it is the province's own (and so has a subtree).</summary>
/// <param name="CouncilId">Null for the whole nation.</param>
/// <param name="ProvinceId">Unit of the province; null for the nation.</param>
/// <param name="IsProvince">The council is a province's own: its subtree is the province.</param>
/// <param name="Below">Councils below a former district, whose subtree is not a province; empty otherwise.</param>
public sealed record Capacity(
    Guid GrantId,
    Role Role,
    Guid? CouncilId,
    Guid? AgencyId,
    Guid? ProvinceId,
    bool IsProvince,
    IReadOnlyList<Guid> Below,
    string PlaceName)
{
    /// <summary>The unit an agency works in, <c>xã Bắc Sơn</c>: many have a "Phòng Kinh tế". Null where the place is a council.</summary>
    public string? UnitName { get; init; }
}

/// <summary>
/// Who is acting, with everything they may be (all present grants), and why. The house itself acts as <see cref="System"/> in jobs.
/// </summary>
public sealed record Acting(Guid UserId, string UserName, string FullName, IReadOnlyList<Capacity> Capacities)
{
    private static readonly Capacity Everywhere = new(Guid.Empty, Role.Administrator, null, null, null, false, [], "");

    /// <summary>The capacity the person chose to work in; it goes first where several would do.</summary>
    public Guid? PreferredGrantId { get; init; }

    /// <summary>The reason given, kept in the journal.</summary>
    public string? Because { get; init; }

    /// <summary>True for the house itself (a job, a command line, an import that carries on).</summary>
    public bool IsSystem { get; init; }

    public static Acting System { get; } =
        new(Guid.Empty, "hệ thống", "Hệ thống", [Everywhere]) { IsSystem = true };

    /// <summary>The capacity that gives the permission at a council, or null. <paramref name="provinceId"/> is the province that council lies in.</summary>
    public Capacity? CapacityFor<T>(Guid councilId, Guid provinceId)
        where T : Permission, new()
    {
        if (IsSystem)
        {
            return Capacities[0];
        }

        var permission = Permission.Of<T>();

        return InOrder().FirstOrDefault(c => permission.ReachOf(c.Role) is { } reach && Covers(c, reach, councilId, provinceId));
    }

    /// <summary>The capacity that gives the permission as an officer of the agency, or null.</summary>
    public Capacity? CapacityAtAgency<T>(Guid agencyId)
        where T : Permission, new() =>
        InOrder().FirstOrDefault(c => c.AgencyId == agencyId && Permission.Of<T>().ReachOf(c.Role) == Reach.Party);

    public bool May<T>()
        where T : Permission, new() => IsSystem || Capacities.Any(c => Permission.Of<T>().ReachOf(c.Role) is not null);

    public Scope ScopeOf<T>()
        where T : Permission, new() => IsSystem ? Scope.Everything : Scope.Of(InOrder(), Permission.Of<T>());

    /// <summary>Councils the person works at themselves (not those below, not as an officer of an agency), with the permission.</summary>
    public IReadOnlyList<Guid> OwnCouncils<T>()
        where T : Permission, new() =>
        [.. Capacities
            .Where(c => c is { CouncilId: not null, AgencyId: null } && Permission.Of<T>().ReachOf(c.Role) is Reach.OwnCouncil or Reach.Subtree)
            .Select(c => c.CouncilId!.Value)
            .Distinct()];

    /// <summary>Agencies the person is an officer of, with the permission.</summary>
    public IReadOnlyList<Guid> OwnAgencies<T>()
        where T : Permission, new() =>
        [.. Capacities.Where(c => c.AgencyId is not null && Permission.Of<T>().ReachOf(c.Role) == Reach.Party).Select(c => c.AgencyId!.Value).Distinct()];

    private static bool Covers(Capacity capacity, Reach reach, Guid councilId, Guid provinceId)
    {
        if (reach == Reach.Party)
        {
            return false;
        }

        if (capacity.CouncilId is null)
        {
            return capacity.AgencyId is null;
        }

        return capacity.CouncilId == councilId
            || (reach == Reach.Subtree && ((capacity.IsProvince && capacity.ProvinceId == provinceId) || capacity.Below.Contains(councilId)));
    }

    private IEnumerable<Capacity> InOrder() => Capacities.OrderByDescending(c => c.GrantId == PreferredGrantId);
}

/// <summary>Where a permission holds for a person, ready for a query: everything, or these councils, these provinces whole, these agencies' rows.</summary>
public sealed record Scope(bool All, IReadOnlyList<Guid> Councils, IReadOnlyList<Guid> Provinces, IReadOnlyList<Guid> Agencies)
{
    public static Scope Everything { get; } = new(true, [], [], []);

    public bool IsEmpty => !All && Councils.Count + Provinces.Count + Agencies.Count == 0;

    public static Scope Of(IEnumerable<Capacity> capacities, Permission permission)
    {
        HashSet<Guid> councils = [], provinces = [], agencies = [];
        foreach (var capacity in capacities)
        {
            switch (permission.ReachOf(capacity.Role))
            {
                case null:
                    break;
                case Reach.Party when capacity.AgencyId is { } agency:
                    agencies.Add(agency);
                    break;
                case Reach.Party:
                    break;
                case Reach.OwnCouncil or Reach.Subtree when capacity is { CouncilId: null, AgencyId: null }:
                    return Everything;
                case Reach.OwnCouncil or Reach.Subtree when capacity.CouncilId is null:
                    break;
                case Reach.Subtree when capacity.IsProvince:
                    provinces.Add(capacity.ProvinceId!.Value);
                    break;
                case Reach.OwnCouncil or Reach.Subtree:
                    councils.Add(capacity.CouncilId!.Value);
                    councils.UnionWith(permission.ReachOf(capacity.Role) == Reach.Subtree ? capacity.Below : []);
                    break;
            }
        }

        return new Scope(false, [.. councils], [.. provinces], [.. agencies]);
    }
}
