using NghiTruong.Accounts;

namespace NghiTruong.Interpellations;

/// <summary>Every list and page of the room starts here, so a forgotten check shows nothing rather than everything.</summary>
public static class InterpellationScope
{
    /// <summary>Slips of one's own council; elsewhere those it was decided about. An agency sees those it must answer, and not before.</summary>
    public static IQueryable<Interpellation> VisibleTo(this IQueryable<Interpellation> slips, Acting acting)
    {
        if (acting.IsSystem)
        {
            return slips;
        }

        var scope = acting.ScopeOf<ReadInterpellations>();
        var own = acting.OwnCouncils<ReadSlips>();
        var (all, councils, provinces, agencies) = (scope.All, scope.Councils, scope.Provinces, scope.Agencies);

        // Who sits in the agency that is asked does not see the slip before it is decided about, whatever else they are.
        return slips.Where(i =>
            (own.Contains(i.CouncilId) && (i.State != InterpellationState.Submitted || !agencies.Contains(i.AgencyId)))
            || (i.State != InterpellationState.Submitted && (all || councils.Contains(i.CouncilId) || provinces.Contains(i.ProvinceId) || agencies.Contains(i.AgencyId))));
    }

    /// <summary>Promises of the councils one may read, and those one's agency made.</summary>
    public static IQueryable<Promise> VisibleTo(this IQueryable<Promise> promises, Acting acting)
    {
        var scope = acting.ScopeOf<ReadInterpellations>();
        var (councils, provinces, agencies) = (scope.Councils, scope.Provinces, scope.Agencies);

        return scope.All ? promises : promises.Where(p => councils.Contains(p.CouncilId) || provinces.Contains(p.ProvinceId) || agencies.Contains(p.AgencyId));
    }

    /// <summary>Explanation sessions are held in public: those of the councils one may read, and those one's agency explains at.</summary>
    public static IQueryable<ExplanationSession> VisibleTo(this IQueryable<ExplanationSession> sessions, Acting acting)
    {
        var scope = acting.ScopeOf<ReadInterpellations>();
        var (councils, provinces, agencies) = (scope.Councils, scope.Provinces, scope.Agencies);

        return scope.All ? sessions : sessions.Where(s => councils.Contains(s.CouncilId) || provinces.Contains(s.ProvinceId) || agencies.Contains(s.AgencyId));
    }

    /// <summary>Reads a conclusion before it is sent.</summary>
    public static bool MayReadConclusion(this Acting acting, ExplanationSession session) =>
        session.IsSent || acting.CapacityFor<ReadSlips>(session.CouncilId, session.ProvinceId) is not null;
}
