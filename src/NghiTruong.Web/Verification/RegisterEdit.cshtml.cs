using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Verification;
using NghiTruong.Verification.Checks;
using NghiTruong.Verification.Register;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Verification;

/// <summary>One legal document of the register: new, or the one of the number in the address.</summary>
[Requires<KeepLegalRegister>]
public sealed class RegisterEditModel(LegalRegister register, LegalRegisterDesk desk, Acting acting, TextTable texts) : PageModel
{
    /// <summary>Number of the document to change.</summary>
    [BindProperty(SupportsGet = true)]
    public string? So { get; set; }

    [BindProperty]
    public LegalDocumentInput Input { get; set; } = new();

    public LegalDocument? Known { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (Known is { } d)
        {
            Input = new LegalDocumentInput
            {
                Number = d.Number, Kind = d.Kind, Title = d.Title, IssuedOn = d.IssuedOn, InForceFrom = d.InForceFrom, ExpiredOn = d.ExpiredOn, ReplacedBy = d.ReplacedBy, Source = d.Source, Checked = d.Checked,
            };
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FindAsync(ct);

        return ModelState.IsValid ? After(await desk.SaveAsync(Input, acting, ct), "legalRegister.saved") : Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct)
    {
        await FindAsync(ct);
        ModelState.Clear();

        return After(await desk.RemoveAsync(id, acting, ct), "legalRegister.removed");
    }

    private async Task FindAsync(CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(So))
        {
            var key = LegalNumber.KeyOf(So);
            Known = (await register.ReadAsync(ct)).FirstOrDefault(d => d.NumberKey == key);
        }
    }

    private IActionResult After(Result result, string said)
    {
        if (ModelState.Refuse(result, texts))
        {
            return Page();
        }

        TempData.Notice(texts[said]);

        return Redirect(VerificationLinks.Register);
    }
}
