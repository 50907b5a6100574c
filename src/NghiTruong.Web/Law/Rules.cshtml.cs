using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
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

/// <summary>The rule table as it holds for a council today: basis, days, validity, the council's own values, what is not yet checked.</summary>
[Requires<ReadRules>]
public sealed class RulesModel(RuleList list, RuleDesk desk, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    /// <summary>By what they are about; those of today first within each.</summary>
    public IReadOnlyList<IGrouping<RuleGroup, RuleView>> Groups { get; private set; } = [];

    public CouncilName? Council { get; private set; }

    public bool MaySetOwn { get; private set; }

    public bool IsNation { get; private set; }

    public int Year => clock.Today.Year;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostCheckAsync(Guid id, bool isChecked, CancellationToken ct) =>
        await AfterAsync(await desk.MarkCheckedAsync(id, isChecked, acting, ct), "law.saved", ct);

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct) => await AfterAsync(await desk.RemoveOwnAsync(id, acting, ct), "law.removed", ct);

    public bool MayCheck(RuleView rule) => rule.Row.CouncilId is null ? IsNation : MaySetOwn;

    /// <summary>Where a group stands on the page.</summary>
    public static string AnchorOf(RuleGroup group) => group switch
    {
        RuleGroup.Petitions => "kien-nghi",
        RuleGroup.Urging => "don-doc",
        RuleGroup.Sessions => "ky-hop",
        RuleGroup.Papers => "van-ban",
        RuleGroup.Supervision => "giam-sat",
        RuleGroup.Letters => "don-thu",
        _ => "khac",
    };

    private async Task<IActionResult> AfterAsync(Refusals.Result result, string said, CancellationToken ct)
    {
        if (ModelState.Refuse(result, texts))
        {
            await LoadAsync(ct);

            return Page();
        }

        TempData.Notice(texts[said]);

        return Redirect(LawLinks.Rules);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var own = acting.OwnCouncils<ReadRules>();
        Council = own.Count > 0 ? await directory.CouncilAsync(own[0], ct) : null;
        Groups = [.. (await list.ReadAsync(Council?.Tier.ToString(), Council?.Id, clock.Today, ct)).GroupBy(v => DeadlineRuleCatalogue.GroupOf(v.Row.Code)).OrderBy(g => g.Key)];
        MaySetOwn = Council is not null && acting.CapacityFor<SetOwnRules>(Council.Id, Guid.Empty) is not null;
        IsNation = acting.CapacityFor<SetGeneralRules>(Guid.Empty, Guid.Empty) is not null;
    }
}

/// <summary>Some rows of the rule table on its page.</summary>
public sealed record RuleTable(string Title, IReadOnlyList<RuleView> Rows, RulesModel Page);

/// <summary>Addresses of the room.</summary>
public static class LawLinks
{
    public const string Rules = "/quy-dinh";

    public const string DefinitionIndex = "/danh-muc";

    public static string Definitions(string slug) => $"{DefinitionIndex}/{slug}";

    public static string Own(string code) => $"{Rules}/{code}";

    public static string DaysOff(int year) => $"{Rules}/ngay-nghi/{year}";
}
