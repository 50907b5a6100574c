using Microsoft.AspNetCore.Mvc;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.Interpellations;
using NghiTruong.Operations;
using NghiTruong.Supervision;
using NghiTruong.Web.FollowUp;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>One recommendation: who owes what by when and why; the agency's word beside the body's own look; the explanation; urging; the story.</summary>
[Requires<ReadSupervisions>]
public sealed class RecommendationDetailsModel(SupervisionWhy why, StoryTeller story, Undo undo, SupervisionActTools tools) : RecommendationActModel(tools)
{
    public override string Act => "undo";

    public IReadOnlyList<OpenAct> Acts { get; private set; } = [];

    public StoryPart Story { get; private set; } = null!;

    public IReadOnlyList<string> Why { get; private set; } = [];

    public string Holder { get; private set; } = "";

    public string? HolderNote { get; private set; }

    /// <summary>Who made it.</summary>
    public string MadeBy { get; private set; } = "";

    public bool MaySeeSupervision { get; private set; }

    public DateOnly Today => Tools.Clock.Today;

    private FollowUpItem? Item => Matter.Items is [var first, ..] ? first : null;

    /// <summary>The next step of urging, while it is owed and the person may take it.</summary>
    public string? UrgeHref => Recommendation.OwedBy is not null && Item is { } item && Acting.CapacityFor<UrgeAgencies>(Recommendation.CouncilId, Recommendation.ProvinceId) is not null
        ? FollowUpLinks.UrgeOne(item.Id)
        : null;

    /// <summary>Late, and the person may bring it before the Standing Committee or the council: steps 4 and 5 of the ladder (domain 2.2).</summary>
    public bool MayAskInPublic => Recommendation.OwedBy < Today && Acting.CapacityFor<SelectSlips>(Recommendation.CouncilId, Recommendation.ProvinceId) is not null;

    public string? Urged => Item is { UrgingStep: > 0, UrgedOn: { } on } item ? Tools.Texts["recommendations.urged.step", item.UrgingStep, Ui.Date(on)] : null;

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        var texts = Tools.Texts;
        Acts = RecommendationActs.For(Recommendation, Acting, Today);
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
        Why = await why.OfAsync(Matter, ct);
        MadeBy = texts.Subject(Recommendation.Subject, Recommendation.BodyId, await Tools.Directory.BodiesAsync(ct));
        MaySeeSupervision = await Tools.Reader.ReadAsync(Matter.SupervisionCode, Acting, ct) is not null;
        var isOwed = Recommendation.State == RecommendationState.Following;
        Holder = isOwed ? LeadAgency : MadeBy;
        HolderNote = Recommendation.State switch
        {
            RecommendationState.Draft => texts["recommendations.holder.draft"],
            RecommendationState.Answered => texts["recommendations.holder.answered"],
            RecommendationState.Following when Recommendation.MadeOn is { } on => texts["recommendations.holder.since", Ui.Date(on)],
            _ => null,
        };
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid operation, CancellationToken ct) => Finish(await undo.UndoAsync(operation, Acting, ct));
}
