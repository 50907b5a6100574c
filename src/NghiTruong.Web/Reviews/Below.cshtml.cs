using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Reviews;
using NghiTruong.Schemes;
using NghiTruong.Web.Schemes;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reviews;

/// <summary>The upper council's side: who has sent, who is late, and the sum of what was sent, without typing.</summary>
[Requires<ReadReviews>]
public sealed class BelowModel(ReviewsBelow below, ReviewTools tools) : PageModel
{
    public ReviewsBelowView? View { get; private set; }

    public List<SelectListItem> SchemesSeen { get; private set; } = [];

    public List<SelectListItem> Periods => tools.Periods();

    public string? Scheme { get; private set; }

    public SchemePeriod Period { get; private set; } = null!;

    public bool MayUrge => View is { } view && tools.Acting.OwnCouncils<KeepReviews>().Contains(view.Scheme.CouncilId);

    public async Task OnGetAsync(CancellationToken ct) => await ReadAsync(ct);

    public async Task<IActionResult> OnPostUrgeAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        var urged = await below.UrgeAsync(Scheme ?? "", Period, tools.Acting, ct);
        if (ModelState.Refuse(urged, tools.Texts, ""))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["reviews.urged", urged.Value]);

        return LocalRedirect($"{ReviewLinks.Below}?scheme={Scheme}&ky={Period.Key}");
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        var councils = await tools.Directory.CouncilsAsync(ct);
        var scope = tools.Acting.ScopeOf<ReadReviews>();
        var seen = await tools.Schemes.ReadAsync(new SchemeFilter { Size = 200 }, tools.Acting, ct);
        SchemesSeen =
        [
            .. seen.Rows.Where(s => councils.GetValueOrDefault(s.CouncilId) is { Tier: Tier.Province } c && (scope.All || scope.Provinces.Contains(c.ProvinceId)))
                .Select(s => new SelectListItem($"{tools.Texts.Of(s.Kind)} {s.Number}: {Words.Short(s.Title, 80)}", s.Code)),
        ];
        Scheme = AddressReader.Text(Request.Query, "scheme") ?? SchemesSeen.FirstOrDefault()?.Value;
        Period = SchemePeriod.Parse(AddressReader.Text(Request.Query, "ky")) ?? SchemePeriod.EndedBefore(tools.Clock.Today);
        View = Scheme is { } scheme ? await below.ReadAsync(scheme, Period, tools.Acting, ct) : null;
    }
}
