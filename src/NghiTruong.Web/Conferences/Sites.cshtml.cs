using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Conferences;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Conferences;

/// <summary>The tree of sites, typed line by line.</summary>
[Requires<KeepConferences>]
public sealed class SitesModel(ConferenceDesk desk, ConferencePageTools tools) : ConferencePageModel(tools)
{
    public override string Act => "diem-cau";

    [BindProperty]
    public SitesForm Input { get; set; } = new();

    /// <summary>Names by which a line is known as a council's own site.</summary>
    public IReadOnlyList<string> Neighbours { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken ct) => Neighbours = [.. (await Tools.Desks.NeighbourChoicesAsync(Conference.CouncilId, ct)).Select(c => c.Text)];

    public void OnGet() => Input = new SitesForm { Sites = string.Join('\n', Matter.Sites.Select(s => $"{new string('-', s.Level)}{(s.Level > 0 ? " " : "")}{s.Name}")) };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.SetSitesAsync(Code, Input.Sites, Acting, ct)) : Page();
}

public sealed record SitesForm
{
    /// <summary>One site a line, hyphens for the level.</summary>
    [StringLength(20_000)]
    public string? Sites { get; init; }
}
