using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.CitizenLetters;

/// <summary>Every list and page of letters starts here, so a forgotten check shows nothing rather than everything.</summary>
public static class CitizenLetterScope
{
    /// <summary>
    /// The desk's people see their council's letters (of a protected one that it is there, not what it says); whoever else works there those they entered or handle; an agency those passed on to it.
    /// </summary>
    public static IQueryable<CitizenLetter> VisibleTo(this IQueryable<CitizenLetter> letters, Acting acting, Db db)
    {
        if (acting.IsSystem)
        {
            return letters;
        }

        var (desk, own, agencies, me) = (acting.OwnCouncils<HandleCitizenLetters>(), acting.OwnCouncils<ReadCitizenLetters>(), acting.OwnAgencies<ReadCitizenLetters>(), acting.UserId);

        return letters.Where(l =>
            desk.Contains(l.CouncilId)
            || (own.Contains(l.CouncilId) && ((l.RegisteredBy == me && !l.IsProtected) || db.Set<LetterHandler>().Any(h => h.LetterId == l.Id && h.UserId == me && h.Until == null)))
            || (l.TransferredOn != null && l.TransferAgencyId != null && agencies.Contains(l.TransferAgencyId.Value)));
    }

    /// <summary>Letters whose words the person may read: all they see, but of protected ones only those they handle at a council where they still work.</summary>
    public static IQueryable<CitizenLetter> ReadableBy(this IQueryable<CitizenLetter> letters, Acting acting, Db db)
    {
        var (own, me) = (acting.OwnCouncils<ReadCitizenLetters>(), acting.UserId);

        return letters.VisibleTo(acting, db).Where(l =>
            !l.IsProtected || (own.Contains(l.CouncilId) && db.Set<LetterHandler>().Any(h => h.LetterId == l.Id && h.UserId == me && h.Until == null)));
    }
}
