using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Journal;
using NghiTruong.Operations;

namespace NghiTruong.Delegates;

/// <summary>
/// A council that ends takes its mandates with it: they stay where they were held, as history. Who sits in the council that carries on is registered there anew (entry <c>Transfer</c>), by the
/// paper that says so. A mandate is no open matter, so nothing moves (<see cref="IMovesOnMerge"/> is not needed).
/// </summary>
internal sealed class EndWithCouncil(CoverageBook coverage) : IEventHandler
{
    public Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct) => happened switch
    {
        UnitEnded ended => EndAsync(work, ended.Subject.CouncilId, ended.LastDay, ended.Basis, ct),
        CouncilEnded ended => EndAsync(work, ended.Subject.CouncilId, ended.LastDay, ended.Basis, ct),
        _ => Task.CompletedTask,
    };

    private async Task EndAsync(Work work, Guid council, DateOnly last, string? basis, CancellationToken ct)
    {
        foreach (var d in await work.Db.Set<Delegate>().Where(d => d.CouncilId == council && d.Until == null && d.From <= last).ToListAsync(ct))
        {
            await DelegateDesk.EndAsync(work, d, last, MandateEnd.UnitEnded, basis is { Length: > 100 } ? basis[..100] : basis, work.Acting.Capacities[0], coverage, ct);
        }
    }
}
