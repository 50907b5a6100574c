using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Journal;
using NghiTruong.Law;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.FollowUp.Urging;

/// <summary>An item loaded to be urged, by the council whose right that is, and its ladder.</summary>
public sealed record ItemInHand(FollowUpItem Item, CouncilName Council, UrgingRecipient Holder, UrgingLadder Ladder, Capacity Capacity);

/// <summary>A step about to be taken.</summary>
/// <param name="To">Whom its letter goes to, where it makes one.</param>
public sealed record PlannedStep(ItemInHand Hand, UrgingStep Step, UrgingRecipient To, string? SkipReason);

/// <summary>What urging is made of, inside an operation: finding, drafting the letter, taking and passing over steps.</summary>
public sealed class UrgingSteps(FollowUps followUps, CouncilDirectory directory, UrgingRecipients recipients, FormTexts form)
{
    /// <summary>
    /// Loads items in the order asked. What one may not see is "not found". To urge is the right of the council in whose list the agency stands: an upper level
    /// presses that council's Standing Committee, never its agencies.
    /// </summary>
    public async Task<Result<List<ItemInHand>>> FindAsync(Work work, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        var items = await work.Db.Set<FollowUpItem>().VisibleTo(work.Acting).Where(i => wanted.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);
        if (wanted.Count == 0 || items.Count < wanted.Count)
        {
            return new Refusal(wanted.Count == 0 ? "followUp.noneChosen" : "followUp.notFound", nameof(UrgeInput.ItemIds));
        }

        var agencies = await directory.AgenciesAsync(items.Values.Select(i => i.AgencyId), ct);
        Dictionary<Guid, UrgingLadder> ladders = [];
        List<ItemInHand> hands = [];
        foreach (var item in wanted.Select(id => items[id]))
        {
            var agency = item.AgencyId is { } a ? agencies.GetValueOrDefault(a) : null;
            var council = await directory.CouncilAsync(agency?.CouncilId ?? item.CouncilId, ct);
            var holder = await recipients.OfAsync(item, UrgingAddressee.Holder, ct);
            if (council is null || holder is null || work.Acting.CapacityFor<UrgeAgencies>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("followUp.notAllowed", nameof(UrgeInput.ItemIds), item.SubjectCode);
            }

            if (item.OwedBy is null)
            {
                return new Refusal("followUp.notOwed", nameof(UrgeInput.ItemIds), item.SubjectCode);
            }

            if (!ladders.TryGetValue(council.Id, out var ladder))
            {
                ladders[council.Id] = ladder = await UrgingLadder.OfAsync(work.Db, council.Id, ct);
            }

            hands.Add(new ItemInHand(item, council, holder, ladder, capacity));
        }

        return hands;
    }

    /// <summary>Decides whom the letter of a step goes to: the one asked for, else the one the step proposes.</summary>
    /// <returns>Refusals <c>followUp.addresseeMissing</c>, <c>agency.notFound</c>.</returns>
    public async Task<Result<PlannedStep>> AddressAsync(PlannedStep planned, UrgeInput asked, CancellationToken ct)
    {
        var hand = planned.Hand;
        if (!planned.Step.MakesLetter)
        {
            return planned;
        }

        if (asked.AddresseeId is { } id)
        {
            return (await recipients.ChoicesAsync(hand.Council.Id, ct)).FirstOrDefault(a => a.Id == id) is { } chosen
                ? planned with { To = new UrgingRecipient(chosen.Name, chosen.Id, null) }
                : new Refusal("agency.notFound", nameof(asked.AddresseeId));
        }

        if (!string.IsNullOrWhiteSpace(asked.AddresseeName))
        {
            var name = asked.AddresseeName.Trim();

            return planned with { To = name == hand.Holder.Name ? hand.Holder : new UrgingRecipient(name, null, null) };
        }

        return await recipients.OfAsync(hand.Item, planned.Step.Addressee, ct) is { } proposed
            ? planned with { To = proposed }
            : new Refusal("followUp.addresseeMissing", nameof(asked.AddresseeId), hand.Holder.Name);
    }

