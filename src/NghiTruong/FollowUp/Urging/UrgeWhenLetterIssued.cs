using Microsoft.EntityFrameworkCore;
using NghiTruong.Journal;
using NghiTruong.Letters;
using NghiTruong.Operations;

namespace NghiTruong.FollowUp.Urging;

/// <summary>A drafted urging letter takes its steps on the day it is issued.</summary>
public sealed class UrgeWhenLetterIssued(UrgingSteps steps) : IEventHandler
{
    public async Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        if (happened is not LetterIssued issued
            || await work.Db.Set<OfficialLetter>().FindAsync([issued.Subject.Id], ct) is not { Kind: UrgingDesk.LetterKind, IssuedOn: { } on } letter)
        {
            return;
        }

        // A letter recorded as sent in the act that drafts it has its items in this context only.
        await work.Db.Set<UrgingLetterItem>().Where(r => r.LetterId == letter.Id).LoadAsync(ct);
        foreach (var row in work.Db.Set<UrgingLetterItem>().Local.Where(r => r.LetterId == letter.Id).OrderBy(r => r.Ordinal).ToList())
        {
            // An item answered meanwhile is not urged any more; the letter stands as it was sent.
            var found = await steps.FindAsync(work, [row.ItemId], ct);
            if (!found.IsRefused && found.Value[0] is var hand && hand.Ladder[row.StepOrder] is { } step && step.Order >= hand.Item.UrgingStep)
            {
                await steps.TakeAsync(work, new PlannedStep(hand, step, hand.Holder, row.SkipReason ?? letter.Abstract), on, letter.FullNumber, letter, ct);
            }
        }
    }
}
