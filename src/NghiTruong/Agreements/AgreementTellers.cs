using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Search;
using NghiTruong.Texts;
using NghiTruong.Threads;

namespace NghiTruong.Agreements;

/// <summary>Tells agreements in a thread: signed, renewed, ended.</summary>
internal sealed class AgreementTeller(TextTable texts, TimeProvider clock) : IThreadTeller
{
    public string Kind => AgreementEvent.SubjectKind;

    public async Task<Guid?> FindAsync(Db db, string code, Acting acting, CancellationToken ct) =>
        await db.Set<CoordinationAgreement>().VisibleTo(acting, db).Where(a => a.Code == code).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<ToldRecord>> TellAsync(Db db, IReadOnlyCollection<Guid> ids, Acting acting, CancellationToken ct)
    {
        var found = await db.Set<CoordinationAgreement>().AsNoTracking().VisibleTo(acting, db).Where(a => ids.Contains(a.Id)).OrderBy(a => a.Code).ToListAsync(ct);
        var today = clock.Today;

        return [.. found.Select(a => new ToldRecord(Kind, a.Id, a.Code, a.CouncilId, $"{a.Number}: {a.Title}", texts["agreement.state." + TextCode.Of(a.StateOn(today))])
        {
            IsOpen = a.OwedBy is not null,
            OwedBy = a.OwedBy,
            Lines = [.. Lines(a, today)],
        })];
    }

    /// <summary>Tasks of an agreement of the thread that are still owed.</summary>
    public async Task<IReadOnlyList<ThreadHint>> HintAsync(Db db, IReadOnlyCollection<ToldRecord> told, Acting acting, CancellationToken ct)
    {
        var mine = told.Where(t => t.Kind == Kind).ToDictionary(t => t.Id, t => t.Code);
        var ids = mine.Keys.ToList();
        var tasks = await db.Set<AgreementTask>().VisibleTo(acting).Where(t => ids.Contains(t.AgreementId) && t.State == AgreementTaskState.Following).OrderBy(t => t.Code)
            .Select(t => new { t.Code, t.AgreementId }).ToListAsync(ct);

        return [.. tasks.Select(t => new ThreadHint(AgreementTaskEvent.SubjectKind, t.Code, texts["thread.hint.taskOf", mine[t.AgreementId]]))];
    }

    private IEnumerable<ToldLine> Lines(CoordinationAgreement a, DateOnly today)
    {
        yield return new ToldLine(a.SignedOn, "agreement.recorded", texts["thread.agreement.signed"]) { Number = a.Number, Said = a.Title };
        if (a.EndedOn is { } ended && ended <= today)
        {
            yield return new ToldLine(ended, "agreement.ended", texts["agreement.state." + TextCode.Of(a.StateOn(today))]) { Said = a.EndedBecause };
        }
    }
}

/// <summary>Tells a period's share of a duty in a thread.</summary>
internal sealed class AgreementTaskTeller(TextTable texts) : IThreadTeller
{
    public string Kind => AgreementTaskEvent.SubjectKind;

    public async Task<Guid?> FindAsync(Db db, string code, Acting acting, CancellationToken ct) =>
        await db.Set<AgreementTask>().VisibleTo(acting).Where(t => t.Code == code).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<ToldRecord>> TellAsync(Db db, IReadOnlyCollection<Guid> ids, Acting acting, CancellationToken ct)
    {
        var tasks = await db.Set<AgreementTask>().AsNoTracking().VisibleTo(acting).Where(t => ids.Contains(t.Id)).OrderBy(t => t.Code).ToListAsync(ct);

        return [.. tasks.Select(t => new ToldRecord(Kind, t.Id, t.Code, t.CouncilId, t.Content, texts["agreementTask.state." + TextCode.Of(t.State)])
        {
            IsOpen = t.State == AgreementTaskState.Following,
            Holder = t.Owner,
            OwedBy = t.OwedBy,
            Lines =
            [
                new ToldLine(t.OpenedOn, "agreementTask.opened", texts["thread.agreementTask.opened", t.Owner]) { Said = t.Content },
                .. t.DoneOn is { } done ? [new ToldLine(done, "agreementTask.done", texts["thread.agreementTask.done", t.Owner]) { Number = t.Document, Said = t.Result }] : Array.Empty<ToldLine>(),
            ],
        })];
    }

