using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Recounting;
using NghiTruong.Web.FollowUp;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Law;

/// <summary>Whom a changed rule or day off moved: was and now, each.</summary>
[Requires<ReadFollowUps>]
public sealed class RecountModel(RecountList list, FollowUpNames names, Acting acting) : PageModel
{
    public RecountView View { get; private set; } = null!;

    public FollowUpNames Names => names;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? cursor, CancellationToken ct)
    {
        if (await list.ReadAsync(id, cursor, acting, ct) is not { } view)
        {
            return NotFound();
        }

        View = view;
        await names.LoadAsync(view.Rows.Select(r => r.AgencyId), ct);

        return Page();
    }
}
