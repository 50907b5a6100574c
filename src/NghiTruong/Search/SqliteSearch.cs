using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Search;

/// <summary>
/// An FTS5 table without content of its own, its rows numbered as the search rows: so the newest come first without sorting. Words folded, words with marks,
/// places from which the row may be seen, and band keys are columns of it.
/// </summary>
internal sealed class SqliteSearch : ISearchEngine
{
    public Task<List<SearchRow>> FindAsync(Db db, SearchAsk ask, CancellationToken ct) =>
        db.Set<SearchRow>().FromSqlRaw(
            """
            SELECT r.* FROM search_row r JOIN (SELECT rowid FROM search_words WHERE search_words MATCH {0} AND rowid < {1} ORDER BY rowid DESC LIMIT {2}) w ON w.rowid = r.number
            ORDER BY r.number DESC
            """,
            Match(ask.Query, ask.Scope, ask.Kind, ask.Marks),
            ask.Before,
            ask.Count).AsNoTracking().ToListAsync(ct);

    public Task<List<SearchRow>> FindCodeAsync(Db db, SearchAsk ask, CancellationToken ct)
    {
        var hits = db.Set<SearchRow>().FromSqlRaw(
            "SELECT * FROM search_row WHERE number < {2} AND ((code_key >= {0} AND code_key < {1}) OR (other_code_key >= {0} AND other_code_key < {1}))",
            ask.Query.CodeKey!,
            ask.Query.CodeKey + "\uFFFF",
            ask.Before).AsNoTracking();
        var seen = Matching(db, new SearchQuery([], null), ask.Scope, "").Select(r => r.Number);
        var ofKind = ask.Kind is null ? hits : hits.Where(r => r.Kind == ask.Kind);

        return (ask.Scope.All ? ofKind : ofKind.Where(r => seen.Contains(r.Number))).OrderByDescending(r => r.Number).Take(ask.Count).ToListAsync(ct);
    }

    public IQueryable<SearchRow> Matching(Db db, SearchQuery query, Scope scope, string kind) =>
        db.Set<SearchRow>().FromSqlRaw(
            "SELECT r.* FROM search_row r WHERE r.number IN (SELECT rowid FROM search_words WHERE search_words MATCH {0})",
            Match(query, scope, kind.Length == 0 ? null : kind, Marks.Any)).AsNoTracking();

    public IQueryable<SearchRow> Near(Db db, int[] bands, string kind, Guid council, int count) =>
        db.Set<SearchRow>().FromSqlRaw(
            """
            SELECT r.* FROM search_row r JOIN (
              SELECT rowid FROM (SELECT rowid FROM search_words WHERE search_words MATCH {0} ORDER BY rowid DESC LIMIT {2})
              UNION
              SELECT rowid FROM (SELECT rowid FROM search_words WHERE search_words MATCH {1} ORDER BY rowid DESC LIMIT {2})) w ON w.rowid = r.number
            ORDER BY r.number DESC
            """,
            $"{Shared(bands)} AND {Places([SearchKeys.KindOf(kind)])} AND {Places(SearchKeys.PlacesOf(new Scope(false, [council], [], [])))}",
            $"{Shared(bands)} AND {Places([SearchKeys.KindOf(kind)])}",
            count).AsNoTracking();

    public async Task WriteAsync(Db db, IReadOnlyList<SearchDocument> documents, CancellationToken ct)
    {
        var ids = documents.Select(d => d.Id).ToList();
        var stored = await db.Set<SearchRow>().Where(r => ids.Contains(r.SubjectId)).Select(r => new { r.SubjectId, r.Version }).ToDictionaryAsync(r => r.SubjectId, r => r.Version, ct);
        var newer = documents.Where(d => !stored.TryGetValue(d.Id, out var version) || version <= d.Version).ToList();
        await RemoveAsync(db, [.. newer.Select(d => d.Id)], ct);
        foreach (var document in newer)
        {
            await InsertAsync(db, document, SearchKeys.RowOf(document), ct);
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    public async Task RemoveAsync(Db db, IReadOnlyList<Guid> subjects, CancellationToken ct)
    {
        var rows = db.Set<SearchRow>().Where(r => subjects.Contains(r.SubjectId));
        foreach (var number in await rows.Select(r => r.Number).ToListAsync(ct))
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM search_words WHERE rowid = {number}", ct);
        }

        await rows.ExecuteDeleteAsync(ct);
    }

    private static async Task InsertAsync(Db db, SearchDocument document, SearchRow row, CancellationToken ct)
    {
        var words = SearchKeys.WordsOf(document.Text).ToList();
        var folded = string.Join(' ', words.Select(w => w.Folded));
        var marked = string.Join(' ', words.Select(w => w.Marked));
        var places = string.Join(' ', SearchKeys.PlacesOf(document).Select(PlaceWord));
        var bands = string.Join(' ', row.Bands.Select(BandWord));
        db.Add(row);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO search_words (rowid, folded, marked, places, bands) VALUES ({row.Number}, {folded}, {marked}, {places}, {bands})", ct);
    }

    private static string Match(SearchQuery query, Scope scope, string? kind, Marks marks)
    {
        List<string> parts = [];
        if (!scope.All)
        {
            parts.Add(Places(SearchKeys.PlacesOf(scope).DefaultIfEmpty("none")));
        }

        if (kind is not null)
        {
            parts.Add(Places([SearchKeys.KindOf(kind)]));
        }

        parts.AddRange(query.Terms.Select(t => Term(t, withMarks: marks is Marks.Same)));
        var wanted = string.Join(" AND ", parts);

        return marks is Marks.Other ? $"({wanted}) NOT ({string.Join(" AND ", query.Terms.Select(t => Term(t, withMarks: true)))})" : wanted;
    }

    /// <summary>A word without marks may stand anywhere; one with marks is looked up among the words as written.</summary>
    private static string Term(SearchTerm term, bool withMarks)
    {
        var prefix = term.IsPrefix ? " *" : "";
        var folded = $"folded : {Quoted(term.Words.Select(w => w.Folded))}{prefix}";
        if (!withMarks || !term.HasMarks)
        {
            return folded;
        }

        return term.Words.All(w => w.HasMarks) || term.Words.Count == 1
            ? $"marked : {Quoted(term.Words.Select(w => w.Marked))}{prefix}"
            : $"({folded} AND {string.Join(" AND ", term.Words.Where(w => w.HasMarks).Select(w => $"marked : {Quoted([w.Marked])}"))})";
    }

    private static string Shared(int[] bands) => $"bands : ({string.Join(" OR ", bands.Select(BandWord).DefaultIfEmpty("none"))})";

    private static string Places(IEnumerable<string> places) => $"places : ({string.Join(" OR ", places.Select(PlaceWord).Select(p => $"\"{p}\""))})";

    // Only letters and digits make words here; the columns keep places apart from what people type.
    private static string PlaceWord(string place) => "x" + place.TrimStart('@', '#');

    private static string BandWord(int band) => $"b{(uint)band:x8}";

    private static string Quoted(IEnumerable<string> words) => $"\"{string.Join(' ', words).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
