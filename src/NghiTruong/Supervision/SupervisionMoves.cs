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

        foreach (var body in await db.Set<SupervisedBody>().Where(b => matters.Contains(b.SupervisionId)).ToListAsync(ct))
        {
            db.Entry(body).Property(b => b.AgencyId).CurrentValue = move.Agency(body.AgencyId) ?? body.AgencyId;
        }
    }

    // A briefing stays with the council that held it, or did not: the successor has its own calendar.
    public Task MoveHeldAsync(Db db, MatterMove move, CancellationToken ct) => Task.CompletedTask;
}
