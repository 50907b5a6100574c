using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Texts;

namespace NghiTruong.Threads;

/// <summary>One line of the story: what happened on which day, of which record.</summary>
/// <param name="Kind">Kind of the record; <c>thread</c> for the thread's own opening and end.</param>
/// <param name="Event">Stable code of what happened.</param>
/// <param name="What">The sentence in the reader's language.</param>
public sealed record ThreadLine(DateOnly On, string Kind, string Code, string Event, string What, string? Number, string? Said);

/// <summary>A record that stands in the thread, as its room tells it to this reader, and who put it in.</summary>
public sealed record ThreadRecord(ThreadLink Link, ToldRecord Told, string? LinkedByName);

/// <summary>One thread whole, within what the person may see.</summary>
public sealed record ThreadView(MatterThread Thread, bool MayKeep)
{
    /// <summary>In the order they were put in; what the person may not read is not among them.</summary>
    public IReadOnlyList<ThreadRecord> Records { get; init; } = [];

    /// <summary>What is not done, longest owed first.</summary>
    public IReadOnlyList<ThreadMatter> Open { get; init; } = [];

    /// <summary>The story, first day first.</summary>
    public IReadOnlyList<ThreadLine> Lines { get; init; } = [];

    /// <summary>What may belong here too, for who keeps the thread.</summary>
    public IReadOnlyList<(ThreadHint Hint, ToldRecord Record)> Hints { get; init; } = [];

    /// <summary>Who did what with the thread itself, newest first.</summary>
    public IReadOnlyList<JournalEntry> Story { get; init; } = [];

    /// <summary>Full names of those who act in it.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();
}

/// <summary>Reads one thread whole, within what the person may see; null is "not found".</summary>
public sealed class ThreadReader(IDbContextFactory<Db> contexts, ThreadTelling telling, TextTable texts)
{
    private static readonly string[] Told = ["thread.ended", "thread.reopened"];

    public async Task<ThreadView?> ReadAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<MatterThread>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(t => t.Code == code, ct) is not { } thread)
        {
            return null;
        }

        var links = await db.Set<ThreadLink>().AsNoTracking().Where(l => l.ThreadId == thread.Id).OrderBy(l => l.LinkedAt).ThenBy(l => l.Id).ToListAsync(ct);
        var told = await telling.TellAsync(db, links.Select(l => (l.Kind, l.RecordId)), acting, ct);
        var story = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == thread.Id).OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).ToListAsync(ct);
        var names = await NamesAsync(db, [.. story.Select(e => e.UserId), .. links.Select(l => l.LinkedBy)], ct);
        var view = new ThreadView(thread, acting.MayKeep(thread));

        return view with
        {
            Records =
            [
                .. from link in links
                   let record = told.FirstOrDefault(t => t.Kind == link.Kind && t.Id == link.RecordId)
                   where record is not null
                   select new ThreadRecord(link, record, names.GetValueOrDefault(link.LinkedBy)),
            ],
            Open = await telling.OpenAsync(db, told, ct),
            Lines = [.. OwnLines(thread, story).Concat(told.SelectMany(LinesOf)).DistinctBy(l => (l.On, l.Code, l.What, l.Said)).OrderBy(l => l.On)],
            Hints = view.MayKeep && thread.State == ThreadStanding.Open ? await telling.HintsAsync(db, told, acting, ct) : [],
            // Codes of records that one may not read stand in the acts of linking: the acts are for those at home.
            Story = view.MayKeep ? story : [],
            Names = names,
        };
    }

    /// <summary>The threads a record stands in, as far as the person may read them, newest first.</summary>
    public async Task<IReadOnlyList<MatterThread>> OfRecordAsync(string kind, Guid recordId, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await db.Set<MatterThread>().AsNoTracking().VisibleTo(acting)
            .Where(t => db.Set<ThreadLink>().Any(l => l.ThreadId == t.Id && l.Kind == kind && l.RecordId == recordId))
            .OrderByDescending(t => t.OpenedOn).ThenByDescending(t => t.Id).ToListAsync(ct);
    }

    private static IEnumerable<ThreadLine> LinesOf(ToldRecord record) =>
        record.Lines.Select(l => new ThreadLine(l.On, record.Kind, record.Code, l.Event, l.What, l.Number, l.Said));

    /// <summary>The thread's own days: opened, ended, opened again.</summary>
    private IEnumerable<ThreadLine> OwnLines(MatterThread thread, List<JournalEntry> story)
    {
        yield return Own(thread.OpenedOn, "thread.opened", null);
        foreach (var entry in story.Where(e => Told.Contains(e.EventCode)).Reverse())
        {
            var facts = JournalData.Read(entry).Facts;
            var on = facts.TryGetValue("on", out var day) ? DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : entry.At.VietnamDate;
            yield return Own(on, entry.EventCode, facts.GetValueOrDefault(entry.EventCode == "thread.ended" ? "result" : "reason").GetString());
        }

        ThreadLine Own(DateOnly on, string code, string? said) => new(on, ThreadEvent.SubjectKind, thread.Code, code, texts["thread.line." + code["thread.".Length..]], null, said);
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(Db db, List<Guid> users, CancellationToken ct) =>
        await db.Set<User>().AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct);
}
