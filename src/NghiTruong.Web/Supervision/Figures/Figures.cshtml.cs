using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Supervision;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision.Figures;

/// <summary>Planned against done, with and without report, recommendations made and carried out; what was not done stands first, with names and days. Each figure opens onto its list.</summary>
[Requires<ReadSupervisions>]
public sealed class FiguresModel(
    SupervisionSummary summary, SupervisionList list, SummaryPlaces places, CouncilDesks desks, CouncilDirectory directory, Visitor visitor, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    private const int LateShown = 20;
    private IReadOnlyDictionary<Guid, CouncilName> _names = new Dictionary<Guid, CouncilName>();

    public SupervisionFigures? Figures { get; private set; }

    public string Council { get; private set; } = UnitBook.Nation;

    public bool Subtree { get; private set; }

    public bool HasBelow { get; private set; }

    public string PlaceName { get; private set; } = "";

    public List<SelectListItem> Councils { get; private set; } = [];

    public IReadOnlyList<SupervisionRow> Late { get; private set; } = [];

    public IReadOnlyDictionary<Guid, BodyName> Bodies { get; private set; } = new Dictionary<Guid, BodyName>();

    public IReadOnlyList<FigureTable> Tables { get; private set; } = [];

    public IReadOnlyList<(string Text, long N, string Href)> NotDone { get; private set; } = [];

    public DateOnly Today { get; } = clock.Today;

    public bool HasFilters => Request.Query.Count > 0;

    public string LateHref => Links("").Supervisions("overdue=true");

    public string? Typed(string name) => AddressReader.Text(Request.Query, name);

    public string? CouncilOf(Guid id) => _names.GetValueOrDefault(id)?.Name;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var address = new AddressReader(Request.Query, "supervisions.filterUnreadable");
        var read = address.Read((From: address.Day("from"), To: address.Day("to")));
        if (ModelState.Refuse(read, texts, ""))
        {
            return Page();
        }

        var own = visitor.First is { CouncilId: not null } first && Permission.Of<ReadSupervisions>().ReachOf(first.Role) is not null ? first : null;
        Council = Typed("council") ?? own?.CouncilId?.ToString("D") ?? UnitBook.Nation;
        Subtree = Typed("council") is null ? own is { IsProvince: true } && Permission.Of<ReadSupervisions>().ReachOf(own.Role) == Reach.Subtree : address.IsTrue("subtree");
        if (await places.FindAsync(Council, Subtree, ct) is not { } place
            || await summary.ReadAsync(new SupervisionSummaryInput(place.Place, read.Value.From, read.Value.To, place.IsWhole), acting, ct) is not { } figures)
        {
            return NotFound();
        }

        (Figures, Council, _names, Bodies) = (figures, place.Address, await directory.CouncilsAsync(ct), await directory.BodiesAsync(ct));
        HasBelow = place.Tier is Tier.Province or Tier.District;
        PlaceName = place.CouncilId is null ? texts["supervisions.figures.everywhere"] : place.Name;
        await ChoicesAsync(place, ct);
        var links = Links(Period);
        NotDone = new FigureTables(texts, links).NotDone(figures.NotDone);
        Tables = [.. new FigureTables(texts, links).Of(figures, place.IsWhole), .. await PlacesAsync(place, figures, ct)];
        Late = (await list.ReadAsync(
            new SupervisionFilter { CouncilId = place.Councils is null ? place.CouncilId : null, Councils = place.Councils, Subtree = Subtree, Overdue = true, Size = LateShown }, acting, ct)).Rows;

        return Page();
    }

    private string Period => string.Concat(new[] { "from", "to" }.Where(n => Typed(n) is not null).Select(n => $"&{n}={Uri.EscapeDataString(Typed(n)!)}"));

    private FigureLinks Links(string period) => new($"council={Uri.EscapeDataString(Council)}{(Subtree ? "&subtree=true" : "")}", period);

    private async Task ChoicesAsync(SummaryAddress place, CancellationToken ct)
    {
        var seen = (await desks.SeenAsync<ReadSupervisions>(ct)).ToList();
        var addresses = await places.AddressesAsync(seen, ct);
        Councils = [.. seen.Select(c => new SelectListItem(c.Name, addresses[c.Id]))];
        if (Councils.Count > 1)
        {
            Councils.Insert(0, new SelectListItem(texts["supervisions.figures.everywhere"], UnitBook.Nation));
        }

        if (Councils.TrueForAll(c => c.Value != place.Address))
        {
            Councils.Add(new SelectListItem(PlaceName, place.Address));
        }
    }

    /// <summary>The next level down beside the median of its kind; places in the order of their names, never of their figures.</summary>
    private async Task<IReadOnlyList<FigureTable>> PlacesAsync(SummaryAddress place, SupervisionFigures figures, CancellationToken ct)
    {
        if (!place.IsWhole || figures.ByPlace.Count == 0)
        {
            return [];
        }

        var councils = place.Place.Nation
            ? figures.ByPlace.Keys.Select(unit => (Key: unit, Council: _names.Values.FirstOrDefault(c => c.UnitId == unit)))
            : figures.ByPlace.Keys.Select(id => (Key: id, Council: _names.GetValueOrDefault(id)));
        var named = councils.Where(c => c.Council is not null).Select(c => (c.Key, Council: c.Council!)).OrderBy(c => c.Council.Tier).ThenBy(c => c.Council.SortKey, StringComparer.Ordinal).ToList();
        var addresses = await places.AddressesAsync([.. named.Select(n => n.Council)], ct);

        return [new FigureTables(texts, Links(Period)).Places(
            [.. named.Select(n => (n.Council, Address: addresses[n.Council.Id], Figures: figures.ByPlace[n.Key], Late: figures.NotDoneByPlace.GetValueOrDefault(n.Key)))], place.Place.Nation, Period)];
    }
}
