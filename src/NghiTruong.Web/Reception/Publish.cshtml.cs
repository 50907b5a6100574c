using System.ComponentModel.DataAnnotations;
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

/// <summary>Công khai lịch of a period; the same period as Word for the notice board.</summary>
[Requires<ArrangeReceptions>]
public sealed class PublishModel(ReceptionDesk desk, CouncilDirectory directory, ReceptionTools tools) : PageModel
{
    [BindProperty]
    public PeriodForm Input { get; set; } = new();

    /// <summary>Where people without an account read the schedule.</summary>
    public string? PublicHref { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (tools.OwnCouncil<ArrangeReceptions>() is { } own && await directory.CouncilAsync(own, HttpContext.RequestAborted) is { } council)
        {
            PublicHref = ReceptionLinks.Public(council.Code);
        }

        await next();
    }

    public void OnGet() => Input = new PeriodForm { From = tools.Today, To = tools.Today.AddMonths(1) };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var done = await desk.PublishAsync(tools.OwnCouncil<ArrangeReceptions>() ?? Guid.Empty, Input.From!.Value, Input.To!.Value, tools.Acting, ct);
        if (ModelState.Refuse(done, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["receptions.publish.done", done.Value]);

        return LocalRedirect(ReceptionLinks.List);
    }
}

public sealed record PeriodForm
{
    [Required]
    public DateOnly? From { get; init; }

    [Required]
    public DateOnly? To { get; init; }
}
