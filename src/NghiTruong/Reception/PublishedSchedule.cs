using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;

namespace NghiTruong.Reception;

/// <summary>A reception as anybody may read it: when, where, who receives. It names no citizen.</summary>
public sealed record PublishedReception(ReceptionKind Kind, DateOnly On, TimeOnly From, TimeOnly? Until, string Place, bool IsOnline, string Receiver);

/// <summary>Lịch tiếp công dân công khai (Law 42/2013/QH13 Art 24): what was published and is still to come, for people who have no account.</summary>
public sealed class PublishedSchedule(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<PublishedReception>> ReadAsync(Guid council, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today;

        return await db.Set<CitizenReception>().AsNoTracking()
            .Where(r => r.CouncilId == council && r.PublishedOn != null && r.State == ReceptionState.Scheduled && r.PlannedOn >= today)
            .OrderBy(r => r.PlannedOn).ThenBy(r => r.StartsAt).ThenBy(r => r.Id).Take(Most)
            .Select(r => new PublishedReception(r.Kind, r.PlannedOn, r.StartsAt, r.EndsAt, r.Place, r.IsOnline, r.Receiver))
            .ToListAsync(ct);
    }
}
