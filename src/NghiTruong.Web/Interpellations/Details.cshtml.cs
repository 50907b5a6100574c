using Microsoft.AspNetCore.Mvc;
using NghiTruong.FollowUp;
using NghiTruong.Interpellations;
using NghiTruong.Operations;
using NghiTruong.Web.FollowUp;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;
using NghiTruong.Web.Supervision;

namespace NghiTruong.Web.Interpellations;

/// <summary>One slip: what is asked of whom, where it stands, who holds it, by when and why; the answer, the promises, the minutes, the story.</summary>
[Requires<ReadInterpellations>]
public sealed class DetailsModel(InterpellationWhy why, StoryTeller story, Undo undo, InterpellationTools tools) : SlipActModel(tools)
{
    public override string Act => "undo";

    public IReadOnlyList<OpenAct> Acts { get; private set; } = [];

    public StoryPart Story { get; private set; } = null!;

    public IReadOnlyList<string> Why { get; private set; } = [];

    public string Holder { get; private set; } = "";

    public string? HolderNote { get; private set; }

    public string CouncilName { get; private set; } = "";

    public DateOnly Today => Tools.Today;

    /// <summary>What the next step is for, in a sentence.</summary>
    public string? NextText => Slip.State != InterpellationState.Accepted && Acts is [var first, ..] ? Tools.Texts[first.Text + ".why"] : null;

    /// <summary>The next step of urging, while the written answer is owed and the person may take it.</summary>
    public string? UrgeHref => Slip.OwedBy is not null && Matter.Items.LastOrDefault(i => i.OwedBy is not null) is { } item && Acting.CapacityFor<UrgeAgencies>(Slip.CouncilId, Slip.ProvinceId) is not null
        ? FollowUpLinks.UrgeOne(item.Id)
        : null;

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        Acts = SlipActs.For(Slip, Acting);
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
        Why = await why.OfAsync(Slip, ct);
        CouncilName = (await Tools.Directory.CouncilAsync(Slip.CouncilId, ct))?.Name ?? "";
        Holder = Slip.State switch
        {
            InterpellationState.InWriting => Agency,
            InterpellationState.Answered or InterpellationState.Written => Slip.AskerName,
            InterpellationState.Selected or InterpellationState.Asked => Slip.PersonAsked,
            _ => Tools.Texts["interpellations.holder.standing"],
        };
        HolderNote = Tools.Texts["interpellations.holder." + Words.CodeOf(Slip.State)];
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid operation, CancellationToken ct) => Finish(await undo.UndoAsync(operation, Acting, ct));
}
