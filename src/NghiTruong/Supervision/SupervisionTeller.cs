using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Language;
using NghiTruong.Texts;
using NghiTruong.Threads;

namespace NghiTruong.Supervision;

/// <summary>Tells supervisions in a thread: in the programme, visits and findings for who may read them, held, reported, concluded.</summary>
internal sealed class SupervisionTeller(CouncilDirectory directory, TextTable texts) : IThreadTeller
{
    /// <summary>Decisions on the programme; none of them can be undone, so the journal tells them as they stand.</summary>
    private static readonly string[] Decided = ["supervision.programmed", "supervision.putOff"];

    public string Kind => SupervisionEvent.SubjectKind;

    public async Task<Guid?> FindAsync(Db db, string code, Acting acting, CancellationToken ct) =>
        await db.Set<SupervisionCase>().VisibleTo(acting, db).Where(s => s.Code == code).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<ToldRecord>> TellAsync(Db db, IReadOnlyCollection<Guid> ids, Acting acting, CancellationToken ct)
    {
        var cases = await db.Set<SupervisionCase>().AsNoTracking().VisibleTo(acting, db).Where(s => ids.Contains(s.Id)).OrderBy(s => s.Code).ToListAsync(ct);
        var bodies = await directory.BodiesAsync(ct);
        List<ToldRecord> told = [];
        foreach (var s in cases)
        {
            told.Add(new ToldRecord(Kind, s.Id, s.Code, s.CouncilId, s.Theme, texts[SupervisionTold.State(s.State)])
            {
                IsOpen = !SupervisionStates.Ended.Contains(s.State),
                Holder = s.BodyId is { } body && bodies.TryGetValue(body, out var known) ? known.Name : null,
                OwedBy = s.OwedBy,
                Lines = [.. (await LinesAsync(db, s, await db.MayReadFindingsAsync(acting, s, ct), ct)).OrderBy(l => l.On)],
            });
        }

        return told;
    }

    /// <summary>What a supervision of the thread recommended, and the petitions its findings name; the supervisions whose findings name a petition of the thread.</summary>
    public async Task<IReadOnlyList<ThreadHint>> HintAsync(Db db, IReadOnlyCollection<ToldRecord> told, Acting acting, CancellationToken ct)
    {
        var mine = told.Where(t => t.Kind == Kind).ToDictionary(t => t.Id, t => t.Code);
        var (ids, codes) = (mine.Keys.ToList(), told.Select(t => t.Code).ToList());
        var recommended = await db.Set<Recommendation>().VisibleTo(acting).Where(r => ids.Contains(r.SupervisionId)).OrderBy(r => r.Code).Select(r => new { r.Code, r.SupervisionId }).ToListAsync(ct);
        List<ThreadHint> hints = [.. recommended.Select(r => new ThreadHint(RecommendationEvent.SubjectKind, r.Code, texts["thread.hint.recommended", mine[r.SupervisionId]]))];
        var naming = await db.Set<SupervisionFinding>().AsNoTracking().Where(f => f.PetitionCode != null && (ids.Contains(f.SupervisionId) || codes.Contains(f.PetitionCode))).OrderBy(f => f.Id).ToListAsync(ct);
        var supervisions = naming.Select(f => f.SupervisionId).Distinct().ToList();
        foreach (var s in await db.Set<SupervisionCase>().AsNoTracking().VisibleTo(acting, db).Where(s => supervisions.Contains(s.Id)).ToListAsync(ct))
        {
            if (await db.MayReadFindingsAsync(acting, s, ct))
            {
                hints.AddRange(naming.Where(f => f.SupervisionId == s.Id).Select(f => mine.ContainsKey(s.Id)
                    ? new ThreadHint("petition", f.PetitionCode!, texts["thread.hint.findingNames", s.Code])
                    : new ThreadHint(Kind, s.Code, texts["thread.hint.namesPetition", f.PetitionCode!])));
            }
        }

        return hints;
    }

    private ToldLine Decision(JournalEntry entry, int year)
    {
        var facts = JournalData.Read(entry).Facts;
        string? Fact(string name) => facts.TryGetValue(name, out var fact) ? fact.GetString() : null;
        DateOnly? Day(string name) => Fact(name) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

        return entry.EventCode == "supervision.programmed"
            ? new ToldLine(Day("on") ?? entry.At.VietnamDate, entry.EventCode, texts["thread.supervision.programmed", year]) { Number = Fact("number") }
            : new ToldLine(entry.At.VietnamDate, entry.EventCode, texts["thread.supervision.putOff", OfficialDate.Short(Day("to") ?? entry.At.VietnamDate)]) { Number = Fact("number"), Said = Fact("reason") };
    }

