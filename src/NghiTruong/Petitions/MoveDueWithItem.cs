using Microsoft.EntityFrameworkCore;
using NghiTruong.FollowUp.Recounting;
using NghiTruong.Journal;
using NghiTruong.Operations;

namespace NghiTruong.Petitions;

/// <summary>When running due dates are computed anew, a petition's own copy follows the item of its lead, by one statement for all.</summary>
public sealed class MoveDueWithItem : IEventHandler
{
    public async Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        if (happened is not DuesRecounted recounted)
        {
            return;
        }

        var id = recounted.RecountId;
        await work.Db.Database.ExecuteSqlAsync(
            $"""
            UPDATE petition SET due_on = m.now_on, owed_by = m.now_on, version = petition.version + 1
            FROM due_move m
            WHERE m.recount_id = {id} AND m.subject_kind = 'petition' AND m.part = 'Lead' AND m.subject_id = petition.id AND petition.owed_by IS NOT NULL
            """,
            ct);
    }
}
