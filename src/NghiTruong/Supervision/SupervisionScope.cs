using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Supervision;

/// <summary>Every list and page of supervisions and recommendations starts here, so a forgotten check shows nothing rather than everything.</summary>
public static class SupervisionScope
{
    /// <summary>Supervisions of the councils one may read, and those one's agency is under.</summary>
    public static IQueryable<SupervisionCase> VisibleTo(this IQueryable<SupervisionCase> cases, Acting acting, Db db)
    {
        var scope = acting.ScopeOf<ReadSupervisions>();
        if (scope.All)
        {
            return cases;
        }

        var (councils, provinces, agencies) = (scope.Councils, scope.Provinces, scope.Agencies);
        var own = acting.OwnCouncils<ReadSupervisions>();

        // A proposal is talked over at home; from the programme on it is open to those above.
        return cases.Where(s =>
            own.Contains(s.CouncilId)
            || (s.State != SupervisionState.Proposed && (councils.Contains(s.CouncilId) || provinces.Contains(s.ProvinceId)))
            || (agencies.Count > 0 && s.State != SupervisionState.Proposed && db.Set<SupervisedBody>().Any(b => b.SupervisionId == s.Id && agencies.Contains(b.AgencyId))));
    }

    /// <summary>Recommendations of the councils one may read, and those one's agency leads; drafts stay at home.</summary>
    public static IQueryable<Recommendation> VisibleTo(this IQueryable<Recommendation> recommendations, Acting acting)
    {
        var scope = acting.ScopeOf<ReadSupervisions>();
        var own = acting.OwnCouncils<ReadFindings>();
        if (scope.All)
        {
            return recommendations.Where(r => r.State != RecommendationState.Draft || own.Contains(r.CouncilId));
        }

        var (councils, provinces, agencies) = (scope.Councils, scope.Provinces, scope.Agencies);

        return recommendations.Where(r =>
            (r.State != RecommendationState.Draft || own.Contains(r.CouncilId))
            && (councils.Contains(r.CouncilId) || provinces.Contains(r.ProvinceId) || (r.LeadAgencyId != null && agencies.Contains(r.LeadAgencyId.Value))));
    }

    /// <summary>
    /// May read visits, findings and drafts: everybody who may read an issued supervision; before that only people of the council that holds it, and of them nobody
    /// who sits in a body under supervision (Law 87/2015 Art 8: impartiality; the design: "who heads a supervised body does not see its findings before they are issued").
    /// </summary>
    public static bool MayReadFindings(this Acting acting, SupervisionCase supervision, IEnumerable<Guid> supervised) =>
        supervision.IsIssued || (acting.CapacityFor<ReadFindings>(supervision.CouncilId, supervision.ProvinceId) is not null && !SitsIn(acting, supervised));

    /// <summary>The same as a condition over several.</summary>
    public static IQueryable<SupervisionCase> FindingsReadBy(this IQueryable<SupervisionCase> cases, Acting acting, Db db)
    {
        var (own, agencies) = (acting.OwnCouncils<ReadFindings>(), acting.Capacities.Select(c => c.AgencyId).OfType<Guid>().ToList());

        return cases.Where(s =>
            SupervisionStates.HasReport.Contains(s.State)
            || (own.Contains(s.CouncilId) && !db.Set<SupervisedBody>().Any(b => b.SupervisionId == s.Id && agencies.Contains(b.AgencyId))));
    }

    /// <summary>The person is an officer of one of the bodies under supervision.</summary>
    public static bool SitsIn(this Acting acting, IEnumerable<Guid> supervised) =>
        supervised.Any(agency => acting.Capacities.Any(c => c.AgencyId == agency));
}