    /// <summary>Code of the first item that waits in a letter not yet issued; null when none does.</summary>
    public async Task<string?> InDraftAsync(Work work, IReadOnlyList<PlannedStep> plan, CancellationToken ct)
    {
        var ids = plan.Select(p => p.Hand.Item.Id).ToList();
        var waiting = await (
            from row in work.Db.Set<UrgingLetterItem>()
            join letter in work.Db.Set<OfficialLetter>() on row.LetterId equals letter.Id
            where ids.Contains(row.ItemId) && letter.State != LetterState.Issued && letter.State != LetterState.Withdrawn
            select row.ItemId).FirstOrDefaultAsync(ct);

        return plan.FirstOrDefault(p => p.Hand.Item.Id == waiting)?.Hand.Item.SubjectCode;
    }

    /// <summary>Drafts one letter to one recipient for its items.</summary>
    public OfficialLetter Draft(Work work, IReadOnlyList<PlannedStep> group, string? notation)
    {
        var (hand, step, to) = (group[0].Hand, group[0].Step, group[0].To);
        var letter = work.DraftLetter(
            new NewLetter
            {
                SenderCouncilId = hand.Council.Id,
                ProvinceId = hand.Council.ProvinceId,
                Kind = UrgingDesk.LetterKind,
                Abstract = form["form.urging.abstract", step.NameVietnamese, UrgingLetter.MatterOf(form, group.Select(p => p.Hand.Item))],
                RecipientAgencyId = to.AgencyId,
                RecipientCouncilId = to.CouncilId,
                RecipientName = to.Name,
                Notation = string.IsNullOrWhiteSpace(notation) ? null : notation.Trim(),
            },
            hand.Capacity);
        work.Db.AddRange(group.Select((planned, i) => new UrgingLetterItem
        {
            LetterId = letter.Id,
            ItemId = planned.Hand.Item.Id,
            Ordinal = i + 1,
            StepOrder = planned.Step.Order,
            SkipReason = planned.SkipReason,
        }));

        return letter;
    }

    /// <summary>Takes a step; those in between are passed over with the reason given. The reply is due by the rule <c>URGING_REPLY</c>.</summary>
    public async Task TakeAsync(Work work, PlannedStep planned, DateOnly on, string? number, OfficialLetter? letter, CancellationToken ct)
    {
        var (hand, step) = (planned.Hand, planned.Step);
        for (var order = hand.Item.UrgingStep + 1; order < step.Order; order++)
        {
            Skip(work, hand, hand.Ladder[order]!, planned.SkipReason!);
        }

        var replyBy = await followUps.DueAsync(work, DeadlineRuleCatalogue.UrgingReply, hand.Council.Id, on, ct);
        var times = step.Order == hand.Item.UrgingStep
            ? await work.Db.Set<UrgingStepTaken>().CountAsync(t => t.ItemId == hand.Item.Id && t.Order == step.Order && t.SkippedBecause == null, ct) + 1
            : 1;
        work.Db.Add(Row(work, hand, step, on, times, number, letter?.Id, null, replyBy));
        hand.Item.Urge(step.Order, on, replyBy);
        var to = letter is null || UrgingRecipient.IsHolder(letter, hand.Item) ? null : letter.RecipientName;
        work.Record(new MatterUrged(About(hand.Item), step.NameVietnamese, step.NameEnglish, to, number, on, replyBy), hand.Capacity);
    }

    public static void Skip(Work work, ItemInHand hand, UrgingStep step, string reason)
    {
        work.Db.Add(Row(work, hand, step, work.Today, 1, null, null, reason.Trim(), null));
        hand.Item.Urge(step.Order, work.Today, null);
        work.Record(new UrgingStepSkipped(About(hand.Item), step.NameVietnamese, step.NameEnglish, reason.Trim()), hand.Capacity);
    }

    private static UrgingStepTaken Row(
        Work work, ItemInHand hand, UrgingStep step, DateOnly on, int times, string? number, Guid? letterId, string? skipped, DateOnly? replyBy) => new()
    {
        Id = Guid.CreateVersion7(),
        ItemId = hand.Item.Id,
        SubjectId = hand.Item.SubjectId,
        Order = step.Order,
        StepCode = step.Code,
        Times = times,
        On = on,
        DocumentNumber = number,
        LetterId = letterId,
        SkippedBecause = skipped,
        ReplyBy = replyBy,
        RecordedAt = work.Now,
    };

    // The owner's chain: the story of the record stands there, whoever urges.
    private static Subject About(FollowUpItem item) => new(item.SubjectKind, item.SubjectId, item.SubjectCode, item.CouncilId);
}
