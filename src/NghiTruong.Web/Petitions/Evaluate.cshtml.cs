using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

[Requires<EvaluatePetitions>]
public sealed class EvaluateModel(PetitionJudgement judgement, PetitionActTools tools) : PetitionActModel(tools)
{
    public override string Act => "danh-gia";

    [BindProperty]
    public EvaluateForm Input { get; set; } = new();

    public List<SelectListItem> Outcomes => Tools.Texts.Choices<Outcome>("petition.outcome.");

    public void OnGet() => Input = new EvaluateForm { Outcome = Petition.OfficeOutcome ?? Petition.AgencyOutcome, Note = Petition.OfficeNote };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await judgement.EvaluateAsync(Code, Input.Outcome!.Value, Words.Blank(Input.Note), Acting, ct));
}

public sealed record EvaluateForm
{
    [Required(ErrorMessage = "petitions.outcomeMissing")]
    public Outcome? Outcome { get; init; }

    [StringLength(2000)]
    public string? Note { get; init; }
}
