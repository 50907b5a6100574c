using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Indicators;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Indicators;

/// <summary>One indicator at one place: what it counts and by which rule, its trend, and who or what is missing from it, with one press that reminds all of them.</summary>
[Requires<ReadIndicators>]
public sealed class OneModel(IndicatorReader reader, IndicatorNames names, IndicatorReminders reminders, BoardPlace place, SummaryPlaces places, CouncilDirectory directory, Acting acting, TextTable texts)
    : PageModel
{
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public BoardPlace Place => place;

    public IndicatorFigure Figure { get; private set; } = null!;

    public BehindPage Behind { get; private set; } = new([], null);

    /// <summary>Shows what was counted, not what is missing.</summary>
    public bool Counted { get; private set; }

    /// <summary>Names stand behind it, not records: they can be reminded.</summary>
    public bool HasNames => Figure.Indicator.Rule.Kinds is [var only] && only.StartsWith("Coverage.", StringComparison.Ordinal);

    public bool MayRemind => HasNames && Figure.Missing > 0 && acting.May<RemindMissing>() && place.Typed is null;

    public string Here => IndicatorLinks.One(Figure.Indicator.Code, place.Query);

    public string? CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name;

    public string? Href(BehindRow row) => row.Code is { } code ? RecordLinks.Of(row.Subject, code) : IndicatorLinks.Of(row.Subject, row.Id);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => await ReadAsync(code, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRemindAsync(string code, CancellationToken ct)
    {
        if (!await ReadAsync(code, ct))
        {
            return NotFound();
        }

        var addresses = await places.AddressesAsync([.. _councils.Values.Where(c => c.ProvinceId == place.Place.Place.ProvinceId || c.Id == place.Place.CouncilId || place.Place.Place.Nation)], ct);
        var reminded = await reminders.RemindAsync(code, place.Place, id => IndicatorLinks.One(code, IndicatorLinks.Place(addresses.GetValueOrDefault(id) ?? id.ToString("D"), false)) + "#con-thieu", acting, ct);
        if (ModelState.Refuse(reminded, texts, ""))
        {
            return Page();
        }

        TempData.Notice(texts["indicators.reminded", reminded.Value.People, reminded.Value.Desks]);

        return Redirect(Here);
    }

    private async Task<bool> ReadAsync(string code, CancellationToken ct)
    {
        if (!await place.ReadAsync(new AddressReader(Request.Query, "indicators.filterUnreadable"), ct) || await reader.OneAsync(code, place.Place, place.Day, acting, ct) is not { } figure)
        {
            return false;
        }

        (Figure, Counted) = (figure, Request.Query["counted"] == "true");
        _councils = await directory.CouncilsAsync(ct);
        Behind = await names.PageAsync(code, place.Place, place.Day, !Counted, AddressReader.Text(Request.Query, "cursor"), acting, ct) ?? Behind;
        await place.ChoicesAsync(ct);

        return true;
    }
}
