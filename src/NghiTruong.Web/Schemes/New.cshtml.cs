using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Database;
using NghiTruong.Schemes;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Schemes;

/// <summary>Enters a document of a Party committee: number, title, day, issuer, period; never its content.</summary>
[Requires<KeepSchemes>]
public sealed class NewModel(SchemeDesk desk, SchemeTools tools) : PageModel
{
    [BindProperty]
    public SchemeForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Councils = await tools.Desks.CouncilChoicesAsync<KeepSchemes>(HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() => Input = new SchemeForm { Id = Guid.CreateVersion7(), PeriodFrom = tools.Clock.Today.Year, PeriodTo = tools.Clock.Today.Year + 4, Parent = AddressReader.Text(Request.Query, "tren") };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var council = Input.CouncilId ?? (Words.Blank(Input.CouncilCode) is { } code ? (await tools.Desks.FindAsync(code, ct))?.Id : null) ?? tools.OwnCouncil;
        var entered = await desk.EnterAsync(Input.ToInput(council), tools.Acting, ct);
        if (ModelState.Refuse(entered, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["schemes.entered", entered.Value]);

        return LocalRedirect(SchemeLinks.Details(entered.Value));
    }
}
