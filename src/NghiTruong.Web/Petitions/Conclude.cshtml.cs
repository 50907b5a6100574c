using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

[Requires<ConcludePetitions>]
public sealed class ConcludeModel(PetitionJudgement judgement, PetitionActTools tools) : PetitionActModel(tools)
{
    public override string Act => "ket-luan";

    [BindProperty]
    public ConcludeForm Input { get; set; } = new();

    public List<SelectListItem> Outcomes => Tools.Texts.Choices<Outcome>("petition.outcome.");

    public void OnGet() => Input = new ConcludeForm { Outcome = Petition.ConcludedOutcome ?? Petition.Outcome, Note = Petition.ConclusionNote };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await judgement.ConcludeAsync(Code, Input.Outcome!.Value, Words.Blank(Input.Note), Acting, ct));
}

public sealed record ConcludeForm
{
    [Required(ErrorMessage = "petitions.outcomeMissing")]
    public Outcome? Outcome { get; init; }

    [StringLength(2000)]
    public string? Note { get; init; }
}
