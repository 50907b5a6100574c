using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Language;
using NghiTruong.Search;

namespace NghiTruong.CitizenLetters;

/// <summary>A letter of the same council that may be the same matter: by the same sender, or in nearly the same words.</summary>
/// <param name="Similarity">Of the words, from 0 to 1; 0 where only the sender is the same.</param>
public sealed record LikelyLetter(string Code, CitizenLetterKind Kind, DateOnly ReceivedOn, CitizenLetterState State, bool IsSameSender, double Similarity);

/// <summary>
/// Proposes letters that may be the same. Open letters are compared through search; protected ones never stand in any index: they are compared with those the same handler handles, in memory. People decide.
/// </summary>
public sealed class CitizenLetterDuplicates(IDbContextFactory<Db> contexts)
{
    private const int MostCandidates = 40;
    private const int MostProtected = 200;
    private const int MostShown = 8;
    private const double Alike = 0.5;

    /// <summary>Nothing for whoever may not read the letter's own words.</summary>
    public async Task<IReadOnlyList<LikelyLetter>> FindAsync(Guid letterId, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<CitizenLetter>().AsNoTracking().ReadableBy(acting, db).FirstOrDefaultAsync(l => l.Id == letterId, ct) is not { } letter)
        {
            return [];
        }

        var likeness = await db.Set<LetterSender>().Where(s => s.LetterId == letterId && s.Likeness != null).Select(s => s.Likeness!).ToListAsync(ct);
        var same = await db.Set<LetterSender>().Where(s => s.CouncilId == letter.CouncilId && s.LetterId != letterId && likeness.Contains(s.Likeness!)).Select(s => s.LetterId).Distinct().ToListAsync(ct);
        // Only what the person may read: who denounced twice is known to those who handle both.
        var readable = db.Set<CitizenLetter>().AsNoTracking().ReadableBy(acting, db).Where(l => l.CouncilId == letter.CouncilId && l.Id != letterId && l.IsProtected == letter.IsProtected);
        var near = letter.IsProtected ? readable.OrderByDescending(l => l.ReceivedOn).Take(MostProtected) : readable.Where(l => false);
        if (!letter.IsProtected)
        {
            var hits = (await SearchIndex.NearAsync(db, letter.Summary, CitizenLetterEvent.SubjectKind, letter.CouncilId, letter.ProvinceId, MostCandidates, ct)).Select(h => h.Id).ToList();
            near = readable.Where(l => hits.Contains(l.Id));
        }

        var candidates = (await near.ToListAsync(ct)).Concat(await readable.Where(l => same.Contains(l.Id)).Take(MostCandidates).ToListAsync(ct)).DistinctBy(l => l.Id);

        return
        [
            .. (from candidate in candidates
                let isSame = same.Contains(candidate.Id)
                let similarity = NearDuplicates.Similarity(letter.Summary, candidate.Summary)
                where isSame || similarity >= Alike
                orderby similarity descending, candidate.ReceivedOn descending
                select new LikelyLetter(candidate.Code, candidate.Kind, candidate.ReceivedOn, candidate.State, isSame, similarity >= Alike ? similarity : 0)).Take(MostShown),
        ];
    }
}
