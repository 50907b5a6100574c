using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Texts;

namespace NghiTruong.Petitions.Reports;

/// <summary>Reads what the papers of a council's session say today: figures from the counts, matters from the records of that council.</summary>
public sealed class SessionFiguresReader(IDbContextFactory<Db> contexts, PetitionReports reports, TextTable texts, TimeProvider clock)
{
    private const int MostNamed = 10;

    /// <summary>Figures and the report they come from; null where the session is not there for the person.</summary>
    /// <param name="session">Term and number, <c>2026-2031/2</c>.</param>
    public async Task<(SessionFigures Figures, PetitionReport Report)?> ReadAsync(Guid councilId, string session, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Council>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == councilId, ct) is not { } council
            || acting.CapacityFor<ReadDossier>(council.Id, council.ProvinceId) is null
            || await db.Set<CouncilSession>().AsNoTracking().Where(s => s.CouncilId == councilId).OrderBy(s => s.OpensOn).ToListAsync(ct) is not { } sessions
            || sessions.Find(s => s.Key == session) is not { } found)
        {
            return null;
        }

        var words = ReportWords.Vietnamese(texts);
        var asked = new ReportQuestion(councilId.ToString("D"), Session: session);
        if (await reports.ReadAsync(asked, words, acting, ct) is not { } report)
        {
            return null;
        }

        var own = db.Set<Petition>().AsNoTracking().Where(p => p.CouncilId == councilId && p.Kind == PetitionKind.Petition && p.Status != PetitionStatus.Merged);
        var mine = own.Where(p => p.SessionId != null && db.Set<CouncilSession>().Any(s => s.Id == p.SessionId && s.Term == found.Term && s.Number == found.Number));
        var backlog = PetitionList.Backlog(own, found.Id, db);
        var meetings = await db.Set<VoterMeeting>().AsNoTracking().Where(m => m.CouncilId == councilId && m.SessionId == found.Id).Select(m => m.Voters).ToListAsync(ct);
        var open = await backlog.GroupBy(p => p.Outcome).Select(g => new { g.Key, N = g.LongCount() }).ToListAsync(ct);

        return (new SessionFigures
        {
            CouncilId = council.Id,
            Tier = council.Tier,
            Council = council.Name,
            SessionId = found.Id,
            Session = found.Name,
            Term = found.Term,
            Number = found.Number,
            OpensOn = found.OpensOn,
            AsOf = clock.Today,
            Meetings = meetings.Count,
            MeetingVoters = meetings.Sum(v => v ?? 0L),
            Total = report.Figures.Total,
            Opinions = report.Figures.Opinions,
            OnTheDesk = report.OnTheDesk.N,
            WithAgency = report.WithAgency.N,
            Answered = report.Answered.N,
            ExplainedOnTheSpot = report.ExplainedOnTheSpot.N,
            Overdue = report.Figures.Overdue,
            RaisedAgain = await mine.LongCountAsync(p => p.RaisedAgainOfId != null || p.Reopened > 0, ct),
            Verified = await mine.LongCountAsync(p => p.VerifiedOn != null, ct),
            Told = await mine.LongCountAsync(p => p.NotifiedOn != null, ct),
            ByOutcome = report.Figures.ByOutcome,
            ByField = FigureTable.Of(report.Table(ReportBy.Field)),
            ByAuthority = FigureTable.Of(report.Table(ReportBy.Authority)),
            ByAgency = FigureTable.Of(report.Table(ReportBy.Agency)),
            PressingCount = await mine.LongCountAsync(p => p.IsPressing, ct),
            Pressing = await NamedAsync(db, mine.Where(p => p.IsPressing), p => p.PressingReason, ct),
            Previous = await PreviousAsync(sessions.FindLast(s => s.OpensOn < found.OpensOn), asked, words, acting, ct),
            Backlog = open.Sum(o => o.N),
            BacklogByOutcome = ByOutcome(open.ToDictionary(o => o.Key is { } outcome ? TextCode.Of($"{outcome}") : SummaryFilter.None, o => o.N)),
            LongestOpen = await LongestAsync(db, backlog, words, ct),
        }, report);
    }

    private async Task<PreviousFigures?> PreviousAsync(CouncilSession? session, ReportQuestion asked, ReportWords words, Acting acting, CancellationToken ct) =>
        session is not null && await reports.ReadAsync(asked with { Session = session.Key }, words, acting, ct) is { Figures: var f }
            ? new PreviousFigures(session.Name, session.Key, f.Total, f.ByOutcome)
            : null;

    private static Dictionary<string, long> ByOutcome(Dictionary<string, long> counted) =>
        SummaryFilter.Outcomes.ToDictionary(o => o, o => counted.GetValueOrDefault(o));

    private static async Task<IReadOnlyList<NamedMatter>> LongestAsync(Db db, IQueryable<Petition> backlog, ReportWords words, CancellationToken ct)
    {
        var names = await db.Set<CouncilSession>().AsNoTracking().Where(s => backlog.Any(p => p.SessionId == s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);

        return await NamedAsync(db, backlog, p => p.SessionId is { } id && names.TryGetValue(id, out var name) ? words["form.backlog.since", name] : null, ct);
    }

    private static async Task<IReadOnlyList<NamedMatter>> NamedAsync(Db db, IQueryable<Petition> petitions, Func<Petition, string?> said, CancellationToken ct)
    {
        var rows = await petitions.OrderBy(p => p.ReceivedOn).ThenBy(p => p.Code).Take(MostNamed).ToListAsync(ct);
        var ids = rows.Select(p => p.LeadAgencyId).OfType<Guid>().ToList();
        var agencies = await db.Set<Agency>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);

        return [.. rows.Select(p => new NamedMatter(p.Code, p.Content, p.Place, p.LeadAgencyId is { } id ? agencies.GetValueOrDefault(id) : null, said(p)))];
    }
}
