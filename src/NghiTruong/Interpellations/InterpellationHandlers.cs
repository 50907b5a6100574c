using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Journal;
using NghiTruong.Law;
using NghiTruong.Letters;
using NghiTruong.Operations;

namespace NghiTruong.Interpellations;

/// <summary>The letter of a notice or a conclusion went out, or was taken back: the session follows.</summary>
public sealed class FollowExplanationLetters : IEventHandler
{
    public async Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        var letter = happened.Subject.Id;
        if (happened is not (LetterIssued or LetterWithdrawn or LetterDiscarded)
            || await work.Db.Set<ExplanationSession>().FirstOrDefaultAsync(s => s.NoticeLetterId == letter || s.ConclusionLetterId == letter, ct) is not { } session)
        {
            return;
        }

        var isNotice = session.NoticeLetterId == letter;
        if (happened is LetterIssued issued)
        {
            var capacity = work.CapacityFor<IssueLetters>(session) ?? work.Acting.Capacities[0];
            await (isNotice ? NotifyAsync(work, session, issued, capacity) : SendAsync(work, session, issued, capacity, ct));
        }
        else if (isNotice && ExplanationStates.Ahead.Contains(session.State))
        {
            session.TakeNoticeBack();
        }
        else if (!isNotice && session.State is ExplanationState.Concluded or ExplanationState.Sent)
        {
            session.TakeConclusionBack();
        }
    }

    private static Task NotifyAsync(Work work, ExplanationSession session, LetterIssued issued, Capacity capacity)
    {
        if (session.State == ExplanationState.Decided)
        {
            session.Notify(issued.Number, issued.On);
            work.Record(new ExplanationNotified(ExplanationEvent.About(session), issued.Number, issued.On, session.NoticeDaysLate(work.Today)), capacity);
        }

        return Task.CompletedTask;
    }

    private static async Task SendAsync(Work work, ExplanationSession session, LetterIssued issued, Capacity capacity, CancellationToken ct)
    {
        if (session.State != ExplanationState.Concluded)
        {
            return;
        }

        session.Send(issued.Number, issued.To, issued.On);
        work.Record(new ExplanationSent(ExplanationEvent.About(session), issued.Number, issued.To, issued.On), capacity);
        if (!await work.Db.Set<Promise>().AnyAsync(p => p.ExplanationId == session.Id && PromiseStates.Open.Contains(p.State), ct))
        {
            session.Close(work.Today);
            work.Record(new ExplanationClosed(ExplanationEvent.About(session)), capacity);
        }
    }
}

/// <summary>A rule or a day off that changed moves the day of notices that are still owed.</summary>
public sealed class RecountNotices : IEventHandler
{
    public Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        var owed = work.Db.Set<ExplanationSession>().Where(s => s.State == ExplanationState.Decided);

        return happened switch
        {
            RuleChanged { Rule: InterpellationRules.NoticeRule, OfCouncil: var council } => RecountAsync(work, owed.Where(s => council == null || s.CouncilId == council), ct),
            DaysOffChanged => RecountAsync(work, owed, ct),
            _ => Task.CompletedTask,
        };
    }

    private static async Task RecountAsync(Work work, IQueryable<ExplanationSession> sessions, CancellationToken ct)
    {
        var found = await sessions.ToListAsync(ct);
        if (found.Count == 0)
        {
            return;
        }

        var rules = await RuleBook.InHandAsync(work.Db, ct);
        var councils = found.Select(s => s.CouncilId).Distinct().ToList();
        var tiers = await work.Db.Set<Council>().Where(c => councils.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Tier, ct);
        foreach (var session in found)
        {
            session.MoveNotice(rules.Due(InterpellationRules.NoticeRule, tiers[session.CouncilId].ToString(), session.CouncilId, session.PlannedOn)?.Deadline.Due);
        }
    }
}

