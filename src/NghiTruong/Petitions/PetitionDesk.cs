using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Petitions;

/// <summary>What the desk decides about a petition.</summary>
/// <param name="Version">The version the person saw; null where the caller does not say.</param>
public sealed record Classification(PetitionKind Kind, string? Field, string? Authority, Guid? RaisedAgainOfId = null, int? Version = null);

/// <summary>Sorting: kind, field, authority; merging; passing to another council.</summary>
public sealed partial class PetitionDesk(OperationRunner operations, FollowUps followUps)
{
    /// <returns>Refusals <c>petition.notFound</c>, <c>petition.notAllowed</c>, <c>petition.ended</c>, <c>petition.fieldUnknown</c>, <c>petition.authorityUnknown</c>, <c>record.changedMeanwhile</c>.</returns>
    public Task<Result> ClassifyAsync(string code, Classification asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindAsync<SortPetitions>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            if (Wrong(asked, found.Value.Petition) is { } wrong)
            {
                return wrong;
            }

            Classify(work, found.Value, asked);

            return Result.Done;
        }, ct);

    /// <summary>Merges a petition into another of the same council; every source and every voter stays with its own record.</summary>
    /// <returns>Refusals <c>petition.mergeIntoItself</c>, <c>petition.mergeAcrossCouncils</c>, <c>petition.alreadySent</c>, <c>petition.ended</c> ...</returns>
    public Task<Result> MergeAsync(string code, string intoCode, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindAllAsync<SortPetitions>([code, intoCode], token);
            if (found.IsRefused)
            {
                return found;
            }

            if (found.Value is not [var merged, var kept])
            {
                return new Refusal("petition.mergeIntoItself", "Into");
            }

            if (WrongMerge(merged.Petition, kept.Petition) is { } wrong)
            {
                return wrong;
            }

            merged.Petition.MergeInto(kept.Petition.Id);
            work.Record(new PetitionMerged(PetitionEvent.About(merged.Petition), kept.Petition.Code), merged.Capacity);

            return Result.Done;
        }, ct);

    public Task<Result> UnmergeAsync(string code, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindAsync<SortPetitions>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (petition, capacity) = found.Value;
            if (petition.MergedIntoId is not { } into)
            {
                return new Refusal("petition.notMerged");
            }

            var kept = await work.Db.Set<Petition>().Where(p => p.Id == into).Select(p => p.Code).FirstAsync(token);
            petition.Unmerge();
            work.Record(new PetitionUnmerged(PetitionEvent.About(petition), kept), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Passes what is beyond the council's authority up or down. One record: the other council sees it as a party, only the owner counts it.</summary>
    public Task<Result> PassAsync(string code, Guid toCouncil, string? note, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindAsync<SendPetitions>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (petition, capacity) = found.Value;
            if (PetitionRules.CannotBeSent(petition) is { } refusal)
            {
                return refusal;
            }

            // What one council already holds is taken back before another gets it.
            if (PetitionRules.IsHeld(petition))
            {
                return new Refusal("petition.alreadySent", null, code);
            }

            if (toCouncil == petition.CouncilId || await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == toCouncil, token) is not { } receiver)
            {
                return new Refusal("petition.passToUnknown", "To");
            }

            var item = await followUps.OpenAsync(work, FollowUpFor(petition, work.Today) with { HolderCouncilId = receiver.Id }, token);
            petition.PassTo(receiver.Id, work.Today, item.DueOn);
            petition.Note = note ?? petition.Note;
            work.Db.Add(new PetitionParty
            {
                Id = Guid.CreateVersion7(),
                PetitionId = petition.Id,
                CouncilId = receiver.Id,
                Role = PartyRole.Receiving,
                From = work.Today,
            });
            work.Record(new PetitionPassed(PetitionEvent.About(petition), receiver.Name), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Nổi cộm: the Standing Committee marks a matter with a reason, or takes the mark away.</summary>
    public Task<Result> MarkPressingAsync(string code, bool pressing, string? reason, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindAsync<ConcludePetitions>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            if (pressing && string.IsNullOrWhiteSpace(reason))
            {
                return new Refusal("petition.pressingReasonMissing", "Reason");
            }

            var (petition, capacity) = found.Value;
            petition.IsPressing = pressing;
            petition.PressingReason = pressing ? reason : null;
            foreach (var item in await followUps.OfAsync(work, petition.Id, token))
            {
                item.IsPressing = pressing;
            }

            work.Record(new PetitionMarkedPressing(PetitionEvent.About(petition), pressing, reason), capacity);

            return Result.Done;
        }, ct);

    /// <summary>The follow-up item a petition opens with whoever it is sent to.</summary>
    internal static NewFollowUp FollowUpFor(Petition petition, DateOnly from) => new()
    {
        Record = petition,
        SubjectKind = "petition",
        SubjectCode = petition.Code,
        Title = petition.Content,
        From = from,
        Voters = petition.Voters,
        IsPressing = petition.IsPressing,
    };

    private static void Classify(Work work, PetitionInHand hand, Classification asked)
    {
        var petition = hand.Petition;
        petition.Kind = asked.Kind;
        petition.Field = asked.Field;
        petition.Authority = asked.Authority;
        petition.RaisedAgainOfId = asked.RaisedAgainOfId ?? petition.RaisedAgainOfId;
        if (petition.Status == PetitionStatus.Recorded)
        {
            petition.BecomeClassified();
        }

        work.Record(new PetitionClassified(PetitionEvent.About(petition), petition.Field, petition.Authority), hand.Capacity);
    }

    private static Refusal? Wrong(Classification asked, Petition petition)
    {
        if (Work.ChangedMeanwhile(petition, asked.Version) is { } changed)
        {
            return changed;
        }

        if (PetitionStatuses.Ended.Contains(petition.Status))
        {
            return new Refusal("petition.ended", null, petition.Code);
        }

        return PetitionRules.WrongField(asked.Field, petition.ReceivedOn) ?? PetitionRules.WrongAuthority(asked.Authority, petition.ReceivedOn);
    }

    private static Refusal? WrongMerge(Petition merged, Petition kept)
    {
        if (merged.CouncilId != kept.CouncilId)
        {
            return new Refusal("petition.mergeAcrossCouncils", "Into");
        }

        if (!PetitionStatuses.OnTheDesk.Contains(merged.Status))
        {
            return new Refusal("petition.alreadySent", null, merged.Code);
        }

        return PetitionStatuses.Ended.Contains(kept.Status) ? new Refusal("petition.ended", "Into", kept.Code) : null;
    }
}
