using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Conferences;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Conferences;

/// <summary>Enters a conference, still to come or as it was.</summary>
[Requires<KeepConferences>]
public sealed class NewModel(ConferenceDesk desk, ConferencePageTools tools) : PageModel, IConferenceForm
{
    [BindProperty]
    public ConferenceForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Councils = await tools.Desks.CouncilChoicesAsync<KeepConferences>(HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() => Input = new ConferenceForm { Id = Guid.CreateVersion7() };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var recorded = await desk.RecordAsync(Input.Asked(Input.CouncilId ?? tools.OwnCouncil), tools.Acting, ct);
        if (ModelState.Refuse(recorded, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["conferences.new.done", recorded.Value]);

        return LocalRedirect(ConferenceLinks.Details(recorded.Value));
    }
}
