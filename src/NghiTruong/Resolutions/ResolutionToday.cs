using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.FollowUp.Today;

namespace NghiTruong.Resolutions;

/// <summary>What of the register waits for the person: nobody looked at it for a year, reports to be judged; for an upper level how many below. Read from the counts.</summary>
public sealed class ResolutionToday(ResolutionSummary summary) : ITodaySource
{
    public async Task<IReadOnlyList<TodayCard>> ReadAsync(Acting acting, CancellationToken ct)
    {
        List<TodayCard> cards = [];
        foreach (var council in acting.OwnCouncils<LookAtResolutions>())
        {
            if (await summary.ReadAsync(SummaryPlace.Of(council), false, acting, ct) is { } figures)
            {
                cards.Add(new TodayCard("today.resolution.stale", figures.Stale, $"/nghi-quyet?council={council}&stale=true", TodayTone.Late, 36));
                if (acting.CapacityFor<JudgeResolutionTasks>(council, Guid.Empty) is not null)
                {
                    cards.Add(new TodayCard("today.resolutionTask.reported", figures.TasksReported, $"/nghi-quyet?council={council}&reported=true", TodayTone.Plain, 37));
                }
            }
        }

        foreach (var above in acting.Capacities.Where(c => c.IsProvince && c is { AgencyId: null, ProvinceId: not null, CouncilId: not null } && Permission.Of<ReadResolutions>().ReachOf(c.Role) == Reach.Subtree))
        {
            if (await summary.ReadAsync(SummaryPlace.ProvinceWithCommunes(above.ProvinceId!.Value), false, acting, ct) is { } figures)
            {
                cards.Add(new TodayCard("today.resolution.staleBelow", figures.Stale, $"/nghi-quyet?council={above.CouncilId}&subtree=true&stale=true", TodayTone.Late, 38));
            }
        }

        return cards;
    }
}
