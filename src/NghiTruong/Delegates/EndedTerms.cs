using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Delegates;

/// <summary>Mandates end with their term: those nobody ended by hand get the term's last day once it has passed.</summary>
public sealed class EndedTerms(IDbContextFactory<Db> contexts, OperationRunner operations, CoverageBook coverage) : IJob
{
    private const int Batch = 100;

    public string Name => "delegates.termOver";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(DateTime now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var over = await Over(db, now.VietnamDate).Select(o => o.Delegate.Id).ToListAsync(ct);
        foreach (var some in over.Chunk(Batch))
        {
            await operations.RunAsync(Acting.System, (work, token) => EndAsync(work, some, token), ct);
        }
    }

    private async Task<Result> EndAsync(Work work, Guid[] some, CancellationToken ct)
    {
        foreach (var (d, last) in (await Over(work.Db, work.Today).Where(o => some.Contains(o.Delegate.Id)).ToListAsync(ct)).Select(o => (o.Delegate, o.Last)))
        {
            // One with a post or a leave beyond the term is left to the office, which sees it in the register.
            _ = await DelegateDesk.EndAsync(work, d, last, MandateEnd.TermOver, null, work.CapacityFor<ManageDelegates>(d)!, coverage, ct);
        }

        return Result.Done;
    }

    private static IQueryable<Ended> Over(Db db, DateOnly today) =>
        from d in db.Set<Delegate>()
        join t in db.Set<CouncilTerm>() on new { d.CouncilId, d.Term } equals new { t.CouncilId, t.Term }
        where d.Until == null && t.Until != null && t.Until < today && d.From <= t.Until
        select new Ended { Delegate = d, Last = t.Until!.Value };

    private sealed class Ended
    {
        public required Delegate Delegate { get; init; }

        public required DateOnly Last { get; init; }
    }
}
