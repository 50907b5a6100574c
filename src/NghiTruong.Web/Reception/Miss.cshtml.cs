using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Accounts;
using NghiTruong.Reception;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Reception;

/// <summary>Không tổ chức.</summary>
[Requires<ArrangeReceptions>]
public sealed class MissModel(ReceptionDesk desk, ReceptionTools tools) : ReceptionActModel(tools)
{
    public override string Act => "khong-tiep";

    [BindProperty]
    public ReasonForm Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.MissAsync(Code, Input.Reason, Acting, ct)) : Page();
}

public sealed record ReasonForm
{
    [Required(ErrorMessage = "reception.reasonMissing"), StringLength(1000)]
    public string Reason { get; init; } = "";
}
