using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;

namespace NghiTruong.FollowUp;

/// <summary>Follow-up items go along with their matters when units merge.</summary>
internal sealed class FollowUpMoves : IMovesOnMerge
{
    public Task<IReadOnlyList<OpenMatter>> OpenAsync(Db db, Guid councilId, CancellationToken ct) => Task.FromResult<IReadOnlyList<OpenMatter>>([]);

    public async Task MoveAsync(Db db, IReadOnlyCollection<Guid> matters, MatterMove move, CancellationToken ct)
    {
        foreach (var item in await db.Set<FollowUpItem>().Where(i => i.CouncilId == move.FromCouncilId && matters.Contains(i.SubjectId)).ToListAsync(ct))
        {
            item.CouncilId = move.ToCouncilId;
            item.ProvinceId = move.ToProvinceId;
            item.AgencyId = move.Agency(item.AgencyId);
        }
    }

    public async Task MoveHeldAsync(Db db, MatterMove move, CancellationToken ct)
    {
        foreach (var item in await db.Set<FollowUpItem>().Where(i => i.HolderCouncilId == move.FromCouncilId).ToListAsync(ct))
        {
            item.HolderCouncilId = move.ToCouncilId;
        }
    }
}