    private async Task<List<ToldLine>> LinesAsync(Db db, SupervisionCase s, bool withFindings, CancellationToken ct)
    {
        List<ToldLine> lines = [];
        lines.AddRange((await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == s.Id && Decided.Contains(e.EventCode)).OrderBy(e => e.At).ToListAsync(ct)).Select(e => Decision(e, s.Year)));
        if (withFindings)
        {
            var visits = await db.Set<SupervisionVisit>().AsNoTracking().Where(v => v.SupervisionId == s.Id).ToListAsync(ct);
            lines.AddRange(visits.Select(v => new ToldLine(v.On, "supervision.visited", texts["thread.supervision.visited", v.Place])));
            var findings = await db.Set<SupervisionFinding>().AsNoTracking().Where(f => f.SupervisionId == s.Id).OrderBy(f => f.Id).ToListAsync(ct);
            lines.AddRange(findings.Select(f => SupervisionTold.Found(texts, f, visits)));
        }

        Add(s.HeldOn, "supervision.held", texts["thread.supervision.held"]);
        Add(s.ReportedOn, "supervision.reported", texts["thread.supervision.reported"], s.ReportNumber);
        Add(s.ConcludedOn, "supervision.concluded", texts["thread.supervision.concluded"], s.ConclusionNumber, s.Shortcomings);
        Add(s.ClosedOn, s.State == SupervisionState.Cancelled ? "supervision.cancelled" : "supervision.closed", texts[s.State == SupervisionState.Cancelled ? "thread.supervision.cancelled" : "thread.supervision.closed"],
            s.State == SupervisionState.Cancelled ? s.AdjustedBy : null, s.State == SupervisionState.Cancelled ? s.AdjustedBecause : null);

        return lines;

        void Add(DateOnly? on, string code, string what, string? number = null, string? said = null)
        {
            if (on is { } day)
            {
                lines.Add(new ToldLine(day, code, what) { Number = number, Said = said });
            }
        }
    }
}

/// <summary>Tells single findings in a thread, where only one of a supervision is about its problem. A finding has no code of its own: it is found by its id, and called by its supervision's.</summary>
internal sealed class FindingTeller(TextTable texts) : IThreadTeller
{
    public const string FindingKind = "finding";

    public string Kind => FindingKind;

    public async Task<Guid?> FindAsync(Db db, string code, Acting acting, CancellationToken ct) =>
        Guid.TryParse(code, CultureInfo.InvariantCulture, out var id) && await TellAsync(db, [id], acting, ct) is [_] ? id : null;

    public async Task<IReadOnlyList<ToldRecord>> TellAsync(Db db, IReadOnlyCollection<Guid> ids, Acting acting, CancellationToken ct)
    {
        var findings = await db.Set<SupervisionFinding>().AsNoTracking().Where(f => ids.Contains(f.Id)).OrderBy(f => f.Id).ToListAsync(ct);
        var supervisions = findings.Select(f => f.SupervisionId).Distinct().ToList();
        var visits = await db.Set<SupervisionVisit>().AsNoTracking().Where(v => supervisions.Contains(v.SupervisionId)).ToListAsync(ct);
        List<ToldRecord> told = [];
        foreach (var s in await db.Set<SupervisionCase>().AsNoTracking().VisibleTo(acting, db).Where(s => supervisions.Contains(s.Id)).OrderBy(s => s.Code).ToListAsync(ct))
        {
            if (await db.MayReadFindingsAsync(acting, s, ct))
            {
                told.AddRange(findings.Where(f => f.SupervisionId == s.Id).Select(f =>
                    new ToldRecord(Kind, f.Id, s.Code, s.CouncilId, f.Text, texts[SupervisionTold.State(s.State)]) { Lines = [SupervisionTold.Found(texts, f, visits)] }));
            }
        }

        return told;
    }

    /// <summary>The supervision a finding of the thread is of is no hint: who took one finding only meant that one.</summary>
    public Task<IReadOnlyList<ThreadHint>> HintAsync(Db db, IReadOnlyCollection<ToldRecord> told, Acting acting, CancellationToken ct) => Task.FromResult<IReadOnlyList<ThreadHint>>([]);
}

/// <summary>What the tellers of this room say alike.</summary>
internal static class SupervisionTold
{
    public static string State(SupervisionState state) => $"supervision.state.{TextCode.Of(state)}";

    /// <summary>On the day of its visit, else the day it was written down.</summary>
    public static ToldLine Found(TextTable texts, SupervisionFinding f, IReadOnlyList<SupervisionVisit> visits) =>
        new(visits.FirstOrDefault(v => v.Id == f.VisitId)?.On ?? f.RecordedAt.VietnamDate, "supervision.found", texts["thread.supervision.found", texts[$"supervision.finding.{TextCode.Of(f.Kind)}"]]) { Said = f.Text };

    public static async Task<bool> MayReadFindingsAsync(this Db db, Acting acting, SupervisionCase s, CancellationToken ct) =>
        acting.MayReadFindings(s, await db.Set<SupervisedBody>().Where(b => b.SupervisionId == s.Id).Select(b => b.AgencyId).ToListAsync(ct));
}
