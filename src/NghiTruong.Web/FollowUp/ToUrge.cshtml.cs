using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Urging;
using NghiTruong.Law;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.FollowUp;

/// <summary>Who is due for the next step of urging, and why; people decide. Grouped by whoever owes and the step that is next, one letter each.</summary>
[Requires<UrgeAgencies>]
public sealed class ToUrgeModel(
    FollowUpList list, FollowUpQuery reader, FollowUpNames names, IDbContextFactory<Db> contexts, RuleBook rules, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    public sealed record Proposed(FollowUpRow Row, string Step, string Why);

    public IReadOnlyList<IGrouping<(string Holder, string Step), Proposed>> Groups { get; private set; } = [];

    public string? Next { get; private set; }

    public bool IsOwnLadder { get; private set; }

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var own = acting.OwnCouncils<UrgeAgencies>();
        var asked = await reader.ReadAsync(Request.Query, ct);
        var council = asked.CouncilId ?? (own.Count > 0 ? own[0] : Guid.Empty);
        if (!own.Contains(council))
        {
            return NotFound();
        }

        var page = await list.ReadAsync(new FollowUpFilter { CouncilId = council, ToUrge = true, Cursor = asked.Cursor, Size = 100 }, acting, ct);
        await names.LoadAsync(page.Rows, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var ladder = await UrgingLadder.OfAsync(db, council, ct);
        var calendar = (await rules.ReadAsync(ct)).Calendar;
        (Next, IsOwnLadder) = (page.Next, ladder.IsOwn);
        Groups = [.. page.Rows
            .Select(r => (Row: r, Proposal: ladder.Propose(r.OwedBy, r.UrgingStep, r.UrgedOn, r.UrgingReplyBy, Today, calendar)))
            .Where(p => p.Proposal is not null)
            .Select(p => new Proposed(p.Row, p.Proposal!.Step.NameIn(CultureInfo.CurrentUICulture), Say(p.Proposal)))
            .GroupBy(p => (names.Holder(p.Row), p.Step))];

        return Page();
    }

    private string Say(UrgingProposal proposal) => texts[proposal.Why, [.. proposal.Values.Select(v => v switch
    {
        UrgingStep step => step.NameIn(CultureInfo.CurrentUICulture),
        DateOnly day => Ui.Date(day),
        _ => v,
    })]];
}
