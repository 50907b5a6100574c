using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Refusals;
using NghiTruong.Training;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Training;

/// <summary>Classes the person may see, the latest first; filters stand in the address.</summary>
[Requires<ReadTrainings>]
public sealed class IndexModel(TrainingPageTools tools) : PageModel
{
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public TrainingFilter Filter { get; private set; } = new();

    public TrainingPage List { get; private set; } = new([], null);

    public IReadOnlyList<CouncilName> Councils { get; private set; } = [];

    public List<SelectListItem> States => tools.Texts.CodedChoices<TrainingState>("training.state.");

    public bool MayKeep => tools.Acting.May<KeepTrainings>();

    public bool HasFilters => Filter is not { CouncilId: null, State: null, Words: null };

    public string? CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var filter = await TrainingQuery.ReadAsync(Request.Query, tools.Desks, ct);
        if (ModelState.Refuse(filter, tools.Texts, ""))
        {
            return;
        }

        Filter = filter.Value;
        List = await tools.Reader.ListAsync(Filter, tools.Acting, ct);
        _councils = await tools.Directory.CouncilsAsync(ct);
        Councils = await tools.Desks.SeenAsync<ReadTrainings>(ct);
    }
}

/// <summary>What stands in the address of the list, the same for page and API: <c>council, state, year, q, cursor</c>.</summary>
internal static class TrainingQuery
{
    /// <returns>Refusals <c>trainings.filterUnreadable</c>, <c>council.notFound</c>.</returns>
    public static async ValueTask<Result<TrainingFilter>> ReadAsync(IQueryCollection query, CouncilDesks desks, CancellationToken ct)
    {
        var address = new AddressReader(query, "trainings.filterUnreadable");
        var filter = new TrainingFilter { State = address.Name<TrainingState>("state"), Year = address.Number("year") is > 1900 and < 9999 and var year ? year : null, Words = address.Text("q"), Cursor = address.Text("cursor") };
        if (address.Text("council") is not { } asked)
        {
            return address.Read(filter);
        }

        return await desks.FindAsync(asked, ct) is { } council ? address.Read(filter with { CouncilId = council.Id }) : new Refusal("council.notFound", "council");
    }
}
