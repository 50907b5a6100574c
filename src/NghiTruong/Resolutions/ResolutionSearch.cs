using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Search;
using NghiTruong.Texts;

namespace NghiTruong.Resolutions;

/// <summary>What of a resolution can be found: number, title, clauses, note.</summary>
public sealed class ResolutionSearch(TimeProvider clock) : ISearchSource, ISearchFinder
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

    public async Task<IReadOnlyList<FoundRecord>> FindAsync(Db db, string typed, Acting acting, int most, CancellationToken ct)
    {
        var page = await SearchIndex.FindAsync(db, typed, acting.ScopeOf<ReadResolutions>(), Kind, null, ct, most);
        var ids = page.Hits.Select(h => h.Id).ToList();
        var seen = await db.Set<Resolution>().AsNoTracking().VisibleTo(acting, db).Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var today = clock.Today;

        return [.. page.Hits.Where(h => seen.ContainsKey(h.Id)).Select(h => (Hit: h, Resolution: seen[h.Id])).Select(x => new FoundRecord(
            Kind, x.Resolution.Code, $"{x.Resolution.Number}: {x.Resolution.Title}", "resolution.state." + TextCode.Of(x.Resolution.StateOn(today)), x.Resolution.CouncilId, x.Resolution.PassedOn, x.Hit.Excerpt))];
    }
}
