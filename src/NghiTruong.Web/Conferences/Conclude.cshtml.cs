using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Conferences;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Conferences;

/// <summary>The conclusion in words.</summary>
[Requires<KeepConferences>]
public sealed class ConcludeModel(ConferenceMinutes minutes, ConferencePageTools tools) : ConferencePageModel(tools)
{
    public override string Act => "ket-luan";

    [BindProperty]
    public ConclusionForm Input { get; set; } = new();

    public void OnGet() => Input = new ConclusionForm { Conclusion = Conference.Conclusion };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await minutes.ConcludeAsync(Code, Input.Conclusion, Acting, ct)) : Page();
}

public sealed record ConclusionForm
{
    [Required(ErrorMessage = "conference.conclusionMissing"), StringLength(10_000)]
    public string? Conclusion { get; init; }
}
