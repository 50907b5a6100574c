using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Operations;
using NghiTruong.Schemes;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Schemes;

/// <summary>One document as a tree: its objectives, targets and solutions, whether a resolution carries each, and how far it is.</summary>
[Requires<ReadSchemes>]
public sealed class DetailsModel(StoryTeller story, Undo undo, SchemeTools tools) : SchemePageModel(tools)
{
    public override string Act => "hoan-tac";

    public string CouncilName { get; private set; } = "";

    public IReadOnlyDictionary<Guid, CouncilName> Councils { get; private set; } = new Dictionary<Guid, CouncilName>();

    public StoryPart Story { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Periods => Tools.Periods(Scheme);

    /// <summary>A commune that may take the province's document over and has not.</summary>
    public bool MayAdopt { get; private set; }

    public int Reached => Matter.Nodes.Count(n => n.Progress.Status is NodeStatus.Reached or NodeStatus.Exceeded);

    public int Measured => Matter.Nodes.Count(n => n.Node.Measure != NodeMeasure.None);

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        Councils = await Tools.Directory.CouncilsAsync(ct);
        CouncilName = Councils.GetValueOrDefault(Scheme.CouncilId)?.Name ?? "";
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
        var own = Acting.OwnCouncils<KeepSchemes>();
        MayAdopt = Scheme.Tier == Tier.Province && !own.Contains(Scheme.CouncilId)
            && own.Any(c => Councils.GetValueOrDefault(c) is { Tier: Tier.Commune } council && council.ProvinceId == Scheme.ProvinceId && !Matter.Children.Any(s => s.CouncilId == c));
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid operation, CancellationToken ct) => Finish(await undo.UndoAsync(operation, Acting, ct));
}
