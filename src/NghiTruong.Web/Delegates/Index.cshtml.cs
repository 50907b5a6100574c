using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Delegates;
using NghiTruong.Refusals;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Delegates;

/// <summary>Delegates the person may see, by name; filters stand in the address.</summary>
[Requires<ReadDelegates>]
public sealed class IndexModel(DelegateList list, DelegatePageTools tools) : PageModel
{
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public DelegateFilter Filter { get; private set; } = new() { State = MandateState.Running };

    public DelegatePage List { get; private set; } = new([], null);

    public IReadOnlyList<CouncilName> Councils { get; private set; } = [];

    public IReadOnlyDictionary<Guid, BodyName> Bodies { get; private set; } = new Dictionary<Guid, BodyName>();

    public List<SelectListItem> Posts => tools.Texts.CodedChoices<PostKind>("delegates.post.");

    public string? PostText => Filter.Post is { } post ? Words.CodeOf(post) : null;

    public bool MayManage => tools.Acting.May<ManageDelegates>();

    public bool SeesMany { get; private set; }

    public bool HasFilters => Filter is not { CouncilId: null, IsFullTime: null, Post: null, GroupId: null, Words: null };

    public bool ShowsCouncil => Filter.CouncilId is null && SeesMany;

    /// <summary>The tab, as it is kept while filtering; null is the first.</summary>
    public string? StateText => Filter.State switch { MandateState.Running => null, MandateState.Ended => "ended", _ => "all" };

    public IReadOnlyList<ListTab> Tabs =>
    [
        new("delegates.tab.running", DelegateLinks.List, Filter.State == MandateState.Running),
        new("delegates.tab.ended", DelegateLinks.List + "?state=ended", Filter.State == MandateState.Ended),
        new("delegates.tab.all", DelegateLinks.List + "?state=all", Filter.State is null),
    ];

    public string? CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var scope = tools.Acting.ScopeOf<ReadDelegates>();
        SeesMany = scope.All || scope.Provinces.Count > 0 || scope.Councils.Count > 1;
        var filter = await DelegateQuery.ReadAsync(Request.Query, tools.Desks, ct);
        if (ModelState.Refuse(filter, tools.Texts, ""))
        {
            return;
        }

        Filter = filter.Value;
        List = await list.ReadAsync(Filter, tools.Acting, ct);
        _councils = await tools.Directory.CouncilsAsync(ct);
        Bodies = await tools.Directory.BodiesAsync(ct);
        Councils = await tools.Desks.SeenAsync<ReadDelegates>(ct);
    }
}

/// <summary>What stands in the address of the list, the same for page and API: <c>council, state (running, ended, all), fullTime, post, group, q, cursor</c>.</summary>
internal static class DelegateQuery
{
    /// <returns>Refusals <c>delegates.filterUnreadable</c>, <c>council.notFound</c>.</returns>
    public static async ValueTask<Result<DelegateFilter>> ReadAsync(IQueryCollection query, CouncilDesks desks, CancellationToken ct)
    {
        var address = new AddressReader(query, "delegates.filterUnreadable");
        var filter = new DelegateFilter
        {
            State = address.Text("state") is "all" ? null : address.Name<MandateState>("state") ?? MandateState.Running,
            IsFullTime = address.Flag("fullTime"),
            Post = address.Name<PostKind>("post"),
            GroupId = address.Id("group"),
            Words = address.Text("q"),
            Cursor = address.Text("cursor"),
        };
        if (address.Text("council") is not { } asked)
        {
            return address.Read(filter);
        }

        return await desks.FindAsync(asked, ct) is { } council ? address.Read(filter with { CouncilId = council.Id }) : new Refusal("council.notFound", "council");
    }
}
