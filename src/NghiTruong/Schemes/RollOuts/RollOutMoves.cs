using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;

namespace NghiTruong.Schemes.RollOuts;

/// <summary>
/// A unit merged in mid-year: its successor takes the row over with what was done. Where the successor stands in the roll-out already (of itself, or of another that went into it), the former
/// row stays to be read and counts no more.
/// </summary>
internal static class RollOutMoves
{
    public static async Task MoveAsync(Db db, MatterMove move, CancellationToken ct)
    {
        // Its committees ended with it: rows of theirs are history.
        var rows = await db.Set<RollOutUnit>().Where(u => u.CouncilId == move.FromCouncilId && !u.IsMerged).ToListAsync(ct);
        var standing = await db.Set<RollOutUnit>().Where(u => u.CouncilId == move.ToCouncilId && !u.IsMerged && u.BodyId == null).Select(u => u.RollOutId).ToListAsync(ct);
        var name = await db.Set<Council>().Where(c => c.Id == move.ToCouncilId).Select(c => c.Name).FirstAsync(ct);
        foreach (var row in rows)
        {
            var tasks = await db.Set<RollOutTask>().Where(t => t.UnitRowId == row.Id).ToListAsync(ct);
            if (row.BodyId is not null || standing.Contains(row.RollOutId))
            {
                row.IsMerged = true;
                tasks.ForEach(t => t.IsMerged = true);
                continue;
            }

            (row.CouncilId, row.ProvinceId, row.Name) = (move.ToCouncilId, move.ToProvinceId, name);
            tasks.ForEach(t => (t.CouncilId, t.ProvinceId) = (move.ToCouncilId, move.ToProvinceId));
            standing.Add(row.RollOutId);
        }
    }
}
