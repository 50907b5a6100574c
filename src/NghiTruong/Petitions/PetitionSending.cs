using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.FollowUp;
using NghiTruong.Journal;
using NghiTruong.Letters;
using NghiTruong.Operations;

namespace NghiTruong.Petitions;

/// <summary>What happens to a letter happens to the petitions in it: issued, they are with the agency; withdrawn, they are back on the desk; discarded, they are free.</summary>
public sealed class SendOnIssue(FollowUps followUps) : IEventHandler
{
    public Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct) => happened switch
    {
        LetterIssued issued => SendAsync(work, issued.Subject.Id, ct),
        LetterWithdrawn withdrawn => TakeBackAsync(work, withdrawn, ct),
        LetterDiscarded discarded => FreeAsync(work, discarded.Subject.Id, ct),
        _ => Task.CompletedTask,
    };

    /// <summary>With the agency from the day of issue, one follow-up item for each party. What has meanwhile gone another way stays where it is.</summary>
    private async Task SendAsync(Work work, Guid letterId, CancellationToken ct)
    {
        foreach (var forwarding in await work.ForwardingsAsync(letterId, ct))
        {
            var (letter, petition) = await FindAsync(work, forwarding, ct);
            if (PetitionRules.CannotBeSent(petition) is not null)
            {
                forwarding.WithdrawnOn = work.Today;
                continue;
            }

            await followUps.SettleAsync(work, petition.Id, FollowUpState.Withdrawn, ct);
            PetitionForwarder.AddParty(work, petition, forwarding.LeadAgencyId, PartyRole.Lead);
            var item = await followUps.OpenAsync(work, Item(petition, letter) with { AgencyId = forwarding.LeadAgencyId, DueOn = letter.AnswerDueOn }, ct);
            foreach (var cooperating in forwarding.CooperatingAgencyIds)
            {
                PetitionForwarder.AddParty(work, petition, cooperating, PartyRole.Cooperating);
                await followUps.OpenAsync(work, Item(petition, letter) with { AgencyId = cooperating, DueOn = item.DueOn, Part = FollowUpPart.Cooperating }, ct);
            }

            petition.ForwardTo(forwarding.LeadAgencyId, letter.IssuedOn!.Value, item.DueOn);
            work.Record(new PetitionForwarded(PetitionEvent.About(petition), letter.RecipientName, letter.FullNumber, item.DueOn), CapacityOver(work, letter));
        }
    }

    /// <summary>Only what this very letter still holds: a petition sent anew with a later letter stays with that one.</summary>
    private async Task TakeBackAsync(Work work, LetterWithdrawn withdrawn, CancellationToken ct)
    {
        foreach (var forwarding in await work.ForwardingsAsync(withdrawn.Subject.Id, ct))
        {
            var items = await followUps.OfAsync(work, forwarding.PetitionId, ct);
            if (!items.Any(i => i.LetterId == withdrawn.Subject.Id && FollowUpStates.Owed.Contains(i.State)))
            {
                continue;
            }

            var (letter, petition) = await FindAsync(work, forwarding, ct);
            forwarding.WithdrawnOn = work.Today;
            await work.TakeBackAsync(followUps, petition, withdrawn.Reason, CapacityOver(work, letter), ct);
        }
    }

    private static async Task FreeAsync(Work work, Guid letterId, CancellationToken ct)
    {
        foreach (var forwarding in await work.ForwardingsAsync(letterId, ct))
        {
            forwarding.WithdrawnOn = work.Today;
        }
    }

    private static NewFollowUp Item(Petition petition, OfficialLetter letter) =>
        PetitionDesk.FollowUpFor(petition, letter.IssuedOn!.Value) with { LetterId = letter.Id, HolderCouncilId = petition.HolderCouncilId };

    private static Capacity CapacityOver(Work work, OfficialLetter letter) =>
        work.CapacityFor<SendPetitions>(letter) ?? work.CapacityFor<IssueLetters>(letter) ?? work.Acting.Capacities[0];

    private static async Task<(OfficialLetter Letter, Petition Petition)> FindAsync(Work work, PetitionForwarding forwarding, CancellationToken ct) =>
        ((await work.Db.Set<OfficialLetter>().FindAsync([forwarding.LetterId], ct))!, (await work.Db.Set<Petition>().FindAsync([forwarding.PetitionId], ct))!);
}

internal static class PetitionSending
{
    /// <summary>The petitions of a letter that were not taken out of it, in the order of its annex, those added in this operation included.</summary>
    public static async Task<List<PetitionForwarding>> ForwardingsAsync(this Work work, Guid letterId, CancellationToken ct)
    {
        await work.Db.Set<PetitionForwarding>().Where(f => f.LetterId == letterId).LoadAsync(ct);

        return [.. work.Db.Set<PetitionForwarding>().Local.Where(f => f.LetterId == letterId && f.WithdrawnOn is null).OrderBy(f => f.Ordinal)];
    }

    /// <summary>Back to the desk: nobody owes an answer any more.</summary>
    public static async Task TakeBackAsync(this Work work, FollowUps followUps, Petition petition, string reason, Capacity capacity, CancellationToken ct)
    {
        await followUps.SettleAsync(work, petition.Id, FollowUpState.Withdrawn, ct);
        await PetitionForwarder.EndPartiesAsync(work, petition.Id, ct);
        petition.Withdraw();
        work.Record(new PetitionWithdrawn(PetitionEvent.About(petition), reason), capacity);
    }
}
