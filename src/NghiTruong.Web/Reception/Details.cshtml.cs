using Microsoft.AspNetCore.Mvc;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Reception;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reception;

/// <summary>One reception: who, where, when, prepared, held, who came.</summary>
[Requires<ReadReceptions>]
public sealed class DetailsModel(ReceptionDesk desk, StoryTeller story, ReceptionTools tools) : ReceptionActModel(tools)
{
    public override string Act => "ghi";

    public StoryPart Story { get; private set; } = null!;

    public DateOnly Today => Tools.Today;

    public bool MayArrange { get; private set; }

    public bool MayKeep { get; private set; }

    protected override Task PrepareAsync(CancellationToken ct)
    {
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
        MayArrange = Reception.State == ReceptionState.Scheduled && Acting.CapacityFor<ArrangeReceptions>(Reception.CouncilId, Reception.ProvinceId) is not null;
        MayKeep = Reception.State != ReceptionState.Missed && Reception.PlannedOn <= Today && Acting.CapacityFor<KeepReceptionBook>(Reception.CouncilId, Reception.ProvinceId) is not null;

        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostPrepareAsync(ReceptionPreparation what, CancellationToken ct) => Finish(await desk.PrepareAsync(Code, what, Acting, ct));

    public async Task<IActionResult> OnPostHoldAsync(CancellationToken ct) => Finish(await desk.HoldAsync(Code, null, Acting, ct));
}
