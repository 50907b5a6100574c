using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Interpellations;
using NghiTruong.Law.Catalogues;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Law;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>
/// What stands in the address of the three lists, the same for page and API: <c>council, subtree, session, agency, group, state, field, mine, toJudge, open, overdue, cursor</c>; of promises
/// <c>council, subtree, agency, state, outcome, mine, open, overdue, unreported, cursor</c>; of explanation sessions <c>council, subtree, agency, state, open, cursor</c>.
/// What cannot be read is refused by name.
/// </summary>
public sealed class InterpellationQuery(CouncilDesks desks, Acting acting)
{
    private const string Unreadable = "interpellations.filterUnreadable";
    public const string All = "all";

    /// <returns>Refusals <c>interpellations.filterUnreadable</c>, <c>council.notFound</c>.</returns>
    public async ValueTask<Result<InterpellationFilter>> SlipsAsync(IQueryCollection query, string? council, CancellationToken ct)
    {
        var address = new AddressReader(query, Unreadable);
        var read = address.Read(new InterpellationFilter
        {
            SessionId = address.Id("session"),
            AgencyId = address.Id("agency"),
            GroupId = address.Id("group"),
            State = address.Name<InterpellationState>("state"),
            Field = address.Text("field"),
            AskedBy = address.IsTrue("mine") ? acting.UserId : null,
            ToJudge = address.IsTrue("toJudge"),
            Open = address.IsTrue("open"),
            Overdue = address.IsTrue("overdue"),
            Cursor = address.Text("cursor"),
        });

        return await AtAsync(read, council, address.IsTrue("subtree"), (filter, place) => filter with { CouncilId = place.Council, ProvinceId = place.Province }, ct);
    }

    /// <returns>Refusals <c>interpellations.filterUnreadable</c>, <c>council.notFound</c>.</returns>
    public async ValueTask<Result<PromiseFilter>> PromisesAsync(IQueryCollection query, string? council, CancellationToken ct)
    {
        var address = new AddressReader(query, Unreadable);
        var read = address.Read(new PromiseFilter
        {
            AgencyId = address.Id("agency"),
            State = address.Name<PromiseState>("state"),
            Outcome = address.Name<PromiseOutcome>("outcome"),
            AskedBy = address.IsTrue("mine") ? acting.UserId : null,
            Open = address.IsTrue("open"),
            Overdue = address.IsTrue("overdue"),
            Unreported = address.IsTrue("unreported"),
            Cursor = address.Text("cursor"),
        });

        return await AtAsync(read, council, address.IsTrue("subtree"), (filter, place) => filter with { CouncilId = place.Council, ProvinceId = place.Province }, ct);
    }

    /// <returns>Refusals <c>interpellations.filterUnreadable</c>, <c>council.notFound</c>.</returns>
    public async ValueTask<Result<ExplanationFilter>> ExplanationsAsync(IQueryCollection query, string? council, CancellationToken ct)
    {
        var address = new AddressReader(query, Unreadable);
        var read = address.Read(new ExplanationFilter
        {
            AgencyId = address.Id("agency"), State = address.Name<ExplanationState>("state"), Open = address.IsTrue("open"), Cursor = address.Text("cursor"),
        });

        return await AtAsync(read, council, address.IsTrue("subtree"), (filter, place) => filter with { CouncilId = place.Council, ProvinceId = place.Province }, ct);
    }

    /// <summary>Narrows to a council by its address; with those below it, of a province to the whole province.</summary>
    private async ValueTask<Result<T>> AtAsync<T>(Result<T> read, string? council, bool subtree, Func<T, Place, T> narrow, CancellationToken ct)
    {
        if (read.IsRefused || council is null or All or UnitBook.Nation)
        {
            return read;
        }

        return await desks.FindAsync(council, ct) is { } found
            ? narrow(read.Value, subtree && found.Tier == Tier.Province ? new Place(null, found.ProvinceId) : new Place(found.Id, null))
            : new Refusal("council.notFound", "council");
    }

    private sealed record Place(Guid? Council, Guid? Province);
}

/// <summary>Tabs and filters of the three lists for a person: whoever works at a council sees that council unless the address says <c>council=all</c>.</summary>
public sealed class InterpellationListView(CouncilDesks desks, Acting acting, TextTable texts, TimeProvider clock)
{
    private static readonly string[] OfTabs = ["mine", "toJudge", "open", "overdue", "unreported"];

    public bool IsOfficer { get; } = acting.Capacities.All(c => c.AgencyId is not null);

