using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Database;
using NghiTruong.Resolutions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>The periodic look of the committee in charge.</summary>
[Requires<LookAtResolutions>]
public sealed class LookModel(ResolutionWatch watch, ResolutionActTools tools) : ResolutionActModel(tools)
{
    public override string Act => "ra-soat";

    [BindProperty]
    public LookForm Input { get; set; } = new();

    public List<SelectListItem> Verdicts => Tools.Texts.Choices<LookVerdict>("resolution.verdict.");

    public void OnGet() => Input = new LookForm { Id = Guid.CreateVersion7(), On = Tools.Clock.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await watch.LookAsync(Code, new LookInput { Id = Input.Id, On = Input.On, Verdict = Input.Verdict!.Value, Found = Input.Found, Reason = Words.Blank(Input.Reason) }, Acting, ct));
}

public sealed record LookForm
{
    public Guid? Id { get; init; }

    [Required(ErrorMessage = "resolutions.verdictMissing")]
    public LookVerdict? Verdict { get; init; }

    [Required(ErrorMessage = "resolution.foundMissing"), StringLength(4000)]
    public string Found { get; init; } = "";

    [StringLength(2000)]
    public string? Reason { get; init; }

    public DateOnly? On { get; init; }
}
