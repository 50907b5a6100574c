using NghiTruong.Accounts;

namespace NghiTruong.Verification;

/// <summary>Every list and page of dossiers starts here, so a forgotten check shows nothing rather than everything.</summary>
public static class VerificationScope
{
    /// <summary>Dossiers of one's own council; issued ones of the councils below; those one's agency submitted.</summary>
    public static IQueryable<VerificationCase> VisibleTo(this IQueryable<VerificationCase> cases, Acting acting)
    {
        if (acting.IsSystem)
        {
            return cases;
        }

        var scope = acting.ScopeOf<ReadVerifications>();
        var own = acting.OwnCouncils<ReadWorkbench>();
        var (all, councils, provinces, agencies) = (scope.All, scope.Councils, scope.Provinces, scope.Agencies);

        return cases.Where(v =>
            own.Contains(v.CouncilId)
            || (v.ReportedOn != null && (all || councils.Contains(v.CouncilId) || provinces.Contains(v.ProvinceId)))
            || agencies.Contains(v.AgencyId));
    }

    /// <summary>
    /// Works at the council that verifies: notes, opinions, scores, drafts of the report. Who sits in the agency that submits does not see them before the report is
    /// issued, as with the findings of a supervision.
    /// </summary>
    public static bool MayReadWorkbench(this Acting acting, VerificationCase v) =>
        acting.CapacityFor<ReadWorkbench>(v.CouncilId, v.ProvinceId) is not null && (v.IsIssued || !acting.Capacities.Any(c => c.AgencyId == v.AgencyId));

    /// <summary>Parts of the dossier and comments: the council that verifies, and the agency that submitted them.</summary>
    public static bool MayReadDossier(this Acting acting, VerificationCase v) =>
        acting.MayReadWorkbench(v) || acting.CapacityAtAgency<ReadVerifications>(v.AgencyId) is not null;
}
