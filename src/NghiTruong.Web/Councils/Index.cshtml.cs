using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Councils;

/// <summary>The organisation of a council: delegates, bodies, agencies, sessions, who follows what.</summary>
[Requires<ReadCouncils>]
public sealed class IndexModel(CouncilPlace place, CouncilDesk desk, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "council", SupportsGet = true)]
    public Guid? CouncilId { get; set; }

    /// <summary>Null where the person works for no council in particular.</summary>
    public Organisation? Council { get; private set; }

    public string BodyName(Guid id) => Council!.Bodies.FirstOrDefault(b => b.Id == id)?.Name ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Council = await place.ReadAsync(CouncilId, acting, ct);

        return Council is null && CouncilId is not null ? NotFound() : Page();
    }

    /// <summary>An assignment ends today.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid council, Guid id, CancellationToken ct)
    {
        var result = await desk.EndResponsibilityAsync(council, id, clock.Today, acting, ct);
        TempData.Notice(result.IsRefused ? texts[result.Refusals[0].Code, result.Refusals[0].Values] : texts["organisation.saved"]);

        return Redirect(CouncilLinks.Of(council));
    }
}
