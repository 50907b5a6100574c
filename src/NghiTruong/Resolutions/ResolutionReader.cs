using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Journal;
using NghiTruong.Language;

namespace NghiTruong.Resolutions;

/// <summary>What another document did, with its code where it stands in the register.</summary>
public sealed record ChangeView(ResolutionChange Change, string? Code);

/// <summary>A clause with its tasks, the newest first.</summary>
public sealed record ClauseView(ResolutionClause Clause, IReadOnlyList<ResolutionTask> Tasks)
{
    public string Standing => Clause.EndedOn is not null ? "ended" : Clause.Cadence is null ? "noted" : "followed";
}

/// <summary>Everything about one resolution that its page shows to this person.</summary>
public sealed record ResolutionView(Resolution Resolution)
{
    public IReadOnlyList<ChangeView> Changes { get; init; } = [];

    /// <summary>What it ended or amended itself: code, number.</summary>
    public IReadOnlyList<(string Code, string Number, ResolutionChangeKind Kind)> Changed { get; init; } = [];

    public IReadOnlyList<ClauseView> Clauses { get; init; } = [];

    public IReadOnlyList<ResolutionLook> Looks { get; init; } = [];

    /// <summary>The words of looks, not only their days and verdicts.</summary>
    public bool MayReadLooks { get; init; }

    /// <summary>As one of the council or above it; an agency reads what it is asked for.</summary>
    public bool IsWhole { get; init; }

    public IReadOnlyList<ResolutionReport> Reports { get; init; } = [];

    public IReadOnlyList<FileUse> Files { get; init; } = [];

    public IReadOnlyList<JournalEntry> Story { get; init; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();
}

/// <summary>A task with its clause, its terms and its story.</summary>
public sealed record TaskView(ResolutionTask Task, ResolutionClause Clause, Resolution Resolution)
{
    public IReadOnlyList<FollowUpItem> Items { get; init; } = [];

    public IReadOnlyList<FileUse> Files { get; init; } = [];

    public IReadOnlyList<JournalEntry> Story { get; init; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();
}

/// <summary>An earlier resolution on the same subject, for whoever verifies a draft.</summary>
public sealed record ResolutionOnSubject(string Code, string Number, string Title, DateOnly PassedOn, ResolutionState State);

/// <summary>Reads one resolution or task whole, within what the person may see; null is "not found".</summary>
public sealed class ResolutionReader(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    private const int Compared = 1000;
    private const int MostOnSubject = 8;

    public async Task<ResolutionView?> ReadAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Resolution>().AsNoTracking().VisibleTo(acting, db).FirstOrDefaultAsync(r => r.Code == code, ct) is not { } r)
        {
            return null;
        }

        var reports = (await db.Set<ResolutionReport>().AsNoTracking().Where(x => x.ResolutionId == r.Id).OrderByDescending(x => x.On).ThenByDescending(x => x.Id).ToListAsync(ct))
            .Where(x => MayRead(x, r, acting)).ToList();
        List<Guid> owners = [r.Id, .. reports.Select(x => x.Id)];
        var view = new ResolutionView(r)
        {
            IsWhole = acting.ReadsWhole(r),
            MayReadLooks = acting.CapacityFor<ReadResolutionLooks>(r.CouncilId, r.ProvinceId) is not null,
            Changes = await ChangesAsync(db, r, ct),
            Changed = await ChangedAsync(db, r, acting, ct),
            Clauses = await ClausesAsync(db, r, acting, ct),
            Reports = reports,
            Files = await db.Set<FileUse>().AsNoTracking().Where(u => owners.Contains(u.OwnerId)).OrderBy(u => u.Id).ToListAsync(ct),
        };

        return view.IsWhole ? await WithInsideAsync(db, view, ct) : view;
    }

