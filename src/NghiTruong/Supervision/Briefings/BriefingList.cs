using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.FollowUp;

namespace NghiTruong.Supervision.Briefings;

/// <summary>One row of the calendar: held, excused, planned, or missing.</summary>
public sealed record BriefingRow(Guid Id, string Code, Guid CouncilId, Guid BodyId, string Period, DateOnly DueOn, DateOnly? OwedBy, DateOnly? HeldOn, string? ExcusedBecause)
{
    public bool IsMissing(DateOnly today) => OwedBy < today;
}

/// <summary>A briefing with its conclusions.</summary>
public sealed record BriefingView(Briefing Briefing, IReadOnlyList<FollowUpItem> Conclusions);

/// <summary>The calendar of briefings within what the person may see, latest period first; minutes stay at home.</summary>
public sealed class BriefingList(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    private const int MostRows = 100;

    /// <param name="councilId">One council; null for all that the person may see.</param>
    /// <param name="missing">Only those whose period went by.</param>
    public async Task<IReadOnlyList<BriefingRow>> ReadAsync(Guid? councilId, bool missing, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today;
        var found = VisibleTo(db.Set<Briefing>().AsNoTracking(), acting);
        found = councilId is { } council ? found.Where(b => b.CouncilId == council) : found;
        found = missing ? found.Where(b => b.OwedBy < today) : found;

        return await found.OrderByDescending(b => b.DueOn).ThenBy(b => b.Code).Take(MostRows)
            .Select(b => new BriefingRow(b.Id, b.Code, b.CouncilId, b.BodyId, b.Period, b.DueOn, b.OwedBy, b.HeldOn, b.ExcusedBecause)).ToListAsync(ct);
    }

    /// <summary>One briefing for its own council; null is "not found".</summary>
    public async Task<BriefingView?> FindAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Briefing>().AsNoTracking().FirstOrDefaultAsync(b => b.Code == code, ct) is not { } briefing
            || acting.CapacityFor<ReadFindings>(briefing.CouncilId, briefing.ProvinceId) is null)
        {
            return null;
        }

        return new BriefingView(briefing, await db.Set<FollowUpItem>().AsNoTracking().Where(i => i.SubjectId == briefing.Id).OrderBy(i => i.Id).ToListAsync(ct));
    }

    private static IQueryable<Briefing> VisibleTo(IQueryable<Briefing> briefings, Acting acting)
    {
        var scope = acting.ScopeOf<ReadSupervisions>();
        var (councils, provinces) = (scope.Councils, scope.Provinces);

        return scope.All ? briefings : briefings.Where(b => councils.Contains(b.CouncilId) || provinces.Contains(b.ProvinceId));
    }
}
