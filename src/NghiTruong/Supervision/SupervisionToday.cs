using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.FollowUp.Today;
using NghiTruong.Supervision.Briefings;

namespace NghiTruong.Supervision;

/// <summary>What of supervision is late or waits for the person, council by council; read from the counts, never from the records.</summary>
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

        return cards;
    }

    private async Task<List<TodayCard>> OfAsync(Acting acting, Guid council, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var figures = await CountReader.ReadAsync(db, new CountQuery(SupervisionCounting.Kinds) { Councils = [council] }, clock.Today, ct);
        List<TodayCard> cards =
        [
            Late("today.supervision.notHeld", SupervisionCounting.Duty + SupervisionDuty.Hold, $"/giam-sat?council={council}&notDone=hold", 30),
            Late("today.supervision.withoutReport", SupervisionCounting.Duty + SupervisionDuty.Report, $"/giam-sat?council={council}&notDone=report", 31),
            Late("today.supervision.withoutConclusion", SupervisionCounting.Duty + SupervisionDuty.Conclude, $"/giam-sat?council={council}&notDone=conclude", 32),
        ];
        if (acting.CapacityFor<KeepBriefings>(council, Guid.Empty) is not null)
        {
            cards.Add(Late("today.briefing.missing", SupervisionCounting.Brief, $"/giao-ban?council={council}&missing=true", 34));
        }

        if (acting.CapacityFor<ConcludeSupervisions>(council, Guid.Empty) is not null)
        {
            var answered = figures.Where(f => f is { Kind: SupervisionCounting.Made, Dimension: CountDimensions.Status, Value: nameof(RecommendationState.Answered) }).Sum(f => f.N);
            cards.Add(new TodayCard("today.recommendation.answered", answered, $"/kien-nghi-giam-sat?council={council}&state=answered", TodayTone.Plain, 33));
        }

        return cards;

        TodayCard Late(string text, string kind, string href, int order) => new(
            text, figures.Where(f => f.Kind == kind && f.Dimension == CountDimensions.Late && f.Value != Lateness.OnTime).Sum(f => f.N), href, TodayTone.Late, order);
    }
}
