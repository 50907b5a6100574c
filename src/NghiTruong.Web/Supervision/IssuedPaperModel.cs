using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Refusals;
using NghiTruong.Supervision;
using NghiTruong.Web.Files;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>A page that says a paper has gone out, by number and day, with its scan where there is one: the report, the conclusion.</summary>
public abstract class IssuedPaperModel(SupervisionDesk desk, FileDesk files, SupervisionActTools tools) : SupervisionActModel(tools)
{
    [BindProperty]
    public IssuedPaperForm Input { get; set; } = new();

    protected abstract SupervisionPaperKind Paper { get; }

    public void OnGet() => Input = new IssuedPaperForm { On = Tools.Clock.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        // The scan is looked at before anything is saved.
        var file = await files.TakeInAsync(Input.File, Supervision.CouncilId, nameof(Input.File), ct);
        if (file is { IsRefused: true })
        {
            return Finish(file);
        }

        var number = Words.Blank(Input.Number);
        var done = await IssueAsync(number, Input.On, ct);

        return done.IsRefused || file is null
            ? Finish(done)
            : Finish(await desk.RecordPaperAsync(Code, new SupervisionPaperInput { Kind = Paper, Number = number, On = Input.On, File = file.Value }, Acting, ct));
    }

    protected abstract Task<Result> IssueAsync(string? number, DateOnly? on, CancellationToken ct);
}

public sealed record IssuedPaperForm
{
    [StringLength(60)]
    public string? Number { get; init; }

    [Required]
    public DateOnly? On { get; init; }

    public IFormFile? File { get; init; }
}
