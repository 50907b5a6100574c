using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Interpellations;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>What the agency says it has done about a promise.</summary>
[Requires<ReportPromises>]
public sealed class ReportModel(PromiseDesk desk, InterpellationTools tools) : PromiseActModel(tools)
{
    public override string Act => "bao-cao";

    [BindProperty]
    public PromiseReportForm Input { get; set; } = new();

    /// <summary>The agency itself speaks; the desk writes down what it said on paper.</summary>
    public bool IsOfficer => Acting.CapacityFor<ReportPromises>(Promise.CouncilId, Promise.ProvinceId) is null;

    public void OnGet() => Input = new PromiseReportForm { On = Tools.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var files = await Tools.TakeInAsync(Input.Files, Promise.CouncilId, ct);

        return files.IsRefused
            ? Finish(files)
            : Finish(await desk.ReportAsync(Code, new PromiseReportInput { Words = Input.Words, IsDone = Input.IsDone, Document = Words.Blank(Input.Document), On = Input.On, Files = files.Value }, Acting, ct));
    }
}

public sealed record PromiseReportForm
{
    [Required(ErrorMessage = "promise.wordsMissing"), StringLength(10_000)]
    public string Words { get; init; } = "";

    public bool IsDone { get; init; }

    [StringLength(120)]
    public string? Document { get; init; }

    [Required]
    public DateOnly? On { get; init; }

    public List<IFormFile> Files { get; init; } = [];
}

/// <summary>Kept, partly or not, with reason and evidence; closed, or followed on.</summary>
[Requires<JudgePromises>]
public sealed class JudgeModel(PromiseDesk desk, InterpellationTools tools) : PromiseActModel(tools)
{
    public override string Act => "danh-gia";

    [BindProperty]
    public JudgeForm Input { get; set; } = new();

    public List<SelectListItem> Outcomes => [.. Enum.GetValues<PromiseOutcome>().Select(o => new SelectListItem(Tools.Texts.Of(o), o.ToString()))];

    public List<SelectListItem> Nexts => [new(Tools.Texts["promises.judge.close"], nameof(NextStep.Close)), new(Tools.Texts["promises.judge.goOn"], nameof(NextStep.GoOn))];

    /// <summary>The clerk judges by the Standing Committee's paper.</summary>
    public bool IsClerk => Acting.CapacityFor<JudgePromises>(Promise.CouncilId, Promise.ProvinceId)?.Role == Role.Clerk;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var files = await Tools.TakeInAsync(Input.Files, Promise.CouncilId, ct);

        return files.IsRefused
            ? Finish(files)
            : Finish(await desk.JudgeAsync(
                Code,
                new PromiseJudgement
                {
                    Outcome = Input.Outcome!.Value, Reason = Input.Reason, Evidence = Input.Evidence, GoesOn = Input.Next == NextStep.GoOn, DueOn = Input.DueOn, Paper = Words.Blank(Input.Paper), Files = files.Value,
                },
                Acting, ct));
    }
}

public enum NextStep
{
    Close,
    GoOn,
}

public sealed record JudgeForm
{
    [Required(ErrorMessage = "promises.outcomeMissing")]
    public PromiseOutcome? Outcome { get; init; }

    [StringLength(4000)]
    public string? Reason { get; init; }

    [StringLength(4000)]
    public string? Evidence { get; init; }

    public NextStep Next { get; init; }

    public DateOnly? DueOn { get; init; }

    [StringLength(60)]
    public string? Paper { get; init; }

    public List<IFormFile> Files { get; init; } = [];
}
