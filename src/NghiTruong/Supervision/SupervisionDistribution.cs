using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Supervision;

/// <summary>To whom report and conclusion went, how and when.</summary>
public sealed record DeliveryInput(IReadOnlyList<Guid> Agencies, string? Channel, DateOnly? SentOn);

/// <summary>
/// Proof that report and conclusion reached UBND, the Front, each supervised body and the Standing Committee of the Party committee (để báo cáo): sent how and when, received by whom.
/// </summary>
public sealed class SupervisionDistribution(OperationRunner operations)
{
    /// <returns>Refusals <c>supervision.notIssued</c>, <c>delivery.toMissing</c>, <c>delivery.channelMissing</c>, <c>delivery.inFuture</c>, <c>agency.notFound</c>.</returns>
    public Task<Result> SendAsync(string code, DeliveryInput asked, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, s, capacity, token) =>
        {
            var on = asked.SentOn ?? work.Today;
            if (Wrong(asked, on, work.Today) is { } wrong)
            {
                return wrong;
            }

            var wanted = asked.Agencies.Distinct().ToList();
            var agencies = await work.Db.Set<Agency>().Where(a => wanted.Contains(a.Id) && a.CouncilId == s.CouncilId).ToListAsync(token);
            if (agencies.Count < wanted.Count)
            {
                return new Refusal("agency.notFound", nameof(asked.Agencies));
            }

            // The same press twice, or two clerks: what went to the same place by the same way on the same day went once.
            await work.HoldAsync(s.CouncilId, token);
            var channel = asked.Channel!.Trim();
            var sent = await work.Db.Set<SupervisionDelivery>().Where(d => d.SupervisionId == s.Id && d.SentOn == on && d.Channel == channel).Select(d => d.AgencyId).ToListAsync(token);
            foreach (var agency in agencies.Where(a => !sent.Contains(a.Id)))
            {
                work.Db.Add(new SupervisionDelivery { Id = Guid.CreateVersion7(), SupervisionId = s.Id, AgencyId = agency.Id, Channel = channel, SentOn = on });
                work.Record(new SupervisionDelivered(SupervisionEvent.About(s), agency.Name, channel, on), capacity);
            }

            return Result.Done;
        }, ct);

    /// <summary>It was received, by whom.</summary>
    /// <returns>Refusals <c>delivery.notFound</c>, <c>delivery.inFuture</c>.</returns>
    public Task<Result> ReceivedAsync(string code, Guid delivery, string? by, DateOnly? on, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, s, capacity, token) =>
        {
            if (await work.Db.Set<SupervisionDelivery>().FirstOrDefaultAsync(d => d.Id == delivery && d.SupervisionId == s.Id, token) is not { } sent)
            {
                return new Refusal("delivery.notFound");
            }

            var day = on ?? work.Today;
            if (day > work.Today || day < sent.SentOn)
            {
                return new Refusal("delivery.inFuture", "On");
            }

            (sent.ReceivedOn, sent.ReceivedBy) = (day, string.IsNullOrWhiteSpace(by) ? null : by.Trim());
            var name = await work.Db.Set<Agency>().Where(a => a.Id == sent.AgencyId).Select(a => a.Name).FirstAsync(token);
            work.Record(new SupervisionReceived(SupervisionEvent.About(s), name, sent.ReceivedBy, day), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Somebody whose agency it was sent to opened the issued results here: the first opening is kept, by whom and when. Anybody else's changes nothing.</summary>
    public Task<Result> OpenedAsync(string code, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (await work.Db.Set<SupervisionCase>().VisibleTo(acting, work.Db).FirstOrDefaultAsync(s => s.Code == code, token) is not { } s || !s.IsIssued)
            {
                return new Refusal("supervision.notFound", null, code);
            }

            var sent = await work.Db.Set<SupervisionDelivery>().Where(d => d.SupervisionId == s.Id && d.OpenedAt == null).ToListAsync(token);
            var agencies = await work.Db.Set<Agency>().Where(a => sent.Select(d => d.AgencyId).Contains(a.Id)).ToDictionaryAsync(a => a.Id, token);
            foreach (var delivery in sent)
            {
                if (acting.Capacities.FirstOrDefault(c => Serves(c, agencies[delivery.AgencyId])) is { } capacity)
                {
                    (delivery.OpenedAt, delivery.OpenedBy) = (work.Now, acting.FullName);
                    work.Record(new SupervisionOpened(SupervisionEvent.About(s), agencies[delivery.AgencyId].Name, work.Today), capacity);
                }
            }

            return Result.Done;
        }, ct);

    /// <summary>Its officer, or the Front officer of the council in whose list the Front stands.</summary>
    internal static bool Serves(Capacity capacity, Agency agency) =>
        capacity.AgencyId == agency.Id || (capacity.Role == Role.FrontOfficer && agency.Kind == AgencyKind.FatherlandFront && capacity.CouncilId == agency.CouncilId);

    private static Refusal? Wrong(DeliveryInput asked, DateOnly on, DateOnly today) => asked switch
    {
        { Agencies.Count: 0 } => new Refusal("delivery.toMissing", nameof(asked.Agencies)),
        { Channel: var channel } when string.IsNullOrWhiteSpace(channel) => new Refusal("delivery.channelMissing", nameof(asked.Channel)),
        _ => on > today ? new Refusal("delivery.inFuture", nameof(asked.SentOn)) : null,
    };

    private Task<Result> ActAsync(string code, Acting acting, Func<Work, SupervisionCase, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.SupervisionAsync<CarryOutSupervisions>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            return found.Value.Supervision.IsIssued
                ? await act(work, found.Value.Supervision, found.Value.Capacity, token)
                : new Refusal("supervision.notIssued", null, code);
        }, ct);
}
