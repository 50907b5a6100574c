using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Texts;
using NghiTruong.Threads;

namespace NghiTruong.Supervision;

/// <summary>Tells recommendations in a thread: made, the agency's word, the explanation, the body's own look, confirmed or closed as not done.</summary>
internal sealed class RecommendationTeller(CouncilDirectory directory, TextTable texts) : IThreadTeller
{
    public string Kind => RecommendationEvent.SubjectKind;

    public async Task<Guid?> FindAsync(Db db, string code, Acting acting, CancellationToken ct) =>
        await db.Set<Recommendation>().VisibleTo(acting).Where(r => r.Code == code).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<ToldRecord>> TellAsync(Db db, IReadOnlyCollection<Guid> ids, Acting acting, CancellationToken ct)
    {
        var recommendations = await db.Set<Recommendation>().AsNoTracking().VisibleTo(acting).Where(r => ids.Contains(r.Id)).OrderBy(r => r.Code).ToListAsync(ct);
        var (agencies, bodies) = (await directory.AgenciesAsync(recommendations.Select(r => r.LeadAgencyId), ct), await directory.BodiesAsync(ct));

        return [.. recommendations.Select(r => new ToldRecord(Kind, r.Id, r.Code, r.CouncilId, r.Content, texts[$"recommendation.state.{TextCode.Of(r.State)}"])
        {
            IsOpen = !RecommendationStates.Ended.Contains(r.State),
            Holder = r.State == RecommendationState.Following && r.LeadAgencyId is { } lead ? agencies.GetValueOrDefault(lead)?.Name
                : r.BodyId is { } body && bodies.TryGetValue(body, out var known) ? known.Name : null,
            OwedBy = r.OwedBy,
            Lines = [.. Lines(r, (r.LeadAgencyId is { } id ? agencies.GetValueOrDefault(id)?.Name : null) ?? texts["thread.someAgency"]).OrderBy(l => l.On)],
        })];
    }

    /// <summary>The supervision a recommendation of the thread came from.</summary>
    public async Task<IReadOnlyList<ThreadHint>> HintAsync(Db db, IReadOnlyCollection<ToldRecord> told, Acting acting, CancellationToken ct)
    {
        var ids = told.Where(t => t.Kind == Kind).Select(t => t.Id).ToList();
        var from = await (
            from r in db.Set<Recommendation>()
            join s in db.Set<SupervisionCase>() on r.SupervisionId equals s.Id
            where ids.Contains(r.Id)
            orderby r.Code
            select new { Recommendation = r.Code, Supervision = s.Code }).ToListAsync(ct);

        return [.. from.Select(x => new ThreadHint(SupervisionEvent.SubjectKind, x.Supervision, texts["thread.hint.cameFrom", x.Recommendation]))];
    }

    private IEnumerable<ToldLine> Lines(Recommendation r, string agency)
    {
        if (r.MadeOn is { } made)
        {
            yield return new ToldLine(made, "recommendation.made", texts["thread.recommendation.made", agency]) { Said = r.Content };
        }

        if (r.ExplanationAskedOn is { } asked)
        {
            yield return new ToldLine(asked, "recommendation.explanationAsked", texts["thread.recommendation.explanationAsked", agency]);
        }

        if (r.ExplainedOn is { } explained)
        {
            yield return new ToldLine(explained, "recommendation.explained", texts["thread.recommendation.explained", agency]) { Said = r.Explanation };
        }

        if (r.AgencyWordOn is { } answered)
        {
            yield return new ToldLine(answered, "recommendation.answered", texts["thread.recommendation.answered", agency]) { Number = r.AgencyDocument, Said = r.AgencyWord };
        }

        if (EndLine(r) is { } line)
        {
            yield return line;
        }
    }

    /// <summary>Closed, or how the body last saw it.</summary>
    private ToldLine? EndLine(Recommendation r) => r switch
    {
        { State: RecommendationState.Confirmed, ClosedOn: { } on } => new ToldLine(on, "recommendation.confirmed", texts["thread.recommendation.confirmed"]) { Said = r.OwnNote },
        { State: RecommendationState.NotDone, ClosedOn: { } on } => new ToldLine(on, "recommendation.notDone", texts["thread.recommendation.notDone"]) { Said = r.ClosedBecause },
        { LookedOn: { } on, Outcome: { } outcome } =>
            new ToldLine(on, "recommendation.lookedAt", texts["thread.recommendation.lookedAt", texts[$"recommendation.outcome.{TextCode.Of(outcome)}"]]) { Said = r.OwnNote },
        _ => null,
    };
}
