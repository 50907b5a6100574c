using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Indicators;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Indicators;

/// <summary>The place and day a board page is asked for, read from the address once for all of them: <c>council</c>, <c>subtree</c>, <c>on</c>.</summary>
public sealed class BoardPlace(SummaryPlaces places, CouncilDesks desks, Visitor visitor, TextTable texts, TimeProvider clock)
{
    public SummaryAddress Place { get; private set; } = null!;

    public DateOnly Day { get; private set; }

    /// <summary>As typed; null for today.</summary>
    public string? Typed { get; private set; }

    public string Name { get; private set; } = "";

    public bool HasBelow => Place.Tier is Tier.Province or Tier.District;

    public List<SelectListItem> Councils { get; } = [];

    public string Query => IndicatorLinks.Place(Place.Address, Place.Subtree && Place.CouncilId is not null, Typed);

    public string At(string address, bool subtree) => IndicatorLinks.Place(address, subtree, Typed);

    /// <returns>False when nothing of that address is there.</returns>
    public async Task<bool> ReadAsync(AddressReader address, CancellationToken ct)
    {
        var own = visitor.First is { CouncilId: not null } first && Permission.Of<ReadIndicators>().ReachOf(first.Role) is not null ? first : null;
        var council = address.Text("council");
        var subtree = council is null ? own is { IsProvince: true } && Permission.Of<ReadIndicators>().ReachOf(own.Role) == Reach.Subtree : address.IsTrue("subtree");
        if (await places.FindAsync(council ?? own?.CouncilId?.ToString("D") ?? UnitBook.Nation, subtree, ct) is not { } place)
        {
            return false;
        }

        (Place, Typed) = (place, address.Text("on"));
        Day = address.Day("on") is { } day && day <= clock.Today ? day : clock.Today;
        Name = place.CouncilId is null ? texts["indicators.nation"] : place.Subtree ? texts["indicators.whole", place.Name] : place.Name;

        return true;
    }

    public async Task ChoicesAsync(CancellationToken ct)
    {
        var seen = (await desks.SeenAsync<ReadIndicators>(ct)).ToList();
        var addresses = await places.AddressesAsync(seen, ct);
        Councils.AddRange(seen.Select(c => new SelectListItem(c.Name, addresses[c.Id])));
        if (Councils.Count != 1)
        {
            Councils.Insert(0, new SelectListItem(texts["indicators.nation"], UnitBook.Nation));
        }

        if (Councils.TrueForAll(c => c.Value != Place.Address))
        {
            Councils.Add(new SelectListItem(Name, Place.Address));
        }
    }
}
