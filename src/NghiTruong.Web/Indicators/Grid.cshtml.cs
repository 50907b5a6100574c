using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Indicators;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Indicators;

/// <summary>A grid of units: every place of the next level with every indicator, in the order of names. Never a ranking.</summary>
[Requires<ReadIndicators>]
public sealed class GridModel(IndicatorReader reader, BoardPlace place, SummaryPlaces places, CouncilDirectory directory, Acting acting, TextTable texts) : PageModel
{
    public BoardPlace Place => place;

    public IndicatorGrid? Grid { get; private set; }

    public IReadOnlyList<(CouncilName Council, Guid Key, string Address)> Rows { get; private set; } = [];

    /// <summary>Places below stand as wholes: provinces of the nation.</summary>
    public bool Whole => place.Place.CouncilId is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var address = new AddressReader(Request.Query, "indicators.filterUnreadable");
        var found = await place.ReadAsync(address, ct);
        var group = address.Name<IndicatorGroup>("group");
        if (ModelState.Refuse(address.Read(true), texts, ""))
        {
            await place.ChoicesAsync(ct);

            return Page();
        }

        if (!found || await reader.GridAsync(place.Place, place.Day, group, acting, ct) is not { } grid)
        {
            return NotFound();
        }

        (Grid, Rows) = (grid, await RowsAsync(grid, ct));
        await place.ChoicesAsync(ct);

        return Page();
    }

    private async Task<IReadOnlyList<(CouncilName, Guid, string)>> RowsAsync(IndicatorGrid grid, CancellationToken ct)
    {
        var councils = await directory.CouncilsAsync(ct);
        var provinces = councils.Values.Where(c => c.Tier == Tier.Province).ToDictionary(c => c.UnitId);
        var named = grid.Places.Keys
            .Select(key => (Council: councils.GetValueOrDefault(key) ?? provinces.GetValueOrDefault(key), Key: key))
            .Where(c => c.Council is not null).Select(c => (Council: c.Council!, c.Key))
            .OrderBy(c => c.Council.Tier).ThenBy(c => c.Council.SortKey, StringComparer.Ordinal).ToList();
        var addresses = await places.AddressesAsync([.. named.Select(n => n.Council)], ct);

        return [.. named.Select(n => (n.Council, n.Key, addresses[n.Council.Id]))];
    }
}
