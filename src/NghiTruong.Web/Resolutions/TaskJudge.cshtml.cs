using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Resolutions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>The judgement of the council's side: done, partly, not done.</summary>
[Requires<JudgeResolutionTasks>]
public sealed class TaskJudgeModel(ResolutionTaskDesk desk, ResolutionActTools tools) : TaskActModel(tools)
{
    public override string Act => "danh-gia";

    [BindProperty]
    public JudgeForm Input { get; set; } = new();

    public List<SelectListItem> Outcomes => Tools.Texts.Choices<TaskOutcome>("resolutionTask.outcome.");

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await desk.JudgeAsync(Code, new JudgeInput { Outcome = Input.Outcome!.Value, Note = Words.Blank(Input.Note), Ends = Input.Ends }, Acting, ct));
}

public sealed record JudgeForm
{
    [Required(ErrorMessage = "resolutionTasks.outcomeMissing")]
    public TaskOutcome? Outcome { get; init; }

    [StringLength(4000)]
    public string? Note { get; init; }

    public bool Ends { get; init; }
}
