using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Resolutions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>Notes a clause to be followed, and gives it out where an agency is chosen.</summary>
[Requires<RecordResolutions>]
public sealed class AddClauseModel(ResolutionClauses clauses, ResolutionActTools tools) : ResolutionActModel(tools), IFollowForm
{
    public override string Act => "dieu-khoan";

    [BindProperty]
    public FollowForm Input { get; set; } = new();

    public List<SelectListItem> Agencies { get; private set; } = [];

    public List<SelectListItem> Cadences => Tools.Texts.Choices<ClauseCadence>("resolution.cadence.");

    public bool MayBeLeftOut => true;

    public void OnGet() => Input = new FollowForm { Id = Guid.CreateVersion7(), AgencyId = Resolution.LeadAgencyId };

    public async Task<IActionResult> OnPostAsync(bool again, CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await clauses.AddAsync(Code, Input.AskedNew(), Acting, ct), again ? ResolutionLinks.Act(Code, Act) : null);

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        Agencies = await Tools.Desks.AgencyChoicesAsync(Resolution.CouncilId, ct);
    }
}
