using Microsoft.AspNetCore.Mvc;
using NghiTruong.Interpellations;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using NghiTruong.Web.Letters;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;
using NghiTruong.Web.Supervision;

namespace NghiTruong.Web.Interpellations;

/// <summary>One explanation session: what about, who explains, by when the notice and why; the conclusion with its vote, the tasks, the minutes, the two letters.</summary>
[Requires<ReadInterpellations>]
public sealed class ExplanationDetailsModel(ExplanationDesk desk, InterpellationWhy why, StoryTeller story, Undo undo, InterpellationTools tools) : ExplanationActModel(tools)
{
    public override string Act => "undo";

    public IReadOnlyList<OpenAct> Acts { get; private set; } = [];

    public StoryPart Story { get; private set; } = null!;

    public IReadOnlyList<string> Why { get; private set; } = [];

    public string CouncilName { get; private set; } = "";

    public DateOnly Today => Tools.Today;

    public bool MayHold => Acting.CapacityFor<HoldExplanations>(Session.CouncilId, Session.ProvinceId) is not null;

    /// <summary>The letter that is the next step: drafted by a press, or opened where it is drafted already.</summary>
    public string? LetterHandler => (MayHold, Session.State) switch
    {
        (true, ExplanationState.Decided) => "Notice",
        (true, ExplanationState.Concluded) => "Conclusion",
        _ => null,
    };

    public string LetterText => Session.State == ExplanationState.Decided
        ? Session.NoticeLetterId is null ? "explanations.notice.draft" : "explanations.notice.open"
        : Session.ConclusionLetterId is null ? "explanations.conclusion.draft" : "explanations.conclusion.open";

    public string? NextText => !MayHold ? null : Session.State switch
    {
        ExplanationState.Decided => Tools.Texts["explanations.next.notice", Session.NoticeDueOn is { } due ? Ui.Date(due) : "—"],
        ExplanationState.Concluded => Tools.Texts["explanations.next.conclusion"],
        ExplanationState.Notified => Tools.Texts["explanations.next.hold"],
        ExplanationState.Held => Tools.Texts[Matter.Turns.Count == 0 ? "explanations.next.minutes" : "explanations.next.conclude"],
        _ => null,
    };

    public string Holder => Session.State is ExplanationState.Sent ? Agency : Tools.Texts["interpellations.holder.standing"];

    public string HolderNote => Tools.Texts["explanations.holder." + Words.CodeOf(Session.State)];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostNoticeAsync(CancellationToken ct) => Opened(await desk.DraftNoticeAsync(Code, Acting, ct));

    public async Task<IActionResult> OnPostConclusionAsync(CancellationToken ct) => Opened(await desk.DraftConclusionAsync(Code, Acting, ct));

    public async Task<IActionResult> OnPostUndoAsync(Guid operation, CancellationToken ct) => Finish(await undo.UndoAsync(operation, Acting, ct));

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        Acts = ExplanationActs.For(Matter, Acting, Today);
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
        Why = await why.OfAsync(Session, ct);
        CouncilName = (await Tools.Directory.CouncilAsync(Session.CouncilId, ct))?.Name ?? "";
    }

    private IActionResult Opened(Result<Guid> letter) => ModelState.Refuse(letter, Tools.Texts) ? Page() : LocalRedirect(LetterWords.Details(letter.Value));
}
