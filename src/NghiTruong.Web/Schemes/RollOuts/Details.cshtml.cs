using Microsoft.AspNetCore.Mvc;
using NghiTruong.Councils;
using NghiTruong.Schemes;
using NghiTruong.Schemes.RollOuts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Schemes.RollOuts;

/// <summary>The matrix of units and steps with its totals; who is missing, and "đôn đốc" beside it.</summary>
[Requires<ReadSchemes>]
public sealed class DetailsModel(RollOutDesk desk, StoryTeller story, RollOutTools tools) : RollOutPageModel(tools)
{
    public override string Act => "don-doc";

    public string CouncilName { get; private set; } = "";

    public StoryPart Story { get; private set; } = null!;

    /// <summary>The step whose missing units are shown alone.</summary>
    public string? Missing { get; private set; }

    public IEnumerable<RollOutLine> Shown => Missing is { } step ? Matter.Units.Where(u => u.Tasks.Any(t => t.StepCode == step && t.DoneOn is null)) : Matter.Units;

    public StepTotal? Next => Matter.Steps.FirstOrDefault(s => s.Done < s.Units);

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        CouncilName = (await Tools.Directory.CouncilAsync(RollOut.CouncilId, ct))?.Name ?? "";
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
        Missing = AddressReader.Text(Request.Query, "thieu") is { } step && Matter.Steps.Any(s => s.Step.StepCode == step) ? step : null;
    }

    public async Task<IActionResult> OnPostUrgeAsync(string step, bool letter, CancellationToken ct)
    {
        var urged = await desk.UrgeAsync(Code, step ?? "", letter, Acting, ct);
        if (ModelState.Refuse(urged, Tools.Texts, ""))
        {
            return Page();
        }

        TempData.Notice(Tools.Texts[letter ? "rollOuts.urged.letter" : "rollOuts.urged", urged.Value]);

        return LocalRedirect(Back);
    }
}
