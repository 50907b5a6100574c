using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Petitions;
using NghiTruong.Resolutions;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Search;

/// <summary>One box for everything that can be found; whoever may read nothing finds nothing.</summary>
[SignedIn]
public sealed class SearchModel(IDbContextFactory<Db> contexts, Acting acting, TimeProvider clock) : PageModel
{
    private const int MostResolutions = 5;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public bool IsAsked => !string.IsNullOrWhiteSpace(Q);

    public PetitionHits Found { get; private set; } = new([], null);

    /// <summary>Resolutions found stand first: few, and mostly asked for by number.</summary>
    public IReadOnlyList<ResolutionHit> Resolutions { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public static string NameOf(PetitionStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (IsAsked)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            Resolutions = Cursor is null ? await ResolutionSearch.FindAsync(db, Q, acting, MostResolutions, Today, ct) : [];
            Found = await PetitionSearch.FindAsync(db, Q, acting, Cursor, ct);
        }
    }
}
