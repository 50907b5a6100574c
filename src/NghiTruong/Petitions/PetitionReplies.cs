using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Petitions;

/// <summary>What an answering document says to one petition.</summary>
public sealed record AnswerItem(string Code, string? Extract, Outcome? Outcome);

/// <summary>One answering document and the petitions it settles.</summary>
public sealed record AnswerInput
{
    /// <summary>Who answers; null takes the lead agency of the first petition.</summary>
    public Guid? AgencyId { get; init; }

    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    /// <summary>The scan of the document; refused beside the number of a Party document.</summary>
    public StagedFile? Scan { get; init; }

    public required IReadOnlyList<AnswerItem> Items { get; init; }
}

/// <summary>
/// What comes back: receipt, refusal for want of authority, extension, answer. The agency does it itself when it signs in; otherwise the clerk records it
/// "thay cơ quan, theo văn bản số …".
/// </summary>
public sealed class PetitionReplies(OperationRunner operations, FollowUps followUps)
{
    public Task<Result> AcceptAsync(string code, DateOnly? on, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await InHandsOfAgencyAsync(work, code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (petition, capacity) = found.Value;
            if (await IsAcceptedAsync(work, found.Value, token))
            {
                return new Refusal("petition.alreadyAccepted", null, code);
            }

            await followUps.SettleAsync(work, petition.Id, FollowUpState.Received, found.Value.IsOwn, token);
            if (found.Value.IsForTheLead)
            {
                petition.Accept();
            }

            work.Record(new PetitionAccepted(PetitionEvent.About(petition), capacity.PlaceName, on ?? work.Today), capacity);

            return Result.Done;
        }, ct);

