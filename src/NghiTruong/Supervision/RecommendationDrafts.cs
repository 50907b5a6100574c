using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Accounts;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Supervision;

/// <summary>A recommendation while it is a draft: completed before the conclusion, or dropped.</summary>
public sealed class RecommendationDrafts(OperationRunner operations)
{
    /// <returns>Refusals <c>recommendation.contentMissing</c>, <c>agency.notFound</c>, <c>recommendation.agencyEnded</c>, <c>recommendation.issued</c>.</returns>
    public Task<Result> EditAsync(string code, RecommendationInput asked, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, r, capacity, token) =>
        {
            if (await WrongAsync(work, r.CouncilId, asked, token) is { } wrong)
            {
                return wrong;
            }

            (r.Content, r.LeadAgencyId) = (asked.Content.Trim(), asked.LeadAgencyId);
            (r.Cooperating, r.Responsible, r.Product) = (asked.Cooperating, asked.Responsible, asked.Product);
            r.Propose(asked.DueOn);
            work.Record(new RecommendationEdited(RecommendationEvent.About(r)), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Drops a draft; the journal keeps what it said.</summary>
    public Task<Result> DropAsync(string code, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, (work, r, capacity, _) =>
        {
            work.Db.Remove(r);
            work.Record(new RecommendationDropped(RecommendationEvent.About(r)), capacity);

            return Task.FromResult(Result.Done);
        }, ct);

    internal static async Task<Refusal?> WrongAsync(Work work, Guid council, RecommendationInput asked, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(asked.Content))
        {
            return new Refusal("recommendation.contentMissing", nameof(asked.Content));
        }

        if (asked.LeadAgencyId is not { } agency)
        {
            return null;
        }

        return await work.Db.Set<Agency>().FirstOrDefaultAsync(a => a.Id == agency && a.CouncilId == council, ct) switch
        {
            null => new Refusal("agency.notFound", nameof(asked.LeadAgencyId)),
            { Until: not null } => new Refusal("recommendation.agencyEnded", nameof(asked.LeadAgencyId)),
            _ => null,
        };
    }

    private Task<Result> ActAsync(string code, Acting acting, Func<Work, Recommendation, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.RecommendationAsync<CarryOutSupervisions>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (r, capacity) = found.Value;
            if (r.State != RecommendationState.Draft)
            {
                return new Refusal("recommendation.issued", null, code);
            }

            // Who sits in a body under supervision has no hand in its draft.
            var supervised = await work.Db.Set<SupervisedBody>().Where(b => b.SupervisionId == r.SupervisionId).Select(b => b.AgencyId).ToListAsync(token);

            return work.Acting.SitsIn(supervised) ? new Refusal("supervision.ownBody", null, code) : await act(work, r, capacity, token);
        }, ct);
}
