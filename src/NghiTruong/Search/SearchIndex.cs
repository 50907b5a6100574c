using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Search;

/// <summary>A record found: what it is, and the part of its text that shows why.</summary>
public sealed record SearchHit(string Kind, Guid Id, string? Code, Guid CouncilId, DateOnly Dated, Excerpt Excerpt);

/// <summary>Some hits, and where the next ones begin; null when there are no more.</summary>
public sealed record SearchPage(IReadOnlyList<SearchHit> Hits, string? Next)
{
    public static SearchPage Empty { get; } = new([], null);
}

/// <summary>A record that shares band keys with a text: a candidate to be compared, nothing more.</summary>
public sealed record NearHit(Guid Id, Guid CouncilId, int SharedBands);

/// <summary>
/// Finds records by what people type: words with or without marks (all must be there, the last may be unfinished), "phrases in quotes", codes. Records
/// written with the very marks typed go first, then the newest. Nothing outside the scope is ever found.
/// </summary>
public static class SearchIndex
{
    public const int PageSize = 20;
    private const int LargestPage = 100;
    private const int LargestBucket = 2500;
    private const char Code = 'c';
    private const char Same = 'm';
    private const char Other = 'o';
    private static readonly PostgresSearch Postgres = new();
    private static readonly SqliteSearch Sqlite = new();

    /// <summary>One page of what was found.</summary>
    /// <param name="scope">Where the person may read, <c>acting.ScopeOf&lt;ReadPetitions&gt;()</c>.</param>
    /// <param name="kind">Only records of this kind; null for all.</param>
    /// <param name="cursor">What the page before gave as <see cref="SearchPage.Next"/>; anything else starts again.</param>
    public static async Task<SearchPage> FindAsync(Db db, string? typed, Scope scope, string? kind, string? cursor, CancellationToken ct, int size = PageSize)
    {
        var query = SearchQuery.Of(typed);
        if (query.IsEmpty || scope.IsEmpty)
        {
            return SearchPage.Empty;
        }

        var (phase, before) = Read(cursor);
        var found = new List<(char Phase, SearchRow Row)>();
        foreach (var next in Phases(query, phase))
        {
            var ask = new SearchAsk(query, scope, kind, MarksOf(query, next), before, Math.Clamp(size, 1, LargestPage) + 1 - found.Count);
            var rows = next == Code ? await EngineOf(db).FindCodeAsync(db, ask, ct) : await EngineOf(db).FindAsync(db, ask, ct);
            found.AddRange(rows.Select(r => (next, r)));
            // A code that is known means that record; its words are not searched then.
            if (ask.Count == rows.Count || (next == Code && (rows.Count > 0 || phase == Code)))
            {
                break;
            }

            before = long.MaxValue;
        }

        return PageOf(found, query, Math.Clamp(size, 1, LargestPage));
    }

    /// <summary>Rows that match, to be joined with a room's own list: <c>petitions.Where(p => rows.Any(r => r.SubjectId == p.Id))</c>; null when nothing was typed.</summary>
    public static IQueryable<SearchRow>? Matching(Db db, string? typed, Scope scope, string kind) =>
        SearchQuery.Of(typed) is { IsEmpty: false } query ? EngineOf(db).Matching(db, query, scope, kind) : null;

    /// <summary>Ids of the records whose code begins with what was typed; none when it is no code.</summary>
    public static async Task<IReadOnlyList<Guid>> OfCodeAsync(Db db, string? typed, Scope scope, string kind, CancellationToken ct)
    {
        var query = SearchQuery.Of(typed);
        if (query.CodeKey is null || scope.IsEmpty)
        {
            return [];
        }

        var rows = await EngineOf(db).FindCodeAsync(db, new SearchAsk(query, scope, kind, Marks.Any, long.MaxValue, LargestPage), ct);

        return [.. rows.Select(r => r.SubjectId)];
    }

    /// <summary>Candidates for near-duplicates of a text, those of the council first, then of its province, most shared bands first.</summary>
    public static async Task<IReadOnlyList<NearHit>> NearAsync(
        Db db, string text, string kind, Guid council, Guid province, int most, CancellationToken ct)
    {
        var bands = SearchKeys.BandsOf(text, province);
        if (bands.Length == 0)
        {
            return [];
        }

        // Texts made from one template share buckets by the thousand: only so many of them are looked at.
        var rows = await EngineOf(db).Near(db, bands, kind, council, LargestBucket).Select(r => new { r.SubjectId, r.CouncilId, r.Bands }).ToListAsync(ct);
        var hits = rows.Select(r => new NearHit(r.SubjectId, r.CouncilId, r.Bands.Intersect(bands).Count())).OrderByDescending(h => h.SharedBands).ToLookup(h => h.CouncilId == council);

        return [.. hits[true].Take(most), .. hits[false].Take(most)];
    }

    internal static ISearchEngine EngineOf(Db db) => db.Dialect.IsPostgres ? Postgres : Sqlite;

    private static IEnumerable<char> Phases(SearchQuery query, char? from)
    {
        char[] all = [.. (char[])(query.CodeKey is null ? [] : [Code]), .. (char[])(query.HasMarks ? [Same] : []), Other];

        return all.SkipWhile(p => from is not null && p != from);
    }

    private static Marks MarksOf(SearchQuery query, char phase) => phase switch
    {
        Same => Marks.Same,
        _ => query.HasMarks ? Marks.Other : Marks.Any,
    };

    private static SearchPage PageOf(List<(char Phase, SearchRow Row)> found, SearchQuery query, int size)
    {
        var hits = found.Take(size)
            .Select(f => new SearchHit(f.Row.Kind, f.Row.SubjectId, f.Row.Code, f.Row.CouncilId, f.Row.Dated, Excerpt.Of(f.Row.Text, query)))
            .ToList();

        return new SearchPage(hits, found.Count > size ? string.Create(CultureInfo.InvariantCulture, $"{found[size - 1].Phase}{found[size - 1].Row.Number:x}") : null);
    }

    private static (char? Phase, long Before) Read(string? cursor) =>
        cursor is [Code or Same or Other, ..] && long.TryParse(cursor.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? (cursor[0], number)
            : (null, long.MaxValue);
}
