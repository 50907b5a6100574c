using NghiTruong.Accounts;
using NghiTruong.FollowUp;
using NghiTruong.Support;

namespace NghiTruong.Tests.FollowUp;

public sealed class FollowUpListTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Days_late_are_told_both_ways_and_longest_owed_comes_first(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var second = await FollowUpCases.SentAsync(house, new DateOnly(2026, 9, 14));
        var first = await FollowUpCases.SentAsync(house, new DateOnly(2026, 9, 11));
        house.Clock.SetDay(new DateOnly(2026, 10, 19));

        var page = await house.Get<FollowUpList>().ReadAsync(new FollowUpFilter { Overdue = true }, house.Province.Clerk(), Ct);

        Assert.Equal([first, second], page.Rows.Select(r => r.SubjectCode));
        Assert.Equal((7, 5), (page.Rows[0].DaysLate.Calendar, page.Rows[0].DaysLate.Working));
        Assert.Equal(new DateOnly(2026, 10, 14), page.Rows[1].OwedBy);
    }

    [Theory, Engines]
    public async Task Pages_follow_each_other_without_gap_or_double(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        List<string> all = [];
        for (var i = 0; i < 7; i++)
        {
            all.Add(await FollowUpCases.SentAsync(house, new DateOnly(2026, 9, 10 + (i % 2))));
        }

        house.Clock.SetDay(new DateOnly(2026, 10, 19));
        List<string> seen = [];
        var filter = new FollowUpFilter { Overdue = true, Size = 3 };
        for (var next = filter; next is not null;)
        {
            var page = await house.Get<FollowUpList>().ReadAsync(next, house.Province.Clerk(), Ct);
            seen.AddRange(page.Rows.Select(r => r.SubjectCode));
            next = page.Next is null ? null : filter with { Cursor = page.Next };
        }

        Assert.Equal(all.Order(), seen.Order());
        Assert.Equal(7, await house.Get<FollowUpList>().CountAsync(filter, house.Province.Clerk(), Ct));
    }

    [Theory, Engines]
    public async Task Each_sees_what_is_theirs_to_see(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await FollowUpCases.SentAsync(house, new DateOnly(2026, 9, 11));
        house.Clock.SetDay(new DateOnly(2026, 10, 19));
        var province = house.Province;

        Task<int> Sees(Acting who, FollowUpFilter? filter = null) => house.Get<FollowUpList>().CountAsync(filter ?? new FollowUpFilter { Overdue = true }, who, Ct);

        Assert.Equal(1, await Sees(province.Clerk()));
        Assert.Equal(0, await Sees(province.Clerk(province.LungMau)));
        Assert.Equal(0, await Sees(province.Clerk(province.LungMau), new FollowUpFilter { CouncilId = province.NaMau.Id }));
        Assert.Equal(1, await Sees(province.StandingCommittee(province.Own)));
        Assert.Equal(1, await Sees(province.Clerk(province.Own), new FollowUpFilter { CouncilId = province.Own.Id, Subtree = true }));
        Assert.Equal(0, await Sees(province.Clerk(province.Own), new FollowUpFilter { CouncilId = province.Own.Id }));
        Assert.Equal(1, await Sees(SampleProvince.Officer(province.NaMauCommittee)));
        Assert.Equal(0, await Sees(SampleProvince.Officer(province.NaMauEconomy)));
        Assert.Equal(0, await Sees(SampleProvince.As(Role.Delegate, province.LungMau)));
        var id = (await FollowUpCases.ItemAsync(house, code)).Id;
        Assert.Null(await house.Get<FollowUpList>().FindAsync(id, province.Clerk(province.LungMau), Ct));
    }
}
