using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Petitions;

[Requires<SendPetitions>]
public sealed class WithdrawModel(PetitionForwarder forwarder, PetitionActTools tools) : PetitionActModel(tools)
{
    public override string Act => "thu-hoi";

    [BindProperty]
    public WithdrawForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await forwarder.WithdrawAsync(Code, Input.Reason, Acting, ct));
}

public sealed record WithdrawForm
{
    [Required(ErrorMessage = "petition.reasonMissing"), StringLength(1000)]
    public string Reason { get; init; } = "";
}