/// <summary>Open slips, promises and explanation sessions go to the successor when units merge; what has ended stays where it was made.</summary>
internal sealed class InterpellationMoves : IMovesOnMerge
{
    public async Task<IReadOnlyList<OpenMatter>> OpenAsync(Db db, Guid councilId, CancellationToken ct) =>
    [
        .. await db.Set<Interpellation>().AsNoTracking().Where(i => i.CouncilId == councilId && InterpellationStates.Open.Contains(i.State)).OrderBy(i => i.Code)
            .Select(i => new OpenMatter(InterpellationEvent.SubjectKind, i.Id, i.Code, i.Issue, null, i.OwedBy)).ToListAsync(ct),
        .. await db.Set<ExplanationSession>().AsNoTracking().Where(s => s.CouncilId == councilId && !ExplanationStates.Ended.Contains(s.State)).OrderBy(s => s.Code)
            .Select(s => new OpenMatter(ExplanationEvent.SubjectKind, s.Id, s.Code, s.Issue, null, s.OwedBy)).ToListAsync(ct),
        .. await db.Set<Promise>().AsNoTracking().Where(p => p.CouncilId == councilId && PromiseStates.Open.Contains(p.State)).OrderBy(p => p.Code)
            .Select(p => new OpenMatter(PromiseEvent.SubjectKind, p.Id, p.Code, p.Content, null, p.DueOn)).ToListAsync(ct),
    ];

    public async Task MoveAsync(Db db, IReadOnlyCollection<Guid> matters, MatterMove move, CancellationToken ct)
    {
        foreach (var slip in await db.Set<Interpellation>().Where(i => i.CouncilId == move.FromCouncilId && matters.Contains(i.Id)).ToListAsync(ct))
        {
            (slip.CouncilId, slip.ProvinceId) = (move.ToCouncilId, move.ToProvinceId);
            slip.AgencyId = move.Agency(slip.AgencyId) ?? slip.AgencyId;
        }

        foreach (var session in await db.Set<ExplanationSession>().Where(s => s.CouncilId == move.FromCouncilId && matters.Contains(s.Id)).ToListAsync(ct))
        {
            (session.CouncilId, session.ProvinceId) = (move.ToCouncilId, move.ToProvinceId);
            session.AgencyId = move.Agency(session.AgencyId) ?? session.AgencyId;
        }

        foreach (var promise in await db.Set<Promise>().Where(p => p.CouncilId == move.FromCouncilId && matters.Contains(p.Id)).ToListAsync(ct))
        {
            (promise.CouncilId, promise.ProvinceId) = (move.ToCouncilId, move.ToProvinceId);
            promise.AgencyId = move.Agency(promise.AgencyId) ?? promise.AgencyId;
        }
    }

    public Task MoveHeldAsync(Db db, MatterMove move, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>Files of a slip and its answer: whoever may read the slip.</summary>
internal sealed class InterpellationFiles : IFileOwner
{
    public const string OwnerKind = "interpellation";

    public string Kind => OwnerKind;

    public Task<bool> MayReadAsync(Db db, Guid ownerId, Acting acting, CancellationToken ct) => db.Set<Interpellation>().VisibleTo(acting).AnyAsync(i => i.Id == ownerId, ct);
}

/// <summary>Evidence of a promise kept: whoever may read the promise.</summary>
internal sealed class PromiseFiles : IFileOwner
{
    public const string OwnerKind = "promise";

    public string Kind => OwnerKind;

    public Task<bool> MayReadAsync(Db db, Guid ownerId, Acting acting, CancellationToken ct) => db.Set<Promise>().VisibleTo(acting).AnyAsync(p => p.Id == ownerId, ct);
}

/// <summary>Minutes and films of an explanation session: held in public.</summary>
internal sealed class ExplanationFiles : IFileOwner
{
    public const string OwnerKind = "explanationSession";

    public string Kind => OwnerKind;

    public Task<bool> MayReadAsync(Db db, Guid ownerId, Acting acting, CancellationToken ct) => db.Set<ExplanationSession>().VisibleTo(acting).AnyAsync(s => s.Id == ownerId, ct);
}
