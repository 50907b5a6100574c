using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Petitions.Documents;
using NghiTruong.Refusals;

namespace NghiTruong.Petitions;

/// <summary>Petitions to be sent with one letter, as offices do: to UBND for many, or straight to the agency that must act.</summary>
public sealed record ForwardInput
{
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Who the letter is addressed to; it is also the lead unless <see cref="LeadAgencyId"/> says otherwise.</summary>
    public required Guid RecipientAgencyId { get; init; }

    public Guid? LeadAgencyId { get; init; }

    public IReadOnlyList<Guid> CooperatingAgencyIds { get; init; } = [];

    public string? Abstract { get; init; }

    /// <summary>Given with <see cref="IssuedOn"/>: signed and numbered outside already, so the petitions are sent at once. Otherwise a draft letter waits.</summary>
    public string? Number { get; init; }

    public string? Notation { get; init; }

    public DateOnly? IssuedOn { get; init; }

    /// <summary>A day set by hand wins over the rule.</summary>
    public DateOnly? DueOn { get; init; }

    public Guid? BodyId { get; init; }
}

/// <summary>Sending: a letter is drafted with its petitions; when it is issued they are with the agency and the term runs.</summary>
public sealed class PetitionForwarder(OperationRunner operations, FollowUps followUps, ForwardingLetter forwarding, PetitionsWithdrawnNotice notice)
{

    /// <returns>Id of the letter; refusals <c>petition.cannotBeSent</c>, <c>petition.inAnotherLetter</c>, <c>agency.notFound</c>, <c>letter.issuedInFuture</c> ...</returns>
    public Task<Result<Guid>> ForwardAsync(ForwardInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<Guid>(acting, async (work, token) =>
        {
            var found = await work.FindAllToSendAsync(asked.Codes, token);
            if (found.IsRefused)
            {
                return Result<Guid>.Refuse(found.Refusals);
            }

            var hands = found.Value;
            if (hands.Count == 0)
            {
                return new Refusal("petition.noneChosen", nameof(asked.Codes));
            }

            var sender = Sender(hands[0]);
            await work.HoldAsync(sender, token);
            if (await WrongAsync(work, asked, hands, token) is { } wrong)
            {
                return wrong;
            }

            var agencies = await AgenciesAsync(work, asked, sender, token);
            if (agencies.GetValueOrDefault(asked.RecipientAgencyId) is not { } recipient || agencies.Count < Wanted(asked).Count)
            {
                return new Refusal("agency.notFound", nameof(asked.RecipientAgencyId));
            }

            if (Secrets.InText(asked.Abstract, nameof(asked.Abstract)) is { } secret)
            {
                return secret;
            }

            var letter = work.DraftLetter(LetterFor(asked, hands[0].Petition, sender, recipient), hands[0].Capacity);
            Attach(work, letter, asked, hands);
            if (asked.IssuedOn is { } on)
            {
                // Petitions go with the letter: see SendOnIssue.
                var seen = new IssuedOutside { Number = asked.Number, Notation = asked.Notation, IssuedOn = on };

                return await work.IssueOutsideAsync(letter, seen, hands[0].Capacity, token) is { } refusal ? refusal : letter.Id;
            }

            return letter.Id;
        }, ct);

    /// <summary>Takes back what was sent: number and letter stay, the petition returns to the desk, the recipient is told.</summary>
    public Task<Result> WithdrawAsync(string code, string reason, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindAsync<SendPetitions>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (petition, capacity) = found.Value;
            if (!PetitionStatuses.WithAgency.Contains(petition.Status))
            {
                return new Refusal("petition.notSent", null, code);
            }

            if (string.IsNullOrWhiteSpace(reason))
            {
                return new Refusal("petition.reasonMissing", "Reason");
            }

            await TellAsync(work, petition, capacity, token);
            await work.TakeBackAsync(followUps, petition, reason.Trim(), capacity, token);

            return Result.Done;
        }, ct);

    /// <summary>UBND names the department that settles it.</summary>
    public Task<Result> NameDepartmentAsync(string code, Guid departmentId, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindForAgencyAsync(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            if (!found.Value.IsForTheLead)
            {
                return new Refusal("petition.notAllowed", null, code);
            }

            var (petition, capacity) = found.Value;
            if (!PetitionStatuses.WithAgency.Contains(petition.Status))
            {
                return new Refusal("petition.notSent", null, code);
            }

            if (await work.Db.Set<Agency>().FirstOrDefaultAsync(a => a.Id == departmentId && a.CouncilId == (petition.HolderCouncilId ?? petition.CouncilId), token) is not { } department)
            {
                return new Refusal("agency.notFound", "Department");
            }

            foreach (var item in await followUps.OfAsync(work, petition.Id, token))
            {
                if (item.Part == FollowUpPart.Lead && FollowUpStates.Owed.Contains(item.State))
                {
                    item.AgencyId = department.Id;
                }
            }

            petition.ForwardTo(department.Id, petition.ForwardedOn ?? work.Today, petition.DueOn);
            AddParty(work, petition, department.Id, PartyRole.Lead);
            work.Record(new DepartmentNamed(PetitionEvent.About(petition), department.Name), capacity);

            return Result.Done;
        }, ct);

    internal static async Task EndPartiesAsync(Work work, Guid petitionId, CancellationToken ct, Guid? onlyAgency = null)
    {
        foreach (var party in (await work.PartiesAsync(petitionId, ct)).Where(p => onlyAgency is null || p.AgencyId == onlyAgency))
        {
            party.Until = work.Today;
        }
    }

