using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Reception;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reception;

/// <summary>A line of the schedule, once or for a period.</summary>
[Requires<ArrangeReceptions>]
public sealed class NewModel(ReceptionDesk desk, ReceptionTools tools) : PageModel
{
    [BindProperty]
    public ReceptionForm Input { get; set; } = new();

    public ReceptionFormPart Part { get; private set; } = null!;

    private Guid Council => tools.OwnCouncil<ArrangeReceptions>() ?? Guid.Empty;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpMethods.IsGet(Request.Method))
        {
            Input = new ReceptionForm { Id = Guid.CreateVersion7(), On = tools.Today.AddDays(7), StartsAt = new TimeOnly(7, 30), EndsAt = new TimeOnly(11, 0), Place = tools.Texts["receptions.place.usual"] };
        }

        Part = await ReceptionFormPart.ReadAsync(tools, Input, Council, isNew: true, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var saved = await desk.ScheduleAsync(Input.Asked(Council), tools.Acting, ct);
        if (ModelState.Refuse(saved, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["receptions.new.saved", saved.Value.Count]);

        return LocalRedirect(saved.Value is [var only] ? ReceptionLinks.Details(only) : ReceptionLinks.List);
    }
}
