using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Language;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Reports;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions.Reports;

/// <summary>
/// How the address of the figures is understood for a person: without a council it means the place they work at, and below it what they may read there;
/// <c>council=VN</c> is all that they may read.
/// </summary>
public sealed class ReportView(Visitor visitor, CouncilDirectory directory, CouncilDesks desks, SummaryPlaces places, IDbContextFactory<Db> contexts, Acting acting, TextTable texts)
{
    /// <summary>Words of page and workbook, in the language of the screen.</summary>
    public ReportWords Words { get; } = new(texts, CultureInfo.CurrentUICulture);

    /// <returns>The question; refusal <c>petitions.filterUnreadable</c> at the field.</returns>
    public Result<ReportQuestion> Read(IQueryCollection query)
    {
        List<Refusal> wrong = [];
        var council = AddressReader.Text(query, "council");
        var own = Own();
        var asked = new ReportQuestion(
            council ?? own?.CouncilId?.ToString("D") ?? UnitBook.Nation,
            council is null ? own is { IsProvince: true } home && Permission.Of<ReadPetitions>().ReachOf(home.Role) == Reach.Subtree : AddressReader.Text(query, "subtree") is "true" or "1",
            AddressReader.Text(query, "session"),
            Day(query, "from", wrong),
            Day(query, "to", wrong));

        return wrong.Count > 0 ? Result<ReportQuestion>.Refuse(wrong) : asked;
    }

    /// <summary>Name of the session asked for, at the council whose figures they are; null where it is that session of many councils.</summary>
    public async Task<string?> SessionNameAsync(ReportQuestion asked, SummaryAddress place, CancellationToken ct) =>
        asked.Session is { } key && place is { CouncilId: { } council, Subtree: false }
            ? (await directory.SessionsOfAsync(council, ct)).FirstOrDefault(s => s.Key == key)?.Name
            : null;

    /// <summary>Sessions to choose from: the council's own, or all there are for the nation.</summary>
    public async Task<List<SelectListItem>> SessionsAsync(ReportQuestion asked, SummaryAddress place, CancellationToken ct)
    {
        List<SelectListItem> found = place.CouncilId is { } council
            ? [.. (await directory.SessionsOfAsync(council, ct)).Select(s => new SelectListItem($"{s.Name} ({s.Term})", s.Key))]
            : await EverySessionAsync(ct);
        if (asked.Session is { } key && found.TrueForAll(s => s.Value != key))
        {
            found.Add(new SelectListItem(key, key));
        }

        return found;
    }

    /// <summary>The councils whose figures the person may read, where they are few enough to choose from; the address at hand is among them.</summary>
    public async Task<List<SelectListItem>> CouncilsAsync(SummaryAddress place, CancellationToken ct)
    {
        var isNation = acting.ScopeOf<ReadPetitions>().All;
        IEnumerable<CouncilName> councils = isNation ? (await directory.CouncilsAsync(ct)).Values.Where(c => c.Tier == Tier.Province).OrderBy(c => c.SortKey, StringComparer.Ordinal) : await desks.SeenAsync<ReadPetitions>(ct);
        List<CouncilName> seen = [.. councils.Where(c => c.Tier != Tier.District)];
        var addresses = await places.AddressesAsync(seen, ct);
        List<SelectListItem> choices = [.. seen.Select(c => new SelectListItem(c.Name, addresses[c.Id]))];
        if (isNation || seen.Count > 1)
        {
            choices.Insert(0, new SelectListItem(Words["report.place.all"], UnitBook.Nation));
        }

        if (choices.TrueForAll(c => c.Value != place.Address))
        {
            choices.Add(new SelectListItem(Words.Place(place with { Subtree = false }), place.Address));
        }

        return choices;
    }

    private async Task<List<SelectListItem>> EverySessionAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var keys = await db.Set<CouncilSession>().AsNoTracking().Select(s => new { s.Term, s.Number }).Distinct().ToListAsync(ct);

        return [.. keys.OrderByDescending(k => k.Term, StringComparer.Ordinal).ThenByDescending(k => k.Number)
            .Select(k => new SelectListItem(Words["reports.session.numbered", k.Number, k.Term], CouncilSession.KeyOf(k.Term, k.Number)))];
    }

    /// <summary>The capacity whose place the page opens at.</summary>
    private Capacity? Own() => visitor.First is { CouncilId: not null } first && Permission.Of<ReadPetitions>().ReachOf(first.Role) is not null
        ? first
        : acting.Capacities.FirstOrDefault(c => c.CouncilId is not null && Permission.Of<ReadPetitions>().ReachOf(c.Role) is not null);

    private static DateOnly? Day(IQueryCollection query, string name, List<Refusal> wrong)
    {
        if (AddressReader.Text(query, name) is not { } text)
        {
            return null;
        }

        if (OfficialDate.TryParse(text, out var day))
        {
            return day;
        }

        wrong.Add(new Refusal("petitions.filterUnreadable", name, text));

        return null;
    }
}
