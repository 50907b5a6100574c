using Microsoft.AspNetCore.Mvc;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Supervision;

/// <summary>Drops a draft.</summary>
[Requires<CarryOutSupervisions>]
public sealed class DropDraftModel(RecommendationDrafts drafts, SupervisionActTools tools) : RecommendationActModel(tools)
{
    public override string Act => "bo";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => Finish(await drafts.DropAsync(Code, Acting, ct), SupervisionLinks.Details(Matter.SupervisionCode));
}
