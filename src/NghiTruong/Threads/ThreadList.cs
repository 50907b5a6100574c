using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.FollowUp;

namespace NghiTruong.Threads;

/// <summary>What a list of threads is asked for; it stands in the address.</summary>
public sealed record ThreadFilter
{
    /// <summary>One council; null means all that the person may see.</summary>
    public Guid? CouncilId { get; init; }

    public ThreadStanding? State { get; init; }

    public string? Field { get; init; }

    /// <summary>Words of title, place or code, with or without marks.</summary>
    public string? Words { get; init; }

    public string? Cursor { get; init; }

    public int Size { get; init; } = 20;
}

/// <summary>One row of the list.</summary>
/// <param name="Records">How many records stand in it.</param>
/// <param name="NextDue">The first day of what agencies still owe in it.</param>
public sealed record ThreadRow(
    Guid Id, string Code, Guid CouncilId, string Title, string? Field, string? Place, DateOnly OpenedOn, ThreadStanding State, DateOnly? EndedOn, int Records, DateOnly? NextDue)
{
    /// <summary>Calendar days that day is past; 0 while there is time.</summary>
    public int DaysLate(DateOnly today) => NextDue is { } due && due < today ? today.DayNumber - due.DayNumber : 0;
}

/// <summary>A page of rows and where the next one begins (null at the end).</summary>
public sealed record ThreadPage(IReadOnlyList<ThreadRow> Rows, string? Next);

/// <summary>Lists of threads within what the person may see, the latest opened first.</summary>
public sealed class ThreadList(IDbContextFactory<Db> contexts)
{
    private const int MostRows = 200;

    public async Task<ThreadPage> ReadAsync(ThreadFilter f, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var size = Math.Clamp(f.Size, 1, MostRows);
        var threads = db.Set<MatterThread>().AsNoTracking().VisibleTo(acting).Named(f.Words);
        threads = f.CouncilId is { } council ? threads.Where(t => t.CouncilId == council) : threads;
        threads = f.State is { } state ? threads.Where(t => t.State == state) : threads;
        threads = f.Field is { } field ? threads.Where(t => t.Field == field) : threads;
        if (ListCursor.Read(f.Cursor) is var (day, id))
        {
            threads = threads.Where(t => t.OpenedOn < day || (t.OpenedOn == day && t.Id < id));
        }

        // Only items the person sees in the list of what is owed tell a day here.
        var items = db.Set<FollowUpItem>().VisibleTo(acting);
        var rows = await threads.OrderByDescending(t => t.OpenedOn).ThenByDescending(t => t.Id).Take(size + 1)
            .Select(t => new ThreadRow(
                t.Id, t.Code, t.CouncilId, t.Title, t.Field, t.Place, t.OpenedOn, t.State, t.EndedOn,
                db.Set<ThreadLink>().Count(l => l.ThreadId == t.Id),
                items.Where(i => db.Set<ThreadLink>().Any(l => l.ThreadId == t.Id && l.RecordId == i.SubjectId)).Min(i => i.OwedBy)))
            .ToListAsync(ct);

        return rows.Count <= size ? new ThreadPage(rows, null) : new ThreadPage(rows[..size], ListCursor.At(rows[size - 1].OpenedOn, rows[size - 1].Id));
    }
}
