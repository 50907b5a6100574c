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

/// <summary>Takes a step of urging for the items chosen, one letter after the other: with a number it was signed outside, without one a draft letter waits for its signing path.</summary>
[Requires<UrgeAgencies>]
public sealed class UrgeModel(FollowUpList list, UrgingDesk desk, UrgingRecipients recipients, IDbContextFactory<Db> contexts, CouncilDirectory directory, TodayBook today, Acting acting, TextTable texts, TimeProvider clock)
    : PageModel
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

    /// <summary>Items that go together: one holder, one step, so one letter with one number.</summary>
    /// <param name="Step">The next one; null for items that have come to the top.</param>
    public sealed record Letter(string Holder, UrgingStep? Step, IReadOnlyList<FollowUpItem> Items);

    [BindProperty(SupportsGet = true, Name = "id")]
    public IReadOnlyList<Guid> Ids { get; set; } = [];

    /// <summary>Items of the letters that come after this one.</summary>
    [BindProperty(Name = "con")]
    public IReadOnlyList<Guid> Later { get; set; } = [];

    [BindProperty]
    public UrgeForm Input { get; set; } = new();

    /// <summary>The form is the first one's; the others follow, each with its own number.</summary>
    public IReadOnlyList<Letter> Letters { get; private set; } = [];

    /// <summary>Each with whom its letter goes to.</summary>
    public IReadOnlyList<SelectListItem> Steps { get; private set; } = [];

    /// <summary>The empty choice of steps: the next one, by its name.</summary>
    public string NextStep { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Addressees { get; private set; } = [];

    /// <summary>Whom the next step's letter goes to unless another is chosen.</summary>
    public string Proposed { get; private set; } = "";

    public DateOnly Today => clock.Today;

    public string NameOf(UrgingStep? step) => step?.NameIn(CultureInfo.CurrentUICulture) ?? texts["followUp.urge.top"];

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

        return Done(texts[result.Value.Letters.Count > 0 ? "followUp.urged.letters" : "followUp.urged", result.Value.Items, result.Value.Letters.Count], FollowUpLinks.List);
    }

    /// <summary>A draft of every letter at once, none of them signed or numbered yet.</summary>
    public async Task<IActionResult> OnPostDraftsAsync(CancellationToken ct)
    {
        var result = await desk.UrgeAsync(new UrgeInput { ItemIds = [.. Ids, .. Later] }, acting, ct);
        if (ModelState.Refuse(result, texts))
        {
            return await LoadAsync(ct) ? Page() : Redirect(FollowUpLinks.ToUrge);
        }

        Later = [];

        return Done(texts["followUp.urged.letters", result.Value.Items, result.Value.Letters.Count], FollowUpLinks.List);
    }

    public async Task<IActionResult> OnPostSkipAsync(CancellationToken ct)
    {
        var result = await desk.SkipAsync(Ids, Input.SkipReason ?? "", acting, ct);
        if (ModelState.Refuse(result, texts))
        {
            return await LoadAsync(ct) ? Page() : Redirect(FollowUpLinks.ToUrge);
        }

        return Done(texts["followUp.skipped", Ids.Count], FollowUpLinks.ToUrge);
    }

    /// <summary>On to the next letter, where there is one.</summary>
    private RedirectResult Done(string notice, string end)
    {
        today.Forget(acting.UserId);
        TempData.Notice(notice);

        return Redirect(Later.Count > 0 ? $"{FollowUpLinks.Urge}?{string.Join('&', Later.Select(id => $"id={id}"))}" : end);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        List<FollowUpItem> items = [];
        foreach (var id in Ids.Concat(Later).Distinct().Take(FollowUpList.MostRows))
        {
            if (await list.FindAsync(id, acting, ct) is { } item)
            {
                items.Add(item);
            }
        }

        if (items.Count == 0)
        {
            return false;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var placed = await PlacedAsync(items, db, ct);
        Letters = [.. placed
            .GroupBy(p => (p.Holder, Step: p.Ladder.After(p.Item.UrgingStep)))
            .Select(g => new Letter(g.Key.Holder?.Name ?? texts["followUp.nobody"], g.Key.Step, [.. g.Select(p => p.Item)]))];
        var first = placed[0];
        List<SelectListItem> steps = [];
        foreach (var step in first.Ladder.Steps)
        {
            steps.Add(new SelectListItem(await NameAsync(step, first.Item, ct), step.Order.ToString(CultureInfo.InvariantCulture)));
        }

        (Steps, NextStep) = (steps, texts["followUp.urge.next", NameOf(Letters[0].Step)]);
        Proposed = await ProposedAsync(Letters[0], ct);
        Addressees = [.. (await recipients.ChoicesAsync(first.Council, ct)).Select(a => new SelectListItem(a.Name, a.Id.ToString("D")))];

        return true;
    }

    /// <summary>Each item with whoever owes it, and the council that may press them, by its ladder.</summary>
    private async Task<List<(FollowUpItem Item, UrgingRecipient? Holder, Guid Council, UrgingLadder Ladder)>> PlacedAsync(List<FollowUpItem> items, Db db, CancellationToken ct)
    {
        var agencies = await directory.AgenciesAsync(items.Select(i => i.AgencyId), ct);
        Dictionary<Guid, UrgingLadder> ladders = [];
        List<(FollowUpItem, UrgingRecipient?, Guid, UrgingLadder)> placed = [];
        foreach (var item in items)
        {
            var council = item.AgencyId is { } agency && agencies.TryGetValue(agency, out var known) ? known.CouncilId : item.CouncilId;
            if (!ladders.TryGetValue(council, out var ladder))
            {
                ladders[council] = ladder = await UrgingLadder.OfAsync(db, council, ct);
            }

            placed.Add((item, await recipients.OfAsync(item, UrgingAddressee.Holder, ct), council, ladder));
        }

        return placed;
    }

    private async Task<string> ProposedAsync(Letter letter, CancellationToken ct) =>
        letter.Step is { MakesLetter: true } next && await recipients.OfAsync(letter.Items[0], next.Addressee, ct) is { } to
            ? texts["followUp.urge.addressee.proposed.one", to.Name]
            : texts["followUp.urge.addressee.proposed"];

    private async Task<string> NameAsync(UrgingStep step, FollowUpItem item, CancellationToken ct)
    {
        var name = $"{step.Order}. {step.NameIn(CultureInfo.CurrentUICulture)}";

        return step.MakesLetter && await recipients.OfAsync(item, step.Addressee, ct) is { } to ? texts["followUp.urge.step.to", name, to.Name] : name;
    }
}
