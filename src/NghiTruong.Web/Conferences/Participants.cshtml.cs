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
    public Guid SiteId { get; set; }

    [BindProperty, StringLength(20_000)]
    public string? Lines { get; set; }

    [BindProperty]
    public bool ArePresent { get; set; }

    public List<SelectListItem> SiteChoices => [.. Matter.Sites.Select(s => new SelectListItem($"{new string('\u00A0', s.Level * 3)}{s.Name}", s.Id.ToString("D")))];

    public void OnGet() => ArePresent = Conference.HeldOn <= Today;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.AddParticipantsAsync(Code, SiteId, Lines, ArePresent, Acting, ct)) : Page();
}
