using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.FollowUp;

/// <summary>"Đến hạn, quá hạn, nổi cộm": for the office its own council's, for an agency what it owes, pressing ones first for the Standing Committee.</summary>
[Requires<ReadFollowUps>]
public sealed class IndexModel(FollowUpList list, FollowUpQuery reader, FollowUpNames names, CouncilDirectory directory, Acting acting, TimeProvider clock) : PageModel
{
    public sealed record Tab(string Text, string Href, bool IsCurrent);

    public FollowUpFilter Filter { get; private set; } = new();

    public FollowUpPage List { get; private set; } = new([], null);

    public IReadOnlyList<FollowUpRow> PressingRows { get; private set; } = [];

    public IReadOnlyList<AgencyName> Agencies { get; private set; } = [];

    public IReadOnlyList<Tab> Tabs { get; private set; } = [];

    public FollowUpNames Names => names;

    public DateOnly Today => clock.Today;

    public bool MayUrge { get; private set; }

    public bool ShowsCouncil { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var asked = await reader.ReadAsync(Request.Query, ct);
        Filter = Home(asked);
        List = await list.ReadAsync(Filter, acting, ct);
        var isFirst = Filter is { Pressing: false, Cursor: null };
        PressingRows = isFirst && acting.May<UrgeAgencies>() ? (await list.ReadAsync(Filter with { Pressing = true, DueWithin = null, Size = 10 }, acting, ct)).Rows : [];
        await names.LoadAsync(List.Rows.Concat(PressingRows), ct);
        MayUrge = Filter.CouncilId is { } council && acting.CapacityFor<UrgeAgencies>(council, Guid.Empty) is not null;
        ShowsCouncil = Filter.CouncilId is null || Filter.Subtree;
        Agencies = Filter.CouncilId is { } one && !Filter.Subtree ? await directory.AgenciesOfAsync(one, ct) : [];
        Tabs = [.. TabsOf()];
    }

    /// <summary>Whoever works at one council sees that council unless the address says otherwise (<c>council=all</c>).</summary>
    private FollowUpFilter Home(FollowUpFilter asked)
    {
        if (Request.Query["council"] == "all")
        {
            return asked with { CouncilId = null };
        }

        var own = acting.OwnCouncils<ReadFollowUps>();

        return asked is { CouncilId: null, AgencyId: null, HolderCouncilId: null } && own.Count == 1 ? asked with { CouncilId = own[0] } : asked;
    }

    private IEnumerable<Tab> TabsOf()
    {
        var kept = Request.Query.Where(q => q.Key is "council" or "subtree" or "agency" or "passed" or "step").ToDictionary(q => q.Key, q => q.Value);
        string Href(string? name) => FollowUpLinks.List + QueryString.Create(name is null ? kept : kept.Append(KeyValuePair.Create(name, new Microsoft.Extensions.Primitives.StringValues("true"))));

        yield return new Tab("followUp.tab.all", Href(null), Filter is { Overdue: false, DueWithin: null, Pressing: false });
        yield return new Tab("followUp.tab.late", Href("overdue"), Filter.Overdue);
        yield return new Tab("followUp.tab.soon", Href("soon"), Filter.DueWithin is not null);
        yield return new Tab("followUp.tab.pressing", Href("pressing"), Filter.Pressing);
    }
}
