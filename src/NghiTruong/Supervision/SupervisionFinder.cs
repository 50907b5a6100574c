using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Supervision;

/// <summary>A supervision loaded for an act, and the capacity that allows it.</summary>
public sealed record SupervisionInHand(SupervisionCase Supervision, Capacity Capacity);

/// <summary>A recommendation loaded for an act, and the capacity that allows it.</summary>
public sealed record RecommendationInHand(Recommendation Recommendation, Capacity Capacity);

/// <summary>Loads for an act. What one may not even read is "not found"; what one may read but not do so is refused by name.</summary>
internal static class SupervisionFinder
{
    public static async Task<Result<SupervisionInHand>> SupervisionAsync<T>(this Work work, string code, CancellationToken ct)
        where T : Permission, new()
    {
        if (await work.Db.Set<SupervisionCase>().FirstOrDefaultAsync(s => s.Code == code, ct) is not { } supervision)
        {
            return new Refusal("supervision.notFound", null, code);
        }

        if (work.CapacityFor<T>(supervision) is { } capacity)
        {
            var supervised = await work.Db.Set<SupervisedBody>().Where(b => b.SupervisionId == supervision.Id).Select(b => b.AgencyId).ToListAsync(ct);

            return supervision.IsIssued || !work.Acting.SitsIn(supervised) ? new SupervisionInHand(supervision, capacity) : new Refusal("supervision.ownBody", null, code);
        }

        return await work.Db.Set<SupervisionCase>().VisibleTo(work.Acting, work.Db).AnyAsync(s => s.Id == supervision.Id, ct)
            ? new Refusal("supervision.notAllowed", null, code)
            : new Refusal("supervision.notFound", null, code);
    }

    public static async Task<Result<RecommendationInHand>> RecommendationAsync<T>(this Work work, string code, CancellationToken ct)
        where T : Permission, new()
    {
        if (await work.Db.Set<Recommendation>().FirstOrDefaultAsync(r => r.Code == code, ct) is not { } recommendation)
        {
            return new Refusal("recommendation.notFound", null, code);
        }

        var capacity = work.CapacityFor<T>(recommendation)
            ?? (recommendation is { State: not RecommendationState.Draft, LeadAgencyId: { } agency } ? work.Acting.CapacityAtAgency<T>(agency) : null);
        if (capacity is not null)
        {
            return new RecommendationInHand(recommendation, capacity);
        }

        return await work.Db.Set<Recommendation>().VisibleTo(work.Acting).AnyAsync(r => r.Id == recommendation.Id, ct)
            ? new Refusal("recommendation.notAllowed", null, code)
            : new Refusal("recommendation.notFound", null, code);
    }
}
