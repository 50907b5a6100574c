using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NghiTruong.Web.Accounts;

/// <summary>What the two pages that give a right share: its fields, and the places they may mean.</summary>
public abstract class GrantForm(PlaceFinder places) : PageModel
{
    [BindProperty]
    public GrantFields Grant { get; set; } = new();

    public PlaceFinder Places { get; } = places;
}
