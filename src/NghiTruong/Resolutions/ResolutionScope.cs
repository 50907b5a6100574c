using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Resolutions;

/// <summary>Every list and page of resolutions and their tasks starts here, so a forgotten check shows nothing rather than everything.</summary>
public static class ResolutionScope
{
    /// <summary>Resolutions of the councils one may read, and those one's agency carries out, wholly or by a clause.</summary>
    public static IQueryable<Resolution> VisibleTo(this IQueryable<Resolution> resolutions, Acting acting, Db db)
    {
        var scope = acting.ScopeOf<ReadResolutions>();
        if (scope.All)
        {
            return resolutions;
        }

        var (councils, provinces, agencies) = (scope.Councils, scope.Provinces, scope.Agencies);

        return resolutions.Where(r =>
            councils.Contains(r.CouncilId)
            || provinces.Contains(r.ProvinceId)
            || (agencies.Count > 0
                && ((r.LeadAgencyId != null && agencies.Contains(r.LeadAgencyId.Value))
                    || db.Set<ResolutionClause>().Any(c => c.ResolutionId == r.Id && c.Cadence != null && c.AgencyId != null && agencies.Contains(c.AgencyId.Value)))));
    }

    /// <summary>Tasks of the councils one may read, and those one's agency owes.</summary>
    public static IQueryable<ResolutionTask> VisibleTo(this IQueryable<ResolutionTask> tasks, Acting acting)
    {
        var scope = acting.ScopeOf<ReadResolutions>();
        if (scope.All)
        {
            return tasks;
        }

        var (councils, provinces, agencies) = (scope.Councils, scope.Provinces, scope.Agencies);

        return tasks.Where(t => councils.Contains(t.CouncilId) || provinces.Contains(t.ProvinceId) || agencies.Contains(t.AgencyId));
    }

    /// <summary>Reads as one of the council or of those above it, not as an agency that is a party to a part.</summary>
    public static bool ReadsWhole(this Acting acting, Resolution r) => acting.CapacityFor<ReadResolutions>(r.CouncilId, r.ProvinceId) is not null;
}
