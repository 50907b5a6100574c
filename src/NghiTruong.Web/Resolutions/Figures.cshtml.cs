using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Resolutions;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>One place of the next level down.</summary>
/// <param name="Address">Unit code that opens its list.</param>
public sealed record PlaceRow(string Name, string Address, bool IsWhole, PlaceOfResolutions Figures);

/// <summary>How registers stand: of one council, of a province with its communes, of all one may see. Each figure opens onto its list; places stand in the order of their names.</summary>
[Requires<ReadResolutions>]
public sealed class FiguresModel(ResolutionSummary summary, SummaryPlaces places, CouncilDirectory directory, Visitor visitor, Acting acting, TextTable texts) : PageModel
{
    private string _council = UnitBook.Nation;
    private bool _subtree;

    public ResolutionFigures? Figures { get; private set; }

    public string PlaceName { get; private set; } = "";

    public IReadOnlyList<PlaceRow> Places { get; private set; } = [];

    public string Link(string more) => $"{ResolutionLinks.List}?council={Uri.EscapeDataString(_council)}{(_subtree ? "&subtree=true" : "")}{(more.Length > 0 ? "&" + more : "")}";

    public string PlaceLink(PlaceRow place, string more) => $"{ResolutionLinks.List}?council={Uri.EscapeDataString(place.Address)}{(place.IsWhole ? "&subtree=true" : "")}{(more.Length > 0 ? "&" + more : "")}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var own = visitor.First is { CouncilId: not null } first && Permission.Of<ReadResolutions>().ReachOf(first.Role) is not null ? first : null;
        var asked = AddressReader.Text(Request.Query, "council");
        _council = asked ?? own?.CouncilId?.ToString("D") ?? UnitBook.Nation;
        _subtree = asked is null ? own is { IsProvince: true } && Permission.Of<ReadResolutions>().ReachOf(own.Role) == Reach.Subtree : AddressReader.Text(Request.Query, "subtree") is "true" or "1";
        if (await places.FindAsync(_council, _subtree, ct) is not { } place || await summary.ReadAsync(place.Place, place.IsWhole, acting, ct) is not { } figures)
        {
            return NotFound();
        }

        (Figures, _council) = (figures, place.Address);
        PlaceName = place.CouncilId is null ? texts["resolutions.figures.everywhere"] : place.Name;
        Places = place.IsWhole ? await PlacesAsync(place, figures, ct) : [];

        return Page();
    }

    private async Task<IReadOnlyList<PlaceRow>> PlacesAsync(SummaryAddress place, ResolutionFigures figures, CancellationToken ct)
    {
        var all = await directory.CouncilsAsync(ct);
        var named = figures.ByPlace.Keys
            .Select(key => (Key: key, Council: place.Place.Nation ? all.Values.FirstOrDefault(c => c.UnitId == key) : all.GetValueOrDefault(key)))
            .Where(n => n.Council is not null).Select(n => (n.Key, Council: n.Council!))
            .OrderBy(n => n.Council.Tier).ThenBy(n => n.Council.SortKey, StringComparer.Ordinal).ToList();
        var addresses = await places.AddressesAsync([.. named.Select(n => n.Council)], ct);

        return [.. named.Select(n => new PlaceRow(n.Council.Name, addresses[n.Council.Id], place.Place.Nation, figures.ByPlace[n.Key]))];
    }
}
