using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Agreements;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Refusals;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Agreements;

/// <summary>Agreements the person may see, the latest signed first; filters stand in the address.</summary>
[Requires<ReadAgreements>]
public sealed class IndexModel(AgreementList list, AgreementPageTools tools) : PageModel
{
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public AgreementFilter Filter { get; private set; } = new();

    public AgreementPage List { get; private set; } = new([], null);

    public IReadOnlyList<CouncilName> Councils { get; private set; } = [];

    public List<SelectListItem> Kinds => tools.Texts.CodedChoices<AgreementKind>("agreement.kind.");

    public bool MayKeep => tools.Acting.May<KeepAgreements>();

    public bool HasFilters => Filter is not { CouncilId: null, Kind: null, Words: null };

    public bool ShowsCouncil => Filter.CouncilId is null && Councils.Count > 1;

    public DateOnly Today => tools.Clock.Today;

    public IReadOnlyList<ListTab> Tabs =>
    [
        .. new AgreementView?[] { AgreementView.Standing, AgreementView.Ending, AgreementView.Closed, null }
            .Select(v => (View: v, Code: v is { } view ? Words.CodeOf(view) : "all"))
            .Select(t => new ListTab("agreements.tab." + t.Code, t.View is null ? AgreementLinks.List : $"{AgreementLinks.List}?view={t.Code}", Filter.View == t.View)),
    ];

    public string? CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var filter = await AgreementQuery.ReadAsync(Request.Query, tools.Desks, ct);
        if (ModelState.Refuse(filter, tools.Texts, ""))
        {
            return;
        }

        Filter = filter.Value;
        List = await list.ReadAsync(Filter, tools.Acting, ct);
        _councils = await tools.Directory.CouncilsAsync(ct);
        Councils = await tools.Desks.SeenAsync<ReadAgreements>(ct);
    }
}

/// <summary>What stands in the address of the list, the same for page and API: <c>council, kind, view, q, cursor</c>.</summary>
internal static class AgreementQuery
{
    /// <returns>Refusals <c>agreements.filterUnreadable</c>, <c>council.notFound</c>.</returns>
    public static async ValueTask<Result<AgreementFilter>> ReadAsync(IQueryCollection query, CouncilDesks desks, CancellationToken ct)
    {
        var address = new AddressReader(query, "agreements.filterUnreadable");
        var filter = new AgreementFilter { Kind = address.Name<AgreementKind>("kind"), View = address.Name<AgreementView>("view"), Words = address.Text("q"), Cursor = address.Text("cursor") };
        if (address.Text("council") is not { } asked)
        {
            return address.Read(filter);
        }

        return await desks.FindAsync(asked, ct) is { } council ? address.Read(filter with { CouncilId = council.Id }) : new Refusal("council.notFound", "council");
    }
}