    /// <summary>What was sent stays sent: the forwarding is marked, and one notice for the letter is drafted, however many of its petitions are taken back.</summary>
    private async Task TellAsync(Work work, Petition petition, Capacity capacity, CancellationToken ct)
    {
        var sent = (await followUps.OfAsync(work, petition.Id, ct)).Where(i => FollowUpStates.Owed.Contains(i.State)).Select(i => i.LetterId).FirstOrDefault(id => id is not null);
        if (sent is not { } letterId || await work.Db.Set<OfficialLetter>().FirstOrDefaultAsync(l => l.Id == letterId, ct) is not { } letter)
        {
            return;
        }

        foreach (var row in await work.ForwardingsAsync(letterId, ct))
        {
            row.WithdrawnOn = row.PetitionId == petition.Id ? work.Today : row.WithdrawnOn;
        }

        var drafted = await work.Db.Set<OfficialLetter>()
            .AnyAsync(l => l.AboutLetterId == letterId && l.Kind == PetitionsWithdrawnNotice.KindCode && l.State == LetterState.Draft, ct);
        if (!drafted)
        {
            work.DraftLetter(letter.Notice(PetitionsWithdrawnNotice.KindCode, notice.DefaultAbstract(letter)), capacity);
        }
    }

    /// <summary>The council whose desk sends: the one it was passed to, else the owner.</summary>
    private static Guid Sender(PetitionInHand hand) => PetitionRules.IsHeld(hand.Petition) ? hand.Petition.HolderCouncilId!.Value : hand.Petition.CouncilId;

    private static List<Guid> Wanted(ForwardInput asked) =>
        [.. new[] { asked.RecipientAgencyId, asked.LeadAgencyId ?? asked.RecipientAgencyId }.Concat(asked.CooperatingAgencyIds).Distinct()];

    private static async Task<Dictionary<Guid, Agency>> AgenciesAsync(Work work, ForwardInput asked, Guid council, CancellationToken ct)
    {
        var wanted = Wanted(asked);

        return await work.Db.Set<Agency>().Where(a => wanted.Contains(a.Id) && a.CouncilId == council && a.Until == null).ToDictionaryAsync(a => a.Id, ct);
    }

    private static async Task<Refusal?> WrongAsync(Work work, ForwardInput asked, List<PetitionInHand> hands, CancellationToken ct)
    {
        if (hands.Select(Sender).Distinct().Skip(1).Any())
        {
            return new Refusal("petition.severalCouncils", nameof(asked.Codes));
        }

        foreach (var (petition, _) in hands)
        {
            if (PetitionRules.CannotBeSent(petition) is { } refusal)
            {
                return refusal;
            }
        }

        if (asked.IssuedOn > work.Today)
        {
            return new Refusal("letter.issuedInFuture", nameof(asked.IssuedOn));
        }

        // A double click on "send", or two clerks at once: the second finds the petition in the first one's letter.
        var ids = hands.Select(h => h.Petition.Id).ToList();
        var taken = await (
            from forwarding in work.Db.Set<PetitionForwarding>()
            join letter in work.Db.Set<OfficialLetter>() on forwarding.LetterId equals letter.Id
            where ids.Contains(forwarding.PetitionId) && forwarding.WithdrawnOn == null
                && LetterStates.OnTheWay.Contains(letter.State)
            select forwarding.PetitionId).FirstOrDefaultAsync(ct);

        return taken == Guid.Empty ? null : new Refusal("petition.inAnotherLetter", nameof(asked.Codes), hands.First(h => h.Petition.Id == taken).Petition.Code);
    }

    private NewLetter LetterFor(ForwardInput asked, Petition first, Guid sender, Agency recipient) => new()
    {
        SenderCouncilId = sender,
        ProvinceId = first.ProvinceId,
        Kind = ForwardingLetter.KindCode,
        Abstract = string.IsNullOrWhiteSpace(asked.Abstract) ? forwarding.DefaultAbstract(null) : asked.Abstract.Trim(),
        RecipientAgencyId = recipient.Id,
        RecipientName = recipient.Name,
        BodyId = asked.BodyId,
        Notation = asked.Notation,
        AnswerDueOn = asked.DueOn,
    };

    private static void Attach(Work work, OfficialLetter letter, ForwardInput asked, List<PetitionInHand> hands)
    {
        for (var i = 0; i < hands.Count; i++)
        {
            work.Db.Add(new PetitionForwarding
            {
                Id = Guid.CreateVersion7(),
                PetitionId = hands[i].Petition.Id,
                LetterId = letter.Id,
                Ordinal = i + 1,
                LeadAgencyId = asked.LeadAgencyId ?? asked.RecipientAgencyId,
                CooperatingAgencyIds = [.. asked.CooperatingAgencyIds],
            });
        }
    }

    internal static void AddParty(Work work, Petition petition, Guid agencyId, PartyRole role) =>
        work.Db.Add(new PetitionParty { Id = Guid.CreateVersion7(), PetitionId = petition.Id, AgencyId = agencyId, Role = role, From = work.Today });
}

internal static class PetitionParties
{
    /// <summary>The present parties of a petition, those added in this operation included.</summary>
    public static async Task<List<PetitionParty>> PartiesAsync(this Work work, Guid petitionId, CancellationToken ct)
    {
        await work.Db.Set<PetitionParty>().Where(p => p.PetitionId == petitionId && p.Until == null).LoadAsync(ct);

        return [.. work.Db.Set<PetitionParty>().Local.Where(p => p.PetitionId == petitionId && p.Until is null)];
    }
}
