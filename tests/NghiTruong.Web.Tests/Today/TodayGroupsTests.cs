using NghiTruong.FollowUp.Today;
using NghiTruong.Web.Today;

namespace NghiTruong.Web.Tests.Today;

/// <summary>A home page that can be read: a handful of cards stand open, the others one press away by activity.</summary>
public sealed class TodayGroupsTests
{
    [Fact]
    public void Eight_stand_open_and_the_others_are_grouped_by_activity()
    {
        string[] more = ["/giam-sat?notDone=report", "/giao-ban?missing=true", "/nghi-quyet?stale=true", "/kien-nghi?status=x", "/la-gi"];
        var cards = Enumerable.Range(0, 8).Select(i => Card($"/kien-nghi?{i}")).Concat(more.Select(Card)).ToList();

        var (open, groups) = TodayGroups.Of(cards);

        Assert.Equal(cards.Take(8), open);
        Assert.Equal(
            [("today.group.supervision", 2), ("today.group.resolutions", 1), ("today.group.petitions", 1), ("today.group.other", 1)],
            groups.Select(g => (g.Text, g.Cards.Count)));
    }

    [Fact]
    public void One_card_more_is_not_hidden()
    {
        var cards = Enumerable.Range(0, 9).Select(i => Card($"/kien-nghi?{i}")).ToList();

        Assert.Equal((9, 0), (TodayGroups.Of(cards).Open.Count, TodayGroups.Of(cards).More.Count));
    }

    private static TodayCard Card(string href) => new("today.late", 1, href, TodayTone.Plain, 1);
}
