using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Documents.Tables;
using NghiTruong.Refusals;
using NghiTruong.Resolutions;
using NghiTruong.Resolutions.Import;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions.Import;

/// <summary>Takes a register of resolutions in: tried first, which stores nothing, then for good; the chosen file stays chosen in between (without scripts it is chosen again).</summary>
[Requires<ImportResolutions>]
public sealed class ResolutionImportModel(ResolutionImport import, CouncilDesks desks, Acting acting, TextTable texts) : PageModel
{
    [BindProperty]
    public ResolutionImportForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    public ResolutionImportResult? Told { get; private set; }

    public bool WasDryRun { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Councils = await desks.CouncilChoicesAsync<ImportResolutions>(HttpContext.RequestAborted);
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

        var told = await RunAsync(dryRun, ct);
        if (!ModelState.Refuse(told, texts))
        {
            (Told, WasDryRun) = (told.Value, dryRun);
        }

        return Page();
    }

    /// <summary>The rows that would not be taken, in the person's own columns with the reason in each: to be mended and sent again.</summary>
    public async Task<IActionResult> OnPostRejectedAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var told = await RunAsync(dryRun: true, ct);
        if (ModelState.Refuse(told, texts))
        {
            return Page();
        }

        var reasons = told.Value.Rejected.GroupBy(r => (r.Table, r.Row)).ToDictionary(g => g.Key, g => string.Join("; ", g.Select(Reason)));
        var content = new MemoryStream();
        new RejectedRows(texts["resolutions.import.reason"]).Write(content, told.Value.Tables, (table, row) => reasons.GetValueOrDefault((table.Table.Ordinal, row)));
        content.Position = 0;

        return File(content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "nghi-quyet-chua-nhan.xlsx");
    }

    private string Reason(RejectedResolution row) => row.Column is null ? texts[row.Code, row.Value ?? ""] : $"{row.Column}: {texts[row.Code, row.Value ?? ""]}";

    private async Task<Result<ResolutionImportResult>> RunAsync(bool dryRun, CancellationToken ct)
    {
        var council = Input.CouncilId ?? (Councils.Count > 0 ? Guid.Parse(Councils[0].Value) : Guid.Empty);
        await using var content = Input.File!.OpenReadStream();

        return await import.RunAsync(council, content, Input.File.FileName, dryRun, acting, ct);
    }
}

public sealed record ResolutionImportForm
{
    public Guid? CouncilId { get; init; }

    [Required(ErrorMessage = "imports.file.missing")]
    public IFormFile? File { get; init; }
}
