using Microsoft.AspNetCore.Mvc;
using NghiTruong.Accounts;
using NghiTruong.FollowUp;
using NghiTruong.Operations;
using NghiTruong.Resolutions;
using NghiTruong.Web.FollowUp;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>One task: who owes what by when and why; the agency's word beside the council's judgement; urging; the story.</summary>
[Requires<ReadResolutions>]
public sealed class TaskDetailsModel(StoryTeller story, Undo undo, ResolutionActTools tools) : TaskActModel(tools)
{
    public override string Act => "undo";

    public IReadOnlyList<OpenAct> Acts { get; private set; } = [];

    public StoryPart Story { get; private set; } = null!;

    public IReadOnlyList<string> Why { get; private set; } = [];

    public string Holder { get; private set; } = "";

    public string? HolderNote { get; private set; }

    public bool SeesResolution { get; private set; }

    /// <summary>The next step of urging, while it is owed and the person may take it.</summary>
    public string? UrgeHref => Task.OwedBy is not null && Item is { } item && Acting.CapacityFor<UrgeAgencies>(Task.CouncilId, Task.ProvinceId) is not null ? FollowUpLinks.UrgeOne(item.Id) : null;

    public string? Urged => Item is { UrgingStep: > 0, UrgedOn: { } on } item ? Tools.Texts["resolutionTasks.urged.step", item.UrgingStep, Ui.Date(on)] : null;

    private FollowUpItem? Item => Matter.Items is [var first, ..] ? first : null;

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        var texts = Tools.Texts;
        Acts = ResolutionActs.For(Task, Acting);
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
        Why = [texts[Task.Period.Length == 0 ? "resolutionTasks.why.once" : "resolutionTasks.why.period", Ui.Date(Task.DueOn), Matter.Clause.Place, texts.PeriodOf(Task.Period)]];
        var watcher = texts.Watcher(Matter.Resolution.BodyId, await Tools.Directory.BodiesAsync(ct));
        Holder = Task.State == ResolutionTaskState.Following ? Agency : watcher;
        HolderNote = Task.State switch
        {
            ResolutionTaskState.Following => texts["resolutionTasks.holder.since", Ui.Date(Task.OpenedOn)],
            ResolutionTaskState.Reported => texts["resolutionTasks.holder.reported"],
            _ => null,
        };
        SeesResolution = await Tools.Reader.ReadAsync(Matter.Resolution.Code, Acting, ct) is not null;
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid operation, CancellationToken ct) => Finish(await undo.UndoAsync(operation, Acting, ct));
}
