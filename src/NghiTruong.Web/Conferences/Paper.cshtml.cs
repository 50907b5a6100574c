using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Conferences;
using NghiTruong.Documents.Files;
using NghiTruong.Web.Files;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Conferences;

/// <summary>A paper handed in, with its file.</summary>
[Requires<KeepConferences>]
public sealed class PaperModel(ConferenceMinutes minutes, FileDesk files, ConferencePageTools tools) : ConferencePageModel(tools)
{
    public override string Act => "tham-luan";

    [BindProperty]
    public PaperForm Input { get; set; } = new();

    public void OnGet() => Input = new PaperForm { Id = Guid.CreateVersion7() };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var file = await files.TakeInAsync(Input.File, Conference.CouncilId, nameof(Input.File), ct);

        return file is { IsRefused: true }
            ? Finish(file)
            : Finish(await minutes.AddPaperAsync(
                Code, new PaperInput { Id = Input.Id, Title = Input.Title, Author = Words.Blank(Input.Author), Body = Input.Body, Summary = Words.Blank(Input.Summary), File = file?.Value }, Acting, ct));
    }
}

public sealed record PaperForm
{
    public Guid? Id { get; init; }

    [Required(ErrorMessage = "conference.paperTitleMissing"), StringLength(500)]
    public string Title { get; init; } = "";

    [StringLength(200)]
    public string? Author { get; init; }

    [Required(ErrorMessage = "conference.bodyMissing"), StringLength(300)]
    public string Body { get; init; } = "";

    [StringLength(4000)]
    public string? Summary { get; init; }

    public IFormFile? File { get; init; }
}
