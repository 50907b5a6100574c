using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Database;
using NghiTruong.Law.Catalogues;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Law;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.CitizenLetters;

/// <summary>What stands in the address of the list, the same for page, file and API: <c>council, kind, state, source, field, agency, delegate, from, to, words, open, undecided, overdue, due, cursor</c>.</summary>
public sealed class CitizenLetterQuery(CouncilDesks desks, Acting acting, TextTable texts, TimeProvider clock)
{
    private const string Unreadable = "citizenLetters.filterUnreadable";
    private const int Soon = 2;

    private static readonly string[] OfTabs = ["undecided", "overdue", "open"];

    private Guid? OwnCouncil => acting.OwnCouncils<ReadCitizenLetters>() is [var own, ..] ? own : null;

    /// <returns>Refusals <c>citizenLetters.filterUnreadable</c>, <c>council.notFound</c>.</returns>
    public async ValueTask<Result<CitizenLetterFilter>> ReadAsync(IQueryCollection query, CancellationToken ct)
    {
        var address = new AddressReader(query, Unreadable);
        var read = address.Read(new CitizenLetterFilter
        {
            Kind = address.Name<CitizenLetterKind>("kind"),
            State = address.Name<CitizenLetterState>("state"),
            Source = address.Name<CitizenLetterSource>("source"),
            Field = address.Text("field"),
            AgencyId = address.Id("agency"),
            DelegateId = address.Id("delegate"),
            From = address.Day("from"),
            To = address.Day("to"),
            Words = address.Text("words"),
            Open = address.IsTrue("open"),
            Undecided = address.IsTrue("undecided"),
            Overdue = address.IsTrue("overdue"),
            DueBy = address.IsTrue("due") ? clock.Today.AddDays(Soon) : null,
            Cursor = address.Text("cursor"),
        });
        if (read.IsRefused || AddressReader.Text(query, "council") is not { } council || council == "all")
        {
            return read;
        }

        return await desks.FindAsync(council, ct) is { } found ? read.Value with { CouncilId = found.Id } : new Refusal("council.notFound", "council");
    }

    public IReadOnlyList<ListTab> Tabs(IQueryCollection query)
    {
        var current = OfTabs.FirstOrDefault(query.ContainsKey) ?? "";

        return [.. OfTabs.Select(t => new ListTab("citizenLetters.tab." + t, $"{CitizenLetterLinks.List}?{t}=true", t == current)), new ListTab("citizenLetters.tab.all", CitizenLetterLinks.List, current.Length == 0)];
    }

    public static bool HasFilters(IQueryCollection query) => query.Any(q => !OfTabs.Contains(q.Key) && q.Key != "cursor" && !string.IsNullOrEmpty(q.Value.FirstOrDefault()));

    public static IEnumerable<KeyValuePair<string, string>> TabFields(IQueryCollection query) =>
        OfTabs.Where(t => AddressReader.Text(query, t) is not null).Select(t => KeyValuePair.Create(t, AddressReader.Text(query, t)!));

    public async ValueTask<IReadOnlyList<ListChoice>> ChoicesAsync(IQueryCollection query, CancellationToken ct)
    {
        List<ListChoice> choices =
        [
            Choice(query, "kind", "citizenLetters.field.kind", texts.CodedChoices<CitizenLetterKind>("citizenLetter.kind.")),
            Choice(query, "state", "citizenLetters.field.state", texts.CodedChoices<CitizenLetterState>("citizenLetter.state.")),
            Choice(query, "source", "citizenLetters.field.source", texts.CodedChoices<CitizenLetterSource>("citizenLetter.source.")),
            Choice(query, "field", "citizenLetters.field.field", CatalogueWords.Choices(CatalogueKind.Field, clock.Today)),
        ];
        if (OwnCouncil is { } own)
        {
            choices.Add(Choice(query, "agency", "citizenLetters.agency", await desks.AgencyChoicesAsync(own, ct)));
        }

        return choices;
    }

    private static ListChoice Choice(IQueryCollection query, string name, string label, IReadOnlyList<SelectListItem> items) => new(name, label, items, AddressReader.Text(query, name));
}
