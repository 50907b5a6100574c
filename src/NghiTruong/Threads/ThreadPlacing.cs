using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Language;

namespace NghiTruong.Threads;

/// <summary>A thread a record may be put into.</summary>
/// <param name="Reason">Why the machine proposes it, in the reader's language; null where it is just one of the open ones.</param>
public sealed record ThreadPlace(string Code, string Title, string? Place, DateOnly OpenedOn, string? Reason);

/// <summary>A record on its way into a thread: what it is, where it stands already, and the open threads of one's councils, those that hold something near it first.</summary>
public sealed record ThreadPlaces(ToldRecord Record, IReadOnlyList<ThreadPlace> Standing, IReadOnlyList<ThreadPlace> Open);

/// <summary>Finds the thread for a record.</summary>
public sealed class ThreadPlacing(IDbContextFactory<Db> contexts, ThreadTelling telling)
{
    public const int MostOffered = 12;

    /// <param name="words">Words of a title, place or code; null offers the newest.</param>
    /// <returns>Null where the person may not read the record, or it is none.</returns>
    public async Task<ThreadPlaces?> ForAsync(string? kind, string code, string? words, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await telling.FindAsync(db, kind, code, acting, ct) is not { } found || await telling.TellAsync(db, [found], acting, ct) is not [var told])
        {
            return null;
        }

        var own = acting.OwnCouncils<KeepThreads>();
        var threads = db.Set<MatterThread>().AsNoTracking().Where(t => own.Contains(t.CouncilId));
        var standing = await threads.Where(t => db.Set<ThreadLink>().Any(l => l.ThreadId == t.Id && l.Kind == told.Kind && l.RecordId == told.Id))
            .OrderByDescending(t => t.OpenedOn).Select(t => new ThreadPlace(t.Code, t.Title, t.Place, t.OpenedOn, null)).ToListAsync(ct);
        var codes = standing.Select(s => s.Code).ToList();
        var near = await NearAsync(db, threads, told, acting, ct);
        var open = await threads.Where(t => t.State == ThreadStanding.Open && !codes.Contains(t.Code)).Named(words)
            .OrderByDescending(t => t.OpenedOn).ThenByDescending(t => t.Id).Take(MostOffered)
            .Select(t => new ThreadPlace(t.Code, t.Title, t.Place, t.OpenedOn, null)).ToListAsync(ct);

        return new ThreadPlaces(told, standing, [.. near.Where(n => !codes.Contains(n.Code)).Concat(open).DistinctBy(p => p.Code).Take(MostOffered)]);
    }

    /// <summary>Open threads that hold what the rooms would propose beside this record.</summary>
    private async Task<List<ThreadPlace>> NearAsync(Db db, IQueryable<MatterThread> threads, ToldRecord told, Acting acting, CancellationToken ct)
    {
        var hints = await telling.HintsAsync(db, [told], acting, ct);
        var ids = hints.Select(h => h.Record.Id).ToList();
        var holding = await (
            from link in db.Set<ThreadLink>().AsNoTracking()
            join thread in threads on link.ThreadId equals thread.Id
            where ids.Contains(link.RecordId) && thread.State == ThreadStanding.Open
            select new { thread.Code, thread.Title, thread.Place, thread.OpenedOn, link.RecordId }).ToListAsync(ct);

        return [.. holding.Select(h => new ThreadPlace(h.Code, h.Title, h.Place, h.OpenedOn, hints.First(x => x.Record.Id == h.RecordId).Hint.Reason))];
    }
}

/// <summary>Search by words in threads; a council has hundreds, so the folded line is read along the council's index.</summary>
internal static class ThreadWordSearch
{
    public static IQueryable<MatterThread> Named(this IQueryable<MatterThread> threads, string? words)
    {
        foreach (var word in VietnameseText.Fold(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(8))
        {
            threads = threads.Where(t => t.Folded.Contains(word));
        }

        return threads;
    }
}
