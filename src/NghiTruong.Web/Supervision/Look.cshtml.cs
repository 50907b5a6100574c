using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>The body's own look at what was really done.</summary>
[Requires<ConcludeSupervisions>]
public sealed class LookModel(RecommendationDesk desk, SupervisionActTools tools) : RecommendationActModel(tools)
{
    public override string Act => "kiem-tra";

    [BindProperty]
    public LookForm Input { get; set; } = new();

    /// <summary>Done and not done are said by confirming or ending it; late says the calendar.</summary>
    public List<SelectListItem> Outcomes => [.. new[] { RecommendationOutcome.Partly, RecommendationOutcome.NotYet, RecommendationOutcome.Insufficient }.Select(o => new SelectListItem(Tools.Texts.Of(o), o.ToString()))];


    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        !ModelState.IsValid ? Page() : Finish(await desk.LookAsync(Code, Input.Outcome!.Value, Words.Blank(Input.Note), Acting, ct));
}

public sealed record LookForm
{
    [Required(ErrorMessage = "recommendations.outcomeMissing")]
    public RecommendationOutcome? Outcome { get; init; }

    [StringLength(4000)]
    public string? Note { get; init; }
}
