using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.Law;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Law;

/// <summary>A council's own value of a rule, from a day on, with the document that sets it.</summary>
[Requires<SetOwnRules>]
public sealed class OwnRuleModel(RuleList list, RuleDesk desk, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    public sealed record RuleForm
    {
        public int? Days { get; init; }

        public DayType DayType { get; init; }

        public bool RollForward { get; init; }

        public DateOnly? ValidFrom { get; init; }

        public string? LegalBasis { get; init; }

        public bool Checked { get; init; }
    }

    [BindProperty]
    public RuleForm Input { get; set; } = new();

    public string Name { get; private set; } = "";

    public string LegalBasis { get; private set; } = "";

    public IReadOnlyList<SelectListItem> DayTypes => [new(texts["law.dayType.Working"], nameof(DayType.Working)), new(texts["law.dayType.Calendar"], nameof(DayType.Calendar))];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await FindAsync(code, ct) is not var (_, row))
        {
            return NotFound();
        }

        Input = new RuleForm { Days = row.Terms.Days, DayType = row.Terms.DayType, RollForward = row.Terms.RollForward, ValidFrom = clock.Today, Checked = true };

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (await FindAsync(code, ct) is not var (council, _))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var asked = new OwnRuleInput
        {
            CouncilId = council.Id,
            Code = code,
            Days = Input.Days ?? -1,
            DayType = Input.DayType,
            RollForward = Input.RollForward,
            ValidFrom = Input.ValidFrom,
            LegalBasis = Input.LegalBasis,
            Checked = Input.Checked,
        };
        if (ModelState.Refuse(await desk.SetOwnAsync(asked, acting, ct), texts))
        {
            return Page();
        }

        TempData.Notice(texts["law.savedRecounted"]);

        return Redirect(LawLinks.Rules);
    }

    private async Task<(CouncilName Council, DeadlineRuleRow Row)?> FindAsync(string code, CancellationToken ct)
    {
        if (acting.OwnCouncils<SetOwnRules>() is not [var own, ..] || await directory.CouncilAsync(own, ct) is not { } council)
        {
            return null;
        }

        var rows = await list.ReadAsync(council.Tier.ToString(), council.Id, clock.Today, ct);
        if (rows.FirstOrDefault(r => r.Row.Code == code && r.IsInForce) is not { } found)
        {
            return null;
        }

        (Name, LegalBasis) = (found.Row.NameIn(CultureInfo.CurrentUICulture), found.Row.LegalBasis);

        return (council, found.Row);
    }
}
