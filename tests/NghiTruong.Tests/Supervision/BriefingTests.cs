using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.FollowUp;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Briefings;
using NghiTruong.Support;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Supervision;

/// <summary>Giao ban: a body that skips it is seen the day after its period.</summary>
public sealed class BriefingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BriefingEvery.Month, "2026-02-28", "2026-02", "2026-02-28")]
    [InlineData(BriefingEvery.Month, "2026-03-01", "2026-03", "2026-03-31")]
    [InlineData(BriefingEvery.Quarter, "2026-03-31", "2026-Q1", "2026-03-31")]
    [InlineData(BriefingEvery.Quarter, "2026-04-01", "2026-Q2", "2026-06-30")]
    [InlineData(BriefingEvery.Quarter, "2026-12-31", "2026-Q4", "2026-12-31")]
    public void A_day_lies_in_its_period(BriefingEvery every, string day, string name, string last) =>
        Assert.Equal((name, DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture)), BriefingPeriod.Of(every, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory, Engines]
    public async Task A_skipped_briefing_shows_the_next_day_and_up_the_tiers(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var body = await BodyAsync(house);
        Done(await house.Get<BriefingDesk>().SetCadenceAsync(house.Province.NaMau.Id, body, BriefingEvery.Month, Day(9, 1), "Quy chế làm việc", house.Province.Clerk(), Ct));

        house.Clock.SetDay(Day(9, 30));
        var lastDay = await MissingAsync(house);
        house.Clock.SetDay(Day(10, 1));
        await house.WorkOffOutboxAsync();
        await house.WorkOffOutboxAsync();
        var nextDay = await MissingAsync(house);

        Assert.Equal((0, 1), (lastDay, nextDay));
        var upper = await house.Get<BriefingList>().ReadAsync(null, missing: true, house.Province.Clerk(house.Province.Own), Ct);
        Assert.Equal("2026-09", Assert.Single(upper).Period);
        Assert.Equal(["2026-10", "2026-09"], (await house.Get<BriefingList>().ReadAsync(null, missing: false, house.Province.Clerk(), Ct)).Select(r => r.Period));
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task Conclusions_become_follow_up_items_and_a_reason_takes_the_place_of_minutes(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk, body) = (house.Get<BriefingDesk>(), house.Province.Clerk(), await BodyAsync(house));
        Done(await desk.SetCadenceAsync(house.Province.NaMau.Id, body, BriefingEvery.Month, Day(8, 1), null, clerk, Ct));
        var rows = await house.Get<BriefingList>().ReadAsync(null, false, clerk, Ct);
        var (september, august) = (rows[0].Code, rows[1].Code);

        Refused("briefing.reasonMissing", await desk.ExcuseAsync(august, " ", clerk, Ct));
        Refused("briefing.conclusionIncomplete", await desk.HoldAsync(september, new BriefingInput { Minutes = "x", Conclusions = [new("Sửa cầu", null, Day(10, 1))] }, clerk, Ct));
        Done(await desk.ExcuseAsync(august, "Bão lụt, huy động toàn bộ cán bộ", clerk, Ct));
        Done(await desk.HoldAsync(september, new BriefingInput { Minutes = "Bàn việc nước sạch.", Conclusions = [new("Kiểm tra bể nước thôn Lũng", house.Province.NaMauCommittee.Id, Day(10, 1))] }, clerk, Ct));

        Refused("briefing.alreadyHeld", await desk.HoldAsync(september, new BriefingInput { Minutes = "Lại" }, clerk, Ct));
        Refused("briefing.notFound", await desk.HoldAsync(august, new BriefingInput { Minutes = "x" }, house.Province.Clerk(house.Province.LungMau), Ct));
        await using var db = house.Db();
        var item = await db.Set<FollowUpItem>().SingleAsync(Ct);
        Assert.Equal((BriefingEvent.SubjectKind, september, Day(10, 1)), (item.SubjectKind, item.SubjectCode, item.OwedBy!.Value));
        Assert.Null(await house.Get<BriefingList>().FindAsync(september, house.Province.Clerk(house.Province.Own), Ct));
    }

    private static async Task<long> MissingAsync(TestHouse house) =>
        (await house.Get<SupervisionSummary>().ReadAsync(new SupervisionSummaryInput(SummaryPlace.Of(house.Province.NaMau.Id)), house.Province.Clerk(), Ct))!.NotDone.BriefingsMissing;

    private static async Task<Guid> BodyAsync(TestHouse house)
    {
        await using var db = house.Db();
        var body = new Body { Id = Guid.CreateVersion7(), CouncilId = house.Province.NaMau.Id, Kind = BodyKind.Committee, Code = "KTNS", Name = "Ban Kinh tế - Ngân sách", From = Day(3, 15) };
        db.Add(body);
        await db.SaveChangesAsync(Ct);

        return body.Id;
    }
}
