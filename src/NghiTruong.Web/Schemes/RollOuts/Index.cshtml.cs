using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Schemes;
using NghiTruong.Schemes.RollOuts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Schemes.RollOuts;

/// <summary>Roll-outs the person may see: opened by their council, or that their council must carry out.</summary>
[Requires<ReadSchemes>]
public sealed class IndexModel(RollOutList list, CouncilDirectory directory, Acting acting, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public RollOutPage List { get; private set; } = new([], null);

    public bool IsMine { get; private set; }

    public bool MayMark => acting.May<MarkRollOuts>();

    public DateOnly Today => clock.Today;

    public string? CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        IsMine = AddressReader.Text(Request.Query, "mine") is "true" or "1";
        _councils = await directory.CouncilsAsync(ct);
        List = await list.ReadAsync(null, IsMine, AddressReader.Text(Request.Query, "cursor"), 30, acting, ct);
    }
}
