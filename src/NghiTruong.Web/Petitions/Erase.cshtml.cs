using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Operations;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Petitions;

/// <summary>Erases the voter's data from a petition on their lawful request (Law 91/2025/QH15); what was asked for and done about it stays.</summary>
[Requires<ErasePersonalData>]
public sealed class EraseModel(Erasure erasure, PetitionActTools tools) : PetitionActModel(tools)
{
    public override string Act => "xoa-ca-nhan";

    [BindProperty]
    public EraseForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await erasure.EraseAsync(PetitionEvent.About(Petition), Petition.ProvinceId, Input.Basis.Trim(), Acting, ct));
}

public sealed record EraseForm
{
    [Required(ErrorMessage = "erasure.basisMissing"), StringLength(200)]
    public string Basis { get; init; } = "";
}
