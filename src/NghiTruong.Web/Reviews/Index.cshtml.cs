using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Reviews;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reviews;

/// <summary>Reviews of one's own council and those that arrived.</summary>
[Requires<ReadReviews>]
public sealed class IndexModel(ReviewList list, ReviewTools tools) : PageModel
{
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public ReviewPage List { get; private set; } = new([], null);

    public bool IsArrived { get; private set; }

    public bool MayKeep => tools.Acting.May<KeepReviews>();

    public DateOnly Today => tools.Clock.Today;

    public string? CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        _councils = await tools.Directory.CouncilsAsync(ct);
        IsArrived = AddressReader.Text(Request.Query, "den") is "true" or "1";
        var council = (await tools.Desks.FindAsync(AddressReader.Text(Request.Query, "council"), ct))?.Id;
        List = await list.ReadAsync(IsArrived, council, AddressReader.Text(Request.Query, "cursor"), 30, tools.Acting, ct);
    }
}
