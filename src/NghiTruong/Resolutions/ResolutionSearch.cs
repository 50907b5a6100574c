using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Search;

namespace NghiTruong.Resolutions;

/// <summary>A resolution found by its words.</summary>
public sealed record ResolutionHit(string Code, string Number, Guid CouncilId, string Council, DateOnly PassedOn, ResolutionState State, Excerpt Excerpt);

/// <summary>Finds resolutions within what the person may read: by number, code, words with or without marks.</summary>
public static class ResolutionSearch
{
    public static async Task<IReadOnlyList<ResolutionHit>> FindAsync(Db db, string? typed, Acting acting, int most, DateOnly today, CancellationToken ct)
    {
        var page = await SearchIndex.FindAsync(db, typed, acting.ScopeOf<ReadResolutions>(), ResolutionEvent.SubjectKind, null, ct, most);
        var ids = page.Hits.Select(h => h.Id).ToList();
        // The index follows a little later; what the person may see is asked of the resolutions themselves.
        var stored = await db.Set<Resolution>().AsNoTracking().VisibleTo(acting, db).Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var councils = stored.Values.Select(r => r.CouncilId).Distinct().ToList();
        var names = await db.Set<Council>().AsNoTracking().Where(c => councils.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, ct);

        return
        [
            .. from hit in page.Hits
               where stored.ContainsKey(hit.Id)
               let r = stored[hit.Id]
               select new ResolutionHit(r.Code, r.Number, r.CouncilId, names[r.CouncilId], r.PassedOn, r.StateOn(today), hit.Excerpt),
        ];
    }
}

/// <summary>What of a resolution can be found: number, title, clauses, note.</summary>
public sealed class ResolutionSearchSource : ISearchSource
{
    public string Kind => ResolutionEvent.SubjectKind;

    public IReadOnlyList<string> Follows { get; } = [ResolutionEvent.SubjectKind, "council"];

    public async Task<IReadOnlyList<Guid>> TouchedByAsync(Db db, string subjectKind, IReadOnlyList<Guid> subjects, CancellationToken ct) =>
        subjectKind == "council" ? await db.Set<Resolution>().AsNoTracking().Where(r => subjects.Contains(r.CouncilId)).Select(r => r.Id).ToListAsync(ct) : subjects;

    public Task<int> CountAsync(Db db, CancellationToken ct) => db.Set<Resolution>().CountAsync(ct);

    public async Task<IReadOnlyList<Guid>> NextIdsAsync(Db db, Guid after, int count, CancellationToken ct) =>
        await db.Set<Resolution>().Where(r => r.Id > after).OrderBy(r => r.Id).Take(count).Select(r => r.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(Db db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var clauses = (await db.Set<ResolutionClause>().AsNoTracking().Where(c => ids.Contains(c.ResolutionId)).OrderBy(c => c.Id).ToListAsync(ct)).ToLookup(c => c.ResolutionId);

        return
        [
            .. (await db.Set<Resolution>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(ct)).Select(r => new SearchDocument(
                ResolutionEvent.SubjectKind, r.Id, r.CouncilId, r.ProvinceId, r.PassedOn,
                string.Join('\n', new[] { $"{r.Number}: {r.Title}", r.Note }.Concat(clauses[r.Id].Select(c => $"{c.Place}: {c.Content}")).Where(l => !string.IsNullOrWhiteSpace(l))), r.Version)
            {
                Code = r.Code,
                OtherCode = r.Number,
                Agencies = [.. clauses[r.Id].Where(c => c.Cadence is not null).Select(c => c.AgencyId).Append(r.LeadAgencyId).OfType<Guid>().Distinct()],
            }),
        ];
    }
}
