using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Urging;
using NghiTruong.Texts;

namespace NghiTruong.Threads;

/// <summary>A matter of a thread that is not done: who holds it, by when.</summary>
/// <param name="Kind">Kind of the record it is of.</param>
/// <param name="Holder">Name of the agency, council or committee that must act.</param>
/// <param name="DueOn">Null where no day is set.</param>
/// <param name="UrgingStep">How many steps of urging have been taken.</param>
public sealed record ThreadMatter(string Kind, Guid RecordId, string Code, string Title, string State, string Holder, DateOnly? DueOn, int UrgingStep)
{
    /// <summary>Calendar days past its day; 0 while there is time.</summary>
    public int DaysLate(DateOnly today) => DueOn is { } due && due < today ? today.DayNumber - due.DayNumber : 0;
}

/// <summary>Asks every room for its records of a thread and adds what is told alike of all of them: follow-up items and urging letters.</summary>
public sealed class ThreadTelling(IEnumerable<IThreadTeller> tellers, CouncilDirectory directory, TextTable texts)
{
    /// <summary>A theme may have recommended hundreds of things; nobody reads so many proposals.</summary>
    private const int MostHints = 20;

    private readonly IReadOnlyDictionary<string, IThreadTeller> _tellers = tellers.ToDictionary(t => t.Kind, StringComparer.Ordinal);

    /// <summary>The record of a code, asked of one kind or of all.</summary>
    public async Task<(string Kind, Guid Id)?> FindAsync(Db db, string? kind, string code, Acting acting, CancellationToken ct)
    {
        foreach (var teller in _tellers.Values.Where(t => kind is null || t.Kind == kind))
        {
            if (await teller.FindAsync(db, code.Trim(), acting, ct) is { } id)
            {
                return (teller.Kind, id);
            }
        }

        return null;
    }

    /// <summary>What the person may see of these records, urging letters among their lines.</summary>
    public async Task<IReadOnlyList<ToldRecord>> TellAsync(Db db, IEnumerable<(string Kind, Guid Id)> records, Acting acting, CancellationToken ct)
    {
        List<ToldRecord> told = [];
        foreach (var kind in records.GroupBy(r => r.Kind))
        {
            if (_tellers.GetValueOrDefault(kind.Key) is { } teller)
            {
                told.AddRange(await teller.TellAsync(db, [.. kind.Select(r => r.Id)], acting, ct));
            }
        }

        var ids = told.Select(t => t.Id).ToList();
        var urged = (await db.Set<UrgingStepTaken>().AsNoTracking().Where(s => ids.Contains(s.SubjectId) && s.SkippedBecause == null).OrderBy(s => s.RecordedAt).ToListAsync(ct))
            .ToLookup(s => s.SubjectId);

        return [.. told.Select(t => urged.Contains(t.Id) ? t with { Lines = [.. t.Lines, .. urged[t.Id].Select(Urged)] } : t)];
    }

    /// <summary>What is not done of these records, longest owed first: what agencies owe, and what lies at the council itself.</summary>
    public async Task<IReadOnlyList<ThreadMatter>> OpenAsync(Db db, IReadOnlyCollection<ToldRecord> told, CancellationToken ct)
    {
        var ids = told.Select(t => t.Id).ToList();
        var owed = await db.Set<FollowUpItem>().AsNoTracking().Where(i => ids.Contains(i.SubjectId) && FollowUpStates.Owed.Contains(i.State)).OrderBy(i => i.Id).ToListAsync(ct);
        var (agencies, councils) = (await directory.AgenciesAsync(owed.Select(i => i.AgencyId), ct), await directory.CouncilsAsync(ct));
        List<ThreadMatter> open = [];
        foreach (var record in told)
        {
            var items = owed.Where(i => i.SubjectId == record.Id).ToList();
            open.AddRange(items.Select(i => new ThreadMatter(record.Kind, record.Id, record.Code, i.Title, record.State, HolderOf(i), i.DueOn, i.UrgingStep)));
            if (record.IsOpen && items.Count == 0)
            {
                var holder = record.Holder ?? councils.GetValueOrDefault(record.CouncilId)?.Name ?? "";
                open.Add(new ThreadMatter(record.Kind, record.Id, record.Code, record.Title, record.State, holder, record.OwedBy, 0));
            }
        }

        return [.. open.OrderBy(m => m.DueOn ?? DateOnly.MaxValue).ThenBy(m => m.Code, StringComparer.Ordinal)];

        string HolderOf(FollowUpItem item) =>
            (item.AgencyId is { } agency ? agencies.GetValueOrDefault(agency)?.Name : null)
            ?? (item.HolderCouncilId is { } council ? councils.GetValueOrDefault(council)?.Name : null)
            ?? "";
    }

    /// <summary>What the rooms propose beside these records; what their own tellers do not find for the person is left out.</summary>
    public async Task<IReadOnlyList<(ThreadHint Hint, ToldRecord Record)>> HintsAsync(Db db, IReadOnlyCollection<ToldRecord> told, Acting acting, CancellationToken ct)
    {
        List<ThreadHint> hints = [];
        foreach (var teller in _tellers.Values)
        {
            hints.AddRange(await teller.HintAsync(db, told, acting, ct));
        }

        Dictionary<(string Kind, Guid Id), ThreadHint> found = [];
        foreach (var hint in hints.Where(h => !told.Any(t => t.Kind == h.Kind && t.Code == h.Code)).Take(MostHints))
        {
            if (await FindAsync(db, hint.Kind, hint.Code, acting, ct) is { } record && !told.Any(t => t.Kind == record.Kind && t.Id == record.Id))
            {
                found.TryAdd(record, hint);
            }
        }

        var proposed = await TellAsync(db, found.Keys, acting, ct);

        return [.. proposed.Select(p => (found[(p.Kind, p.Id)], p))];
    }

    private ToldLine Urged(UrgingStepTaken step) => new(step.On, "followUp.urged", texts["thread.urged", step.Order]) { Number = step.DocumentNumber };
}
