using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Indicators;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Indicators;

/// <summary>Every indicator as a definition: what counts over what, by which rule; those of one's own council can be said anew.</summary>
[Requires<KeepIndicators>]
public sealed class DefinitionsModel(IndicatorDesk desk, IndicatorList list, CouncilDesks desks, Acting acting) : PageModel
{
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];

    public IReadOnlyList<CouncilName> Own { get; private set; } = [];

    public bool MayEdit(Indicator indicator) => indicator.CouncilId is { } council && acting.CapacityFor<KeepIndicators>(council, indicator.ProvinceId ?? Guid.Empty) is not null;

    public string Records(Indicator indicator) => string.Join(" ", indicator.Rule.Kinds.Select(k => desk.Records.FirstOrDefault(r => r.Kind == k)?.Code).OfType<string>().Select(ConditionWords.RecordsText));

    public async Task OnGetAsync(CancellationToken ct)
    {
        Indicators = await list.ReadAsync(acting, ct);
        Own = await desks.OwnAsync<KeepIndicators>(ct);
    }
}