    public async Task<TaskView?> TaskAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<ResolutionTask>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(t => t.Code == code, ct) is not { } task)
        {
            return null;
        }

        var story = await StoryAsync(db, task.Id, ct);

        return new TaskView(
            task,
            await db.Set<ResolutionClause>().AsNoTracking().FirstAsync(c => c.Id == task.ClauseId, ct),
            await db.Set<Resolution>().AsNoTracking().FirstAsync(r => r.Id == task.ResolutionId, ct))
        {
            Items = await db.Set<FollowUpItem>().AsNoTracking().Where(i => i.SubjectId == task.Id).OrderBy(i => i.Id).ToListAsync(ct),
            Files = await db.Set<FileUse>().AsNoTracking().Where(u => u.OwnerId == task.Id).OrderBy(u => u.Id).ToListAsync(ct),
            Story = story,
            Names = await NamesAsync(db, story, ct),
        };
    }

    /// <summary>The clause of that code with its resolution, for its own acts; null is "not found".</summary>
    public async Task<(ResolutionClause Clause, Resolution Resolution)?> ClauseAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await db.Set<ResolutionClause>().AsNoTracking().FirstOrDefaultAsync(c => c.Code == code, ct) is { } clause
            && await db.Set<Resolution>().AsNoTracking().VisibleTo(acting, db).FirstOrDefaultAsync(r => r.Id == clause.ResolutionId, ct) is { } r
                ? (clause, r)
                : null;
    }

    /// <summary>Resolutions of the council whose titles share most words with this one, those in force first: what a verifier wants at hand.</summary>
    public async Task<IReadOnlyList<ResolutionOnSubject>> OnSubjectAsync(Guid councilId, string title, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var earlier = await db.Set<Resolution>().AsNoTracking().VisibleTo(acting, db).Where(r => r.CouncilId == councilId).OrderByDescending(r => r.PassedOn).Take(Compared).ToListAsync(ct);
        var words = WordsOf(title);
        var today = clock.Today;

        return
        [
            .. earlier.Where(r => IsLike(words, WordsOf(r.Title)))
                .OrderBy(r => ResolutionStates.Ended.Contains(r.StateOn(today))).ThenByDescending(r => r.PassedOn).Take(MostOnSubject)
                .Select(r => new ResolutionOnSubject(r.Code, r.Number, r.Title, r.PassedOn, r.StateOn(today))),
        ];
    }

    /// <summary>A report is read by the council and those above it, and by the agency that made it.</summary>
    internal static bool MayRead(ResolutionReport report, Resolution r, Acting acting) =>
        acting.ReadsWhole(r) || (report.AgencyId is { } agency && acting.CapacityAtAgency<ReadResolutions>(agency) is not null);

    private static async Task<ResolutionView> WithInsideAsync(Db db, ResolutionView view, CancellationToken ct)
    {
        var story = await StoryAsync(db, view.Resolution.Id, ct);

        return view with
        {
            Looks = await db.Set<ResolutionLook>().AsNoTracking().Where(l => l.ResolutionId == view.Resolution.Id).OrderByDescending(l => l.On).ThenByDescending(l => l.Id).ToListAsync(ct),
            Story = story,
            Names = await NamesAsync(db, story, ct),
        };
    }

    private static async Task<IReadOnlyList<ChangeView>> ChangesAsync(Db db, Resolution r, CancellationToken ct) =>
    [
        .. (await db.Set<ResolutionChange>().AsNoTracking().Where(c => c.ResolutionId == r.Id).OrderBy(c => c.On)
            .Select(c => new { Change = c, Code = db.Set<Resolution>().Where(x => x.Id == c.ById).Select(x => x.Code).FirstOrDefault() }).ToListAsync(ct))
            .Select(c => new ChangeView(c.Change, c.Code)),
    ];

    private static async Task<IReadOnlyList<(string, string, ResolutionChangeKind)>> ChangedAsync(Db db, Resolution r, Acting acting, CancellationToken ct) =>
    [
        .. (await (
            from change in db.Set<ResolutionChange>().AsNoTracking()
            join changed in db.Set<Resolution>().AsNoTracking().VisibleTo(acting, db) on change.ResolutionId equals changed.Id
            where change.ById == r.Id
            orderby changed.PassedOn
            select new { changed.Code, changed.Number, change.Kind }).ToListAsync(ct)).Select(c => (c.Code, c.Number, c.Kind)),
    ];

    private static async Task<IReadOnlyList<ClauseView>> ClausesAsync(Db db, Resolution r, Acting acting, CancellationToken ct)
    {
        var clauses = await db.Set<ResolutionClause>().AsNoTracking().Where(c => c.ResolutionId == r.Id).OrderBy(c => c.Id).ToListAsync(ct);
        var tasks = (await db.Set<ResolutionTask>().AsNoTracking().VisibleTo(acting).Where(t => t.ResolutionId == r.Id).OrderByDescending(t => t.DueOn).ToListAsync(ct)).ToLookup(t => t.ClauseId);
        var whole = acting.ReadsWhole(r);

        return
        [
            .. clauses.Where(c => whole || (c.AgencyId is { } agency && acting.CapacityAtAgency<ReadResolutions>(agency) is not null)).Select(c => new ClauseView(c, [.. tasks[c.Id]])),
        ];
    }

    private static async Task<List<JournalEntry>> StoryAsync(Db db, Guid subject, CancellationToken ct) =>
        await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == subject).OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).ToListAsync(ct);

    private static async Task<Dictionary<Guid, string>> NamesAsync(Db db, List<JournalEntry> story, CancellationToken ct)
    {
        var users = story.Select(e => e.UserId).Distinct().ToList();

        return await db.Set<User>().AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct);
    }

    private static HashSet<string> WordsOf(string title) => VietnameseText.Tokens(title).Where(w => w.Length > 1).ToHashSet(StringComparer.Ordinal);

    private static bool IsLike(HashSet<string> words, HashSet<string> other) =>
        words.Count > 0 && other.Count > 0 && words.Count(other.Contains) * 2 >= Math.Min(words.Count, other.Count) + 1;
}
