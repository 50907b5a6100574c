using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Resolutions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>Gives a noted clause out to an agency.</summary>
[Requires<RecordResolutions>]
public sealed class FollowClauseModel(ResolutionClauses clauses, ResolutionActTools tools) : ClauseActModel(tools), IFollowForm
{
    public override string Act => "giao";

    [BindProperty]
    public FollowForm Input { get; set; } = new();

    public List<SelectListItem> Agencies { get; private set; } = [];

    public List<SelectListItem> Cadences => Tools.Texts.Choices<ClauseCadence>("resolution.cadence.");

    public bool MayBeLeftOut => false;

    public void OnGet() => Input = new FollowForm { AgencyId = Matter.Resolution.LeadAgencyId };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid ? Page() : Finish(await clauses.FollowAsync(Code, Input.Asked(), Acting, ct));

    protected override async Task PrepareAsync(CancellationToken ct) => Agencies = await Tools.Desks.AgencyChoicesAsync(Clause.CouncilId, ct);
}
