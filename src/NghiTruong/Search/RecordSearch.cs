using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Search;

/// <summary>
/// A kind of council record in the one search: walked by id, read again when something happened to it or to its council, found within what the person may see. A room says what can be
/// found of a record and how it is told.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TPermission">What one must be allowed to read.</typeparam>
public abstract class RecordSearch<T, TPermission>(string kind) : ISearchSource, ISearchFinder
    where T : class, ICouncilRecord
    where TPermission : Permission, new()
{
    private const string OfCouncil = "council";

    public string Kind => kind;

    public IReadOnlyList<string> Follows { get; } = [kind, OfCouncil];

    public async Task<IReadOnlyList<Guid>> TouchedByAsync(Db db, string subjectKind, IReadOnlyList<Guid> subjects, CancellationToken ct) =>
        subjectKind == OfCouncil ? await db.Set<T>().AsNoTracking().Where(r => subjects.Contains(r.CouncilId)).Select(r => r.Id).ToListAsync(ct) : subjects;

    public Task<int> CountAsync(Db db, CancellationToken ct) => db.Set<T>().CountAsync(ct);

    public async Task<IReadOnlyList<Guid>> NextIdsAsync(Db db, Guid after, int count, CancellationToken ct) =>
        await db.Set<T>().Where(r => r.Id > after).OrderBy(r => r.Id).Take(count).Select(r => r.Id).ToListAsync(ct);

    public abstract Task<IReadOnlyList<SearchDocument>> ReadAsync(Db db, IReadOnlyList<Guid> ids, CancellationToken ct);

    public async Task<IReadOnlyList<FoundRecord>> FindAsync(Db db, string typed, Acting acting, int most, CancellationToken ct)
    {
        var page = await SearchIndex.FindAsync(db, typed, acting.ScopeOf<TPermission>(), kind, null, ct, most);
        var ids = page.Hits.Select(h => h.Id).ToList();
        var seen = await VisibleTo(db.Set<T>().AsNoTracking(), db, acting).Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);

        return [.. page.Hits.Where(h => seen.ContainsKey(h.Id)).Select(h => Tell(seen[h.Id], h.Excerpt))];
    }

    /// <summary>Asked again of the records: the index follows a little later.</summary>
    protected abstract IQueryable<T> VisibleTo(IQueryable<T> records, Db db, Acting acting);

    protected abstract FoundRecord Tell(T record, Excerpt excerpt);

    protected static string Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.Where(l => !string.IsNullOrWhiteSpace(l)));
}
