using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Agreements;
using NghiTruong.Documents.Files;
using NghiTruong.Web.Files;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Agreements;

/// <summary>Enters a signed agreement at the person's own desk.</summary>
[Requires<KeepAgreements>]
public sealed class NewModel(AgreementDesk desk, FileDesk files, AgreementPageTools tools) : PageModel, IAgreementForm
{
    [BindProperty]
    public AgreementForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    public List<SelectListItem> Kinds => tools.Kinds;

    public List<SelectListItem> Parties { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        Councils = await tools.Desks.CouncilChoicesAsync<KeepAgreements>(ct);
        Parties = await tools.PartiesAsync(Input.CouncilId ?? tools.OwnCouncil, ct);
        await next();
    }

    public void OnGet() => Input = AgreementForm.Empty(Parties is [var first, ..] ? first.Value : null);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var council = Input.CouncilId ?? tools.OwnCouncil;
        var file = await files.TakeInAsync(Input.File, council, nameof(Input.File), ct);
        if (file is { IsRefused: true } && ModelState.Refuse(file, tools.Texts))
        {
            return Page();
        }

        var recorded = await desk.RecordAsync(Input.Asked(council, file?.Value), tools.Acting, ct);
        if (ModelState.Refuse(recorded, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["agreements.new.done", recorded.Value]);

        return LocalRedirect(AgreementLinks.Details(recorded.Value));
    }
}
