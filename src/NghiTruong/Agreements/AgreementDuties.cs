using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Agreements;

/// <summary>Duties of an agreement: taken on, let go; each opens the task of the running period by itself.</summary>
public sealed class AgreementDuties(OperationRunner operations, FollowUps followUps, RuleBook rules)
{
    /// <returns>Refusals <c>agreement.contentMissing</c>, <c>agreement.partyUnknown</c>, <c>agreement.dutyFromTooEarly</c>, <c>agreement.closed</c>, <c>text.secret</c>, <c>input.*</c>.</returns>
    public Task<Result> AddAsync(string code, AgreementDutyInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.AgreementAsync(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (agreement, capacity) = found.Value;
            await work.HoldAsync(agreement.CouncilId, token);
            if (asked.Id is { } sent && await work.Db.Set<AgreementDuty>().AnyAsync(d => d.Id == sent && d.AgreementId == agreement.Id, token))
            {
                return Result.Done;
            }

            if (agreement.IsClosed)
            {
                return new Refusal("agreement.closed", null, code);
            }

            if (AgreementRules.WrongIn(asked, work.Today) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            if (await work.Db.Set<AgreementParty>().FirstOrDefaultAsync(p => p.Id == asked.PartyId && p.AgreementId == agreement.Id, token) is not { } party)
            {
                return new Refusal("agreement.partyUnknown", nameof(asked.PartyId));
            }

            var duty = New(agreement, party.Id, asked.Id ?? Guid.CreateVersion7(), asked.Content.Trim(), asked.Cadence, asked.Product?.Trim(), asked.From ?? work.Today, null);
            work.Db.Add(duty);
            work.Record(new AgreementDutyAdded(AgreementEvent.About(agreement), duty.Content, duty.Cadence, party.Name), capacity);
            var council = await work.Db.Set<Council>().FirstAsync(c => c.Id == agreement.CouncilId, token);
            await AgreementTasks.OpenAsync(work, agreement, duty, party, council, await rules.ReadAsync(token), capacity, token);

            return Result.Done;
        }, ct);

    /// <summary>Followed no more, with the reason; what is still owed of it is let go.</summary>
    /// <returns>Refusals <c>agreement.dutyNotFound</c>, <c>agreement.reasonMissing</c>, <c>agreement.dutyEnded</c>.</returns>
    public Task<Result> EndAsync(string code, Guid dutyId, string? reason, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.AgreementAsync(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (agreement, capacity) = found.Value;
            if (await work.Db.Set<AgreementDuty>().FirstOrDefaultAsync(d => d.Id == dutyId && d.AgreementId == agreement.Id, token) is not { } duty)
            {
                return new Refusal("agreement.dutyNotFound");
            }

            if (duty.EndedOn is not null)
            {
                return new Refusal("agreement.dutyEnded");
            }

            if (string.IsNullOrWhiteSpace(reason))
            {
                return new Refusal("agreement.reasonMissing", "Reason");
            }

            await work.HoldAsync(agreement.CouncilId, token);
            await EndAsync(work, agreement, duty, work.Today, reason.Trim(), true, capacity, token);

            return Result.Done;
        }, ct);

    /// <summary>All duties end with their agreement.</summary>
    /// <param name="letGo">What is still owed falls away; a renewal leaves it owed.</param>
    /// <returns>The duties that were running.</returns>
    internal async Task<List<AgreementDuty>> EndAllAsync(Work work, CoordinationAgreement agreement, DateOnly on, string? reason, bool letGo, Capacity capacity, CancellationToken ct)
    {
        var running = await work.Db.Set<AgreementDuty>().Where(d => d.AgreementId == agreement.Id && d.EndedOn == null).OrderBy(d => d.Id).ToListAsync(ct);
        foreach (var duty in running)
        {
            await EndAsync(work, agreement, duty, on, reason, letGo, capacity, ct);
        }

        return running;
    }

    /// <summary>The successor takes the duties over from its first day on.</summary>
    internal async Task ContinueAsync(Work work, Council council, List<AgreementDuty> former, CoordinationAgreement successor, Func<Guid, Guid> partyOf, Capacity capacity, CancellationToken ct)
    {
        var read = await rules.ReadAsync(ct);
        foreach (var duty in former)
        {
            var party = work.Db.Set<AgreementParty>().Local.First(p => p.Id == partyOf(duty.PartyId));
            var next = New(successor, party.Id, Guid.CreateVersion7(), duty.Content, duty.Cadence, duty.Product, successor.ValidFrom, duty.Id);
            work.Db.Add(next);
            await AgreementTasks.OpenAsync(work, successor, next, party, council, read, capacity, ct);
        }
    }

    private async Task EndAsync(Work work, CoordinationAgreement agreement, AgreementDuty duty, DateOnly on, string? reason, bool letGo, Capacity capacity, CancellationToken ct)
    {
        duty.End(on, reason);
        work.Record(new AgreementDutyEnded(AgreementEvent.About(agreement), duty.Content, reason), capacity);
        if (!letGo)
        {
            return;
        }

        foreach (var task in await work.Db.Set<AgreementTask>().Where(t => t.DutyId == duty.Id && t.State == AgreementTaskState.Following).ToListAsync(ct))
        {
            task.LetGo();
            await followUps.SettleAsync(work, task.Id, FollowUpState.Withdrawn, ct);
            work.Record(new AgreementTaskLetGo(AgreementTaskEvent.About(task), reason), capacity);
        }
    }

    private static AgreementDuty New(CoordinationAgreement agreement, Guid party, Guid id, string content, DutyCadence cadence, string? product, DateOnly from, Guid? continues) => new()
    {
        Id = id,
        CouncilId = agreement.CouncilId,
        ProvinceId = agreement.ProvinceId,
        OriginCouncilId = agreement.CouncilId,
        AgreementId = agreement.Id,
        Content = content,
        PartyId = party,
        Cadence = cadence,
        Product = product,
        From = from,
        ContinuesId = continues,
    };
}
