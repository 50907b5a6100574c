using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Agreements;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Agreements;

/// <summary>Ended, with the reason; what is still owed under it is let go.</summary>
[Requires<KeepAgreements>]
public sealed class EndModel(AgreementDesk desk, AgreementPageTools tools) : AgreementPageModel(tools)
{
    public override string Act => "cham-dut";

    [BindProperty]
    public EndAgreementForm Input { get; set; } = new();

    public void OnGet()
    {
        // The form stands empty.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.EndAsync(Code, Input.Reason, Input.On, Acting, ct)) : Page();
}

public sealed record EndAgreementForm
{
    [Required(ErrorMessage = "agreement.reasonMissing"), StringLength(4000)]
    public string? Reason { get; init; }

    public DateOnly? On { get; init; }
}
