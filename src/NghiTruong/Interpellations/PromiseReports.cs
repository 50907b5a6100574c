using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Recounting;
using NghiTruong.Journal;
using NghiTruong.Letters;
using NghiTruong.Operations;

namespace NghiTruong.Interpellations;

/// <summary>The report on a promise before the next regular session: a follow-up item of its own that counts back from the opening (rule PROMISES_REPORT).</summary>
public sealed class PromiseReports(FollowUps followUps, FormTexts form)
{
    /// <summary>
    /// Owes the report before the next session, where one is planned and none is owed yet. A session so near that the report would have been due before the promise was made, or
    /// that has been reported before, is passed over.
    /// </summary>
    internal async Task OweNextAsync(Work work, Promise promise, Capacity capacity, CancellationToken ct)
    {
        if (promise.State != PromiseState.Following || promise.ReportOwedBy is not null)
        {
            return;
        }

        foreach (var session in await SessionsAsync(work, promise, ct))
        {
            if (await followUps.DueAsync(work, InterpellationRules.PromisesReportRule, promise.CouncilId, session.OpensOn, ct) is not { } due || due < promise.MadeOn)
            {
                continue;
            }

            promise.OweReport(session.Id, due);
            FollowUps.Open(
                work,
                Promises.Item(promise, session.OpensOn) with
                {
                    Title = form["form.promise.report", session.Name, promise.Content], RuleCode = InterpellationRules.PromisesReportRule, SessionId = session.Id,
                },
                due);
            work.Record(new PromiseReportOwed(PromiseEvent.About(promise), session.Name, due), capacity);

            return;
        }
    }

    /// <summary>Regular sessions after the promise and after the last one it was reported before, those of this very operation included.</summary>
    private static async Task<List<CouncilSession>> SessionsAsync(Work work, Promise promise, CancellationToken ct)
    {
        await work.Db.Set<CouncilSession>().Where(s => s.CouncilId == promise.CouncilId).LoadAsync(ct);
        var sessions = work.Db.Set<CouncilSession>().Local.Where(s => s.CouncilId == promise.CouncilId).ToList();
        var reported = sessions.Find(s => s.Id == promise.ReportSessionId)?.OpensOn;

        return [.. sessions.Where(s => s.Kind == SessionKind.Regular && s.OpensOn > promise.MadeOn && s.OpensOn >= work.Today && !(s.OpensOn <= reported)).OrderBy(s => s.OpensOn)];
    }
}

/// <summary>A session entered or moved: promises that wait for one get their day, those that have one move with it. A recount moves the room's copies of the days.</summary>
public sealed class FollowSessions(PromiseReports reports, DueRecounter recounter) : IEventHandler
{
    public async Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        switch (happened)
        {
            case SessionSaved saved:
                await OweAsync(work, saved.Subject.CouncilId, ct);
                break;
            case SessionMoved moved:
                var name = (await work.Db.Set<CouncilSession>().FindAsync([moved.SessionId], ct))?.Name ?? "";
                await recounter.MoveSessionAsync(work, moved.Subject.CouncilId, moved.SessionId, moved.After, name, ct);
                break;
            case DuesRecounted recounted:
                await MoveCopiesAsync(work, recounted.RecountId, ct);
                break;
        }
    }

    private async Task OweAsync(Work work, Guid council, CancellationToken ct)
    {
        var waiting = await work.Db.Set<Promise>().Where(p => p.CouncilId == council && p.State == PromiseState.Following && p.ReportOwedBy == null).OrderBy(p => p.Id).ToListAsync(ct);
        foreach (var promise in waiting)
        {
            await reports.OweNextAsync(work, promise, work.CapacityFor<RecordSittings>(promise) ?? work.Acting.Capacities[0], ct);
        }
    }

    private static async Task MoveCopiesAsync(Work work, Guid id, CancellationToken ct)
    {
        await work.Db.Database.ExecuteSqlAsync(
            $"""
            UPDATE promise SET report_due_on = m.now_on, report_owed_by = m.now_on, version = promise.version + 1
            FROM due_move m
            WHERE m.recount_id = {id} AND m.subject_kind = 'promise' AND m.subject_id = promise.id AND promise.report_owed_by IS NOT NULL
            """,
            ct);
        await work.Db.Database.ExecuteSqlAsync(
            $"""
            UPDATE interpellation SET written_due_on = m.now_on, owed_by = m.now_on, version = interpellation.version + 1
            FROM due_move m
            WHERE m.recount_id = {id} AND m.subject_kind = 'interpellation' AND m.subject_id = interpellation.id AND interpellation.owed_by IS NOT NULL
            """,
            ct);
    }
}
