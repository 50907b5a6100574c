using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Councils;
using NghiTruong.Delegates;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Delegates;

/// <summary>Enters a delegate into the register of the person's own council.</summary>
[Requires<ManageDelegates>]
public sealed class NewModel(DelegateDesk desk, DelegatePageTools tools) : PageModel
{
    [BindProperty]
    public DelegateForm Input { get; set; } = new();

    public DelegatePageTools Tools => tools;

    public List<SelectListItem> Councils { get; private set; } = [];

    public List<SelectListItem> Groups { get; private set; } = [];

    public List<SelectListItem> Entries => tools.Texts.Choices<DelegateEntry>("delegates.entry.");

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        Councils = await tools.Desks.CouncilChoicesAsync<ManageDelegates>(ct);
        Groups = await tools.BodiesAsync(Input.CouncilId ?? tools.OwnCouncil, [BodyKind.DelegateGroup], ct);
        await next();
    }

    public void OnGet() => Input = new DelegateForm { Id = Guid.CreateVersion7() };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var added = await desk.RegisterAsync(Input.Input(Input.CouncilId ?? tools.OwnCouncil), tools.Acting, ct);
        if (ModelState.Refuse(added, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["delegates.registered", added.Value]);

        return LocalRedirect(DelegateLinks.Details(added.Value));
    }
}
