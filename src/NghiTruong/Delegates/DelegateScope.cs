using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Delegates;

/// <summary>Every list and page of delegates starts here, so a forgotten check shows nothing rather than everything.</summary>
public static class DelegateScope
{
    public static IQueryable<Delegate> VisibleTo(this IQueryable<Delegate> delegates, Acting acting)
    {
        var scope = acting.ScopeOf<ReadDelegates>();
        if (scope.All)
        {
            return delegates;
        }

        var (councils, provinces) = (scope.Councils, scope.Provinces);

        return delegates.Where(d => councils.Contains(d.CouncilId) || provinces.Contains(d.ProvinceId));
    }

    public static bool MayManage(this Acting acting, Delegate d) => acting.CapacityFor<ManageDelegates>(d.CouncilId, d.ProvinceId) is not null;

    /// <summary>The delegate's own account.</summary>
    public static bool IsSelf(this Acting acting, Delegate d) => !acting.IsSystem && d.UserId == acting.UserId;
}

/// <summary>Loads for an act. What one may not even read is "not found"; what one may read but not do so is refused by name.</summary>
internal static class DelegateFinder
{
    public static async Task<Result> WithinAsync(Work work, string code, Func<Work, Delegate, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct)
    {
        if (await work.Db.Set<Delegate>().FirstOrDefaultAsync(d => d.Code == code, ct) is not { } found)
        {
            return new Refusal("delegate.notFound", null, code);
        }

        if (work.CapacityFor<ManageDelegates>(found) is { } capacity)
        {
            return await act(work, found, capacity, ct);
        }

        return new Refusal(work.CapacityFor<ReadDelegates>(found) is null ? "delegate.notFound" : "delegate.notAllowed", null, code);
    }
}
