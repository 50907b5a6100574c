using Microsoft.AspNetCore.Mvc;
using NghiTruong.Database;
using NghiTruong.Verification;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Verification;

/// <summary>The committee's meeting: presentation, opinions, explanation, conclusion by vote.</summary>
[Requires<ConcludeVerifications>]
public sealed class MeetingModel(VerificationWorkbench bench, VerificationPageTools tools) : VerificationPageModel(tools)
{
    [BindProperty]
    public MeetingInput Input { get; set; } = new();

    public void OnGet() => Input = Case.Votes is { } votes
        ? new MeetingInput
        {
            On = Case.MetOn, Presentation = Case.Presentation, Opinions = Case.Opinions, Explanation = Case.Explanation, Position = Case.Position,
            Members = votes.Members, Present = votes.Present, For = votes.For, Against = votes.Against, Abstained = votes.Abstained, Version = Case.Version,
        }
        : new MeetingInput { On = Tools.Clock.Today, Version = Case.Version };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid ? Finish(await bench.MeetAsync(Code, Input, Acting, ct), "verification.meeting.done") : Page();

    protected override bool IsFor(VerificationView view) => view.MayReadWorkbench;
}
