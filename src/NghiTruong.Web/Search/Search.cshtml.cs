using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Petitions;
using NghiTruong.Search;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Search;

/// <summary>One box for everything that can be found; whoever may read nothing finds nothing.</summary>
[SignedIn]
public sealed class SearchModel(IDbContextFactory<Db> contexts, IEnumerable<ISearchFinder> rooms, CouncilDirectory directory, Acting acting, TimeProvider clock) : PageModel
{
    /// <summary>Of each other room the best few; more words narrow them.</summary>
    private const int MostOfARoom = 5;

    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public bool IsAsked => !string.IsNullOrWhiteSpace(Q);

    public PetitionHits Found { get; private set; } = new([], null);

    /// <summary>What the other rooms found, first page only.</summary>
    public IReadOnlyList<(string Kind, IReadOnlyList<FoundRecord> Records)> Elsewhere { get; private set; } = [];

    public bool IsNothing => Found.Items.Count == 0 && Elsewhere.Count == 0;

    public DateOnly Today => clock.Today;

    public string CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name ?? "";

    public static string NameOf(PetitionStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (IsAsked)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            Found = await PetitionSearch.FindAsync(db, Q, acting, Cursor, ct);
            Elsewhere = Cursor is null ? await ElsewhereAsync(db, ct) : [];
            _councils = await directory.CouncilsAsync(ct);
        }
    }

    private async Task<List<(string Kind, IReadOnlyList<FoundRecord> Records)>> ElsewhereAsync(Db db, CancellationToken ct)
    {
        List<(string, IReadOnlyList<FoundRecord>)> found = [];
        foreach (var room in rooms)
        {
            if (await room.FindAsync(db, Q!, acting, MostOfARoom, ct) is { Count: > 0 } records)
            {
                found.Add((room.Kind, records));
            }
        }

        return found;
    }
}
