using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Texts;
using NghiTruong.Threads;

namespace NghiTruong.Resolutions;

/// <summary>Tells resolutions in a thread: passed, in force, looked at, ended.</summary>
internal sealed class ResolutionTeller(CouncilDirectory directory, TextTable texts, TimeProvider clock) : IThreadTeller
{
    public string Kind => ResolutionEvent.SubjectKind;

    public async Task<Guid?> FindAsync(Db db, string code, Acting acting, CancellationToken ct) =>
        await db.Set<Resolution>().VisibleTo(acting, db).Where(r => r.Code == code).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<ToldRecord>> TellAsync(Db db, IReadOnlyCollection<Guid> ids, Acting acting, CancellationToken ct)
    {
        var resolutions = await db.Set<Resolution>().AsNoTracking().VisibleTo(acting, db).Where(r => ids.Contains(r.Id)).OrderBy(r => r.Code).ToListAsync(ct);
        var (bodies, today) = (await directory.BodiesAsync(ct), clock.Today);

        return [.. resolutions.Select(r => new ToldRecord(Kind, r.Id, r.Code, r.CouncilId, $"{r.Number}: {r.Title}", texts["resolution.state." + TextCode.Of(r.StateOn(today))])
        {
            IsOpen = r.OwedBy is not null,
            Holder = r.BodyId is { } body ? bodies.GetValueOrDefault(body)?.Name : null,
            OwedBy = r.OwedBy,
            Lines = [.. Lines(r, acting.ReadsWhole(r), today).OrderBy(l => l.On)],
        })];
    }

    /// <summary>Tasks given out by a resolution of the thread.</summary>
    public async Task<IReadOnlyList<ThreadHint>> HintAsync(Db db, IReadOnlyCollection<ToldRecord> told, Acting acting, CancellationToken ct)
    {
        var mine = told.Where(t => t.Kind == Kind).ToDictionary(t => t.Id, t => t.Code);
        var ids = mine.Keys.ToList();
        var tasks = await db.Set<ResolutionTask>().VisibleTo(acting).Where(t => ids.Contains(t.ResolutionId)).OrderBy(t => t.Code).Select(t => new { t.Code, t.ResolutionId }).ToListAsync(ct);

        return [.. tasks.Select(t => new ThreadHint(ResolutionTaskEvent.SubjectKind, t.Code, texts["thread.hint.taskOf", mine[t.ResolutionId]]))];
    }

    private IEnumerable<ToldLine> Lines(Resolution r, bool isWhole, DateOnly today)
    {
        yield return new ToldLine(r.PassedOn, "resolution.passed", texts["thread.resolution.passed"]) { Number = r.Number, Said = r.Title };
        if (isWhole && r is { LookedOn: { } looked, Verdict: { } verdict })
        {
            yield return new ToldLine(looked, "resolution.lookedAt", texts["thread.resolution.lookedAt", texts["resolution.verdict." + TextCode.Of(verdict)]]);
        }

        if (r.EndsOn is { } ends && ends <= today)
        {
            yield return new ToldLine(ends, "resolution.ended", texts["resolution.state." + TextCode.Of(r.StateOn(today))]) { Number = r.EndedBy };
        }
    }
}

/// <summary>Tells tasks of resolutions in a thread: given out, the agency's report, the council's judgement.</summary>
internal sealed class ResolutionTaskTeller(CouncilDirectory directory, TextTable texts) : IThreadTeller
{
    public string Kind => ResolutionTaskEvent.SubjectKind;

    public async Task<Guid?> FindAsync(Db db, string code, Acting acting, CancellationToken ct) =>
        await db.Set<ResolutionTask>().VisibleTo(acting).Where(t => t.Code == code).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<ToldRecord>> TellAsync(Db db, IReadOnlyCollection<Guid> ids, Acting acting, CancellationToken ct)
    {
        var tasks = await db.Set<ResolutionTask>().AsNoTracking().VisibleTo(acting).Where(t => ids.Contains(t.Id)).OrderBy(t => t.Code).ToListAsync(ct);
        var agencies = await directory.AgenciesAsync(tasks.Select(t => (Guid?)t.AgencyId), ct);

        return [.. tasks.Select(t => new ToldRecord(Kind, t.Id, t.Code, t.CouncilId, t.Content, texts["resolutionTask.state." + TextCode.Of(t.State)])
        {
            IsOpen = t.State != ResolutionTaskState.Closed,
            Holder = t.State == ResolutionTaskState.Following ? agencies.GetValueOrDefault(t.AgencyId)?.Name : null,
            OwedBy = t.OwedBy,
            Lines = [.. Lines(t, agencies.GetValueOrDefault(t.AgencyId)?.Name ?? texts["thread.someAgency"]).OrderBy(l => l.On)],
        })];
    }

    public Task<IReadOnlyList<ThreadHint>> HintAsync(Db db, IReadOnlyCollection<ToldRecord> told, Acting acting, CancellationToken ct) => Task.FromResult<IReadOnlyList<ThreadHint>>([]);

    private IEnumerable<ToldLine> Lines(ResolutionTask t, string agency)
    {
        yield return new ToldLine(t.OpenedOn, "resolutionTask.opened", texts["thread.resolutionTask.opened", agency]) { Said = t.Content };
        if (t.AgencyWordOn is { } reported)
        {
            yield return new ToldLine(reported, "resolutionTask.reported", texts["thread.recommendation.answered", agency]) { Number = t.AgencyDocument, Said = t.AgencyWord };
        }

        if (t is { JudgedOn: { } judged, Outcome: { } outcome })
        {
            yield return new ToldLine(judged, "resolutionTask.judged", texts["thread.resolution.judged", texts["resolutionTask.outcome." + TextCode.Of(outcome)]]) { Said = t.OwnNote };
        }
    }
}
