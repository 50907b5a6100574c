using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Supervision;

/// <summary>Completes a draft: who must act, what must come of it, by when.</summary>
[Requires<CarryOutSupervisions>]
public sealed class EditDraftModel(RecommendationDrafts drafts, SupervisionActTools tools) : RecommendationActModel(tools)
{
    public override string Act => "sua";

    [BindProperty]
    public RecommendForm Input { get; set; } = new();

    public List<SelectListItem> Agencies { get; private set; } = [];

    public void OnGet() => Input = RecommendForm.Of(Recommendation);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid ? Page() : Finish(await drafts.EditAsync(Code, Input.Asked(), Acting, ct));

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        Agencies = await Tools.Desks.AgencyChoicesAsync(Recommendation.CouncilId, ct);
    }
}
