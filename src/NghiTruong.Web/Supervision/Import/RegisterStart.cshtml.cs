using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Refusals;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Import;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision.Import;

/// <summary>Takes a register of supervisions in: tried first, which stores nothing, then for good; the chosen file stays chosen in between (without scripts it is chosen again).</summary>
[Requires<ImportSupervisions>]
public sealed class RegisterStartModel(RegisterImport import, CouncilDesks desks, Acting acting, TextTable texts) : PageModel
{
    [BindProperty]
    public RegisterForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    public RegisterImportResult? Told { get; private set; }

    public bool WasDryRun { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Councils = await desks.CouncilChoicesAsync<ImportSupervisions>(HttpContext.RequestAborted);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(bool dryRun, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var council = Input.CouncilId ?? (Councils.Count > 0 ? Guid.Parse(Councils[0].Value) : Guid.Empty);
        await using var content = Input.File!.OpenReadStream();
        var told = await import.RunAsync(council, content, Input.File.FileName, dryRun, acting, ct);
        if (!ModelState.Refuse(told, texts))
        {
            (Told, WasDryRun) = (told.Value, dryRun);
        }

        return Page();
    }
}

public sealed record RegisterForm
{
    public Guid? CouncilId { get; init; }

    [Required(ErrorMessage = "imports.file.missing")]
    public IFormFile? File { get; init; }
}
