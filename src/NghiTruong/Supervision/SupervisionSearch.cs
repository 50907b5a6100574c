using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Search;
using NghiTruong.Texts;

namespace NghiTruong.Supervision;

/// <summary>What of a supervision can be found: theme and what the proposal says; the words of the results once they are issued.</summary>
public sealed class SupervisionSearch : ISearchSource, ISearchFinder
{
    public string Kind => SupervisionEvent.SubjectKind;

    public IReadOnlyList<string> Follows { get; } = [SupervisionEvent.SubjectKind, "council"];

    public async Task<IReadOnlyList<Guid>> TouchedByAsync(Db db, string subjectKind, IReadOnlyList<Guid> subjects, CancellationToken ct) =>
        subjectKind == "council" ? await db.Set<SupervisionCase>().AsNoTracking().Where(s => subjects.Contains(s.CouncilId)).Select(s => s.Id).ToListAsync(ct) : subjects;

    public Task<int> CountAsync(Db db, CancellationToken ct) => db.Set<SupervisionCase>().CountAsync(ct);

    public async Task<IReadOnlyList<Guid>> NextIdsAsync(Db db, Guid after, int count, CancellationToken ct) =>
        await db.Set<SupervisionCase>().Where(s => s.Id > after).OrderBy(s => s.Id).Take(count).Select(s => s.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(Db db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var bodies = (await db.Set<SupervisedBody>().AsNoTracking().Where(b => ids.Contains(b.SupervisionId)).ToListAsync(ct)).ToLookup(b => b.SupervisionId, b => b.AgencyId);

        return
        [
            .. (await db.Set<SupervisionCase>().AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(ct)).Select(s => new SearchDocument(
                Kind, s.Id, s.CouncilId, s.ProvinceId, s.PlannedFrom, Lines(s.Theme, s.Content, s.Object, s.Scope, s.IsIssued ? s.Results : null, s.IsIssued ? s.Shortcomings : null), s.Version)
            {
                Code = s.Code,
                OtherCode = s.ReportNumber,
                Agencies = [.. bodies[s.Id]],
            }),
        ];
    }

    public async Task<IReadOnlyList<FoundRecord>> FindAsync(Db db, string typed, Acting acting, int most, CancellationToken ct)
    {
        var page = await SearchIndex.FindAsync(db, typed, acting.ScopeOf<ReadSupervisions>(), Kind, null, ct, most);
        var ids = page.Hits.Select(h => h.Id).ToList();
        var seen = await db.Set<SupervisionCase>().AsNoTracking().VisibleTo(acting, db).Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);

        return [.. page.Hits.Where(h => seen.ContainsKey(h.Id)).Select(h => (Hit: h, Case: seen[h.Id])).Select(x => new FoundRecord(
            Kind, x.Case.Code, x.Case.Theme, "supervision.state." + TextCode.Of(x.Case.State), x.Case.CouncilId, x.Case.PlannedFrom, x.Hit.Excerpt))];
    }

    internal static string Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.Where(l => !string.IsNullOrWhiteSpace(l)));
}

/// <summary>What of a recommendation can be found: its content, product, the agency's word, the body's own note. Drafts are not.</summary>
public sealed class RecommendationSearch : ISearchSource, ISearchFinder
{
    public string Kind => RecommendationEvent.SubjectKind;

    public IReadOnlyList<string> Follows { get; } = [RecommendationEvent.SubjectKind, "council"];

    public async Task<IReadOnlyList<Guid>> TouchedByAsync(Db db, string subjectKind, IReadOnlyList<Guid> subjects, CancellationToken ct) =>
        subjectKind == "council" ? await db.Set<Recommendation>().AsNoTracking().Where(r => subjects.Contains(r.CouncilId)).Select(r => r.Id).ToListAsync(ct) : subjects;

    public Task<int> CountAsync(Db db, CancellationToken ct) => db.Set<Recommendation>().CountAsync(ct);

    public async Task<IReadOnlyList<Guid>> NextIdsAsync(Db db, Guid after, int count, CancellationToken ct) =>
        await db.Set<Recommendation>().Where(r => r.Id > after).OrderBy(r => r.Id).Take(count).Select(r => r.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(Db db, IReadOnlyList<Guid> ids, CancellationToken ct) =>
    [
        .. (await db.Set<Recommendation>().AsNoTracking().Where(r => ids.Contains(r.Id) && r.State != RecommendationState.Draft).ToListAsync(ct)).Select(r => new SearchDocument(
            Kind, r.Id, r.CouncilId, r.ProvinceId, r.MadeOn ?? r.CreatedAt.VietnamDate, SupervisionSearch.Lines(r.Content, r.Product, r.AgencyWord, r.OwnNote), r.Version)
        {
            Code = r.Code,
            Agencies = r.LeadAgencyId is { } lead ? [lead] : [],
        }),
    ];

    public async Task<IReadOnlyList<FoundRecord>> FindAsync(Db db, string typed, Acting acting, int most, CancellationToken ct)
    {
        var page = await SearchIndex.FindAsync(db, typed, acting.ScopeOf<ReadSupervisions>(), Kind, null, ct, most);
        var ids = page.Hits.Select(h => h.Id).ToList();
        var seen = await db.Set<Recommendation>().AsNoTracking().VisibleTo(acting).Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);

        return [.. page.Hits.Where(h => seen.ContainsKey(h.Id)).Select(h => (Hit: h, Made: seen[h.Id])).Select(x => new FoundRecord(
            Kind, x.Made.Code, x.Made.Content, "recommendation.state." + TextCode.Of(x.Made.State), x.Made.CouncilId, x.Made.MadeOn ?? x.Made.CreatedAt.VietnamDate, x.Hit.Excerpt))];
    }
}
