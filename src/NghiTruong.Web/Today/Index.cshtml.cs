using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Today;
using NghiTruong.Web.FollowUp;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Today;

/// <summary>"Việc hôm nay": what is due, late, hot and waiting for this person, each one step from done.</summary>
[SignedIn]
public sealed class IndexModel(TodayBook book, FollowUpList list, FollowUpNames names, Acting acting, TimeProvider clock) : PageModel
{
    private const int Shown = 10;

    public IReadOnlyList<TodayCard> Cards { get; private set; } = [];

    /// <summary>The longest owed, at one's own council or agency.</summary>
    public IReadOnlyList<FollowUpRow> Late { get; private set; } = [];

    public FollowUpNames Names => names;

    public DateOnly Today => clock.Today;

    public bool MayUrge => acting.May<UrgeAgencies>();

    /// <summary>An upper level reads rows of many councils.</summary>
    public bool ShowsCouncil => !MayUrge && acting.OwnAgencies<ReadFollowUps>().Count == 0 && acting.Capacities.Any(c => c.CouncilId is null || c.IsProvince || c.Below.Count > 0);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Cards = await book.ReadAsync(acting, ct);
        if (Nearest() is { } filter)
        {
            Late = (await list.ReadAsync(filter with { Size = Shown }, acting, ct)).Rows;
            await names.LoadAsync(Late, ct);
        }
    }

    private FollowUpFilter? Nearest() =>
        acting.OwnAgencies<ReadFollowUps>() is [var agency, ..] ? new FollowUpFilter { AgencyId = agency }
        : acting.OwnCouncils<ReadFollowUps>() is [var council, ..] ? new FollowUpFilter { CouncilId = council, Subtree = !MayUrge, Overdue = true }
        : acting.May<ReadFollowUps>() ? new FollowUpFilter { Overdue = true }
        : null;
}
