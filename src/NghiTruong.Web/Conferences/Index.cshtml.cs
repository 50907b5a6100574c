using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Conferences;
using NghiTruong.Councils;
using NghiTruong.Refusals;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Conferences;

/// <summary>Conferences the person may see, the latest first; filters stand in the address.</summary>
[Requires<ReadConferences>]
public sealed class IndexModel(ConferencePageTools tools) : PageModel
{
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public ConferenceFilter Filter { get; private set; } = new();

    public ConferencePage List { get; private set; } = new([], null);

    public IReadOnlyList<CouncilName> Councils { get; private set; } = [];

    public bool MayKeep => tools.Acting.May<KeepConferences>();

    public bool HasFilters => Filter is not { CouncilId: null, Words: null };

    public bool ShowsCouncil => Filter.CouncilId is null && Councils.Count > 1;

    public IReadOnlyList<ListTab> Tabs =>
    [
        .. new ConferenceState?[] { null, ConferenceState.Planned, ConferenceState.Held, ConferenceState.Concluded }
            .Select(s => (State: s, Code: s is { } state ? Words.CodeOf(state) : "all"))
            .Select(t => new ListTab(t.State is null ? "conferences.tab.all" : "conference.state." + t.Code, t.State is null ? ConferenceLinks.List : $"{ConferenceLinks.List}?state={t.Code}", Filter.State == t.State)),
    ];

    public string? CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var filter = await ConferenceQuery.ReadAsync(Request.Query, tools.Desks, ct);
        if (ModelState.Refuse(filter, tools.Texts, ""))
        {
            return;
        }

        Filter = filter.Value;
        List = await tools.Reader.ListAsync(Filter, tools.Acting, ct);
        _councils = await tools.Directory.CouncilsAsync(ct);
        Councils = await tools.Desks.SeenAsync<ReadConferences>(ct);
    }
}

/// <summary>What stands in the address of the list, the same for page and API: <c>council, state, q, cursor</c>.</summary>
internal static class ConferenceQuery
{
    /// <returns>Refusals <c>conferences.filterUnreadable</c>, <c>council.notFound</c>.</returns>
    public static async ValueTask<Result<ConferenceFilter>> ReadAsync(IQueryCollection query, CouncilDesks desks, CancellationToken ct)
    {
        var address = new AddressReader(query, "conferences.filterUnreadable");
        var filter = new ConferenceFilter { State = address.Name<ConferenceState>("state"), Words = address.Text("q"), Cursor = address.Text("cursor") };
        if (address.Text("council") is not { } asked)
        {
            return address.Read(filter);
        }

        return await desks.FindAsync(asked, ct) is { } council ? address.Read(filter with { CouncilId = council.Id }) : new Refusal("council.notFound", "council");
    }
}
