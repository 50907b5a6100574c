using NghiTruong.Accounts;

namespace NghiTruong.FollowUp;

/// <summary>Every list of follow-up items starts here, so a forgotten check shows nothing rather than everything.</summary>
public static class FollowUpScope
{
    /// <summary>Items of the councils one may read, those passed to one's own council, those one's agency owes.</summary>
    public static IQueryable<FollowUpItem> VisibleTo(this IQueryable<FollowUpItem> items, Acting acting)
    {
        var scope = acting.ScopeOf<ReadFollowUps>();
        if (scope.All)
        {
            return items;
        }

        var (councils, provinces, agencies) = (scope.Councils, scope.Provinces, scope.Agencies);
        var own = acting.OwnCouncils<ReadFollowUps>();

        return items.Where(i =>
            councils.Contains(i.CouncilId)
            || provinces.Contains(i.ProvinceId)
            || (own.Count > 0 && i.HolderCouncilId != null && own.Contains(i.HolderCouncilId.Value))
            || (agencies.Count > 0 && i.AgencyId != null && agencies.Contains(i.AgencyId.Value)));
    }
}
