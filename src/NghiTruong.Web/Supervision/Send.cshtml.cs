using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>To whom report and conclusion went, how and when; and that they arrived.</summary>
[Requires<CarryOutSupervisions>]
public sealed class SendModel(SupervisionDistribution distribution, SupervisionActTools tools) : SupervisionActModel(tools)
{
    private HashSet<Guid> _usual = [];

    public override string Act => "gui";

    [BindProperty]
    public SendForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    /// <summary>The Standing Committee of the Party committee gets the report (để báo cáo); the council's list of agencies has to name it.</summary>
    public bool HasPartyCommittee { get; private set; }

    public DateOnly Today => Tools.Clock.Today;

    /// <summary>Sent, and nobody has said that it arrived.</summary>
    public IReadOnlyList<SupervisionDelivery> Waiting => [.. Matter.Deliveries.Where(d => d.ReceivedOn is null)];

    public List<SelectListItem> Channels => [.. new[] { "axis", "post", "hand", "mail" }.Select(c => Tools.Texts["supervisions.channel." + c]).Select(c => new SelectListItem(c, c))];

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        var supervised = Matter.Bodies.Select(b => b.AgencyId).ToHashSet();
        var all = (await Tools.Directory.AgenciesOfAsync(Supervision.CouncilId, ct)).Where(a => a.IsPresent).ToList();
        HasPartyCommittee = all.Exists(a => a.Kind == AgencyKind.PartyCommittee);
        _usual = [.. all.Where(a => supervised.Contains(a.Id) || a.Kind is AgencyKind.PeoplesCommittee or AgencyKind.FatherlandFront or AgencyKind.PartyCommittee).Select(a => a.Id)];
        Agencies = [.. all.OrderBy(a => !_usual.Contains(a.Id)).Select(a => new SelectListItem(a.Name, a.Id.ToString("D")))];
    }

    /// <summary>UBND, the Front, each supervised body, the Standing Committee of the Party committee: whoever has not got it yet.</summary>
    public void OnGet() => Input = new SendForm { Agencies = [.. _usual.Except(Matter.Deliveries.Select(d => d.AgencyId))], SentOn = Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await distribution.SendAsync(Code, new DeliveryInput(Input.Agencies, Input.Channel, Input.SentOn), Acting, ct));

    public async Task<IActionResult> OnPostReceivedAsync(Guid delivery, string? by, DateOnly? on, CancellationToken ct) =>
        !ModelState.IsValid ? Page() : Finish(await distribution.ReceivedAsync(Code, delivery, by, on, Acting, ct));
}

public sealed record SendForm
{
    public List<Guid> Agencies { get; init; } = [];

    public string? Channel { get; init; }

    public DateOnly? SentOn { get; init; }
}
