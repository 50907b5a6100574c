using NghiTruong.Accounts;
using NghiTruong.Notifications;

namespace NghiTruong.FollowUp.Today;

/// <summary>What is late, due and pressing: at one's own councils for whoever works there, in one's agency for its officers, below for an upper level.</summary>
public sealed class FollowUpToday(FollowUpList list, Inbox inbox) : ITodaySource
{
    private const int Soon = 7;

    public async Task<IReadOnlyList<TodayCard>> ReadAsync(Acting acting, CancellationToken ct)
    {
        List<TodayCard> cards = [new("today.inbox", await inbox.CountAsync(acting, ct), "/hop-thu", TodayTone.Plain, 90)];
        foreach (var agency in acting.OwnAgencies<ReadFollowUps>())
        {
            var (filter, href) = (new FollowUpFilter { AgencyId = agency }, $"/theo-doi?agency={agency}");
            cards.Add(await CardAsync("today.owe.late", filter with { Overdue = true }, $"{href}&overdue=true", TodayTone.Late, 1, acting, ct));
            cards.Add(await CardAsync("today.owe.soon", filter with { DueWithin = Soon }, $"{href}&soon=true", TodayTone.Soon, 2, acting, ct));
            cards.Add(await CardAsync("today.owe", filter, href, TodayTone.Plain, 3, acting, ct));
        }

        foreach (var council in acting.OwnCouncils<ReadFollowUps>())
        {
            cards.AddRange(await OfCouncilAsync(council, acting, ct));
        }

        return cards;
    }

    private async Task<List<TodayCard>> OfCouncilAsync(Guid council, Acting acting, CancellationToken ct)
    {
        var (filter, href) = (new FollowUpFilter { CouncilId = council }, $"/theo-doi?council={council}");
        List<TodayCard> cards =
        [
            await CardAsync("today.late", filter with { Overdue = true }, $"{href}&overdue=true", TodayTone.Late, 10, acting, ct),
            await CardAsync("today.soon", filter with { DueWithin = Soon }, $"{href}&soon=true", TodayTone.Soon, 20, acting, ct),
            await CardAsync("today.pressing", filter with { Pressing = true }, $"{href}&pressing=true", TodayTone.Pressing, 15, acting, ct),
        ];
        if (acting.CapacityFor<UrgeAgencies>(council, Guid.Empty) is not null)
        {
            cards.Add(await CardAsync("today.toUrge", filter with { ToUrge = true }, $"/don-doc?council={council}", TodayTone.Plain, 30, acting, ct));
            cards.Add(await CardAsync("today.passedToUs", new FollowUpFilter { HolderCouncilId = council }, $"/theo-doi?passed={council}", TodayTone.Plain, 60, acting, ct));
        }

        if (acting.Capacities.Any(c => c.CouncilId == council && c.IsProvince && Permission.Of<ReadFollowUps>().ReachOf(c.Role) == Reach.Subtree))
        {
            var below = filter with { Subtree = true, Overdue = true };
            cards.Add(await CardAsync("today.lateBelow", below, $"{href}&subtree=true&overdue=true", TodayTone.Late, 40, acting, ct));
        }

        return cards;
    }

    private async Task<TodayCard> CardAsync(string text, FollowUpFilter filter, string href, TodayTone tone, int order, Acting acting, CancellationToken ct) =>
        new(text, await list.CountAsync(filter, acting, ct), href, tone, order);
}
