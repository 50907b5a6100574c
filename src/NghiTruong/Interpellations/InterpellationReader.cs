using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Journal;
using NghiTruong.Letters;

namespace NghiTruong.Interpellations;

/// <summary>What the page of any record of the room shows beside it.</summary>
public abstract record RecordView
{
    public IReadOnlyList<SpokenTurn> Turns { get; init; } = [];

    public IReadOnlyList<PromiseRow> Promises { get; init; } = [];

    public IReadOnlyList<FileUse> Files { get; init; } = [];

    public IReadOnlyList<FollowUpItem> Items { get; init; } = [];

    public IReadOnlyList<JournalEntry> Story { get; init; } = [];

    /// <summary>Full names of those who act in the story.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();
}

/// <summary>A slip with its group, the minutes, the promises made at its answer.</summary>
public sealed record InterpellationView(Interpellation Slip, IssueGroup? Group, CouncilSession? Session) : RecordView;

/// <summary>A promise with where it comes from.</summary>
/// <param name="SourceCode">Code of the slip or explanation session.</param>
/// <param name="SourceIssue">Its issue; null where the person may not see it.</param>
/// <param name="AskerUserId">The delegate who asked, where it was made at a slip.</param>
/// <param name="ReportSession">Name of the session it is reported before.</param>
public sealed record PromiseView(Promise Promise, string SourceCode, string? SourceIssue, Guid? AskerUserId, string? ReportSession) : RecordView;

/// <summary>An explanation session; the conclusion is empty for those outside until it is sent.</summary>
public sealed record ExplanationView(ExplanationSession Session, bool MayReadConclusion) : RecordView
{
    public string? Conclusion => MayReadConclusion ? Session.Conclusion : null;

    public LetterState? NoticeState { get; init; }

    public LetterState? ConclusionState { get; init; }

    /// <summary>All members of the Standing Committee, as counted at the council's last conclusion: typed once.</summary>
    public int? MembersBefore { get; init; }
}

/// <summary>A group of issues with how many slips stand in it.</summary>
public sealed record GroupRow(IssueGroup Group, int Slips);

/// <summary>Reads one record whole, within what the person may see; null is "not found".</summary>
public sealed class InterpellationReader(IDbContextFactory<Db> contexts)
{
    /// <summary>What stays at home until a conclusion is sent.</summary>
    private const string Concluded = "explanationSession.concluded";