    /// <summary>The agency, or the council it was passed to, returns it: not theirs to settle. A cooperating agency only leaves; the matter stays with the lead.</summary>
    public Task<Result> RefuseAsync(string code, string reason, string? document, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await InHandsOfAgencyAsync(work, code, token);
            if (found.IsRefused)
            {
                return found;
            }

            if (string.IsNullOrWhiteSpace(reason))
            {
                return new Refusal("petition.reasonMissing", "Reason");
            }

            var (petition, capacity) = found.Value;
            await followUps.SettleAsync(work, petition.Id, FollowUpState.Refused, found.Value.IsOwn, token);
            await PetitionForwarder.EndPartiesAsync(work, petition.Id, token, found.Value.CooperatingAgencyId);
            if (found.Value.IsForTheLead)
            {
                // Those who were to cooperate said nothing: they are let go.
                await followUps.SettleAsync(work, petition.Id, FollowUpState.Withdrawn, token);
                petition.Refuse();
            }

            work.Record(new PetitionRefused(PetitionEvent.About(petition), capacity.PlaceName, reason, document), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Extends the term to a day; the printed day stays shown beside it.</summary>
    public Task<Result> ExtendAsync(string code, DateOnly to, string? document, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindHeldAsync<SendPetitions>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (petition, capacity) = found.Value;
            if (!PetitionStatuses.WithAgency.Contains(petition.Status))
            {
                return new Refusal("petition.notSent", null, code);
            }

            if (to <= (petition.DueOn ?? work.Today))
            {
                return new Refusal("petition.extendedBackwards", "To");
            }

            var was = petition.DueOn;
            foreach (var item in await followUps.OfAsync(work, petition.Id, token))
            {
                if (FollowUpStates.Owed.Contains(item.State))
                {
                    item.ExtendTo(to);
                }
            }

            petition.MoveDue(to);
            work.Record(new PetitionExtended(PetitionEvent.About(petition), was, to, document), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Records one answering document for any number of petitions, each with its extract and the agency's own outcome.</summary>
    public Task<Result<Guid>> AnswerAsync(AnswerInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<Guid>(acting, async (work, token) =>
        {
            if (asked.Items.Count == 0)
            {
                return new Refusal("petition.noneChosen", nameof(asked.Items));
            }

            if (asked.IssuedOn > work.Today || asked.ReceivedOn > work.Today)
            {
                return new Refusal("answer.inFuture", asked.IssuedOn > work.Today ? nameof(asked.IssuedOn) : nameof(asked.ReceivedOn));
            }

            if (FileUses.PartyRefusal(asked.Number, asked.Scan is not null, nameof(asked.Scan)) is { } party)
            {
                return party;
            }

            AnswerDocument? document = null;
            foreach (var item in asked.Items)
            {
                var found = await work.FindForAgencyAsync(item.Code, token);
                if (found.IsRefused)
                {
                    return Result<Guid>.Refuse(found.Refusals);
                }

                if (PetitionRules.CannotBeAnswered(found.Value.Petition, item) is { } refusal)
                {
                    return refusal;
                }

                if (await ForAsync(work, found.Value, asked.AgencyId, token) is not { } hand)
                {
                    return new Refusal("agency.notFound", nameof(asked.AgencyId));
                }

                document ??= NewDocument(work, asked, hand);
                await AnswerOneAsync(work, document, item, hand, token);
            }

            if (asked.Scan is { } scan)
            {
                document!.FileId = (await work.AttachAsync(scan, AnswerFiles.OwnerKind, document.Id, token)).Id;
            }

            return document!.Id;
        }, ct);

    private async Task AnswerOneAsync(Work work, AnswerDocument document, AnswerItem item, PetitionInHand hand, CancellationToken ct)
    {
        var (petition, capacity) = hand;
        work.Db.Add(new PetitionAnswer
        {
            Id = Guid.CreateVersion7(),
            PetitionId = petition.Id,
            DocumentId = document.Id,
            Extract = item.Extract,
            Outcome = item.Outcome,
            IsOfLead = hand.IsForTheLead,
            RecordedAt = work.Now,
        });
        // The lead answers for all; a cooperating agency adds its word, and the matter waits for the lead.
        await followUps.SettleAsync(work, petition.Id, FollowUpState.Answered, i => hand.IsForTheLead || hand.IsOwn(i), ct);
        if (hand.IsForTheLead)
        {
            petition.Answer(item.Outcome, document.IssuedOn ?? document.ReceivedOn);
        }

        var by = document.AgencyId is { } agency ? await work.Db.Set<Agency>().Where(a => a.Id == agency).Select(a => a.Name).FirstOrDefaultAsync(ct) : null;
        work.Record(new PetitionAnswered(PetitionEvent.About(petition), by ?? capacity.PlaceName, document.Number, item.Outcome, document.OnBehalf), capacity);
    }

    /// <summary>For whom the answer is recorded: an officer answers for their own agency, the desk for any of its own or any it was sent to. Null for one it knows nothing of.</summary>
    private static async Task<PetitionInHand?> ForAsync(Work work, PetitionInHand hand, Guid? agencyId, CancellationToken ct)
    {
        if (hand.Capacity.AgencyId is not null || agencyId is not { } agency || agency == hand.Petition.LeadAgencyId)
        {
            return hand;
        }

        var parties = (await work.PartiesAsync(hand.Petition.Id, ct)).Where(p => p.AgencyId == agency && p.ActsUntil is null).ToList();
        if (parties.Count > 0)
        {
            return hand with { CooperatingAgencyId = parties.TrueForAll(p => p.Role == PartyRole.Cooperating) ? agency : null };
        }

        var (owner, holder) = (hand.Petition.CouncilId, hand.Petition.HolderCouncilId);

        return await work.Db.Set<Agency>().AnyAsync(a => a.Id == agency && (a.CouncilId == owner || a.CouncilId == holder), ct) ? hand : null;
    }

    private async Task<bool> IsAcceptedAsync(Work work, PetitionInHand hand, CancellationToken ct) => hand.IsForTheLead
        ? hand.Petition.Status == PetitionStatus.Accepted
        : !(await followUps.OfAsync(work, hand.Petition.Id, ct)).Exists(i => hand.IsOwn(i) && i.State == FollowUpState.Waiting);

    private static AnswerDocument NewDocument(Work work, AnswerInput asked, PetitionInHand first)
    {
        var document = new AnswerDocument
        {
            Id = Guid.CreateVersion7(),
            CouncilId = first.Petition.CouncilId,
            ProvinceId = first.Petition.ProvinceId,
            OriginCouncilId = first.Petition.CouncilId,
            AgencyId = first.Capacity.AgencyId ?? asked.AgencyId ?? first.Petition.LeadAgencyId,
            Number = asked.Number,
            IssuedOn = asked.IssuedOn,
            ReceivedOn = asked.ReceivedOn ?? work.Today,
            OnBehalf = first.Capacity.AgencyId is null,
        };
        work.Db.Add(document);

        return document;
    }

    private static async Task<Result<PetitionInHand>> InHandsOfAgencyAsync(Work work, string code, CancellationToken ct)
    {
        var found = await work.FindForAgencyAsync(code, ct);

        return !found.IsRefused && !PetitionStatuses.WithAgency.Contains(found.Value.Petition.Status)
            ? new Refusal("petition.notSent", null, code)
            : found;
    }
}