    public Task<IReadOnlyList<ThreadHint>> HintAsync(Db db, IReadOnlyCollection<ToldRecord> told, Acting acting, CancellationToken ct) => Task.FromResult<IReadOnlyList<ThreadHint>>([]);
}

/// <summary>What of an agreement can be found: number, title, parties, scope, steps, duties.</summary>
public sealed class AgreementSearch(TimeProvider clock) : ISearchSource, ISearchFinder
{
    public string Kind => AgreementEvent.SubjectKind;

    public IReadOnlyList<string> Follows { get; } = [AgreementEvent.SubjectKind, "council"];

    public async Task<IReadOnlyList<Guid>> TouchedByAsync(Db db, string subjectKind, IReadOnlyList<Guid> subjects, CancellationToken ct) =>
        subjectKind == "council" ? await db.Set<CoordinationAgreement>().AsNoTracking().Where(a => subjects.Contains(a.CouncilId)).Select(a => a.Id).ToListAsync(ct) : subjects;

    public Task<int> CountAsync(Db db, CancellationToken ct) => db.Set<CoordinationAgreement>().CountAsync(ct);

    public async Task<IReadOnlyList<Guid>> NextIdsAsync(Db db, Guid after, int count, CancellationToken ct) =>
        await db.Set<CoordinationAgreement>().Where(a => a.Id > after).OrderBy(a => a.Id).Take(count).Select(a => a.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(Db db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var parties = (await db.Set<AgreementParty>().AsNoTracking().Where(p => ids.Contains(p.AgreementId)).OrderBy(p => p.Place).ToListAsync(ct)).ToLookup(p => p.AgreementId);
        var steps = (await db.Set<AgreementStep>().AsNoTracking().Where(s => ids.Contains(s.AgreementId)).OrderBy(s => s.Place).ToListAsync(ct)).ToLookup(s => s.AgreementId);
        var duties = (await db.Set<AgreementDuty>().AsNoTracking().Where(d => ids.Contains(d.AgreementId)).OrderBy(d => d.Id).ToListAsync(ct)).ToLookup(d => d.AgreementId);

        return
        [
            .. (await db.Set<CoordinationAgreement>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(ct)).Select(a => new SearchDocument(
                Kind, a.Id, a.CouncilId, a.ProvinceId, a.SignedOn,
                string.Join('\n', new[] { $"{a.Number}: {a.Title}", string.Join(", ", parties[a.Id].Select(p => p.Name)), a.Scope, a.Note }
                    .Concat(steps[a.Id].Select(s => s.Content)).Concat(duties[a.Id].Select(d => d.Content)).Where(l => !string.IsNullOrWhiteSpace(l))), a.Version)
            {
                Code = a.Code,
                OtherCode = a.Number,
                Agencies = [.. parties[a.Id].Select(p => p.AgencyId).OfType<Guid>().Distinct()],
            }),
        ];
    }

    public async Task<IReadOnlyList<FoundRecord>> FindAsync(Db db, string typed, Acting acting, int most, CancellationToken ct)
    {
        var page = await SearchIndex.FindAsync(db, typed, acting.ScopeOf<ReadAgreements>(), Kind, null, ct, most);
        var ids = page.Hits.Select(h => h.Id).ToList();
        var seen = await db.Set<CoordinationAgreement>().AsNoTracking().VisibleTo(acting, db).Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var today = clock.Today;

        return [.. page.Hits.Where(h => seen.ContainsKey(h.Id)).Select(h => (Hit: h, Agreement: seen[h.Id])).Select(x => new FoundRecord(
            Kind, x.Agreement.Code, $"{x.Agreement.Number}: {x.Agreement.Title}", "agreement.state." + TextCode.Of(x.Agreement.StateOn(today)), x.Agreement.CouncilId, x.Agreement.SignedOn, x.Hit.Excerpt))];
    }
}
