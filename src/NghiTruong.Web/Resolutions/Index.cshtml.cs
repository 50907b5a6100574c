using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Resolutions;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>The register: what holds, what nobody has looked at, what is followed; filters in the address.</summary>
[Requires<ReadResolutions>]
public sealed class IndexModel(ResolutionList list, ResolutionListView view, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public IReadOnlyList<ResolutionRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<ResolutionTab> Tabs => ResolutionListView.Tabs(Request.Query);

    public IReadOnlyList<ResolutionChoice> Choices { get; private set; } = [];

    public IReadOnlyDictionary<Guid, BodyName> Bodies { get; private set; } = new Dictionary<Guid, BodyName>();

    public DateOnly Today { get; } = clock.Today;

    public bool MayRecord { get; } = acting.May<RecordResolutions>();

    public bool MayImport { get; } = acting.May<ImportResolutions>();

    public bool ShowsFigures { get; } = acting.Capacities.Any(c => c.AgencyId is null);

    public bool ShowsCouncil { get; private set; }

    /// <summary>Whose papers can be written: of one council, by somebody who reads its register whole.</summary>
    public Guid? SheetCouncil { get; private set; }

    public string? Q => AddressReader.Text(Request.Query, "q");

    public bool IsStaleList => Request.Query.ContainsKey("stale");

    public bool HasFilters => ResolutionListView.HasFilters(Request.Query);

    public IEnumerable<KeyValuePair<string, string>> Kept => ResolutionListView.Kept(Request.Query);

    public string ExportHref => ResolutionLinks.Export + Request.QueryString;

    public string? CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Choices = await view.ChoicesAsync(Request.Query, ct);
        (_councils, Bodies) = (await directory.CouncilsAsync(ct), await directory.BodiesAsync(ct));
        var filter = await view.FilterAsync(Request.Query, ct);
        if (ModelState.Refuse(filter, texts, ""))
        {
            return;
        }

        var page = await list.ReadAsync(filter.Value, acting, ct);
        (Rows, Next) = (page.Rows, page.Next);
        ShowsCouncil = filter.Value.CouncilId is null;
        SheetCouncil = filter.Value.CouncilId is { } id && _councils.GetValueOrDefault(id) is { } council && acting.CapacityFor<ReadResolutions>(council.Id, council.ProvinceId) is not null ? id : null;
    }
}
