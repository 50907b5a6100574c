using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Texts;
using NghiTruong.Threads;

namespace NghiTruong.Interpellations;

/// <summary>Tells interpellations in a thread: handed in, asked, answered, accepted or not, the resolution. A slip nobody decided about stays at home.</summary>
internal sealed class InterpellationTeller(TextTable texts) : IThreadTeller
{
    public string Kind => InterpellationEvent.SubjectKind;

    public async Task<Guid?> FindAsync(Db db, string code, Acting acting, CancellationToken ct) =>
        await db.Set<Interpellation>().VisibleTo(acting).Where(i => i.Code == code).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<ToldRecord>> TellAsync(Db db, IReadOnlyCollection<Guid> ids, Acting acting, CancellationToken ct) =>
    [
        .. (await db.Set<Interpellation>().AsNoTracking().VisibleTo(acting).Where(i => ids.Contains(i.Id)).OrderBy(i => i.Code).ToListAsync(ct)).Select(i =>
            new ToldRecord(Kind, i.Id, i.Code, i.CouncilId, i.Issue, texts["interpellation.state." + TextCode.Of(i.State)])
            {
                IsOpen = i.State is not (InterpellationState.Accepted or InterpellationState.NotAccepted),
                Holder = i.State == InterpellationState.InWriting ? i.PersonAsked : null,
                OwedBy = i.OwedBy,
                Lines = [.. Lines(i).OrderBy(l => l.On)],
            }),
    ];

    /// <summary>Promises made in answer, and the record a slip stems from.</summary>
    public async Task<IReadOnlyList<ThreadHint>> HintAsync(Db db, IReadOnlyCollection<ToldRecord> told, Acting acting, CancellationToken ct)
    {
        var ids = told.Where(t => t.Kind == Kind).Select(t => t.Id).ToList();
        var codes = told.Select(t => t.Code).ToList();
        var mine = told.Where(t => t.Kind == Kind).ToDictionary(t => t.Id, t => t.Code);
        var promised = await db.Set<Promise>().VisibleTo(acting).Where(p => p.InterpellationId != null && ids.Contains(p.InterpellationId.Value)).OrderBy(p => p.Code).Select(p => new { p.Code, From = p.InterpellationId!.Value }).ToListAsync(ct);
        var stemming = await db.Set<Interpellation>().VisibleTo(acting).Where(i => i.SourceCode != null && codes.Contains(i.SourceCode)).OrderBy(i => i.Code).Select(i => new { i.Code, i.SourceCode }).ToListAsync(ct);

        return
        [
            .. promised.Select(p => new ThreadHint(PromiseEvent.SubjectKind, p.Code, texts["thread.hint.promised", mine[p.From]])),
            .. stemming.Select(i => new ThreadHint(Kind, i.Code, texts["thread.hint.stemsFrom", i.SourceCode!])),
        ];
    }

    private IEnumerable<ToldLine> Lines(Interpellation i)
    {
        yield return new ToldLine(i.HandedInOn, "interpellation.handedIn", texts["thread.interpellation.handedIn", i.AskerName, i.PersonAsked]) { Said = i.Issue };
        if (i.AskedOn is { } asked)
        {
            yield return new ToldLine(asked, "interpellation.asked", texts["thread.interpellation.asked", i.PersonAsked]);
        }

        if (i.AnsweredOn is { } answered)
        {
            yield return new ToldLine(answered, "interpellation.answered", texts["thread.interpellation.answered", i.AnsweredBy ?? i.PersonAsked]) { Number = i.AnswerNumber, Said = i.Answer };
        }

        if (i.JudgedOn is { } judged)
        {
            yield return new ToldLine(judged, "interpellation.judged", texts["interpellation.state." + TextCode.Of(i.State)]) { Said = i.JudgedNote };
        }

        if (i.ResolutionOn is { } resolved)
        {
            yield return new ToldLine(resolved, "interpellation.resolved", texts["thread.interpellation.resolved"]) { Number = i.ResolutionNumber };
        }
    }
}

/// <summary>Tells promises in a thread: made, reported on, judged.</summary>
internal sealed class PromiseTeller(CouncilDirectory directory, TextTable texts) : IThreadTeller
{
    public string Kind => PromiseEvent.SubjectKind;

    public async Task<Guid?> FindAsync(Db db, string code, Acting acting, CancellationToken ct) =>
        await db.Set<Promise>().VisibleTo(acting).Where(p => p.Code == code).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<ToldRecord>> TellAsync(Db db, IReadOnlyCollection<Guid> ids, Acting acting, CancellationToken ct)
    {
        var promises = await db.Set<Promise>().AsNoTracking().VisibleTo(acting).Where(p => ids.Contains(p.Id)).OrderBy(p => p.Code).ToListAsync(ct);
        var agencies = await directory.AgenciesAsync(promises.Select(p => (Guid?)p.AgencyId), ct);

        return [.. promises.Select(p => new ToldRecord(Kind, p.Id, p.Code, p.CouncilId, p.Content, texts["promise.state." + TextCode.Of(p.State)])
        {
            IsOpen = p.State != PromiseState.Closed,
            Holder = p.State == PromiseState.Following ? agencies.GetValueOrDefault(p.AgencyId)?.Name : null,
            OwedBy = p.OwedBy,
            Lines = [.. Lines(p).OrderBy(l => l.On)],
        })];
    }