    public Guid? OwnCouncil => acting.ScopeOf<ReadSlips>().Councils is [var own, ..] ? own : null;

    public string? CouncilOf(IQueryCollection query) => AddressReader.Text(query, "council") ?? OwnCouncil?.ToString("D");

    /// <summary>The quick lists over a list: each a key of the address, or a state; the empty one is all.</summary>
    public static IReadOnlyList<ListTab> Tabs(IQueryCollection query, string prefix, string path, params IReadOnlyList<string> keys)
    {
        bool IsOn(string key) => key.StartsWith("state=", StringComparison.Ordinal) ? AddressReader.Text(query, "state") == key[6..] : query.ContainsKey(key);
        var current = keys.FirstOrDefault(IsOn) ?? "";

        return
        [
            .. keys.Select(key => new ListTab(prefix + (key.StartsWith("state=", StringComparison.Ordinal) ? key[6..] : key), $"{path}?{(key.Contains('=', StringComparison.Ordinal) ? key : key + "=true")}", key == current)),
            new ListTab(prefix + "all", path, current.Length == 0),
        ];
    }

    public static bool HasFilters(IQueryCollection query) => query.Any(q => !OfTabs.Contains(q.Key) && q.Key != "cursor" && !string.IsNullOrEmpty(q.Value.FirstOrDefault()));

    /// <summary>The tab one stands on, kept when filters are applied.</summary>
    public static IEnumerable<KeyValuePair<string, string>> TabFields(IQueryCollection query) =>
        OfTabs.Where(t => AddressReader.Text(query, t) is not null).Select(t => KeyValuePair.Create(t, AddressReader.Text(query, t)!));

    public async ValueTask<IReadOnlyList<ListChoice>> SlipChoicesAsync(IQueryCollection query, CancellationToken ct)
    {
        List<ListChoice> choices = [.. await PlacesAsync(query, ct)];
        if (await desks.FindAsync(CouncilOf(query), ct) is { } council)
        {
            choices.Add(Choice(query, "session", "interpellations.session", await desks.SessionChoicesAsync(council.Id, ct)));
            choices.Add(Choice(query, "agency", "interpellations.field.agencyId", await desks.AgencyChoicesAsync(council.Id, ct)));
        }

        choices.Add(Choice(query, "state", "interpellations.field.state", texts.CodedChoices<InterpellationState>("interpellation.state.")));
        choices.Add(Choice(query, "field", "interpellations.field.field", CatalogueWords.Choices(CatalogueKind.Field, clock.Today)));

        return choices;
    }

    public async ValueTask<IReadOnlyList<ListChoice>> PromiseChoicesAsync(IQueryCollection query, CancellationToken ct)
    {
        List<ListChoice> choices = [.. await PlacesAsync(query, ct)];
        if (await desks.FindAsync(CouncilOf(query), ct) is { } council)
        {
            choices.Add(Choice(query, "agency", "interpellations.field.agencyId", await desks.AgencyChoicesAsync(council.Id, ct)));
        }

        choices.Add(Choice(query, "state", "promises.field.state", texts.CodedChoices<PromiseState>("promise.state.")));
        choices.Add(Choice(query, "outcome", "promises.field.outcome", texts.CodedChoices<PromiseOutcome>("promise.outcome.")));

        return choices;
    }

    public async ValueTask<IReadOnlyList<ListChoice>> ExplanationChoicesAsync(IQueryCollection query, CancellationToken ct) =>
        [.. await PlacesAsync(query, ct), Choice(query, "state", "explanations.field.state", texts.CodedChoices<ExplanationState>("explanation.state."))];

    private static ListChoice Choice(IQueryCollection query, string name, string label, IReadOnlyList<SelectListItem> items) => new(name, label, items, AddressReader.Text(query, name));

    /// <summary>One's own council is not asked for; an upper level chooses among those below.</summary>
    private async ValueTask<IReadOnlyList<ListChoice>> PlacesAsync(IQueryCollection query, CancellationToken ct)
    {
        var councils = await desks.SeenAsync<ReadInterpellations>(ct);
        if (councils.Count < 2)
        {
            return [];
        }

        List<SelectListItem> items = [new(texts["supervisions.council.all"], InterpellationQuery.All), .. councils.Select(c => new SelectListItem(c.Name, c.Id.ToString("D")))];

        return [new ListChoice("council", "interpellations.council", items, (await desks.FindAsync(CouncilOf(query), ct))?.Id.ToString("D") ?? InterpellationQuery.All)];
    }
}
