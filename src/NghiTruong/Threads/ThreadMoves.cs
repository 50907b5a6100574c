using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;

namespace NghiTruong.Threads;

/// <summary>Open threads go to the successor when units merge, with all that stands in them; ended ones stay where something came of them.</summary>
internal sealed class ThreadMoves : IMovesOnMerge
{
    public async Task<IReadOnlyList<OpenMatter>> OpenAsync(Db db, Guid councilId, CancellationToken ct) =>
        await db.Set<MatterThread>().AsNoTracking()
            .Where(t => t.CouncilId == councilId && t.State == ThreadStanding.Open)
            .OrderBy(t => t.Code)
            .Select(t => new OpenMatter(ThreadEvent.SubjectKind, t.Id, t.Code, t.Title, t.Place, null))
            .ToListAsync(ct);

    public async Task MoveAsync(Db db, IReadOnlyCollection<Guid> matters, MatterMove move, CancellationToken ct)
    {
        foreach (var thread in await db.Set<MatterThread>().Where(t => t.CouncilId == move.FromCouncilId && matters.Contains(t.Id)).ToListAsync(ct))
        {
            (thread.CouncilId, thread.ProvinceId) = (move.ToCouncilId, move.ToProvinceId);
        }
    }

    public Task MoveHeldAsync(Db db, MatterMove move, CancellationToken ct) => Task.CompletedTask;
}
