using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Threads;

/// <summary>Every list and page of threads starts here, so a forgotten check shows nothing rather than everything.</summary>
public static class ThreadScope
{
    public static IQueryable<MatterThread> VisibleTo(this IQueryable<MatterThread> threads, Acting acting)
    {
        var scope = acting.ScopeOf<ReadThreads>();
        if (scope.All)
        {
            return threads;
        }

        var (councils, provinces) = (scope.Councils, scope.Provinces);

        return threads.Where(t => councils.Contains(t.CouncilId) || provinces.Contains(t.ProvinceId));
    }

    public static bool MayKeep(this Acting acting, MatterThread thread) => acting.CapacityFor<KeepThreads>(thread.CouncilId, thread.ProvinceId) is not null;
}

/// <summary>A thread loaded for an act, and the capacity that allows it.</summary>
public sealed record ThreadInHand(MatterThread Thread, Capacity Capacity);

/// <summary>Loads for an act. What one may not even read is "not found"; what one may read but not do so is refused by name.</summary>
internal static class ThreadFinder
{
    public static async Task<Result<ThreadInHand>> ThreadAsync(this Work work, string code, CancellationToken ct)
    {
        if (await work.Db.Set<MatterThread>().FirstOrDefaultAsync(t => t.Code == code, ct) is not { } thread)
        {
            return new Refusal("thread.notFound", null, code);
        }

        if (work.CapacityFor<KeepThreads>(thread) is { } capacity)
        {
            return new ThreadInHand(thread, capacity);
        }

        return await work.Db.Set<MatterThread>().VisibleTo(work.Acting).AnyAsync(t => t.Id == thread.Id, ct)
            ? new Refusal("thread.notAllowed", null, code)
            : new Refusal("thread.notFound", null, code);
    }
}
