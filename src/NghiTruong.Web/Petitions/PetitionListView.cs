using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Law.Catalogues;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Reports;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Law;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>
/// How the address of the list is understood for a person: whoever works at a council's desk sees that council and what is to be done unless the address says
/// otherwise (<c>council=all</c>, <c>stage=all</c>); others see all they may.
/// </summary>
public sealed class PetitionListView(CouncilDesks desks, SummaryPlaces places, Acting acting, TextTable texts, TimeProvider clock)
{
    private const string All = "all";

    /// <summary>In the address: show as many rows as one act takes, every one of them chosen (<c>chon=tat-ca</c>).</summary>
    public const string ChooseAll = "chon";

    private static readonly string[] OfTabs = ["stage", "overdue", "passed"];

    private bool IsDesk => acting.May<SortPetitions>();

    private bool IsOfficer => !IsDesk && acting.Capacities.Any(c => c.AgencyId is not null);

    /// <summary>The default tab: what is to be done, or what is owed.</summary>
    private PetitionStage? Usual => IsDesk ? PetitionStage.OnTheDesk : IsOfficer ? PetitionStage.WithAgency : null;

    /// <returns>Refusals <c>petitions.filterUnreadable</c>, <c>council.notFound</c>.</returns>
    public async ValueTask<Result<PetitionFilter>> FilterAsync(IQueryCollection query, CancellationToken ct)
    {
        var read = PetitionQuery.Read(WithoutAll(query));
        if (read.IsRefused)
        {
            return read;
        }

        var filter = IsAllChosen(query) ? read.Value with { Size = PetitionList.MostRows } : read.Value;
        if (IsUsualTab(query))
        {
            filter = filter with { Stage = Usual };
        }

        var typed = CouncilTyped(query);
        if (typed is null or All or UnitBook.Nation)
        {
            return filter;
        }

        // A former unit with what stood below it then.
        if (filter.Subtree && await places.FindAsync(typed, true, ct) is { Councils: { } councils })
        {
            return filter with { Councils = councils };
        }

        return await desks.FindAsync(typed.Split('+')[0], ct) is { } council
            ? filter with { CouncilId = council.Id, Subtree = filter.Subtree || typed.EndsWith('+') }
            : new Refusal("petitions.filterUnreadable", "council", typed);
    }

    public static bool IsAllChosen(IQueryCollection query) => query.ContainsKey(ChooseAll);

    /// <summary>Code of the council asked for, or the desk's own.</summary>
    public string? CouncilTyped(IQueryCollection query) =>
        AddressReader.Text(query, "council")
        ?? (!query.ContainsKey("passed") && !query.ContainsKey("counted") && acting.ScopeOf<SortPetitions>().Councils is [var own, ..] ? own.ToString("D") : null);

    public IReadOnlyList<ListTab> Tabs(IQueryCollection query)
    {
        List<(string Text, string Query)> tabs = IsOfficer
            ? [("owed", "?stage=withAgency"), ("overdue", "?overdue=true"), ("all", "?stage=all")]
            : IsDesk
                ? [("onTheDesk", "?stage=onTheDesk"), ("withAgency", "?stage=withAgency"), ("overdue", "?overdue=true"), ("toEvaluate", "?stage=toEvaluate"),
                    ("toConclude", "?stage=toConclude"), ("toTell", "?stage=toTell"), ("passed", "?passed=true"), ("all", "?stage=all")]
                : [("all", "?stage=all"), ("withAgency", "?stage=withAgency"), ("overdue", "?overdue=true")];
        var now = CurrentTab(query);

        return [.. tabs.Select(t => new ListTab($"petitions.tab.{t.Text}", PetitionLinks.List + t.Query, t.Query == now))];
    }

    public async ValueTask<(IReadOnlyList<ListChoice> Choices, bool AsksCouncilCode)> ChoicesAsync(IQueryCollection query, CancellationToken ct)
    {
        var today = clock.Today;
        var councils = await desks.SeenAsync<ReadPetitions>(ct);
        var council = await desks.FindAsync(CouncilTyped(query)?.Split('+')[0], ct);
        List<ListChoice> choices = [];
        if (councils.Count > 1)
        {
            List<SelectListItem> items = [new(texts["petitions.council.all"], All), .. councils.Select(c => new SelectListItem(c.Name, c.Id.ToString("D")))];
            choices.Add(new ListChoice("council", "petitions.col.council", items, council?.Id.ToString("D") ?? All));
        }

        Add("field", "petitions.field.field", CatalogueWords.Choices(CatalogueKind.Field, today));
        Add("authority", "petitions.field.authority", CatalogueWords.Choices(CatalogueKind.Authority, today));
        if (council is not null && !IsOfficer)
        {
            Add("agency", "petitions.col.agency", await desks.AgencyChoicesAsync(council.Id, ct, Guid.TryParse(AddressReader.Text(query, "agency"), out var agency) ? agency : null));
            Add("session", "petitions.session", await desks.SessionChoicesAsync(council.Id, ct));
        }

        Add("status", "petitions.col.status", texts.CodedChoices<PetitionStatus>("petition.status."));
        Add("outcome", "petitions.outcome", [.. texts.CodedChoices<Outcome>("petition.outcome."), new(texts["petition.outcome.none"], "none")]);
        Add("kind", "petitions.kind", texts.CodedChoices<PetitionKind>("petition.kind."));

        // One's own council is not asked for; whoever sees thousands types a code.
        return (choices, councils.Count == 0);

        void Add(string name, string label, IReadOnlyList<SelectListItem> items) => choices.Add(new ListChoice(name, label, items, AddressReader.Text(query, name)));
    }

    public bool HasFilters(IQueryCollection query) => query.Any(q => !OfTabs.Contains(q.Key) && !OfPage(q.Key) && !string.IsNullOrEmpty(q.Value.FirstOrDefault()));

    public static string Kept(IQueryCollection query) =>
        QueryString.Create(query.Where(q => !OfPage(q.Key)).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v)).Where(q => !string.IsNullOrEmpty(q.Value))).Value ?? "";

    /// <summary>The tab one stands on, kept when filters are applied.</summary>
    public IEnumerable<KeyValuePair<string, string>> TabFields(IQueryCollection query) => IsUsualTab(query) && Usual is { } usual
        ? [KeyValuePair.Create("stage", Words.CodeOf(usual))]
        : OfTabs.Where(t => AddressReader.Text(query, t) is not null).Select(t => KeyValuePair.Create(t, AddressReader.Text(query, t)!));

    /// <summary>An address with anything in it says itself what it lists, so that a figure opens onto its records.</summary>
    private static bool IsUsualTab(IQueryCollection query) => query.Keys.All(OfPage);

    private static bool OfPage(string key) => key is "cursor" or ChooseAll;

    private string? CurrentTab(IQueryCollection query) =>
        query.ContainsKey("overdue") ? "?overdue=true"
        : query.ContainsKey("passed") ? "?passed=true"
        : AddressReader.Text(query, "stage") is { } stage ? $"?stage={stage}"
        : IsUsualTab(query) && Usual is { } usual ? $"?stage={Words.CodeOf(usual)}"
        : "?stage=all";

    private static QueryCollection WithoutAll(IQueryCollection query) =>
        new(query.Where(q => !(q.Key == "stage" && q.Value == All)).ToDictionary(q => q.Key, q => q.Value, StringComparer.OrdinalIgnoreCase));
}