    public async Task<InterpellationView?> SlipAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Interpellation>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(i => i.Code == code, ct) is not { } slip)
        {
            return null;
        }

        var view = new InterpellationView(
            slip,
            await db.Set<IssueGroup>().AsNoTracking().FirstOrDefaultAsync(g => g.Id == slip.GroupId, ct),
            await db.Set<CouncilSession>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == slip.SessionId, ct))
        {
            Promises = await PromisesAsync(db, db.Set<Promise>().VisibleTo(acting).Where(p => p.InterpellationId == slip.Id), ct),
        };

        return await WholeAsync(db, view, slip.Id, [], ct);
    }

    public async Task<PromiseView?> PromiseAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Promise>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(p => p.Code == code, ct) is not { } promise)
        {
            return null;
        }

        var slip = await db.Set<Interpellation>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == promise.InterpellationId, ct);
        var session = await db.Set<ExplanationSession>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == promise.ExplanationId, ct);
        var maySee = slip is null
            ? await db.Set<ExplanationSession>().VisibleTo(acting).AnyAsync(s => s.Id == promise.ExplanationId, ct)
            : await db.Set<Interpellation>().VisibleTo(acting).AnyAsync(i => i.Id == slip.Id, ct);
        var view = new PromiseView(
            promise,
            slip?.Code ?? session!.Code,
            maySee ? slip?.Issue ?? session!.Issue : null,
            slip?.AskerUserId,
            await db.Set<CouncilSession>().Where(s => s.Id == promise.ReportSessionId).Select(s => s.Name).FirstOrDefaultAsync(ct));

        return await WholeAsync(db, view, promise.Id, [], ct);
    }

    public async Task<ExplanationView?> ExplanationAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<ExplanationSession>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(s => s.Code == code, ct) is not { } session)
        {
            return null;
        }

        var may = acting.MayReadConclusion(session);
        var view = new ExplanationView(session, may)
        {
            Promises = await PromisesAsync(db, db.Set<Promise>().VisibleTo(acting).Where(p => p.ExplanationId == session.Id), ct),
            NoticeState = await StateOfAsync(db, session.NoticeLetterId, ct),
            ConclusionState = await StateOfAsync(db, session.ConclusionLetterId, ct),
            MembersBefore = await db.Set<ExplanationSession>().Where(s => s.CouncilId == session.CouncilId && s.Members != null).OrderByDescending(s => s.ConcludedOn).Select(s => s.Members).FirstOrDefaultAsync(ct),
        };

        return await WholeAsync(db, view, session.Id, may ? [] : [Concluded], ct);
    }

    /// <summary>The groups of a council's sessions, the latest first, for whoever may choose slips there.</summary>
    public async Task<IReadOnlyList<GroupRow>> GroupsAsync(Guid councilId, Guid? sessionId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var groups = await db.Set<IssueGroup>().AsNoTracking().Where(g => g.CouncilId == councilId && (sessionId == null || g.SessionId == sessionId)).OrderByDescending(g => g.CreatedAt).Take(100).ToListAsync(ct);
        var ids = groups.ConvertAll(g => (Guid?)g.Id);
        var counts = await db.Set<Interpellation>().Where(i => ids.Contains(i.GroupId)).GroupBy(i => i.GroupId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

        return [.. groups.Select(g => new GroupRow(g, counts.GetValueOrDefault(g.Id)))];
    }

    /// <summary>Names of the delegates of a council who have an account: offered where a clerk writes a paper slip down.</summary>
    public async Task<IReadOnlyList<string>> DelegatesAsync(Guid councilId, DateOnly today, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var names = await (
            from user in db.Set<User>().AsNoTracking()
            join grant in db.Set<Grant>().AsNoTracking() on user.Id equals grant.UserId
            where grant.CouncilId == councilId && grant.AgencyId == null && !user.IsDisabled && grant.From <= today && (grant.Until == null || grant.Until >= today)
                && (grant.Role == Role.Delegate || grant.Role == Role.CommitteeHead || grant.Role == Role.StandingCommittee)
            select user.FullName).Distinct().ToListAsync(ct);

        return [.. names.OrderBy(Language.SortKeys.Of, StringComparer.Ordinal)];
    }

    private static async Task<T> WholeAsync<T>(Db db, T view, Guid id, IReadOnlyList<string> withheld, CancellationToken ct)
        where T : RecordView
    {
        var story = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == id && !withheld.Contains(e.EventCode)).OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).ToListAsync(ct);
        var users = story.Select(e => e.UserId).Distinct().ToList();

        return view with
        {
            Turns = await db.Set<SpokenTurn>().AsNoTracking().Where(t => t.OwnerId == id).OrderBy(t => t.RecordedAt).ThenBy(t => t.Id).ToListAsync(ct),
            Files = await db.Set<FileUse>().AsNoTracking().Where(u => u.OwnerId == id).OrderBy(u => u.Id).ToListAsync(ct),
            Items = await db.Set<FollowUpItem>().AsNoTracking().Where(i => i.SubjectId == id).OrderBy(i => i.Id).ToListAsync(ct),
            Story = story,
            Names = await db.Set<User>().AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct),
        };
    }

    private static async Task<IReadOnlyList<PromiseRow>> PromisesAsync(Db db, IQueryable<Promise> promises, CancellationToken ct) =>
        await promises.AsNoTracking().OrderBy(p => p.Code).Select(PromiseList.Row(db)).ToListAsync(ct);

    private static async Task<LetterState?> StateOfAsync(Db db, Guid? letter, CancellationToken ct) =>
        letter is { } id ? await db.Set<OfficialLetter>().Where(l => l.Id == id).Select(l => (LetterState?)l.State).FirstOrDefaultAsync(ct) : null;
}
