using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Language;
using NghiTruong.Search;

namespace NghiTruong.Library;

/// <summary>
/// The library as a person sees it: shipped texts, those of the nation, those of their own councils; a council's own stands in place of the nation's, that in place of a shipped one. A few
/// hundred texts: they are searched as they are, with or without marks.
/// </summary>
public sealed class LibraryShelf(IDbContextFactory<Db> contexts)
{
    public async Task<IReadOnlyList<LibraryPage>> ReadAsync(string? words, LibraryKind? kind, LibraryUse? use, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var all = await AllAsync(db, acting, ct);

        return Matching(all.Where(t => (kind is null || t.Kind == kind) && (use is null || t.Use == use)), words);
    }

    /// <summary>One text; null is "not found".</summary>
    public async Task<LibraryPage?> FindAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return (await AllAsync(db, acting, ct)).FirstOrDefault(t => t.Code == code);
    }

    internal static async Task<IReadOnlyList<LibraryPage>> AllAsync(Db db, Acting acting, CancellationToken ct)
    {
        if (!acting.May<ReadLibrary>())
        {
            return [];
        }

        var own = acting.OwnCouncils<ReadLibrary>();
        var stored = await db.Set<LibraryText>().AsNoTracking().Where(t => t.CouncilId == null || own.Contains(t.CouncilId.Value)).ToListAsync(ct);
        var pages = stored.Where(t => !t.IsTakenDown)
            .Select(t => new LibraryPage(t.Code, t.Kind, t.Use, t.Title, t.Body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), t.Id, t.CouncilId, t.Version));

        return [.. pages.Concat(ShippedLibrary.All).GroupBy(t => t.Code).Select(g => g.MaxBy(t => (t.CouncilId is not null ? 2 : 0) + (t.Id is not null ? 1 : 0))!).OrderBy(t => t.Use).ThenBy(t => t.Kind).ThenBy(t => SortKeys.Of(t.Title), StringComparer.Ordinal)];
    }

    /// <summary>Texts that hold all words, those with the words in their title first. Pure.</summary>
    internal static IReadOnlyList<LibraryPage> Matching(IEnumerable<LibraryPage> texts, string? words)
    {
        // A word is found where one begins with it: "ao" is not in "giao".
        string[] sought = [.. VietnameseText.Fold(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => " " + w)];

        return
        [
            .. texts.Select(t => (Text: t, Title: " " + VietnameseText.Fold(t.Title), Whole: " " + VietnameseText.Fold($"{t.Title} {string.Join(' ', t.Paragraphs)}")))
                .Where(t => sought.All(w => t.Whole.Contains(w, StringComparison.Ordinal)))
                .OrderByDescending(t => sought.Length > 0 && sought.All(w => t.Title.Contains(w, StringComparison.Ordinal))).Select(t => t.Text),
        ];
    }
}

/// <summary>The library in the one search.</summary>
public sealed class LibraryFinder : ISearchFinder
{
    public string Kind => LibraryTextSaved.SubjectKind;

    public async Task<IReadOnlyList<FoundRecord>> FindAsync(Db db, string typed, Acting acting, int most, CancellationToken ct)
    {
        var query = SearchQuery.Of(typed);
        if (query.IsEmpty)
        {
            return [];
        }

        return
        [
            .. LibraryShelf.Matching(await LibraryShelf.AllAsync(db, acting, ct), typed).Take(most).Select(t => new FoundRecord(
                Kind, t.Code, t.Title, "library.kind." + Texts.TextCode.Of(t.Kind), t.CouncilId ?? Guid.Empty, DateOnly.MinValue.AddYears(2025), Excerpt.Of(string.Join('\n', t.Paragraphs), query))),
        ];
    }
}
