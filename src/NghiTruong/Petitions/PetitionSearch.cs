using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Search;

namespace NghiTruong.Petitions;

/// <summary>A petition found by its words.</summary>
public sealed record PetitionHit(string Code, Guid CouncilId, string Council, string? Place, PetitionStatus Status, DateOnly ReceivedOn, DateOnly? OwedBy, Excerpt Excerpt);

/// <summary>Some petitions, and the cursor of the next ones; null when there are no more.</summary>
public sealed record PetitionHits(IReadOnlyList<PetitionHit> Items, string? Next);

/// <summary>Finds petitions and answers within what the person may read: by words with or without marks, by code, agency, place.</summary>
public static class PetitionSearch
{
    public const string Kind = "petition";

    public static async Task<PetitionHits> FindAsync(
        Db db, string? typed, Acting acting, string? cursor, CancellationToken ct, int size = SearchIndex.PageSize)
    {
        var page = await SearchIndex.FindAsync(db, typed, acting.ScopeOf<ReadPetitions>(), Kind, cursor, ct, size);

        return new PetitionHits(await WithStateAsync(db, page.Hits, acting, ct), page.Next);
    }

    /// <summary>The <c>q=</c> of a list: its petitions that match what was typed, those of a code that is known; all of them when nothing was typed.</summary>
    /// <param name="petitions">The list, already held to what the person may see.</param>
    /// <param name="scope">The same scope, so that the index looks at no more than the list does.</param>
    public static async Task<IQueryable<Petition>> MatchingAsync(this IQueryable<Petition> petitions, Db db, string? typed, Scope scope, CancellationToken ct)
    {
        if (await SearchIndex.OfCodeAsync(db, typed, scope, Kind, ct) is { Count: > 0 } known)
        {
            return petitions.Where(p => known.Contains(p.Id));
        }

        return SearchIndex.Matching(db, typed, scope, Kind) is { } rows ? petitions.Where(p => rows.Select(r => r.SubjectId).Contains(p.Id)) : petitions;
    }

    private static async Task<List<PetitionHit>> WithStateAsync(Db db, IReadOnlyList<SearchHit> hits, Acting acting, CancellationToken ct)
    {
        var ids = hits.Select(h => h.Id).ToList();
        // The index follows a little later; what the person may see is asked of the petitions themselves.
        var stored = await db.Set<Petition>().AsNoTracking().VisibleTo(acting, db)
            .Where(p => ids.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.Code,
                p.CouncilId,
                Council = db.Set<Council>().Where(c => c.Id == p.CouncilId).Select(c => c.Name).First(),
                p.Place,
                p.Status,
                p.ReceivedOn,
                p.OwedBy,
            })
            .ToDictionaryAsync(p => p.Id, ct);

        return
        [
            .. from hit in hits
               where stored.ContainsKey(hit.Id)
               let p = stored[hit.Id]
               select new PetitionHit(p.Code, p.CouncilId, p.Council, p.Place, p.Status, p.ReceivedOn, p.OwedBy, hit.Excerpt),
        ];
    }
}
