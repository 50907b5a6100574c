using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;

namespace NghiTruong.Resolutions;

/// <summary>
/// Resolutions that still hold go to the successor when units merge, with where they were passed: what a merged unit decided holds until the successor replaces it. With them go their
/// clauses and open tasks. What holds no more stays where it was made.
/// </summary>
internal sealed class ResolutionMoves : IMovesOnMerge
{
    public async Task<IReadOnlyList<OpenMatter>> OpenAsync(Db db, Guid councilId, CancellationToken ct)
    {
        var resolutions = await db.Set<Resolution>().AsNoTracking()
            .Where(r => r.CouncilId == councilId && r.ClosedOn == null).OrderBy(r => r.Code)
            .Select(r => new OpenMatter(ResolutionEvent.SubjectKind, r.Id, r.Code, r.Number + ": " + r.Title, null, r.OwedBy)).ToListAsync(ct);
        var tasks = await db.Set<ResolutionTask>().AsNoTracking()
            .Where(t => t.CouncilId == councilId && t.State != ResolutionTaskState.Closed).OrderBy(t => t.Code)
            .Select(t => new OpenMatter(ResolutionTaskEvent.SubjectKind, t.Id, t.Code, t.Content, null, t.DueOn)).ToListAsync(ct);

        return [.. resolutions, .. tasks];
    }

    public async Task MoveAsync(Db db, IReadOnlyCollection<Guid> matters, MatterMove move, CancellationToken ct)
    {
        var bodies = await BodiesAsync(db, move, ct);
        foreach (var r in await db.Set<Resolution>().Where(r => r.CouncilId == move.FromCouncilId && matters.Contains(r.Id)).ToListAsync(ct))
        {
            (r.CouncilId, r.ProvinceId) = (move.ToCouncilId, move.ToProvinceId);
            (r.LeadAgencyId, r.BodyId) = (move.Agency(r.LeadAgencyId), r.BodyId is { } body && bodies.TryGetValue(body, out var successor) ? successor : null);
        }

        foreach (var c in await db.Set<ResolutionClause>().Where(c => c.CouncilId == move.FromCouncilId && matters.Contains(c.ResolutionId)).ToListAsync(ct))
        {
            (c.CouncilId, c.ProvinceId) = (move.ToCouncilId, move.ToProvinceId);
            c.AgencyId = move.Agency(c.AgencyId);
        }

        foreach (var t in await db.Set<ResolutionTask>().Where(t => t.CouncilId == move.FromCouncilId && matters.Contains(t.Id)).ToListAsync(ct))
        {
            (t.CouncilId, t.ProvinceId) = (move.ToCouncilId, move.ToProvinceId);
            t.AgencyId = move.Agency(t.AgencyId)!.Value;
        }
    }

    // No council holds another's resolution.
    public Task MoveHeldAsync(Db db, MatterMove move, CancellationToken ct) => Task.CompletedTask;

    /// <summary>The committee of the same code takes over; where there is none, the Standing Committee does.</summary>
    private static async Task<Dictionary<Guid, Guid>> BodiesAsync(Db db, MatterMove move, CancellationToken ct)
    {
        var bodies = await db.Set<Body>().AsNoTracking().Where(b => b.CouncilId == move.FromCouncilId || b.CouncilId == move.ToCouncilId).ToListAsync(ct);

        return bodies.Where(b => b.CouncilId == move.FromCouncilId)
            .Select(b => (Former: b.Id, Successor: bodies.Find(x => x.CouncilId == move.ToCouncilId && x.Code == b.Code && x.Until is null)?.Id))
            .Where(pair => pair.Successor is not null)
            .ToDictionary(pair => pair.Former, pair => pair.Successor!.Value);
    }
}
