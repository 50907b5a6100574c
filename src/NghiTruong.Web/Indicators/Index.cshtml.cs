using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Indicators;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Indicators;

/// <summary>The board of a place: every indicator with value, target, trend and the middle council of its kind; each opens onto the names missing from it.</summary>
[Requires<ReadIndicators>]
public sealed class IndexModel(IndicatorReader reader, BoardPlace place, Acting acting, TextTable texts) : PageModel
{
    public BoardPlace Place => place;

    public IndicatorBoard? Board { get; private set; }

    /// <summary>What was known on the day asked for, where it lies before today.</summary>
    public IReadOnlyDictionary<string, IndicatorSnapshot> Known { get; private set; } = new Dictionary<string, IndicatorSnapshot>();

    public bool MayKeep => acting.May<KeepIndicators>();

    public bool HasFilters => Request.Query.Count > 0;

    public IEnumerable<IGrouping<IndicatorGroup, IndicatorFigure>> Groups => Board!.Figures.GroupBy(f => f.Indicator.Group);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var address = new AddressReader(Request.Query, "indicators.filterUnreadable");
        var found = await place.ReadAsync(address, ct);
        if (ModelState.Refuse(address.Read(true), texts, ""))
        {
            await place.ChoicesAsync(ct);

            return Page();
        }

        if (!found || await reader.BoardAsync(place.Place, place.Day, acting, ct) is not { } board)
        {
            return NotFound();
        }

        Board = board;
        Known = place.Typed is null ? Known : await reader.KnownOnAsync(place.Place, place.Day, acting, ct);
        await place.ChoicesAsync(ct);

        return Page();
    }
}
