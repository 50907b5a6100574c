using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Schemes.RollOuts;

/// <summary>How many units have done a step, of how many, and the latest day one did.</summary>
public sealed record StepTotal(RollOutStep Step, int Done, int Units);

/// <summary>Totals of Party cells and members over the units that told theirs.</summary>
/// <param name="Told">How many units told theirs.</param>
public sealed record CellTotal(int Told, int Cells, int CellsReached, int Members, int MembersReached);

/// <summary>A unit's row of the matrix, its tasks in the order of the steps.</summary>
public sealed record RollOutLine(RollOutUnit Unit, IReadOnlyList<RollOutTask> Tasks, bool MayMark)
{
    public bool IsDone => Tasks.All(t => t.DoneOn is not null);
}

/// <summary>One roll-out as far as the person may see it: totals of all, rows of those below.</summary>
public sealed record RollOutView(RollOut RollOut, Scheme? Scheme, bool MayKeep)
{
    public IReadOnlyList<StepTotal> Steps { get; init; } = [];

    public CellTotal? Cells { get; init; }

    public IReadOnlyList<RollOutLine> Units { get; init; } = [];

    /// <summary>Rows whose unit went into another one.</summary>
    public IReadOnlyList<RollOutLine> Merged { get; init; } = [];

    public IReadOnlyList<JournalEntry> Story { get; init; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();
}

/// <summary>Reads one roll-out whole; null is "not found".</summary>
public sealed class RollOutReader(IDbContextFactory<Db> contexts)
{
    public async Task<RollOutView?> ReadAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<RollOut>().AsNoTracking().VisibleTo(acting, db).FirstOrDefaultAsync(r => r.Code == code, ct) is not { } rollOut)
        {
            return null;
        }

        var units = await db.Set<RollOutUnit>().AsNoTracking().VisibleTo(acting).Where(u => u.RollOutId == rollOut.Id).OrderBy(u => u.Id).ToListAsync(ct);
        var ids = units.ConvertAll(u => u.Id);
        var steps = await db.Set<RollOutStep>().AsNoTracking().Where(s => s.RollOutId == rollOut.Id).OrderBy(s => s.Ordinal).ToListAsync(ct);
        var order = steps.ToDictionary(s => s.Id, s => s.Ordinal);
        var tasks = (await db.Set<RollOutTask>().AsNoTracking().Where(t => t.RollOutId == rollOut.Id && ids.Contains(t.UnitRowId)).ToListAsync(ct)).ToLookup(t => t.UnitRowId);
        var mine = acting.OwnCouncils<MarkRollOuts>();
        var lines = units.ConvertAll(u => new RollOutLine(u, [.. tasks[u.Id].OrderBy(t => order[t.StepId])], !u.IsMerged && (mine.Contains(u.CouncilId) || mine.Contains(rollOut.CouncilId))));
        var mayKeep = acting.CapacityFor<KeepSchemes>(rollOut.CouncilId, rollOut.ProvinceId) is not null;
        var story = mayKeep ? await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == rollOut.Id).OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).Take(200).ToListAsync(ct) : [];
        var users = story.Select(e => e.UserId).ToList();

        return new RollOutView(rollOut, await db.Set<Scheme>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(s => s.Id == rollOut.SchemeId, ct), mayKeep)
        {
            Steps = await TotalsAsync(db, rollOut.Id, steps, ct),
            Cells = rollOut.CountsCells ? await CellsAsync(db, rollOut.Id, ct) : null,
            Units = [.. lines.Where(l => !l.Unit.IsMerged)],
            Merged = [.. lines.Where(l => l.Unit.IsMerged)],
            Story = story,
            Names = await db.Set<User>().AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct),
        };
    }

    /// <summary>Totals of all units, whoever asks: a unit learns how far the others are, not who.</summary>
    internal static async Task<IReadOnlyList<StepTotal>> TotalsAsync(Db db, Guid rollOutId, List<RollOutStep> steps, CancellationToken ct)
    {
        var totals = await db.Set<RollOutTask>().Where(t => t.RollOutId == rollOutId && !t.IsMerged).GroupBy(t => t.StepId)
            .Select(g => new { g.Key, Done = g.Count(t => t.DoneOn != null), All = g.Count() }).ToDictionaryAsync(g => g.Key, ct);

        return [.. steps.Select(s => new StepTotal(s, totals.GetValueOrDefault(s.Id)?.Done ?? 0, totals.GetValueOrDefault(s.Id)?.All ?? 0))];
    }

    internal static async Task<CellTotal> CellsAsync(Db db, Guid rollOutId, CancellationToken ct)
    {
        var units = await db.Set<RollOutUnit>().Where(u => u.RollOutId == rollOutId && !u.IsMerged && u.Cells != null).Select(u => new { u.Cells, u.CellsReached, u.Members, u.MembersReached }).ToListAsync(ct);

        return new CellTotal(units.Count, units.Sum(u => u.Cells ?? 0), units.Sum(u => u.CellsReached ?? 0), units.Sum(u => u.Members ?? 0), units.Sum(u => u.MembersReached ?? 0));
    }
}

