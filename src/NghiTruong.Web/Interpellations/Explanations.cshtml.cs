using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Interpellations;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>Explanation sessions of the Standing Committee, the latest first.</summary>
[Requires<ReadInterpellations>]
public sealed class ExplanationsModel(ExplanationList list, InterpellationQuery read, InterpellationListView view, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock)
    : InterpellationListModel(view, directory, clock)
{
    public IReadOnlyList<ExplanationRow> Rows { get; private set; } = [];

    public bool MayHold { get; } = acting.May<HoldExplanations>();

    public override IReadOnlyList<ListTab> Tabs => InterpellationListView.Tabs(Request.Query, "explanations.tab.", InterpellationLinks.Explanations, ["open", "state=decided", "state=sent"]);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Choices = await View.ExplanationChoicesAsync(Request.Query, ct);
        var filter = await read.ExplanationsAsync(Request.Query, View.CouncilOf(Request.Query), ct);
        if (ModelState.Refuse(filter, texts, ""))
        {
            return;
        }

        var page = await list.ReadAsync(filter.Value, acting, ct);
        Rows = page.Rows;
        await NameAsync(Rows.Select(r => r.AgencyId), page.Next, filter.Value.CouncilId, ct);
    }
}
