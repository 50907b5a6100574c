using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Resolutions;

/// <summary>
/// What the days bring by themselves: the task of a period that has begun, the end of a resolution whose last day is past. On whichever node comes first; run again it changes nothing.
/// </summary>
public sealed class ResolutionCalendar(IDbContextFactory<Db> contexts, OperationRunner operations, RuleBook rules) : IJob
{
    public string Name => "resolutions.calendar";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(DateTime now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = now.VietnamDate;
        var ending = await db.Set<Resolution>().Where(r => r.ClosedOn == null && r.EndsOn <= today).Select(r => r.CouncilId).Distinct().ToListAsync(ct);
        var following = await Due(db, today).Select(c => c.CouncilId).Distinct().ToListAsync(ct);
        foreach (var council in ending.Union(following))
        {
            await operations.RunAsync(Acting.System, (work, token) => OfCouncilAsync(work, council, today, token), ct);
        }
    }

    /// <summary>Clauses with a cadence whose newest task is of a period that is over.</summary>
    private static IQueryable<ResolutionClause> Due(Db db, DateOnly today)
    {
        var (quarter, half, year) = (PeriodOf(ClauseCadence.Quarter, today), PeriodOf(ClauseCadence.HalfYear, today), PeriodOf(ClauseCadence.Year, today));

        return db.Set<ResolutionClause>().Where(c =>
            c.EndedOn == null
            && c.Cadence != null
            && c.Cadence != ClauseCadence.Once
            && c.FollowedFrom <= today
            && !db.Set<ResolutionTask>().Any(t =>
                t.ClauseId == c.Id
                && ((c.Cadence == ClauseCadence.Quarter && t.Period == quarter) || (c.Cadence == ClauseCadence.HalfYear && t.Period == half) || (c.Cadence == ClauseCadence.Year && t.Period == year)))
            && db.Set<Resolution>().Any(r => r.Id == c.ResolutionId && r.ClosedOn == null));
    }

    private async Task<Result> OfCouncilAsync(Work work, Guid council, DateOnly today, CancellationToken ct)
    {
        await work.HoldAsync(council, ct);
        var capacity = work.Acting.Capacities[0];
        var read = await rules.ReadAsync(ct);
        foreach (var c in await Due(work.Db, today).Where(c => c.CouncilId == council).ToListAsync(ct))
        {
            await ResolutionTasks.OpenAsync(work, await work.Db.Set<Resolution>().FirstAsync(r => r.Id == c.ResolutionId, ct), c, read, capacity, ct);
        }

        foreach (var r in await work.Db.Set<Resolution>().Where(r => r.CouncilId == council && r.ClosedOn == null && r.EndsOn <= today).ToListAsync(ct))
        {
            ResolutionEntry.CloseIfEnded(work, r, capacity);
        }

        return Result.Done;
    }

    private static string PeriodOf(ClauseCadence cadence, DateOnly day) => ClausePeriod.Of(cadence, day).Name;
}

/// <summary>A changed length of the year without a look moves the day of every resolution in force that it reaches.</summary>
public sealed class RecountResolutions : IEventHandler
{
    public async Task HandleAsync(NghiTruong.Journal.HouseEvent happened, Work work, CancellationToken ct)
    {
        if (happened is not RuleChanged { Rule: DeadlineRuleCatalogue.ResolutionLook, OfCouncil: var council })
        {
            return;
        }

        var read = await RuleBook.InHandAsync(work.Db, ct);
        var found = await work.Db.Set<Resolution>().Where(r => r.ClosedOn == null && (council == null || r.CouncilId == council)).ToListAsync(ct);
        var councils = found.Select(r => r.CouncilId).Distinct().ToList();
        var tiers = await work.Db.Set<Council>().Where(c => councils.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Tier, ct);
        foreach (var r in found)
        {
            r.LookBy(ResolutionRules.LookDue(r, read, tiers[r.CouncilId]));
        }
    }
}
