using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Search;

/// <summary>A record of a room as the one search shows it.</summary>
/// <param name="State">Code of the text that says where it stands.</param>
public sealed record FoundRecord(string Kind, string Code, string Title, string State, Guid CouncilId, DateOnly Dated, Excerpt Excerpt);

/// <summary>A room's finds for the one search: from the index, and asked again of the records, since the index follows a little later.</summary>
public interface ISearchFinder
{
    string Kind { get; }

    /// <param name="typed">Words, phrases in quotes, a code or number.</param>
    /// <param name="most">No more than so many.</param>
    Task<IReadOnlyList<FoundRecord>> FindAsync(Db db, string typed, Acting acting, int most, CancellationToken ct);
}
