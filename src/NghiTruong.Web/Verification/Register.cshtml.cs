using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Documents.Tables;
using NghiTruong.Texts;
using NghiTruong.Verification;
using NghiTruong.Verification.Register;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Verification;

/// <summary>Sổ hiệu lực văn bản: read by all, kept by the administrator of the nation, in the browser and by Excel.</summary>
[Requires<ReadLegalRegister>]
public sealed class RegisterModel(LegalRegister register, LegalRegisterDesk desk, Acting acting, TextTable texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public RegisterForm Input { get; set; } = new();

    public IReadOnlyList<LegalDocument> Rows { get; private set; } = [];

    public RegisterReport? Report { get; private set; }

    public bool MayKeep => acting.CapacityFor<KeepLegalRegister>(Guid.Empty, Guid.Empty) is not null;

    public async Task OnGetAsync(CancellationToken ct) => Rows = await register.SearchAsync(Q, ct);

    /// <summary>The register as the file that an import takes.</summary>
    public async Task<IActionResult> OnGetExcelAsync(CancellationToken ct)
    {
        using var file = new MemoryStream();
        Spreadsheet.Write(file, LegalRegisterFile.Sheet(await register.ReadAsync(ct)));

        return File(file.ToArray(), Spreadsheet.MediaType, "so-hieu-luc-van-ban.xlsx");
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken ct)
    {
        if (!MayKeep)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            await using var content = Input.File!.OpenReadStream();
            var result = await desk.ImportAsync(content, Input.File.FileName, acting, ct);
            Report = ModelState.Refuse(result, texts) ? null : result.Value;
        }

        Rows = await register.SearchAsync(Q, ct);

        return Page();
    }
}

public sealed record RegisterForm
{
    [Required(ErrorMessage = "verification.check.file.missing")]
    public IFormFile? File { get; init; }
}
