using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Search;
using NghiTruong.Texts;

namespace NghiTruong.Schemes;

/// <summary>What of a document can be found: number, title, issuer, the words of its nodes.</summary>
public sealed class SchemeSearch : ISearchSource, ISearchFinder
{
    public string Kind => SchemeEvent.SubjectKind;

    public IReadOnlyList<string> Follows { get; } = [SchemeEvent.SubjectKind, "council"];

    public async Task<IReadOnlyList<Guid>> TouchedByAsync(Db db, string subjectKind, IReadOnlyList<Guid> subjects, CancellationToken ct) =>
        subjectKind == "council" ? await db.Set<Scheme>().AsNoTracking().Where(s => subjects.Contains(s.CouncilId)).Select(s => s.Id).ToListAsync(ct) : subjects;

    public Task<int> CountAsync(Db db, CancellationToken ct) => db.Set<Scheme>().CountAsync(ct);

    public async Task<IReadOnlyList<Guid>> NextIdsAsync(Db db, Guid after, int count, CancellationToken ct) =>
        await db.Set<Scheme>().Where(s => s.Id > after).OrderBy(s => s.Id).Take(count).Select(s => s.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(Db db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var nodes = (await db.Set<SchemeNode>().AsNoTracking().Where(n => ids.Contains(n.SchemeId)).OrderBy(n => n.Ordinal).Select(n => new { n.SchemeId, n.Title }).ToListAsync(ct)).ToLookup(n => n.SchemeId, n => n.Title);

        return
        [
            .. (await db.Set<Scheme>().AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(ct)).Select(s => new SearchDocument(
                SchemeEvent.SubjectKind, s.Id, s.CouncilId, s.ProvinceId, s.IssuedOn, string.Join('\n', nodes[s.Id].Prepend(s.IssuedBy).Prepend(s.NumberAndTitle)), s.Version)
            {
                Code = s.Code,
                OtherCode = s.Number,
            }),
        ];
    }

    public async Task<IReadOnlyList<FoundRecord>> FindAsync(Db db, string typed, Acting acting, int most, CancellationToken ct)
    {
        var page = await SearchIndex.FindAsync(db, typed, acting.ScopeOf<ReadSchemes>(), Kind, null, ct, most);
        var ids = page.Hits.Select(h => h.Id).ToList();
        var seen = await db.Set<Scheme>().AsNoTracking().VisibleTo(acting).Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);

        return [.. page.Hits.Where(h => seen.ContainsKey(h.Id)).Select(h => (Hit: h, Scheme: seen[h.Id])).Select(x => new FoundRecord(
            Kind, x.Scheme.Code, x.Scheme.NumberAndTitle, "scheme.kind." + TextCode.Of(x.Scheme.Kind), x.Scheme.CouncilId, x.Scheme.IssuedOn, x.Hit.Excerpt))];
    }
}
