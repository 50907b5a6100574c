using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;

namespace NghiTruong.Supervision;

/// <summary>Open supervisions, and open recommendations of whatever supervision, go to the successor when units merge; the ended ones stay where they were made.</summary>
internal sealed class SupervisionMoves : IMovesOnMerge
{
    public async Task<IReadOnlyList<OpenMatter>> OpenAsync(Db db, Guid councilId, CancellationToken ct)
    {
        var cases = await db.Set<SupervisionCase>().AsNoTracking()
            .Where(s => s.CouncilId == councilId && !SupervisionStates.Ended.Contains(s.State))
            .OrderBy(s => s.Code)
            .Select(s => new OpenMatter(SupervisionEvent.SubjectKind, s.Id, s.Code, s.Theme, null, s.OwedBy))
            .ToListAsync(ct);
        var recommendations = await db.Set<Recommendation>().AsNoTracking()
            .Where(r => r.CouncilId == councilId && !RecommendationStates.Ended.Contains(r.State))
            .OrderBy(r => r.Code)
            .Select(r => new OpenMatter(RecommendationEvent.SubjectKind, r.Id, r.Code, r.Content, null, r.DueOn))
            .ToListAsync(ct);

        return [.. cases, .. recommendations];
    }

    public async Task MoveAsync(Db db, IReadOnlyCollection<Guid> matters, MatterMove move, CancellationToken ct)
    {
        foreach (var s in await db.Set<SupervisionCase>().Where(s => s.CouncilId == move.FromCouncilId && matters.Contains(s.Id)).ToListAsync(ct))
        {
            (s.CouncilId, s.ProvinceId) = (move.ToCouncilId, move.ToProvinceId);
        }

        foreach (var r in await db.Set<Recommendation>().Where(r => r.CouncilId == move.FromCouncilId && matters.Contains(r.Id)).ToListAsync(ct))
        {
            (r.CouncilId, r.ProvinceId) = (move.ToCouncilId, move.ToProvinceId);
            r.LeadAgencyId = move.Agency(r.LeadAgencyId);
        }

        await MoveBodiesAsync(db, matters, move, ct);
    }

    /// <summary>Two former agencies that one succeeds are one body under supervision from now on; what either has handed in stands.</summary>
    private static async Task MoveBodiesAsync(Db db, IReadOnlyCollection<Guid> matters, MatterMove move, CancellationToken ct)
    {
        var bodies = await db.Set<SupervisedBody>().Where(b => matters.Contains(b.SupervisionId)).OrderBy(b => b.Id).ToListAsync(ct);
        foreach (var together in bodies.GroupBy(b => (b.SupervisionId, Agency: move.Agency(b.AgencyId))))
        {
            var kept = together.FirstOrDefault(b => b.AgencyId == together.Key.Agency) ?? together.First();
            kept.HandedInOn ??= together.Max(b => b.HandedInOn);
            db.RemoveRange(together.Where(b => b != kept));
            db.Entry(kept).Property(b => b.AgencyId).CurrentValue = together.Key.Agency ?? kept.AgencyId;
        }
    }

    // A briefing stays with the council that held it, or did not: the successor has its own calendar.
    public Task MoveHeldAsync(Db db, MatterMove move, CancellationToken ct) => Task.CompletedTask;
}
