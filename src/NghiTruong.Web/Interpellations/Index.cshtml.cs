using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Interpellations;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>Question slips: those that wait, those late, one's own, all; for an agency what it is asked.</summary>
[Requires<ReadInterpellations>]
public sealed class IndexModel(InterpellationList list, InterpellationQuery read, InterpellationListView view, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock)
    : InterpellationListModel(view, directory, clock)
{
    public IReadOnlyList<InterpellationRow> Rows { get; private set; } = [];

    public bool MayHandIn { get; } = acting.May<HandInSlips>();

    /// <summary>Asks themselves; a clerk writes down what others ask.</summary>
    public bool IsAsker { get; } = acting.Capacities.Any(c => c.Role is Role.Delegate or Role.CommitteeHead or Role.StandingCommittee);

    public bool MaySelect { get; } = acting.May<SelectSlips>();

    public override IReadOnlyList<ListTab> Tabs => InterpellationListView.Tabs(
        Request.Query, "interpellations.tab.", InterpellationLinks.Slips,
        [.. MayHandIn ? new[] { "state=submitted" } : [], .. IsAsker ? new[] { "mine" } : [], "state=inWriting", "overdue"]);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Choices = await View.SlipChoicesAsync(Request.Query, ct);
        var filter = await read.SlipsAsync(Request.Query, View.CouncilOf(Request.Query), ct);
        if (ModelState.Refuse(filter, texts, ""))
        {
            return;
        }

        var page = await list.ReadAsync(filter.Value, acting, ct);
        Rows = page.Rows;
        await NameAsync(Rows.Select(r => r.AgencyId), page.Next, filter.Value.CouncilId, ct);
    }
}
