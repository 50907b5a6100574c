using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Conferences;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Conferences;

/// <summary>What was proposed; with a lead and a day it is followed.</summary>
[Requires<KeepConferences>]
public sealed class ProposalModel(ConferenceMinutes minutes, ConferencePageTools tools) : ConferencePageModel(tools)
{
    public override string Act => "de-xuat";

    [BindProperty]
    public ProposalForm Input { get; set; } = new();

    public List<SelectListItem> Agencies { get; private set; } = [];

    public List<SelectListItem> Opinions => [.. Matter.Opinions.Select(o => new SelectListItem($"{o.Place}. {o.Body}: {Words.Short(o.Words, 80)}", o.Id.ToString("D")))];

    protected override async Task PrepareAsync(CancellationToken ct) => Agencies = await Tools.Desks.AgencyChoicesAsync(Conference.CouncilId, ct);

    public void OnGet() => Input = new ProposalForm { Id = Guid.CreateVersion7() };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid
        ? Finish(await minutes.AddProposalAsync(
            Code, new ProposalInput { Id = Input.Id, Content = Input.Content, OpinionId = Input.OpinionId, LeadAgencyId = Input.LeadAgencyId, DueOn = Input.DueOn }, Acting, ct))
        : Page();
}

public sealed record ProposalForm
{
    public Guid? Id { get; init; }

    [Required(ErrorMessage = "conference.contentMissing"), StringLength(4000)]
    public string Content { get; init; } = "";

    public Guid? OpinionId { get; init; }

    public Guid? LeadAgencyId { get; init; }

    public DateOnly? DueOn { get; init; }
}
