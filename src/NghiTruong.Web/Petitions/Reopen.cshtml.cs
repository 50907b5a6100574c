using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Petitions;

[Requires<EvaluatePetitions>]
public sealed class ReopenModel(PetitionJudgement judgement, PetitionActTools tools) : PetitionActModel(tools)
{
    public override string Act => "mo-lai";

    [BindProperty]
    public ReopenForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await judgement.ReopenAsync(Code, Input.Reason, Acting, ct));
}

public sealed record ReopenForm
{
    [Required(ErrorMessage = "petition.reasonMissing"), StringLength(1000)]
    public string Reason { get; init; } = "";
}
