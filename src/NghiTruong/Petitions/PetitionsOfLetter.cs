using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Letters;

namespace NghiTruong.Petitions;

/// <summary>The petitions a letter sends, in the order of its annex.</summary>
internal sealed class PetitionsOfLetter : ILetterMatters
{
    public async Task<IReadOnlyList<LetterMatter>> OfAsync(Db db, OfficialLetter letter, Acting acting, CancellationToken ct) => await (
        from forwarding in db.Set<PetitionForwarding>().AsNoTracking()
        join petition in db.Set<Petition>().AsNoTracking().VisibleTo(acting, db) on forwarding.PetitionId equals petition.Id
        where forwarding.LetterId == letter.Id
        orderby forwarding.Ordinal
        select new LetterMatter("petition", petition.Code, petition.Content)).ToListAsync(ct);
}
