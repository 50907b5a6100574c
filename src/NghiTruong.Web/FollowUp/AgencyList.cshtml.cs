using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Reminding;
using NghiTruong.Texts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.FollowUp;

/// <summary>What one agency owes: to print, to export, to copy into a messenger.</summary>
[Requires<ReadFollowUps>]
public sealed class AgencyListModel(FollowUpList list, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    public AgencyName Agency { get; private set; } = null!;

    public string CouncilName { get; private set; } = "";

    public IReadOnlyList<FollowUpRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public string Message { get; private set; } = "";

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if ((await directory.AgenciesAsync([id], ct)).GetValueOrDefault(id) is not { } agency || await directory.CouncilAsync(agency.CouncilId, ct) is not { } council || !MaySee(agency, council))
        {
            return NotFound();
        }

        var page = await list.ReadAsync(new FollowUpFilter { AgencyId = id, Size = FollowUpList.MostRows }, acting, ct);
        (Agency, CouncilName, Rows, HasMore) = (agency, council.Name, page.Rows, page.Next is not null);
        Message = DueText.Write(agency.Name, council.Name, Rows.Select(r => new OwedLine(r.SubjectCode, r.Title, r.OwedBy)), Today, texts, CultureInfo.GetCultureInfo("vi"));

        return Page();
    }

    private bool MaySee(AgencyName agency, CouncilName council) =>
        acting.CapacityFor<ReadFollowUps>(council.Id, council.ProvinceId) is not null || acting.CapacityAtAgency<ReadFollowUps>(agency.Id) is not null;
}
