using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Search;

/// <summary>One box for everything that can be found; whoever may read nothing finds nothing.</summary>
[SignedIn]
public sealed class SearchModel(IDbContextFactory<Db> contexts, Acting acting, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public bool IsAsked => !string.IsNullOrWhiteSpace(Q);

    public PetitionHits Found { get; private set; } = new([], null);

    public DateOnly Today => clock.Today;

    public static string NameOf(PetitionStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (IsAsked)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            Found = await PetitionSearch.FindAsync(db, Q, acting, Cursor, ct);
        }
    }
}
