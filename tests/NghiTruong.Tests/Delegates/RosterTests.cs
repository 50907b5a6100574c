using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Support;

namespace NghiTruong.Tests.Delegates;

/// <summary>Who holds a mandate on a day, and who of them sits.</summary>
public sealed class RosterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_past_day_tells_who_sat_then_with_by_election_removal_suspension_and_leave(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var an = await house.AddDelegateAsync("Lê Thị An", fullTime: true);
        var binh = await house.AddDelegateAsync("Bùi Văn Bình", until: Day(6, 30));
        var cuong = await house.AddDelegateAsync("Đỗ Văn Cường", from: Day(8, 1));
        var dung = await house.AddDelegateAsync("Vũ Thị Dung");
        await house.AddDelegateAsync("Người Nơi Khác", house.Province.LungMau);
        await house.AddSpellAsync(dung, SpellKind.Suspended, Day(7, 1), Day(8, 31));
        await house.AddSpellAsync(an, SpellKind.OnLeave, Day(9, 1));

        // The last day of a mandate still counts, the day after does not; by given name.
        Assert.Equal([an.Id, binh.Id, dung.Id], (await OnAsync(Day(6, 30))).Seats.Select(s => s.DelegateId));
        Assert.Equal([an.Id, dung.Id], (await OnAsync(Day(7, 1))).Seats.Select(s => s.DelegateId));
        var august = await OnAsync(Day(8, 1));
        Assert.Equal((3, 2, 3, 18, 15, 1), (august.Total, august.Sitting, august.Elected, august.ByLaw, august.Vacant, august.FullTime));
        Assert.Equal(DelegateEntry.ByElection, august.Seats.Single(s => s.DelegateId == cuong.Id).Entry);
        Assert.Equal(Standing.Suspended, august.Seats.Single(s => s.DelegateId == dung.Id).Standing);
        Assert.Equal(Standing.Sits, (await OnAsync(Day(9, 1))).Seats.Single(s => s.DelegateId == dung.Id).Standing);
        Assert.Equal(Standing.OnLeave, (await OnAsync(Day(9, 1))).Seats.Single(s => s.DelegateId == an.Id).Standing);
        Assert.Empty((await OnAsync(new DateOnly(2026, 3, 14))).Seats);

        async Task<Roster> OnAsync(DateOnly day)
        {
            await using var db = house.Db();

            return await DelegateRoster.OnAsync(db, house.Province.NaMau.Id, day, Ct);
        }
    }

    [Theory, Engines]
    public async Task Forms_offer_who_holds_a_mandate_that_day_and_know_who_does_not(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (an, gone, other) = (await house.AddDelegateAsync("Lê Thị An"), await house.AddDelegateAsync("Bùi Văn Bình", until: Day(6, 30)), await house.AddDelegateAsync("Ma Văn Khác", house.Province.LungMau));
        var picker = house.Get<DelegatePicker>();
        await using var db = house.Db();

        Assert.Equal(["Lê Thị An"], (await picker.OnAsync(house.Province.NaMau.Id, Day(7, 1), Ct)).Select(d => d.Name));
        Assert.Equal([gone.Id, other.Id], await DelegatePicker.UnknownAsync(db, house.Province.NaMau.Id, Day(7, 1), [an.Id, gone.Id, other.Id], Ct));
        Assert.Equal("Bùi Văn Bình", (await picker.NamesAsync([gone.Id], Ct))[gone.Id].Name);
    }

    private static DateOnly Day(int month, int day) => new(2026, month, day);
}
