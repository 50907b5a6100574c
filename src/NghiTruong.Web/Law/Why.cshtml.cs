using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.Law;
using NghiTruong.Texts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Law;

/// <summary>"Vì sao ngày này?" for one item: rule, start, days skipped and why; or that a hand or a ledger set it.</summary>
[Requires<ReadFollowUps>]
public sealed class WhyModel(FollowUpList list, RuleBook rules, CouncilDirectory directory, Acting acting, TextTable texts) : PageModel
{
    public FollowUpItem Item { get; private set; } = null!;

    public IReadOnlyList<string> Sentences { get; private set; } = [];

    /// <summary>The rule would now give another day than the one kept.</summary>
    public bool IsExtended => Item.ExtendedTo is not null;

    public bool IsByHand => Item.RuleCode is null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await list.FindAsync(id, acting, ct) is not { } item)
        {
            return NotFound();
        }

        Item = item;
        var council = await directory.CouncilAsync(item.CouncilId, ct);
        if (item.RuleCode is { } code && (await rules.ReadAsync(ct)).Due(code, council?.Tier.ToString(), item.CouncilId, item.From) is { } ruled)
        {
            Sentences = DeadlineExplanation.Sentences(ruled.Deadline, ruled.Rule, texts, CultureInfo.CurrentUICulture);
        }

        return Page();
    }
}
