using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Documents.Files;
using NghiTruong.Resolutions;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Files;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>Enters a resolution into the register.</summary>
[Requires<RecordResolutions>]
public sealed class NewModel(ResolutionDesk desk, FileDesk files, ResolutionChoices choices, CouncilDesks desks, Acting acting, TextTable texts) : PageModel, IResolutionForm
{
    [BindProperty]
    public ResolutionForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    public List<SelectListItem> Kinds => choices.Kinds;

    public List<SelectListItem> Bodies { get; private set; } = [];

    public List<SelectListItem> Agencies { get; private set; } = [];

    public List<SelectListItem> Sessions { get; private set; } = [];

    public List<SelectListItem> Fields => choices.Fields;

    private Guid Council => Input.CouncilId ?? (Councils.Count > 0 ? Guid.Parse(Councils[0].Value) : Guid.Empty);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        Councils = await desks.CouncilChoicesAsync<RecordResolutions>(ct);
        (Bodies, Agencies, Sessions) = await choices.OfAsync(Council, ct);
        await next();
    }

    public void OnGet() => Input = new ResolutionForm { Id = Guid.CreateVersion7() };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var file = await files.TakeInAsync(Input.File, Council, nameof(Input.File), ct);
        if (file is { IsRefused: true })
        {
            ModelState.Refuse(file, texts);

            return Page();
        }

        var saved = await desk.RecordAsync(Input.Asked(Council, file?.Value), acting, ct);
        if (ModelState.Refuse(saved, texts))
        {
            return Page();
        }

        TempData.Notice(texts["resolutions.new.saved", saved.Value]);

        return LocalRedirect(ResolutionLinks.Details(saved.Value));
    }
}
