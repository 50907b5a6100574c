using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.CitizenLetters;

/// <summary>The register of letters: those that wait, those late, all. A protected one shows its code and kind alone.</summary>
[Requires<ReadCitizenLetters>]
public sealed class IndexModel(CitizenLetterList list, CitizenLetterQuery read, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, AgencyName> _agencies = new Dictionary<Guid, AgencyName>();

    public IReadOnlyList<CitizenLetterRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<ListChoice> Choices { get; private set; } = [];

    public IReadOnlyList<ListTab> Tabs => read.Tabs(Request.Query);

    public IEnumerable<KeyValuePair<string, string>> TabFields => CitizenLetterQuery.TabFields(Request.Query);

    public bool HasFilters => CitizenLetterQuery.HasFilters(Request.Query);

    public string? Typed => AddressReader.Text(Request.Query, "words");

    public bool MayRegister { get; } = acting.May<RegisterCitizenLetters>();

    public DateOnly Today => clock.Today;

    public string? HolderOf(CitizenLetterRow row) => row.TransferAgencyId is { } id ? _agencies.GetValueOrDefault(id)?.Name ?? row.TransferredTo : row.TransferredTo;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Choices = await read.ChoicesAsync(Request.Query, ct);
        var filter = await read.ReadAsync(Request.Query, ct);
        if (ModelState.Refuse(filter, texts, ""))
        {
            return;
        }

        (Rows, Next) = await list.ReadAsync(filter.Value, acting, ct);
        _agencies = await directory.AgenciesAsync(Rows.Select(r => r.TransferAgencyId), ct);
    }
}
