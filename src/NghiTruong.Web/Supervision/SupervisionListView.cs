using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Law.Catalogues;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Groups;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Law;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Tabs and filters of the two lists for a person: whoever works at a council sees that council unless the address says <c>council=all</c>.</summary>
public sealed class SupervisionListView(CouncilDesks desks, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock)
{
    private static readonly string[] OfTabs = ["overdue", "open"];

    /// <summary>Whoever works at a council; an officer of an agency sees what it is under, an upper level all below.</summary>
    public Guid? OwnCouncil => acting.ScopeOf<ReadFindings>().Councils is [var own, ..] ? own : null;

    /// <summary>The council asked for, or one's own.</summary>
    public string? CouncilOf(IQueryCollection query) => AddressReader.Text(query, "council") ?? OwnCouncil?.ToString("D");

    public static IReadOnlyList<ListTab> Tabs(IQueryCollection query)
    {
        var (kind, late) = (AddressReader.Text(query, "kind"), query.ContainsKey("overdue"));

        return
        [
            .. Enum.GetValues<SupervisionKind>().Select(k => new ListTab("supervisions.tab." + Words.CodeOf(k), SupervisionLinks.OfKind(k), !late && kind == Words.CodeOf(k))),
            new ListTab("supervisions.tab.notDone", $"{SupervisionLinks.List}?overdue=true", late),
            new ListTab("supervisions.tab.all", SupervisionLinks.List, !late && kind is null),
        ];
    }

    public static IReadOnlyList<ListTab> RecommendationTabs(IQueryCollection query)
    {
        var current = query.ContainsKey("overdue") ? "?overdue=true" : query.ContainsKey("open") ? "?open=true" : AddressReader.Text(query, "state") == "answered" ? "?state=answered" : "";

        return
        [
            .. new[] { ("open", "?open=true"), ("answered", "?state=answered"), ("overdue", "?overdue=true"), ("all", "") }
                .Select(t => new ListTab("recommendations.tab." + t.Item1, SupervisionLinks.Recommendations + t.Item2, t.Item2 == current)),
        ];
    }

    public async ValueTask<IReadOnlyList<ListChoice>> ChoicesAsync(IQueryCollection query, CancellationToken ct)
    {
        List<ListChoice> choices = [.. await CouncilsAsync(query, ct)];
        var thisYear = clock.Today.Year;
        Add("year", "supervisions.year", [.. Enumerable.Range(thisYear - 5, 7).Reverse().Select(y => y.ToString(CultureInfo.InvariantCulture)).Select(y => new SelectListItem(y, y))]);
        Add("subject", "supervisions.subject", texts.CodedChoices<SupervisionSubject>("supervision.subject."));
        if (await desks.FindAsync(CouncilOf(query), ct) is { } council)
        {
            Add("body", "supervisions.body", await BodiesAsync(council.Id, null, ct));
        }

        Add("group", "supervisions.group", Groups());
        Add("state", "supervisions.state", texts.CodedChoices<SupervisionState>("supervision.state."));
        Add("field", "supervisions.field.field", CatalogueWords.Choices(CatalogueKind.Field, clock.Today));

        return choices;

        void Add(string name, string label, IReadOnlyList<SelectListItem> items) => choices.Add(new ListChoice(name, label, items, AddressReader.Text(query, name)));
    }

    /// <summary>The groups as the law has them: a list may span councils that name them anew.</summary>
    private static List<SelectListItem> Groups() =>
        [.. SupervisionCatalogues.Groups.Lists[0].Entries.Where(g => g.Code != SupervisionCatalogues.ConfidentialGroup).Select(g => new SelectListItem($"{g.Code}. {g.NameIn(CultureInfo.CurrentUICulture)}", g.Code))];

    public async ValueTask<IReadOnlyList<ListChoice>> RecommendationChoicesAsync(IQueryCollection query, CancellationToken ct)
    {
        List<ListChoice> choices = [.. await CouncilsAsync(query, ct)];
        if (await desks.FindAsync(CouncilOf(query), ct) is { } council)
        {
            Add("agency", "recommendations.field.leadAgencyId", await desks.AgencyChoicesAsync(council.Id, ct));
        }

        Add("subject", "supervisions.subject", texts.CodedChoices<SupervisionSubject>("supervision.subject."));
        Add("outcome", "recommendations.field.outcome", texts.CodedChoices<RecommendationOutcome>("recommendation.outcome."));

        return choices;

        void Add(string name, string label, IReadOnlyList<SelectListItem> items) => choices.Add(new ListChoice(name, label, items, AddressReader.Text(query, name)));
    }

    /// <summary>Committees and delegate groups of a council, of one kind or both.</summary>
    public async ValueTask<List<SelectListItem>> BodiesAsync(Guid council, BodyKind? kind, CancellationToken ct) =>
    [
        .. from body in (await directory.BodiesAsync(ct)).Values
           where body.CouncilId == council && body.IsPresent && (kind is null ? body.Kind is BodyKind.Committee or BodyKind.DelegateGroup : body.Kind == kind)
           orderby body.Kind, body.Name
           select new SelectListItem(body.Name, body.Id.ToString("D")),
    ];

    public static bool HasFilters(IQueryCollection query) => query.Any(q => !OfTabs.Contains(q.Key) && q.Key is not ("cursor" or "kind") && !string.IsNullOrEmpty(q.Value.FirstOrDefault()));

    /// <summary>The tab one stands on, kept when filters are applied.</summary>
    public static IEnumerable<KeyValuePair<string, string>> TabFields(IQueryCollection query) =>
        OfTabs.Append("kind").Where(t => AddressReader.Text(query, t) is not null).Select(t => KeyValuePair.Create(t, AddressReader.Text(query, t)!));

    /// <summary>One's own council is not asked for; an upper level chooses among those below.</summary>
    private async ValueTask<IReadOnlyList<ListChoice>> CouncilsAsync(IQueryCollection query, CancellationToken ct)
    {
        var councils = await desks.SeenAsync<ReadSupervisions>(ct);
        if (councils.Count < 2)
        {
            return [];
        }

        List<SelectListItem> items = [new(texts["supervisions.council.all"], SupervisionQuery.All), .. councils.Select(c => new SelectListItem(c.Name, c.Id.ToString("D")))];

        return [new ListChoice("council", "supervisions.council", items, (await desks.FindAsync(CouncilOf(query), ct))?.Id.ToString("D") ?? SupervisionQuery.All)];
    }
}
