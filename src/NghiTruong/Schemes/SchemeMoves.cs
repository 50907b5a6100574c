using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Operations;
using NghiTruong.Schemes.RollOuts;

namespace NghiTruong.Schemes;

/// <summary>
/// When units merge, a document still in its period goes to the successor with its nodes and figures. Where the successor follows the same upper document itself, the former's nodes count into
/// the upper ones no more: the successor's own figures cover the whole unit, and the totals do not double. Rows of roll-outs pass to the successor likewise.
/// </summary>
internal sealed class SchemeMoves(TimeProvider clock) : IMovesOnMerge
{
    public async Task<IReadOnlyList<OpenMatter>> OpenAsync(Db db, Guid councilId, CancellationToken ct)
    {
        var year = clock.Today.Year;

        return await db.Set<Scheme>().AsNoTracking().Where(s => s.CouncilId == councilId && s.PeriodTo >= year).OrderBy(s => s.Code)
            .Select(s => new OpenMatter(SchemeEvent.SubjectKind, s.Id, s.Code, s.Number + ": " + s.Title, null, null)).ToListAsync(ct);
    }

    public async Task MoveAsync(Db db, IReadOnlyCollection<Guid> matters, MatterMove move, CancellationToken ct)
    {
        foreach (var scheme in await db.Set<Scheme>().Where(s => s.CouncilId == move.FromCouncilId && matters.Contains(s.Id)).ToListAsync(ct))
        {
            var followed = scheme.ParentId is { } upper && await db.Set<Scheme>().AnyAsync(s => s.CouncilId == move.ToCouncilId && s.ParentId == upper, ct);
            (scheme.CouncilId, scheme.ProvinceId) = (move.ToCouncilId, move.ToProvinceId);
            foreach (var node in await db.Set<SchemeNode>().Where(n => n.SchemeId == scheme.Id).ToListAsync(ct))
            {
                (node.CouncilId, node.ProvinceId, node.OwnerAgencyId) = (move.ToCouncilId, move.ToProvinceId, move.Agency(node.OwnerAgencyId));
                node.UpperNodeId = followed ? null : node.UpperNodeId;
            }

            foreach (var value in await db.Set<NodeValue>().Where(v => v.SchemeId == scheme.Id).ToListAsync(ct))
            {
                (value.CouncilId, value.ProvinceId) = (move.ToCouncilId, move.ToProvinceId);
            }
        }
    }

    public Task MoveHeldAsync(Db db, MatterMove move, CancellationToken ct) => RollOutMoves.MoveAsync(db, move, ct);
}
