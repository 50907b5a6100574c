using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Texts;
using NghiTruong.Verification;
using NghiTruong.Verification.Checks;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Verification;

/// <summary>Rà soát dự thảo: a Word file in, warnings beside the words they are about. Nothing of it is kept.</summary>
[Requires<CheckDrafts>]
public sealed class CheckModel(DraftChecking checking, Acting acting, TextTable texts) : PageModel
{
    [BindProperty]
    public CheckForm Input { get; set; } = new();

    public CheckedDraft? Draft { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await using var content = Input.File!.OpenReadStream();
        var result = await checking.CheckAsync(content, Input.File.FileName, acting, ct);
        if (!ModelState.Refuse(result, texts))
        {
            Draft = result.Value;
        }

        return Page();
    }
}

public sealed record CheckForm
{
    [Required(ErrorMessage = "verification.check.file.missing")]
    public IFormFile? File { get; init; }
}
