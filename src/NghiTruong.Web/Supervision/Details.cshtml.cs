using Microsoft.AspNetCore.Mvc;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Operations;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Groups;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>One supervision: what it is, where it stands, who holds it, by when and why; the next step and the checklist; results, recommendations, findings; the story.</summary>
[Requires<ReadSupervisions>]
public sealed class DetailsModel(
    GroupFieldReader groups, GroupForms forms, SupervisionWhy why, SupervisionSteps steps, StoryTeller story, Undo undo, SupervisionDistribution distribution, SupervisionActTools tools)
    : SupervisionActModel(tools)
{
    public override string Act => "undo";

    public IReadOnlyList<OpenAct> Acts { get; private set; } = [];

    public IReadOnlyList<SupervisionStep> Steps { get; private set; } = [];

    /// <summary>What is recorded under the fields of the group; what the record shows elsewhere left out.</summary>
    public IReadOnlyList<GroupFieldShown> Fields { get; private set; } = [];

    public string GroupName { get; private set; } = "";

    public bool MayEditGroup { get; private set; }

    public StoryPart Story { get; private set; } = null!;

    public IReadOnlyList<string> Why { get; private set; } = [];

    public string Who { get; private set; } = "";

    public string? WhoNote { get; private set; }

    public string CouncilName { get; private set; } = "";

    public DateOnly Today => Tools.Clock.Today;

    /// <summary>The checklist leads to the acts.</summary>
    public bool MayAct => Acts.Count > 0;

    /// <summary>What the next step is for, in a sentence; nothing is next once it is closed.</summary>
    public string? NextText => Supervision.State != SupervisionState.Closed && Acts is [var first, ..] ? Tools.Texts[first.Text + ".why"] : null;

    public IEnumerable<FileUse> FilesOf(Guid owner) => Matter.Files.Where(f => f.OwnerId == owner);

    /// <summary>What a finding rests on.</summary>
    public string EvidenceOf(SupervisionFinding finding)
    {
        var visit = Matter.Visits.FirstOrDefault(v => v.Id == finding.VisitId);
        var paper = Matter.Papers.FirstOrDefault(p => p.Id == finding.PaperId);

        return string.Join("; ", new[]
        {
            finding.Evidence,
            visit is null ? null : Tools.Texts["supervisions.evidence.visit", visit.Place, Ui.Date(visit.On)],
            paper is null ? null : $"{Tools.Texts.Of(paper.Kind)} {paper.Number}, {Ui.Date(paper.On)}",
            finding.PetitionCode is null ? null : Tools.Texts["supervisions.evidence.petition"],
        }.Where(e => !string.IsNullOrEmpty(e)));
    }

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        Acts = SupervisionActs.For(Matter, Acting);
        Fields = [.. (await groups.OfAsync(Matter, ct)).Where(f => f.Field.Kind != GroupFieldKind.Record)];
        GroupName = (await forms.ChoicesAsync(Supervision.CouncilId, ct)).Find(g => g.Value == Supervision.Group)?.Text ?? Supervision.Group;
        MayEditGroup = MayAct && Supervision.ConcludedOn is null && Acting.CapacityFor<CarryOutSupervisions>(Supervision.CouncilId, Supervision.ProvinceId) is not null;
        Steps = steps.Of(Matter, Acts is [var primary, ..] ? primary.Href : null);
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
        Why = await why.OfAsync(Matter, ct);
        Who = Tools.Texts.Subject(Supervision.Subject, Supervision.BodyId, await Tools.Directory.BodiesAsync(ct));
        CouncilName = (await Tools.Directory.CouncilAsync(Supervision.CouncilId, ct))?.Name ?? "";
        WhoNote = Supervision.Duty is { } duty ? Tools.Texts["supervisions.owes." + Words.CodeOf(duty)]
            : Supervision.ClosedOn is { } closed ? Tools.Texts["supervisions.closed.on", Ui.Date(closed)] : null;
    }

    /// <summary>Whom it was sent to opened it: that is proof of its own.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Supervision.IsIssued && Matter.Deliveries.Any(d => d.OpenedAt is null) && Acting.Capacities.Any(c => c.AgencyId is not null || c.Role == Role.FrontOfficer))
        {
            await distribution.OpenedAsync(Code, Acting, ct);
        }
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid operation, CancellationToken ct) => Finish(await undo.UndoAsync(operation, Acting, ct));
}
