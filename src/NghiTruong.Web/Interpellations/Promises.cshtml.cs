using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Interpellations;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>Promises and tasks of conclusions: under way, late, without a report before the coming session, to be judged.</summary>
[Requires<ReadInterpellations>]
public sealed class PromisesModel(PromiseList list, InterpellationQuery read, InterpellationListView view, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock)
    : InterpellationListModel(view, directory, clock)
{
    public IReadOnlyList<PromiseRow> Rows { get; private set; } = [];

    public override IReadOnlyList<ListTab> Tabs => InterpellationListView.Tabs(Request.Query, "promises.tab.", InterpellationLinks.Promises, ["open", "overdue", "unreported", "state=reported"]);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Choices = await View.PromiseChoicesAsync(Request.Query, ct);
        var filter = await read.PromisesAsync(Request.Query, View.CouncilOf(Request.Query), ct);
        if (ModelState.Refuse(filter, texts, ""))
        {
            return;
        }

        var page = await list.ReadAsync(filter.Value, acting, ct);
        Rows = page.Rows;
        await NameAsync(Rows.Select(r => r.AgencyId), page.Next, filter.Value.CouncilId, ct);
    }
}
