using Microsoft.AspNetCore.Mvc;
using NghiTruong.FollowUp;
using NghiTruong.Interpellations;
using NghiTruong.Operations;
using NghiTruong.Web.FollowUp;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;
using NghiTruong.Web.Supervision;

namespace NghiTruong.Web.Interpellations;

/// <summary>One promise: who keeps it by when and why; the agency's word beside the judgement; the report before the session; the story.</summary>
[Requires<ReadInterpellations>]
public sealed class PromiseDetailsModel(InterpellationWhy why, StoryTeller story, Undo undo, InterpellationTools tools) : PromiseActModel(tools)
{
    public override string Act => "undo";

    public IReadOnlyList<OpenAct> Acts { get; private set; } = [];

    public StoryPart Story { get; private set; } = null!;

    public IReadOnlyList<string> Why { get; private set; } = [];

    public string CouncilName { get; private set; } = "";

    public DateOnly Today => Tools.Today;

    public string Holder => Promise.State == PromiseState.Following ? Agency : Tools.Texts["interpellations.holder.standing"];

    public string HolderNote => Tools.Texts["promises.holder." + Words.CodeOf(Promise.State)];

    public string? UrgeHref => Promise.OwedBy is not null && Matter.Items.FirstOrDefault(i => i.SessionId is null) is { } item && Acting.CapacityFor<UrgeAgencies>(Promise.CouncilId, Promise.ProvinceId) is not null
        ? FollowUpLinks.UrgeOne(item.Id)
        : null;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid operation, CancellationToken ct) => Finish(await undo.UndoAsync(operation, Acting, ct));

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        Acts = PromiseActs.For(Matter, Acting);
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
        Why = await why.OfAsync(Matter, ct);
        CouncilName = (await Tools.Directory.CouncilAsync(Promise.CouncilId, ct))?.Name ?? "";
    }
}
