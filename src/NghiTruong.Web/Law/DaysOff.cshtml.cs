using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Law;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Law;

/// <summary>The state's days off of a year: read by all, set whole from a list by the administrator of the nation.</summary>
[Requires<ReadRules>]
public sealed class DaysOffModel(RuleList list, RuleDesk desk, Acting acting, TextTable texts) : PageModel
{
    private const int Earliest = 1990;
    private const int Latest = 2100;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty]
    public string? Lines { get; set; }

    [BindProperty]
    public bool IsChecked { get; set; }

    public IReadOnlyList<DayOffRow> Rows { get; private set; } = [];

    public bool MaySet => acting.CapacityFor<SetGeneralRules>(Guid.Empty, Guid.Empty) is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Year is < Earliest or > Latest)
        {
            return NotFound();
        }

        Rows = await list.DaysOffAsync(Year, ct);
        Lines = DayOffLines.Write(Rows);
        IsChecked = Rows.Count > 0 && Rows.All(r => r.Reason.Checked);

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Year is < Earliest or > Latest || !MaySet)
        {
            return NotFound();
        }

        var read = DayOffLines.Read(Lines ?? "", Year, IsChecked);
        var done = read.IsRefused ? Result.Refuse(read.Refusals) : await desk.SetDaysOffAsync(Year, read.Value, acting, ct);
        foreach (var refusal in done.Refusals)
        {
            ModelState.AddModelError(nameof(Lines), texts[refusal.Code, refusal.Values]);
        }

        if (!ModelState.IsValid)
        {
            Rows = await list.DaysOffAsync(Year, ct);

            return Page();
        }

        TempData.Notice(texts["law.savedRecounted"]);

        return Redirect(LawLinks.DaysOff(Year));
    }
}
