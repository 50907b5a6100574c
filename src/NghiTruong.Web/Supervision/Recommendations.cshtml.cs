using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Supervision;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Recommendations: those followed, those an agency says are done, those late; for an agency what it owes.</summary>
[Requires<ReadSupervisions>]
public sealed class RecommendationsModel(
    RecommendationList list, SupervisionQuery read, SupervisionListView view, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, AgencyName> _agencies = new Dictionary<Guid, AgencyName>();
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public IReadOnlyList<RecommendationRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public string ExportHref => SupervisionLinks.RecommendationExport + Request.QueryString;

    public IReadOnlyList<ListTab> Tabs => SupervisionListView.RecommendationTabs(Request.Query);

    public IReadOnlyList<ListChoice> Choices { get; private set; } = [];

    public DateOnly Today { get; } = clock.Today;

    public bool IsOfficer { get; } = acting.Capacities.All(c => c.AgencyId is not null);

    public bool ShowsCouncil { get; private set; }

    public bool HasFilters => SupervisionListView.HasFilters(Request.Query);

    public IEnumerable<KeyValuePair<string, string>> TabFields => SupervisionListView.TabFields(Request.Query);

    public string? AgencyOf(Guid? id) => id is { } known ? _agencies.GetValueOrDefault(known)?.Name : texts["recommendations.noAgency"];

    public string? CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Choices = await view.RecommendationChoicesAsync(Request.Query, ct);
        var filter = await read.RecommendationsAsync(Request.Query, view.CouncilOf(Request.Query), ct);
        if (ModelState.Refuse(filter, texts, ""))
        {
            return;
        }

        var page = await list.ReadAsync(filter.Value, acting, ct);
        (Rows, Next) = (page.Rows, page.Next);
        ShowsCouncil = filter.Value.CouncilId is null && !IsOfficer;
        _agencies = await directory.AgenciesAsync(Rows.Select(r => r.LeadAgencyId), ct);
        _councils = await directory.CouncilsAsync(ct);
    }
}
