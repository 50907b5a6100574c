using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Letters;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Petitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Letters;

public sealed record TemplateForm
{
    public string Kind { get; init; } = "";

    public IFormFile? File { get; init; }
}

/// <summary>The office's own templates by kind of document, and the fields each may use.</summary>
[Requires<ManageLetterForms>]
public sealed class TemplatesModel(LetterTemplates templates, CouncilDesks desks, TextTable texts, Acting acting) : PageModel
{
    [FromQuery(Name = "hd")]
    public Guid? CouncilId { get; set; }

    [BindProperty]
    public TemplateForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    public IReadOnlyList<TemplateRow> Rows { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ShowAsync(ct) is not PageResult page)
        {
            return NotFound();
        }

        if (Input.File is not { } file)
        {
            ModelState.AddModelError("Input.File", "file.missing");

            return page;
        }

        await using var content = file.OpenReadStream();
        var taken = await templates.TakeAsync(CouncilId!.Value, Input.Kind, content, file.FileName, acting, ct);
        if (ModelState.Refuse(taken, texts))
        {
            return page;
        }

        TempData.Notice(texts["letters.templates.taken", taken.Value.Count, string.Join(", ", taken.Value.Select(f => f.Table is null ? f.Name : $"{f.Table}.{f.Name}"))]);

        return Redirect($"{LetterWords.Templates}?hd={CouncilId:D}");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (await ShowAsync(ct) is not PageResult page)
        {
            return NotFound();
        }

        if (ModelState.Refuse(await templates.RemoveAsync(CouncilId!.Value, Input.Kind, acting, ct), texts))
        {
            return page;
        }

        TempData.Notice(texts["letters.templates.removed"]);

        return Redirect($"{LetterWords.Templates}?hd={CouncilId:D}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var own = await desks.OwnAsync<ManageLetterForms>(ct);
        Councils = [.. own.Select(c => new SelectListItem(c.Name, c.Id.ToString("D"), c.Id == CouncilId))];
        if ((own.FirstOrDefault(c => c.Id == CouncilId) ?? (own.Count > 0 ? own[0] : null)) is not { } council)
        {
            return NotFound();
        }

        CouncilId = council.Id;
        Rows = await templates.ListAsync(council.Id, ct);

        return Page();
    }
}
