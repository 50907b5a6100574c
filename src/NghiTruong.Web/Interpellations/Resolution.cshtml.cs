using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Interpellations;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>Nghị quyết về chất vấn of a session: it stands with every slip asked there.</summary>
[Requires<RecordSittings>]
public sealed class ResolutionModel(SittingDesk desk, InterpellationTools tools) : PageModel
{
    private Guid _council;

    [BindProperty]
    public ResolutionForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Sessions { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        _council = await tools.Desks.OwnAsync<RecordSittings>(ct) is [var first, ..] ? first.Id : Guid.Empty;
        Sessions = await tools.Desks.SessionChoicesAsync(_council, ct);
        await next();
    }

    public void OnGet() => Input = new ResolutionForm { On = tools.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var done = await desk.ResolveAsync(_council, Input.SessionId, Input.Number, Input.On, tools.Acting, ct);
        if (ModelState.Refuse(done, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["interpellations.resolution.done", done.Value]);

        return LocalRedirect($"{InterpellationLinks.Slips}?session={Input.SessionId:D}");
    }
}

public sealed record ResolutionForm
{
    [Required(ErrorMessage = "interpellation.sessionMissing")]
    public Guid? SessionId { get; init; }

    [StringLength(60)]
    public string? Number { get; init; }

    [Required]
    public DateOnly? On { get; init; }
}