    public Task<IReadOnlyList<ThreadHint>> HintAsync(Db db, IReadOnlyCollection<ToldRecord> told, Acting acting, CancellationToken ct) => Task.FromResult<IReadOnlyList<ThreadHint>>([]);

    private IEnumerable<ToldLine> Lines(Promise p)
    {
        yield return new ToldLine(p.MadeOn, "promise.made", texts["thread.promise.made", p.MadeBy]) { Said = p.Content };
        if (p.ReportedOn is { } reported)
        {
            yield return new ToldLine(reported, "promise.reported", texts["thread.promise.reported"]) { Number = p.ReportDocument, Said = p.Report };
        }

        if (p is { JudgedOn: { } judged, Outcome: { } outcome })
        {
            yield return new ToldLine(judged, "promise.judged", texts["thread.promise.judged", texts["promise.outcome." + TextCode.Of(outcome)]]) { Said = p.Reason };
        }
    }
}

/// <summary>Tells explanation sessions in a thread: decided, notified, held, concluded (to the public once sent).</summary>
internal sealed class ExplanationTeller(TextTable texts) : IThreadTeller
{
    public string Kind => ExplanationEvent.SubjectKind;

    public async Task<Guid?> FindAsync(Db db, string code, Acting acting, CancellationToken ct) =>
        await db.Set<ExplanationSession>().VisibleTo(acting).Where(s => s.Code == code).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<ToldRecord>> TellAsync(Db db, IReadOnlyCollection<Guid> ids, Acting acting, CancellationToken ct) =>
    [
        .. (await db.Set<ExplanationSession>().AsNoTracking().VisibleTo(acting).Where(s => ids.Contains(s.Id)).OrderBy(s => s.Code).ToListAsync(ct)).Select(s =>
            new ToldRecord(Kind, s.Id, s.Code, s.CouncilId, s.Issue, texts["explanation.state." + TextCode.Of(s.State)])
            {
                IsOpen = s.State is not (ExplanationState.Closed or ExplanationState.Cancelled),
                OwedBy = s.OwedBy,
                Lines = [.. Lines(s, acting.MayReadConclusion(s)).OrderBy(l => l.On)],
            }),
    ];

    /// <summary>Promises made at the session, and sessions that stem from a record of the thread.</summary>
    public async Task<IReadOnlyList<ThreadHint>> HintAsync(Db db, IReadOnlyCollection<ToldRecord> told, Acting acting, CancellationToken ct)
    {
        var mine = told.Where(t => t.Kind == Kind).ToDictionary(t => t.Id, t => t.Code);
        var (ids, codes) = (mine.Keys.ToList(), told.Select(t => t.Code).ToList());
        var promised = await db.Set<Promise>().VisibleTo(acting).Where(p => p.ExplanationId != null && ids.Contains(p.ExplanationId.Value)).OrderBy(p => p.Code).Select(p => new { p.Code, From = p.ExplanationId!.Value }).ToListAsync(ct);
        var stemming = await db.Set<ExplanationSession>().VisibleTo(acting).Where(s => s.SourceCode != null && codes.Contains(s.SourceCode)).OrderBy(s => s.Code).Select(s => new { s.Code, s.SourceCode }).ToListAsync(ct);

        return
        [
            .. promised.Select(p => new ThreadHint(PromiseEvent.SubjectKind, p.Code, texts["thread.hint.promised", mine[p.From]])),
            .. stemming.Select(s => new ThreadHint(Kind, s.Code, texts["thread.hint.stemsFrom", s.SourceCode!])),
        ];
    }

    private IEnumerable<ToldLine> Lines(ExplanationSession s, bool mayReadConclusion)
    {
        yield return new ToldLine(s.DecidedOn, "explanation.decided", texts["thread.explanation.decided", s.PersonAsked]) { Number = s.DecisionNumber, Said = s.Issue };
        if (s.NoticeOn is { } noticed)
        {
            yield return new ToldLine(noticed, "explanation.notified", texts["thread.explanation.notified"]) { Number = s.NoticeNumber };
        }

        if (s.HeldOn is { } held)
        {
            yield return new ToldLine(held, "explanation.held", texts["thread.explanation.held", s.PersonAsked]);
        }

        if (mayReadConclusion && s.ConcludedOn is { } concluded)
        {
            yield return new ToldLine(concluded, "explanation.concluded", texts["thread.explanation.concluded"]) { Number = s.ConclusionNumber, Said = s.Conclusion };
        }
    }
}
