using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Documents.Registers;
using NghiTruong.Documents.Tables;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Registers;

/// <summary>What the markup of a register's page needs.</summary>
public interface IRegisterPage
{
    /// <summary>First part of the room's texts: <c>supervisions</c>.</summary>
    string Room { get; }

    /// <summary>Address of the page.</summary>
    string Address { get; }

    RegisterForm Input { get; }

    List<SelectListItem> Councils { get; }

    RegisterTold? Told { get; }

    bool WasDryRun { get; }

    /// <summary>The columns of the room, by key, under the title that is written most.</summary>
    IReadOnlyList<SelectListItem> Columns { get; }

    /// <summary>What a person chose for a column.</summary>
    string? ChosenFor(string title);
}

/// <summary>
/// Takes a register in: tried first, which stores nothing, then for good. A column nobody knows by its title can be matched by hand; what could not be taken is given back as a
/// file with the reason in each row.
/// </summary>
/// <typeparam name="T">What one must be allowed to do at the council.</typeparam>
public abstract class RegisterPage<T>(IReadOnlyList<KnownColumn> columns, CouncilDesks desks, TextTable texts) : PageModel, IRegisterPage
    where T : Permission, new()
{
    public abstract string Room { get; }

    public abstract string Address { get; }

    /// <summary>Name of the file of rows that were not taken.</summary>
    protected abstract string RejectedName { get; }

    [BindProperty]
    public RegisterForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    public RegisterTold? Told { get; private set; }

    public bool WasDryRun { get; private set; }

    public IReadOnlyList<SelectListItem> Columns { get; } = [.. columns.Where(c => c.Role != ColumnRole.Ordinal).Select(c => new SelectListItem(c.Titles[0], c.Key))];

    public string? ChosenFor(string title) => Input.Chosen.GetValueOrDefault(title);

    protected abstract Task<Result<RegisterTold>> TakeInAsync(RegisterFile file, bool dryRun, CancellationToken ct);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Councils = await desks.CouncilChoicesAsync<T>(HttpContext.RequestAborted);
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
        new RejectedRows(texts["registers.reason"]).Write(content, told.Value.Tables, (table, row) => reasons.GetValueOrDefault((table.Table.Ordinal, row)));
        content.Position = 0;

        return File(content, Spreadsheet.MediaType, RejectedName);
    }

    private string Reason(NotTaken row) => row.Column is null ? texts[row.Code, row.Value ?? ""] : $"{row.Column}: {texts[row.Code, row.Value ?? ""]}";

    private async Task<Result<RegisterTold>> RunAsync(bool dryRun, CancellationToken ct)
    {
        var council = Input.CouncilId ?? (Councils.Count > 0 ? Guid.Parse(Councils[0].Value) : Guid.Empty);
        await using var content = Input.File!.OpenReadStream();

        return await TakeInAsync(new RegisterFile(council, content, Input.File.FileName) { Columns = Input.Chosen }, dryRun, ct);
    }
}

public sealed record RegisterForm
{
    public Guid? CouncilId { get; init; }

    [Required(ErrorMessage = "imports.file.missing")]
    public IFormFile? File { get; init; }

    /// <summary>Titles of the columns that can be matched, and the key chosen for each, side by side.</summary>
    [MaxLength(200)]
    public List<string?> Titles { get; init; } = [];

    [MaxLength(200)]
    public List<string?> Keys { get; init; } = [];

    /// <summary>Titles left alone are not chosen: the next file may know them.</summary>
    public IReadOnlyDictionary<string, string?> Chosen => Titles.Zip(Keys)
        .Where(c => !string.IsNullOrEmpty(c.First) && !string.IsNullOrEmpty(c.Second))
        .DistinctBy(c => c.First)
        .ToDictionary(c => c.First!, c => c.Second, StringComparer.Ordinal);
}
