using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Reports;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions.Reports;

/// <summary>The figures of a council, a subtree, a session, a period; each opens onto its records.</summary>
[Requires<ReadPetitions>]
public sealed class SummaryModel(PetitionReports reports, ReportView view, Acting acting, TextTable texts) : PageModel
{
    public PetitionReport? Report { get; private set; }

    public ReportQuestion Asked { get; private set; } = new();

    public ReportWords Words => view.Words;

    public string? SessionName { get; private set; }

    public List<SelectListItem> Councils { get; private set; } = [];

    public List<SelectListItem> Sessions { get; private set; } = [];

    public bool AllAgencies => Typed("co-quan") == ReportLinks.AllAgencies;

    /// <summary>The place has councils below it that could be added or left out.</summary>
    public bool HasBelow { get; private set; }

    public string? Typed(string name) => AddressReader.Text(Request.Query, name);

    public bool HasFilters => Request.Query.Count > 0;

    public string Query => ReportLinks.Query(Asked);

    /// <param name="ma">A unit by its code, former ones with a day: <c>00025@2024-06-30</c>; it becomes the council of the address.</param>
    public async Task<IActionResult> OnGetAsync(string? ma, CancellationToken ct)
    {
        var read = view.Read(Request.Query);
        if (read.IsRefused)
        {
            ModelState.Refuse(read, texts, "");

            return Page();
        }

        Asked = read.Value;
        if (!string.IsNullOrWhiteSpace(ma))
        {
            return Redirect(ReportLinks.Of(Asked with { Council = ma.Trim() }));
        }

        if (await reports.ReadAsync(Asked, Words, acting, ct) is not { } report)
        {
            return NotFound();
        }

        (Report, Asked) = (report, report.Asked);
        HasBelow = report.Place.Tier is NghiTruong.Councils.Tier.Province or NghiTruong.Councils.Tier.District;
        SessionName = await view.SessionNameAsync(Asked, report.Place, ct);
        Councils = await view.CouncilsAsync(report.Place, ct);
        Sessions = await view.SessionsAsync(Asked, report.Place, ct);

        return Page();
    }
}
