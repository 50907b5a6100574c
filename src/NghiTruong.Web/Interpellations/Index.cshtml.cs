using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Interpellations;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>Question slips: those that wait, those late, one's own, all; for an agency what it is asked.</summary>
[Requires<ReadInterpellations>]
public sealed class IndexModel(InterpellationList list, InterpellationQuery read, InterpellationListView view, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, AgencyName> _agencies = new Dictionary<Guid, AgencyName>();
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public IReadOnlyList<InterpellationRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<ListTab> Tabs => InterpellationListView.Tabs(
        Request.Query, "interpellations.tab.", InterpellationLinks.Slips,
        [.. MayHandIn ? new[] { "state=submitted" } : [], .. IsAsker ? new[] { "mine" } : [], "state=inWriting", "overdue"]);

    public IReadOnlyList<ListChoice> Choices { get; private set; } = [];

    public DateOnly Today { get; } = clock.Today;

    public bool MayHandIn { get; } = acting.May<HandInSlips>();

    /// <summary>Asks themselves; a clerk writes down what others ask.</summary>
    public bool IsAsker { get; } = acting.Capacities.Any(c => c.Role is Role.Delegate or Role.CommitteeHead or Role.StandingCommittee);

    public bool MaySelect { get; } = acting.May<SelectSlips>();

    public bool IsOfficer => view.IsOfficer;

    public bool ShowsCouncil { get; private set; }

    public bool HasFilters => InterpellationListView.HasFilters(Request.Query);

    public IEnumerable<KeyValuePair<string, string>> TabFields => InterpellationListView.TabFields(Request.Query);

    public string? AgencyOf(Guid id) => _agencies.GetValueOrDefault(id)?.Name;

    public string? CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Choices = await view.SlipChoicesAsync(Request.Query, ct);
        var filter = await read.SlipsAsync(Request.Query, view.CouncilOf(Request.Query), ct);
        if (ModelState.Refuse(filter, texts, ""))
        {
            return;
        }

        var page = await list.ReadAsync(filter.Value, acting, ct);
        (Rows, Next) = (page.Rows, page.Next);
        ShowsCouncil = filter.Value.CouncilId is null && !IsOfficer;
        _agencies = await directory.AgenciesAsync(Rows.Select(r => (Guid?)r.AgencyId), ct);
        _councils = await directory.CouncilsAsync(ct);
    }
}
