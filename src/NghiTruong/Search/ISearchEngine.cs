using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Search;

/// <summary>Which rows: those that match the words, or of them only those written with the same marks, or only the others.</summary>
internal enum Marks
{
    Any,
    Same,
    Other,
}

/// <summary>One question to an engine.</summary>
/// <param name="Before">Rows with a smaller number only; the last one seen.</param>
internal sealed record SearchAsk(SearchQuery Query, Scope Scope, string? Kind, Marks Marks, long Before, int Count);

/// <summary>Full text and near-duplicates as each engine does them; one shared test holds both to the same answers.</summary>
internal interface ISearchEngine
{
    /// <summary>Rows that match the words, newest first.</summary>
    Task<List<SearchRow>> FindAsync(Db db, SearchAsk ask, CancellationToken ct);

    /// <summary>Rows whose code is, or begins with, the query's code, newest first.</summary>
    Task<List<SearchRow>> FindCodeAsync(Db db, SearchAsk ask, CancellationToken ct);

    /// <summary>Rows that match the words, to be joined with a room's own list.</summary>
    IQueryable<SearchRow> Matching(Db db, SearchQuery query, Scope scope, string kind);

    /// <summary>Rows of the province that share a band, at most so many: those of the council before others, newer before older.</summary>
    IQueryable<SearchRow> Near(Db db, int[] bands, string kind, Guid council, int count);

    /// <summary>Writes or rewrites rows, within the transaction of <paramref name="db"/>.</summary>
    Task WriteAsync(Db db, IReadOnlyList<SearchDocument> documents, CancellationToken ct);

    Task RemoveAsync(Db db, IReadOnlyList<Guid> subjects, CancellationToken ct);
}