/// <summary>One row of the list.</summary>
public sealed record RollOutRow(Guid Id, string Code, Guid CouncilId, string Title, RollOutTopic Topic, DateOnly OpenedOn, DateOnly? DueOn, int Units, int Tasks, int Done, int Mine, int MineDone);

/// <summary>A page of rows and where the next one begins.</summary>
public sealed record RollOutPage(IReadOnlyList<RollOutRow> Rows, string? Next);

/// <summary>Lists of roll-outs within what the person may see, the latest opened first.</summary>
public sealed class RollOutList(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    /// <param name="scheme">Of one document.</param>
    /// <param name="mine">Those that wait for a step of the person's own councils.</param>
    public async Task<RollOutPage> ReadAsync(Guid? scheme, bool mine, string? cursor, int size, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = acting.OwnCouncils<MarkRollOuts>();
        var rows = db.Set<RollOut>().AsNoTracking().VisibleTo(acting, db);
        rows = scheme is { } of ? rows.Where(r => r.SchemeId == of) : rows;
        rows = mine ? rows.Where(r => db.Set<RollOutTask>().Any(t => t.RollOutId == r.Id && own.Contains(t.CouncilId) && t.DoneOn == null && !t.IsMerged)) : rows;
        if (ListCursor.Read(cursor) is var (day, id))
        {
            rows = rows.Where(r => r.OpenedOn < day || (r.OpenedOn == day && r.Id < id));
        }

        var page = await rows.OrderByDescending(r => r.OpenedOn).ThenByDescending(r => r.Id).Take(size + 1).Select(r => new RollOutRow(
            r.Id, r.Code, r.CouncilId, r.Title, r.Topic, r.OpenedOn, r.DueOn,
            db.Set<RollOutUnit>().Count(u => u.RollOutId == r.Id && !u.IsMerged),
            db.Set<RollOutTask>().Count(t => t.RollOutId == r.Id && !t.IsMerged), db.Set<RollOutTask>().Count(t => t.RollOutId == r.Id && !t.IsMerged && t.DoneOn != null),
            db.Set<RollOutTask>().Count(t => t.RollOutId == r.Id && !t.IsMerged && own.Contains(t.CouncilId)),
            db.Set<RollOutTask>().Count(t => t.RollOutId == r.Id && !t.IsMerged && own.Contains(t.CouncilId) && t.DoneOn != null))).ToListAsync(ct);

        return page.Count <= size ? new RollOutPage(page, null) : new RollOutPage(page[..size], ListCursor.At(page[size - 1].OpenedOn, page[size - 1].Id));
    }

    /// <summary>Steps a council has not done, and those whose day is past; counting stops at a hundred.</summary>
    public async Task<(int Open, int Late)> OwedAsync(Guid council, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today;
        var open = db.Set<RollOutTask>().Where(t => t.CouncilId == council && t.DoneOn == null && !t.IsMerged);
        var late = await open.Where(t => t.DueOn < today).Take(100).CountAsync(ct);

        return (await open.Where(t => t.DueOn == null || t.DueOn >= today).Take(100).CountAsync(ct), late);
    }
}
