using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Threads;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Threads;

/// <summary>Threads the person may see, the latest opened first; filters stand in the address.</summary>
[Requires<ReadThreads>]
public sealed class IndexModel(ThreadList list, ThreadPageTools tools) : PageModel
{
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public ThreadFilter Filter { get; private set; } = new();

    public ThreadPage List { get; private set; } = new([], null);

    public IReadOnlyList<CouncilName> Councils { get; private set; } = [];

    public IReadOnlyList<Microsoft.AspNetCore.Mvc.Rendering.SelectListItem> Fields => tools.Fields;

    public bool MayKeep => tools.Acting.May<KeepThreads>();

    public bool HasFilters => Filter is not { CouncilId: null, Field: null, Words: null };

    public bool ShowsCouncil => Filter.CouncilId is null && Councils.Count > 1;

    public DateOnly Today => tools.Clock.Today;

    public IReadOnlyList<ListTab> Tabs =>
    [
        .. new[] { ((ThreadStanding?)ThreadStanding.Open, "open"), (ThreadStanding.Ended, "ended"), (null, "all") }
            .Select(t => new ListTab("threads.tab." + t.Item2, t.Item1 is null ? ThreadLinks.List : $"{ThreadLinks.List}?state={t.Item2}", Filter.State == t.Item1)),
    ];

    public string? CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var filter = await ThreadQuery.ReadAsync(Request.Query, tools.Desks, ct);
        if (ModelState.Refuse(filter, tools.Texts, ""))
        {
            return;
        }

        Filter = filter.Value;
        List = await list.ReadAsync(Filter, tools.Acting, ct);
        _councils = await tools.Directory.CouncilsAsync(ct);
        Councils = await tools.Desks.SeenAsync<ReadThreads>(ct);
    }
}

/// <summary>What stands in the address of the list, the same for page and API: <c>council, state, field, q, cursor</c>.</summary>
internal static class ThreadQuery
{
    /// <returns>Refusals <c>threads.filterUnreadable</c>, <c>council.notFound</c>.</returns>
    public static async ValueTask<Result<ThreadFilter>> ReadAsync(IQueryCollection query, CouncilDesks desks, CancellationToken ct)
    {
        var address = new AddressReader(query, "threads.filterUnreadable");
        var filter = new ThreadFilter { State = address.Name<ThreadStanding>("state"), Field = address.Text("field"), Words = address.Text("q"), Cursor = address.Text("cursor") };
        if (address.Text("council") is not { } asked)
        {
            return address.Read(filter);
        }

        return await desks.FindAsync(asked, ct) is { } council ? address.Read(filter with { CouncilId = council.Id }) : new Refusal("council.notFound", "council");
    }
}
