using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Supervision;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>The list: by kind, what was not done with its days, or all; for those above how the councils below stand.</summary>
[Requires<ReadSupervisions>]
public sealed class IndexModel(SupervisionList list, SupervisionQuery read, SupervisionListView view, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public IReadOnlyList<SupervisionRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<ListTab> Tabs => SupervisionListView.Tabs(Request.Query);

    public IReadOnlyList<ListChoice> Choices { get; private set; } = [];

    public IReadOnlyDictionary<Guid, BodyName> Bodies { get; private set; } = new Dictionary<Guid, BodyName>();

    public DateOnly Today { get; } = clock.Today;

    public bool MayCarryOut { get; } = acting.May<CarryOutSupervisions>();

    public bool MayImport { get; } = acting.May<ImportSupervisions>();

    public bool HasProgramme { get; } = acting.Capacities.Any(c => c.AgencyId is null);

    public bool ShowsCouncil { get; private set; }

    /// <summary>Words asked for under the fields of groups.</summary>
    public string Typed => AddressReader.Text(Request.Query, "words") ?? "";

    public bool IsLateList => Request.Query.ContainsKey("overdue");

    public bool HasFilters => SupervisionListView.HasFilters(Request.Query);

    public IEnumerable<KeyValuePair<string, string>> TabFields => SupervisionListView.TabFields(Request.Query);

    public string? CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Choices = await view.ChoicesAsync(Request.Query, ct);
        var filter = await read.ReadAsync(Request.Query, view.CouncilOf(Request.Query), ct);
        if (ModelState.Refuse(filter, texts, ""))
        {
            return;
        }

        var page = await list.ReadAsync(filter.Value, acting, ct);
        (Rows, Next) = (page.Rows, page.Next);
        ShowsCouncil = filter.Value.CouncilId is null || filter.Value.Subtree;
        _councils = await directory.CouncilsAsync(ct);
        Bodies = await directory.BodiesAsync(ct);
    }
}

/// <summary>The filters over a list as the part <c>_Filters</c> shows them.</summary>
public sealed record ListFilters(string Action, IEnumerable<KeyValuePair<string, string>> Kept, IReadOnlyList<ListChoice> Choices, bool HasFilters)
{
    /// <summary>A box for words stands first, holding these; null for none.</summary>
    public string? Words { get; init; }

    /// <summary>What that box is for.</summary>
    public string WordsLabel { get; init; } = "supervisions.words";
}
