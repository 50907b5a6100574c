using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Today;
using NghiTruong.FollowUp.Urging;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.FollowUp;

/// <summary>Takes a step of urging for the items chosen: with a number it was signed outside, without one a draft letter waits for its signing path.</summary>
[Requires<UrgeAgencies>]
public sealed class UrgeModel(FollowUpList list, UrgingDesk desk, UrgingRecipients recipients, IDbContextFactory<Db> contexts, CouncilDirectory directory, TodayBook today, Acting acting, TextTable texts) : PageModel
{
    public sealed record UrgeForm
    {
        public int? Order { get; init; }

        public Guid? AddresseeId { get; init; }

        public string? AddresseeName { get; init; }

        public DateOnly? On { get; init; }

        public string? Number { get; init; }

        public string? Notation { get; init; }

        public string? SkipReason { get; init; }
    }

    [BindProperty(SupportsGet = true, Name = "id")]
    public IReadOnlyList<Guid> Ids { get; set; } = [];

    [BindProperty]
    public UrgeForm Input { get; set; } = new();

    public IReadOnlyList<FollowUpItem> Items { get; private set; } = [];

    /// <summary>Each with whom its letter goes to.</summary>
    public IReadOnlyList<SelectListItem> Steps { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Addressees { get; private set; } = [];

    /// <summary>Whom the next step's letter goes to unless another is chosen, where that is one for all items.</summary>
    public string Proposed { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : Redirect(FollowUpLinks.ToUrge);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(ct) ? Page() : Redirect(FollowUpLinks.ToUrge);
        }

        var asked = new UrgeInput
        {
            ItemIds = Ids,
            Order = Input.Order,
            AddresseeId = Input.AddresseeId,
            AddresseeName = Input.AddresseeName,
            On = Input.On,
            Number = Input.Number,
            Notation = Input.Notation,
            SkipReason = Input.SkipReason,
        };
        var result = await desk.UrgeAsync(asked, acting, ct);
        if (ModelState.Refuse(result, texts))
        {
            return await LoadAsync(ct) ? Page() : Redirect(FollowUpLinks.ToUrge);
        }

        today.Forget(acting.UserId);
        TempData.Notice(texts[result.Value.Letters.Count > 0 ? "followUp.urged.letters" : "followUp.urged", result.Value.Items, result.Value.Letters.Count]);

        return Redirect(FollowUpLinks.List);
    }

    public async Task<IActionResult> OnPostSkipAsync(CancellationToken ct)
    {
        var result = await desk.SkipAsync(Ids, Input.SkipReason ?? "", acting, ct);
        if (ModelState.Refuse(result, texts))
        {
            return await LoadAsync(ct) ? Page() : Redirect(FollowUpLinks.ToUrge);
        }

        TempData.Notice(texts["followUp.skipped", Ids.Count]);

        return Redirect(FollowUpLinks.ToUrge);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        List<FollowUpItem> items = [];
        foreach (var id in Ids.Distinct().Take(FollowUpList.MostRows))
        {
            if (await list.FindAsync(id, acting, ct) is { } item)
            {
                items.Add(item);
            }
        }

        Items = items;
        if (items.Count == 0)
        {
            return false;
        }

        var agencies = await directory.AgenciesAsync([items[0].AgencyId], ct);
        var council = items[0].AgencyId is { } agency && agencies.TryGetValue(agency, out var known) ? known.CouncilId : items[0].CouncilId;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var ladder = await UrgingLadder.OfAsync(db, council, ct);
        List<SelectListItem> steps = [];
        foreach (var step in ladder.Steps)
        {
            steps.Add(new SelectListItem(await NameAsync(step, items[0], ct), step.Order.ToString(CultureInfo.InvariantCulture)));
        }

        Steps = steps;
        Proposed = await ProposedAsync(ladder, ct);
        Addressees = [.. (await recipients.ChoicesAsync(council, ct)).Select(a => new SelectListItem(a.Name, a.Id.ToString("D")))];

        return true;
    }

    private async Task<string> ProposedAsync(UrgingLadder ladder, CancellationToken ct)
    {
        HashSet<string> names = [];
        foreach (var item in Items)
        {
            if (ladder.After(item.UrgingStep) is { MakesLetter: true } next && await recipients.OfAsync(item, next.Addressee, ct) is { } to)
            {
                names.Add(to.Name);
            }
        }

        return names.Count == 1 ? texts["followUp.urge.addressee.proposed.one", names.First()] : texts["followUp.urge.addressee.proposed"];
    }

    private async Task<string> NameAsync(UrgingStep step, FollowUpItem item, CancellationToken ct)
    {
        var name = $"{step.Order}. {step.NameIn(CultureInfo.CurrentUICulture)}";

        return step.MakesLetter && await recipients.OfAsync(item, step.Addressee, ct) is { } to ? texts["followUp.urge.step.to", name, to.Name] : name;
    }
}
