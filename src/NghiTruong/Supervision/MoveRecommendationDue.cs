using Microsoft.EntityFrameworkCore;
using NghiTruong.FollowUp.Recounting;
using NghiTruong.Journal;
using NghiTruong.Operations;

namespace NghiTruong.Supervision;

/// <summary>When running due dates are computed anew, a recommendation's own copy follows its item. Days set by hand do not move; only those of a rule do.</summary>
public sealed class MoveRecommendationDue : IEventHandler
{
    public async Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        if (happened is not DuesRecounted recounted)
        {
            return;
        }

        var moves = await work.Db.Set<DueMove>().Where(m => m.RecountId == recounted.RecountId && m.SubjectKind == RecommendationEvent.SubjectKind)
            .Select(m => new { m.SubjectId, m.NowOn }).ToListAsync(ct);
        var days = moves.ToDictionary(m => m.SubjectId, m => m.NowOn);
        foreach (var r in await work.Db.Set<Recommendation>().Where(r => days.Keys.Contains(r.Id)).ToListAsync(ct))
        {
            r.MoveDue(days[r.Id]);
        }
    }
}
