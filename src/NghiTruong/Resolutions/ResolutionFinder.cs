using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Resolutions;

/// <summary>A resolution loaded for an act, and the capacity that allows it.</summary>
public sealed record ResolutionInHand(Resolution Resolution, Capacity Capacity);

/// <summary>A clause with its resolution, loaded for an act.</summary>
public sealed record ClauseInHand(ResolutionClause Clause, Resolution Resolution, Capacity Capacity);

/// <summary>A task loaded for an act.</summary>
public sealed record TaskInHand(ResolutionTask Task, Capacity Capacity);

/// <summary>Loads for an act. What one may not even read is "not found"; what one may read but not do so is refused by name.</summary>
internal static class ResolutionFinder
{
    public static async Task<Result<ResolutionInHand>> ResolutionAsync<T>(this Work work, string code, CancellationToken ct)
        where T : Permission, new()
    {
        if (await work.Db.Set<Resolution>().FirstOrDefaultAsync(r => r.Code == code, ct) is not { } r)
        {
            return new Refusal("resolution.notFound", null, code);
        }

        if ((work.CapacityFor<T>(r) ?? await AtPartyAsync<T>(work, r, ct)) is { } capacity)
        {
            return new ResolutionInHand(r, capacity);
        }

        return await work.Db.Set<Resolution>().VisibleTo(work.Acting, work.Db).AnyAsync(x => x.Id == r.Id, ct)
            ? new Refusal("resolution.notAllowed", null, code)
            : new Refusal("resolution.notFound", null, code);
    }

    public static async Task<Result<ClauseInHand>> ClauseAsync<T>(this Work work, string code, CancellationToken ct)
        where T : Permission, new()
    {
        if (await work.Db.Set<ResolutionClause>().FirstOrDefaultAsync(c => c.Code == code, ct) is not { } clause)
        {
            return new Refusal("resolution.clauseNotFound", null, code);
        }

        var r = await work.Db.Set<Resolution>().FirstAsync(x => x.Id == clause.ResolutionId, ct);
        if (work.CapacityFor<T>(clause) is { } capacity)
        {
            return new ClauseInHand(clause, r, capacity);
        }

        return await work.Db.Set<Resolution>().VisibleTo(work.Acting, work.Db).AnyAsync(x => x.Id == r.Id, ct)
            ? new Refusal("resolution.notAllowed", null, r.Code)
            : new Refusal("resolution.clauseNotFound", null, code);
    }

    public static async Task<Result<TaskInHand>> TaskAsync<T>(this Work work, string code, CancellationToken ct)
        where T : Permission, new()
    {
        if (await work.Db.Set<ResolutionTask>().FirstOrDefaultAsync(t => t.Code == code, ct) is not { } task)
        {
            return new Refusal("resolutionTask.notFound", null, code);
        }

        if ((work.CapacityFor<T>(task) ?? work.Acting.CapacityAtAgency<T>(task.AgencyId)) is { } capacity)
        {
            return new TaskInHand(task, capacity);
        }

        return await work.Db.Set<ResolutionTask>().VisibleTo(work.Acting).AnyAsync(t => t.Id == task.Id, ct)
            ? new Refusal("resolutionTask.notAllowed", null, code)
            : new Refusal("resolutionTask.notFound", null, code);
    }

    /// <summary>As an officer of the agency that carries it out, or of one that is asked by a clause.</summary>
    private static async Task<Capacity?> AtPartyAsync<T>(Work work, Resolution r, CancellationToken ct)
        where T : Permission, new()
    {
        if (r.LeadAgencyId is { } lead && work.Acting.CapacityAtAgency<T>(lead) is { } atLead)
        {
            return atLead;
        }

        var asked = await work.Db.Set<ResolutionClause>().Where(c => c.ResolutionId == r.Id && c.Cadence != null && c.AgencyId != null).Select(c => c.AgencyId!.Value).Distinct().ToListAsync(ct);

        return asked.Select(work.Acting.CapacityAtAgency<T>).FirstOrDefault(c => c is not null);
    }
}
