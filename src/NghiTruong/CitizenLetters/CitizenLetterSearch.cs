using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Search;
using NghiTruong.Texts;

namespace NghiTruong.CitizenLetters;

/// <summary>What of an open letter can be found: its summary and numbers, never who sent it. A protected letter is in no index at all.</summary>
public sealed class CitizenLetterSearch : ISearchSource, ISearchFinder
{
    public string Kind => CitizenLetterEvent.SubjectKind;

    public IReadOnlyList<string> Follows { get; } = [CitizenLetterEvent.SubjectKind, "council"];

    public async Task<IReadOnlyList<Guid>> TouchedByAsync(Db db, string subjectKind, IReadOnlyList<Guid> subjects, CancellationToken ct) =>
        subjectKind == "council" ? await db.Set<CitizenLetter>().AsNoTracking().Where(l => subjects.Contains(l.CouncilId)).Select(l => l.Id).ToListAsync(ct) : subjects;

    public Task<int> CountAsync(Db db, CancellationToken ct) => db.Set<CitizenLetter>().CountAsync(ct);

    public async Task<IReadOnlyList<Guid>> NextIdsAsync(Db db, Guid after, int count, CancellationToken ct) =>
        await db.Set<CitizenLetter>().Where(l => l.Id > after).OrderBy(l => l.Id).Take(count).Select(l => l.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(Db db, IReadOnlyList<Guid> ids, CancellationToken ct) =>
    [
        .. (await db.Set<CitizenLetter>().AsNoTracking().Where(l => ids.Contains(l.Id) && !l.IsProtected).ToListAsync(ct)).Select(l => new SearchDocument(
            Kind, l.Id, l.CouncilId, l.ProvinceId, l.ReceivedOn, l.Summary, l.Version)
        {
            Code = l.Code,
            OtherCode = l.RegisterNumber,
            Compared = l.Summary,
            Agencies = l is { TransferredOn: not null, TransferAgencyId: { } agency } ? [agency] : [],
        }),
    ];

    public async Task<IReadOnlyList<FoundRecord>> FindAsync(Db db, string typed, Acting acting, int most, CancellationToken ct)
    {
        var page = await SearchIndex.FindAsync(db, typed, acting.ScopeOf<ReadCitizenLetters>(), Kind, null, ct, most);
        var ids = page.Hits.Select(h => h.Id).ToList();
        var seen = await db.Set<CitizenLetter>().AsNoTracking().VisibleTo(acting, db).Where(l => ids.Contains(l.Id) && !l.IsProtected).ToDictionaryAsync(l => l.Id, ct);

        return [.. page.Hits.Where(h => seen.ContainsKey(h.Id)).Select(h => (Hit: h, Letter: seen[h.Id])).Select(x => new FoundRecord(
            Kind, x.Letter.Code, x.Letter.Summary, "citizenLetter.state." + TextCode.Of(x.Letter.State), x.Letter.CouncilId, x.Letter.ReceivedOn, x.Hit.Excerpt))];
    }
}
