using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

[Requires<EvaluatePetitions>]
public sealed class VerifyModel(PetitionJudgement judgement, PetitionActTools tools) : PetitionActModel(tools)
{
    public override string Act => "tham-tra";

    [BindProperty]
    public VerifyForm Input { get; set; } = new();

    public void OnGet() => Input = new VerifyForm { On = Petition.VerifiedOn, Note = Petition.VerificationNote };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await judgement.VerifyAsync(Code, Input.On, Words.Blank(Input.Note), Acting, ct));
}

public sealed record VerifyForm
{
    public DateOnly? On { get; init; }

    [StringLength(2000)]
    public string? Note { get; init; }
}
