using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Journal;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.FollowUp.Urging;

/// <summary>Items to be urged together; those of one agency at one step go into one letter.</summary>
public sealed record UrgeInput
{
    public required IReadOnlyList<Guid> ItemIds { get; init; }

    /// <summary>The step to take; null takes each item's next one.</summary>
    public int? Order { get; init; }

    /// <summary>The day of the document; today when null.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Number of the document. Without one, a step that makes a letter leaves a draft, taken once the letter is issued.</summary>
    public string? Number { get; init; }

    public string? Notation { get; init; }

    /// <summary>An agency to which the letter goes instead of the one proposed: of the council's own list or of its province's.</summary>
    public Guid? AddresseeId { get; init; }

    /// <summary>The same, where it stands in no list.</summary>
    public string? AddresseeName { get; init; }

    /// <summary>Why steps in between are passed over.</summary>
    public string? SkipReason { get; init; }
}

/// <summary>What urging did.</summary>
/// <param name="Letters">The letters made, one for each agency and step.</param>
public sealed record UrgeResult(int Items, IReadOnlyList<Guid> Letters);

/// <summary>Đôn đốc: takes steps of the ladder, with date and number, or passes them over with a reason.</summary>
public sealed class UrgingDesk(OperationRunner operations, UrgingSteps steps)
{
    public const string LetterKind = "followUp.urging";

    /// <returns>Refusals <c>followUp.notFound</c>, <c>followUp.notAllowed</c>, <c>followUp.notOwed</c>, <c>followUp.stepUnknown</c>, <c>followUp.stepBehind</c>,
    /// <c>followUp.skipReasonMissing</c>, <c>followUp.numberMissing</c>, <c>followUp.inFuture</c>, <c>followUp.inAnotherLetter</c>, <c>followUp.addresseeMissing</c>, <c>agency.notFound</c>.</returns>
    public Task<Result<UrgeResult>> UrgeAsync(UrgeInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<UrgeResult>(acting, async (work, token) =>
        {
            var on = asked.On ?? work.Today;
            if (on > work.Today)
            {
                return new Refusal("followUp.inFuture", nameof(asked.On));
            }

            var found = await steps.FindAsync(work, asked.ItemIds, token);
            if (found.IsRefused)
            {
                return Result<UrgeResult>.Refuse(found.Refusals);
            }

            List<PlannedStep> plan = [];
            foreach (var hand in found.Value)
            {
                var planned = Plan(hand, asked);
                planned = planned.IsRefused ? planned : await steps.AddressAsync(planned.Value, asked, token);
                if (planned.IsRefused)
                {
                    return Result<UrgeResult>.Refuse(planned.Refusals);
                }

                plan.Add(planned.Value);
            }

            foreach (var council in plan.Select(p => p.Hand.Council.Id).Distinct().Order())
            {
                await work.HoldAsync(council, token);
            }

            if (await steps.InDraftAsync(work, plan, token) is { } taken)
            {
                return new Refusal("followUp.inAnotherLetter", nameof(asked.ItemIds), taken);
            }

            return await TakeAsync(work, asked, plan, on, token);
        }, ct);

    /// <summary>Passes over the next step of each item, with a reason.</summary>
    public Task<Result> SkipAsync(IReadOnlyList<Guid> itemIds, string reason, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                return new Refusal("followUp.skipReasonMissing", "SkipReason");
            }

            var found = await steps.FindAsync(work, itemIds, token);
            if (found.IsRefused)
            {
                return found;
            }

            foreach (var hand in found.Value)
            {
                if (hand.Ladder[hand.Item.UrgingStep + 1] is not { } next)
                {
                    return new Refusal("followUp.stepUnknown", "Order", hand.Item.SubjectCode);
                }

                UrgingSteps.Skip(work, hand, next, reason);
            }

            return Result.Done;
        }, ct);

    /// <summary>Sets the council's own ladder; an empty list goes back to the shipped one.</summary>
    public Task<Result> SetLadderAsync(Guid councilId, IReadOnlyList<UrgingStep> ladder, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (acting.CapacityFor<SetUrgingLadder>(councilId, Guid.Empty) is not { } capacity)
            {
                return new Refusal("followUp.ladderNotAllowed");
            }

            if (ladder.Any(s => string.IsNullOrWhiteSpace(s.NameVietnamese)))
            {
                return new Refusal("followUp.stepNameMissing", "Steps");
            }

            work.Db.RemoveRange(await work.Db.Set<UrgingStepRule>().Where(r => r.CouncilId == councilId).ToListAsync(token));
            await work.Db.SaveChangesAsync(token);
            work.Db.AddRange(ladder.Select((step, i) => new UrgingStepRule
            {
                Id = Guid.CreateVersion7(),
                CouncilId = councilId,
                Order = i + 1,
                Code = step.Code,
                NameVietnamese = step.NameVietnamese.Trim(),
                NameEnglish = string.IsNullOrWhiteSpace(step.NameEnglish) ? step.NameVietnamese.Trim() : step.NameEnglish.Trim(),
                MakesLetter = step.MakesLetter,
                Repeats = step.Repeats,
                Addressee = step.Addressee,
            }));
            work.Record(new UrgingLadderSet(new Subject("council", councilId, null, councilId), [.. ladder.Select(s => s.NameVietnamese.Trim())]), capacity);

            return Result.Done;
        }, ct);

    private static Result<PlannedStep> Plan(ItemInHand hand, UrgeInput asked)
    {
        var (item, ladder) = (hand.Item, hand.Ladder);
        var step = asked.Order is { } order ? ladder[order] : ladder.After(item.UrgingStep);
        if (step is null)
        {
            return new Refusal("followUp.stepUnknown", nameof(asked.Order), item.SubjectCode);
        }

        if (step.Order < item.UrgingStep || (step.Order == item.UrgingStep && !step.Repeats))
        {
            return new Refusal("followUp.stepBehind", nameof(asked.Order), item.SubjectCode);
        }

        if (step.Order > item.UrgingStep + 1 && string.IsNullOrWhiteSpace(asked.SkipReason))
        {
            return new Refusal("followUp.skipReasonMissing", nameof(asked.SkipReason));
        }

        return !step.MakesLetter && string.IsNullOrWhiteSpace(asked.Number)
            ? new Refusal("followUp.numberMissing", nameof(asked.Number))
            : new PlannedStep(hand, step, hand.Holder, asked.SkipReason);
    }

    private async Task<Result<UrgeResult>> TakeAsync(Work work, UrgeInput asked, List<PlannedStep> plan, DateOnly on, CancellationToken ct)
    {
        List<Guid> letters = [];
        var number = string.IsNullOrWhiteSpace(asked.Number) ? null : asked.Number.Trim();
        foreach (var group in plan.GroupBy(p => (p.Hand.Holder, p.Step, p.To)))
        {
            if (!group.Key.Step.MakesLetter)
            {
                foreach (var planned in group)
                {
                    await steps.TakeAsync(work, planned, on, number, null, ct);
                }

                continue;
            }

            // With a number it was signed outside and is out: the steps are taken when it is issued (UrgeWhenLetterIssued).
            var letter = steps.Draft(work, [.. group], asked.Notation);
            letters.Add(letter.Id);
            var seen = new IssuedOutside { Number = number, Notation = asked.Notation, IssuedOn = on };
            if (number is not null && await work.IssueOutsideAsync(letter, seen, group.First().Hand.Capacity, ct) is { } refused)
            {
                return refused;
            }
        }

        return new UrgeResult(plan.Count, letters);
    }
}
