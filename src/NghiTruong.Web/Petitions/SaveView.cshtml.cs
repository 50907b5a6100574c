using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Petitions;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>Keeps the filters in the address under a name of one's own.</summary>
[Requires<ReadPetitions>]
public sealed class SaveViewModel(SavedViews views, Acting acting, TextTable texts) : PageModel
{
    [BindProperty]
    public SaveViewForm Input { get; set; } = new();

    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Views = await views.OfAsync(acting.UserId, PetitionLinks.List, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var kept = PetitionListView.Kept(Request.Query);
        if (ModelState.Refuse(await views.SaveAsync(acting.UserId, PetitionLinks.List, Input.Name, kept, ct), texts))
        {
            await OnGetAsync(ct);

            return Page();
        }

        TempData.Notice(texts["petitions.view.saved", Input.Name!]);

        return LocalRedirect(PetitionLinks.List + kept);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct)
    {
        await views.RemoveAsync(acting.UserId, id, ct);

        return LocalRedirect(PetitionLinks.SaveView);
    }
}

public sealed record SaveViewForm
{
    public string? Name { get; init; }
}
