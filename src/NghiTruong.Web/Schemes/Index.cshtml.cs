using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Councils;
using NghiTruong.Refusals;
using NghiTruong.Schemes;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Schemes;

/// <summary>Documents the person may see, the latest issued first; filters stand in the address.</summary>
[Requires<ReadSchemes>]
public sealed class IndexModel(SchemeList list, SchemeTools tools) : PageModel
{
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public SchemeFilter Filter { get; private set; } = new();

    public SchemePage List { get; private set; } = new([], null);

    public IReadOnlyList<CouncilName> Councils { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds => tools.Texts.CodedChoices<SchemeKind>("scheme.kind.");

    public bool MayKeep => tools.Acting.May<KeepSchemes>();

    public bool HasFilters => Filter is not { CouncilId: null, Kind: null, Words: null };

    public string? CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        _councils = await tools.Directory.CouncilsAsync(ct);
        Councils = await tools.Desks.SeenAsync<ReadSchemes>(ct);
        var filter = await SchemeQuery.ReadAsync(Request.Query, tools.Desks, ct);
        if (!ModelState.Refuse(filter, tools.Texts, ""))
        {
            Filter = filter.Value;
            List = await list.ReadAsync(Filter, tools.Acting, ct);
        }
    }
}

/// <summary>What stands in the address of the list, the same for page and API: <c>council, kind, q, cursor</c>.</summary>
internal static class SchemeQuery
{
    /// <returns>Refusals <c>schemes.filterUnreadable</c>, <c>council.notFound</c>.</returns>
    public static async ValueTask<Result<SchemeFilter>> ReadAsync(IQueryCollection query, CouncilDesks desks, CancellationToken ct)
    {
        var address = new AddressReader(query, "schemes.filterUnreadable");
        var filter = new SchemeFilter { Kind = address.Name<SchemeKind>("kind"), Words = address.Text("q"), Cursor = address.Text("cursor") };
        if (address.Text("council") is not { } asked)
        {
            return address.Read(filter);
        }

        return await desks.FindAsync(asked, ct) is { } council ? address.Read(filter with { CouncilId = council.Id }) : new Refusal("council.notFound", "council");
    }
}
