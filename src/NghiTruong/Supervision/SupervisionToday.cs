using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.FollowUp.Today;
using NghiTruong.Supervision.Briefings;

namespace NghiTruong.Supervision;

/// <summary>What of supervision is late or waits for the person, council by council, and what was not done below for an upper level; read from the counts, never from the records.</summary>
public sealed class SupervisionToday(IDbContextFactory<Db> contexts, TimeProvider clock) : ITodaySource
{
    public async Task<IReadOnlyList<TodayCard>> ReadAsync(Acting acting, CancellationToken ct)
    {
        List<TodayCard> cards = [];
        foreach (var council in acting.OwnCouncils<ReadSupervisions>())
        {
            if (acting.CapacityFor<CarryOutSupervisions>(council, Guid.Empty) is not null)
            {
                cards.AddRange(await OfAsync(acting, council, ct));
            }
        }

        foreach (var above in acting.Capacities.Where(c => c.IsProvince && c is { AgencyId: null, ProvinceId: not null, CouncilId: not null } && Permission.Of<ReadSupervisions>().ReachOf(c.Role) == Reach.Subtree))
        {
            cards.AddRange(await BelowAsync(above, ct));
        }

        return cards;
    }

    /// <summary>The next day the upper level sees how many below were planned and not held, held without report, and how many briefings were skipped; the list names them.</summary>
    private async Task<List<TodayCard>> BelowAsync(Capacity above, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var figures = await CountReader.ReadAsync(db, new CountQuery(SupervisionCounting.Kinds) { Provinces = [above.ProvinceId!.Value] }, clock.Today, ct);

        return
        [
            Late(figures, "today.supervision.notHeldBelow", SupervisionCounting.Duty + SupervisionDuty.Hold, $"/giam-sat?council={above.CouncilId}&subtree=true&notDone=hold", 41),
            Late(figures, "today.supervision.withoutReportBelow", SupervisionCounting.Duty + SupervisionDuty.Report, $"/giam-sat?council={above.CouncilId}&subtree=true&notDone=report", 42),
            Late(figures, "today.briefing.missingBelow", SupervisionCounting.Brief, $"/giao-ban?council={above.CouncilId}&subtree=true&missing=true", 43),
        ];
    }

    private async Task<List<TodayCard>> OfAsync(Acting acting, Guid council, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var figures = await CountReader.ReadAsync(db, new CountQuery(SupervisionCounting.Kinds) { Councils = [council] }, clock.Today, ct);
        List<TodayCard> cards =
        [
            Late(figures, "today.supervision.notHeld", SupervisionCounting.Duty + SupervisionDuty.Hold, $"/giam-sat?council={council}&notDone=hold", 30),
            Late(figures, "today.supervision.withoutReport", SupervisionCounting.Duty + SupervisionDuty.Report, $"/giam-sat?council={council}&notDone=report", 31),
            Late(figures, "today.supervision.withoutConclusion", SupervisionCounting.Duty + SupervisionDuty.Conclude, $"/giam-sat?council={council}&notDone=conclude", 32),
        ];
        if (acting.CapacityFor<KeepBriefings>(council, Guid.Empty) is not null)
        {
            cards.Add(Late(figures, "today.briefing.missing", SupervisionCounting.Brief, $"/giao-ban?council={council}&missing=true", 34));
        }

        if (acting.CapacityFor<ConcludeSupervisions>(council, Guid.Empty) is not null)
        {
            var answered = figures.Where(f => f is { Kind: SupervisionCounting.Made, Dimension: CountDimensions.Status, Value: nameof(RecommendationState.Answered) }).Sum(f => f.N);
            cards.Add(new TodayCard("today.recommendation.answered", answered, $"/kien-nghi-giam-sat?council={council}&state=answered", TodayTone.Plain, 33));
        }

        return cards;
    }

    private static TodayCard Late(IEnumerable<CountFigure> figures, string text, string kind, string href, int order) =>
        new(text, figures.Where(f => f.Kind == kind && f.Dimension == CountDimensions.Late && f.Value != Lateness.OnTime).Sum(f => f.N), href, TodayTone.Late, order);
}
