using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Councils;
using NghiTruong.Delegates;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Delegates;

/// <summary>Councils of the province or the nation that lack full-time delegates or delegates, by name.</summary>
[Requires<ReadDelegates>]
public sealed class ShortModel(LegalNumberReader numbers, DelegatePageTools tools) : PageModel
{
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public IReadOnlyList<ShortCouncil> Rows { get; private set; } = [];

    /// <summary>Rows the page shows; the sums above it are of all.</summary>
    public int Shown => 200;

    public string? NameOf(Guid council) => _councils.GetValueOrDefault(council)?.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        _councils = await tools.Directory.CouncilsAsync(ct);
        var scope = tools.Acting.ScopeOf<ReadDelegates>();
        List<CouncilName> seen = [.. _councils.Values.Where(c => scope.All || scope.Provinces.Contains(c.ProvinceId) || scope.Councils.Contains(c.Id)).OrderBy(c => c.SortKey, StringComparer.Ordinal)];
        var provinces = seen.Select(c => c.ProvinceId).Distinct().Take(2).ToList();
        Rows = await numbers.ShortAsync(seen, provinces is [var only] ? only : null, ct);
    }
}
