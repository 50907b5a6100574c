using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>What the three lists have in common: filters in the address, and names of councils and agencies beside the rows.</summary>
public abstract class InterpellationListModel(InterpellationListView view, CouncilDirectory directory, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, AgencyName> _agencies = new Dictionary<Guid, AgencyName>();
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public abstract IReadOnlyList<ListTab> Tabs { get; }

    public IReadOnlyList<ListChoice> Choices { get; protected set; } = [];

    public string? Next { get; private set; }

    public DateOnly Today { get; } = clock.Today;

    /// <summary>An officer sees what the agency is asked, without filters.</summary>
    public bool IsOfficer => view.IsOfficer;

    public bool ShowsCouncil { get; private set; }

    public bool HasFilters => InterpellationListView.HasFilters(Request.Query);

    public IEnumerable<KeyValuePair<string, string>> TabFields => InterpellationListView.TabFields(Request.Query);

    protected InterpellationListView View => view;

    public string? AgencyOf(Guid id) => _agencies.GetValueOrDefault(id)?.Name;

    public string? CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name;

    /// <summary>The names the rows show, and where the next page begins.</summary>
    protected async Task NameAsync(IEnumerable<Guid> agencies, string? next, Guid? council, CancellationToken ct)
    {
        Next = next;
        ShowsCouncil = council is null && !IsOfficer;
        _agencies = await directory.AgenciesAsync(agencies.Select(id => (Guid?)id), ct);
        _councils = await directory.CouncilsAsync(ct);
    }
}
