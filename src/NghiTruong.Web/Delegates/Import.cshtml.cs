using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Delegates;
using NghiTruong.Delegates.Import;
using NghiTruong.Documents.Tables;
using NghiTruong.Refusals;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Delegates;

/// <summary>Takes a list of delegates in: tried first, which stores nothing, then for good.</summary>
[Requires<ManageDelegates>]
public sealed class ImportModel(DelegateImport import, DelegatePageTools tools) : PageModel
{
    [BindProperty]
    public ImportForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    public DelegateImportResult? Told { get; private set; }

    public bool WasDryRun { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Councils = await tools.Desks.CouncilChoicesAsync<ManageDelegates>(HttpContext.RequestAborted);
        await next();
    }

    public void OnGet()
    {
        // The form stands empty.
    }

    public async Task<IActionResult> OnPostAsync(bool dryRun, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var told = await RunAsync(dryRun, ct);
        if (!ModelState.Refuse(told, tools.Texts))
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
        if (ModelState.Refuse(told, tools.Texts))
        {
            return Page();
        }

        var reasons = told.Value.Rejected.GroupBy(r => (r.Table, r.Row)).ToDictionary(g => g.Key, g => string.Join("; ", g.Select(Reason)));
        var content = new MemoryStream();
        new RejectedRows(tools.Texts["delegates.import.reason"]).Write(content, told.Value.Tables, (table, row) => reasons.GetValueOrDefault((table.Table.Ordinal, row)));
        content.Position = 0;

        return File(content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "dai-bieu-chua-nhan.xlsx");
    }

    private string Reason(RejectedDelegate row) => row.Column is null ? tools.Texts[row.Code, row.Value ?? ""] : $"{row.Column}: {tools.Texts[row.Code, row.Value ?? ""]}";

    private async Task<Result<DelegateImportResult>> RunAsync(bool dryRun, CancellationToken ct)
    {
        await using var content = Input.File!.OpenReadStream();

        return await import.RunAsync(Input.CouncilId ?? tools.OwnCouncil, content, Input.File.FileName, dryRun, tools.Acting, ct);
    }
}

public sealed record ImportForm
{
    public Guid? CouncilId { get; init; }

    [Required(ErrorMessage = "imports.file.missing")]
    public IFormFile? File { get; init; }
}
