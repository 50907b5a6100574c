using Microsoft.AspNetCore.Mvc;
using NghiTruong.Operations;
using NghiTruong.Training;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Training;

/// <summary>One class: who is enrolled and was there, results, certificates, the story.</summary>
[Requires<ReadTrainings>]
public sealed class DetailsModel(TrainingEnrolment enrolment, StoryTeller story, Undo undo, TrainingPageTools tools) : TrainingPageModel(tools)
{
    private string _act = "dua-ra";

    public override string Act => _act;

    public StoryPart Story { get; private set; } = null!;

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
    }

    public async Task<IActionResult> OnPostTakeOutAsync(Guid who, CancellationToken ct) => Finish(await enrolment.TakeOutAsync(Code, who, Acting, ct));

    public async Task<IActionResult> OnPostUndoAsync(Guid operation, CancellationToken ct)
    {
        _act = "hoan-tac";

        return Finish(await undo.UndoAsync(operation, Acting, ct));
    }
}
