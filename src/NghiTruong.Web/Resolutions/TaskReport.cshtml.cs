using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Resolutions;
using NghiTruong.Web.Files;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>What the agency says it has done of a task.</summary>
[Requires<ReportOnResolutions>]
public sealed class TaskReportModel(ResolutionTaskDesk desk, FileDesk files, ResolutionActTools tools) : TaskActModel(tools)
{
    public override string Act => "tra-loi";

    [BindProperty]
    public TaskReportForm Input { get; set; } = new();

    public bool IsOfficer => Acting.CapacityFor<ReportOnResolutions>(Task.CouncilId, Task.ProvinceId) is null;

    public void OnGet() => Input = new TaskReportForm { On = Tools.Clock.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var file = await files.TakeInAsync(Input.File, Task.CouncilId, nameof(Input.File), ct);

        return file is { IsRefused: true }
            ? Finish(file)
            : Finish(await desk.ReportAsync(Code, new TaskReportInput { Words = Input.Words, Document = Shell.Parts.Words.Blank(Input.Document), On = Input.On, File = file?.Value }, Acting, ct));
    }
}

public sealed record TaskReportForm
{
    [Required(ErrorMessage = "resolutionTask.wordsMissing"), StringLength(10_000)]
    public string Words { get; init; } = "";

    [StringLength(120)]
    public string? Document { get; init; }

    public DateOnly? On { get; init; }

    public IFormFile? File { get; init; }
}
