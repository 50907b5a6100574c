using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Conferences;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Conferences;

/// <summary>Who takes part at a site, one a line.</summary>
[Requires<KeepConferences>]
public sealed class ParticipantsModel(ConferenceDesk desk, ConferencePageTools tools) : ConferencePageModel(tools)
{
    public override string Act => "thanh-phan";

    [BindProperty]
    public ParticipantsForm Input { get; set; } = new();

    public List<SelectListItem> SiteChoices => [.. Matter.Sites.Select(s => new SelectListItem($"{new string('\u00A0', s.Level * 3)}{s.Name}", s.Id.ToString("D")))];

    public void OnGet() => Input = new ParticipantsForm { SiteId = Matter.Sites is [var main, ..] ? main.Id : Guid.Empty, ArePresent = Conference.HeldOn <= Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.AddParticipantsAsync(Code, Input.SiteId, Input.Lines, Input.ArePresent, Acting, ct)) : Page();
}

public sealed record ParticipantsForm
{
    public Guid SiteId { get; init; }

    /// <summary>One person or number a line.</summary>
    [StringLength(20_000)]
    public string? Lines { get; init; }

    public bool ArePresent { get; init; }
}
