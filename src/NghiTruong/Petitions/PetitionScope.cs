using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Petitions;

/// <summary>Every list and page of petitions starts here, so a forgotten check shows nothing rather than everything.</summary>
public static class PetitionScope
{
    /// <summary>
    /// One's councils' own, and those one's agency or council is a party to. A party that was let go (withdrawn, or it returned the matter) sees nothing of it any more; one that
    /// answered stays a party.
    /// </summary>
    public static IQueryable<Petition> VisibleTo(this IQueryable<Petition> petitions, Acting acting, Db db)
    {
        var scope = acting.ScopeOf<ReadPetitions>();
        if (scope.All)
        {
            return petitions;
        }

        var (councils, provinces, agencies) = (scope.Councils, scope.Provinces, scope.Agencies);
        var own = acting.OwnCouncils<ReadPetitions>();

        return petitions.Where(p =>
            councils.Contains(p.CouncilId)
            || provinces.Contains(p.ProvinceId)
            || own.Contains(p.CouncilId)
            || (own.Count > 0 && db.Set<PetitionParty>().Any(x => x.PetitionId == p.Id && x.Until == null && x.CouncilId != null && own.Contains(x.CouncilId.Value)))
            || (agencies.Count > 0 && db.Set<PetitionParty>().Any(x => x.PetitionId == p.Id && x.Until == null && x.AgencyId != null && agencies.Contains(x.AgencyId.Value))));
    }

    /// <summary>What the figures of the person count: the petitions of their councils, not those they are a party to, which their owner counts.</summary>
    public static IQueryable<Petition> OwnedWithin(this IQueryable<Petition> petitions, Acting acting)
    {
        var scope = acting.ScopeOf<ReadPetitions>();
        if (scope.All)
        {
            return petitions;
        }

        var (councils, provinces) = (scope.Councils, scope.Provinces);

        return petitions.Where(p => councils.Contains(p.CouncilId) || provinces.Contains(p.ProvinceId));
    }
}
