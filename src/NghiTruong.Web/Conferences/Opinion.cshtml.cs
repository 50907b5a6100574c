using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Conferences;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Conferences;

/// <summary>What somebody said: who, of which body, in which words.</summary>
[Requires<KeepConferences>]
public sealed class OpinionModel(ConferenceMinutes minutes, ConferencePageTools tools) : ConferencePageModel(tools)
{
    public override string Act => "y-kien";

    [BindProperty]
    public OpinionForm Input { get; set; } = new();

    public void OnGet() => Input = new OpinionForm { Id = Guid.CreateVersion7() };

    public async Task<IActionResult> OnPostAsync(bool again, CancellationToken ct) => ModelState.IsValid
        ? Finish(
            await minutes.AddOpinionAsync(Code, new OpinionInput { Id = Input.Id, Speaker = Shell.Parts.Words.Blank(Input.Speaker), Body = Input.Body, Words = Input.Words }, Acting, ct),
            again ? ConferenceLinks.Act(Code, "y-kien") : null)
        : Page();
}

public sealed record OpinionForm
{
    public Guid? Id { get; init; }

    [StringLength(200)]
    public string? Speaker { get; init; }

    [Required(ErrorMessage = "conference.bodyMissing"), StringLength(300)]
    public string Body { get; init; } = "";

    [Required(ErrorMessage = "conference.wordsMissing"), StringLength(10_000)]
    public string Words { get; init; } = "";
}
