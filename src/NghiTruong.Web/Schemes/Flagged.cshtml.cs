using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Councils;
using NghiTruong.Refusals;
using NghiTruong.Schemes;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Schemes;

/// <summary>Objectives, targets and solutions that no resolution of the council carries yet.</summary>
[Requires<ReadSchemes>]
public sealed class FlaggedModel(SchemeList list, SchemeTools tools) : PageModel
{
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public FlaggedPage List { get; private set; } = new([], null);

    public IReadOnlyList<CouncilName> Councils { get; private set; } = [];

    public Guid? CouncilId { get; private set; }

    public string? CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        _councils = await tools.Directory.CouncilsAsync(ct);
        Councils = await tools.Desks.SeenAsync<ReadSchemes>(ct);
        var address = new AddressReader(Request.Query, "schemes.filterUnreadable");
        var asked = address.Text("council");
        var council = await tools.Desks.FindAsync(asked, ct);
        if (asked is not null && council is null)
        {
            ModelState.Refuse(Result.Refuse([new Refusal("council.notFound", "council")]), tools.Texts, "");

            return;
        }

        CouncilId = council?.Id;
        List = await list.FlaggedAsync(council, address.IsTrue("subtree"), address.Text("cursor"), 50, tools.Acting, ct);
    }
}
