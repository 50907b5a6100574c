using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Law.Catalogues;
using NghiTruong.Refusals;
using NghiTruong.Resolutions;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Law;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>A tab over the list.</summary>
public sealed record ResolutionTab(string Text, string Href, bool IsCurrent);

/// <summary>One filter over the list.</summary>
public sealed record ResolutionChoice(string Name, string Label, IReadOnlyList<SelectListItem> Items, string? Chosen);

/// <summary>Tabs and filters of the list for a person: whoever works at a council sees that council unless the address says <c>council=all</c>.</summary>
public sealed class ResolutionListView(ResolutionQuery read, CouncilDesks desks, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock)
{
    private const int YearsBack = 10;
    private static readonly string[] OfTabs = ["stale", "followed", "reported"];

    /// <summary>The council asked for, or one's own.</summary>
    public string? CouncilOf(IQueryCollection query) => AddressReader.Text(query, "council") ?? (acting.ScopeOf<ReadResolutionLooks>().Councils is [var own, ..] ? own.ToString("D") : null);

    public ValueTask<Result<ResolutionFilter>> FilterAsync(IQueryCollection query, CancellationToken ct) => read.ReadAsync(query, CouncilOf(query), ct);

    public static IReadOnlyList<ResolutionTab> Tabs(IQueryCollection query)
    {
        var state = AddressReader.Text(query, "state");
        var current = query.ContainsKey("stale") ? "stale" : query.ContainsKey("followed") || query.ContainsKey("reported") ? "followed" : state == "inForce" ? "inForce" : state is null ? "all" : "";

        return
        [
            .. new[] { ("inForce", "?state=inForce"), ("stale", "?stale=true"), ("followed", "?followed=true"), ("all", "") }
                .Select(t => new ResolutionTab("resolutions.tab." + t.Item1, ResolutionLinks.List + t.Item2, t.Item1 == current)),
        ];
    }

    public async ValueTask<IReadOnlyList<ResolutionChoice>> ChoicesAsync(IQueryCollection query, CancellationToken ct)
    {
        List<ResolutionChoice> choices = [.. await CouncilsAsync(query, ct)];
        Add("state", "resolutions.state", texts.CodedChoices<ResolutionState>("resolution.state."));
        Add("kind", "resolutions.kind", ResolutionWords.Kinds());
        if (await desks.FindAsync(CouncilOf(query), ct) is { } council)
        {
            Add("committee", "resolutions.body", await BodiesAsync(council.Id, ct));
        }

        Add("field", "resolutions.field.field", CatalogueWords.Choices(CatalogueKind.Field, clock.Today));
        Add("verdict", "resolutions.verdict", texts.CodedChoices<LookVerdict>("resolution.verdict."));
        Add("year", "resolutions.year", [.. Enumerable.Range(clock.Today.Year - YearsBack, YearsBack + 1).Reverse().Select(y => y.ToString(CultureInfo.InvariantCulture)).Select(y => new SelectListItem(y, y))]);

        return choices;

        void Add(string name, string label, IReadOnlyList<SelectListItem> items) => choices.Add(new ResolutionChoice(name, label, items, AddressReader.Text(query, name)));
    }

    /// <summary>Committees of a council.</summary>
    public async ValueTask<List<SelectListItem>> BodiesAsync(Guid council, CancellationToken ct) =>
    [
        .. from body in (await directory.BodiesAsync(ct)).Values
           where body.CouncilId == council && body is { IsPresent: true, Kind: BodyKind.Committee }
           orderby body.Name
           select new SelectListItem(body.Name, body.Id.ToString("D")),
    ];

    public static bool HasFilters(IQueryCollection query) => query.Any(q => !OfTabs.Contains(q.Key) && q.Key is not "cursor" && !string.IsNullOrEmpty(q.Value.FirstOrDefault()));

    /// <summary>The tab one stands on, and whether those below are meant, kept when filters are applied.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Kept(IQueryCollection query) =>
        OfTabs.Append("subtree").Where(t => AddressReader.Text(query, t) is not null).Select(t => KeyValuePair.Create(t, AddressReader.Text(query, t)!));

    /// <summary>One's own council is not asked for; an upper level chooses among those below.</summary>
    private async ValueTask<IReadOnlyList<ResolutionChoice>> CouncilsAsync(IQueryCollection query, CancellationToken ct)
    {
        var councils = await desks.SeenAsync<ReadResolutions>(ct);
        if (councils.Count < 2)
        {
            return [];
        }

        List<SelectListItem> items = [new(texts["resolutions.council.all"], ResolutionQuery.All), .. councils.Select(c => new SelectListItem(c.Name, c.Id.ToString("D")))];

        return [new ResolutionChoice("council", "resolutions.council", items, (await desks.FindAsync(CouncilOf(query), ct))?.Id.ToString("D") ?? ResolutionQuery.All)];
    }
}
