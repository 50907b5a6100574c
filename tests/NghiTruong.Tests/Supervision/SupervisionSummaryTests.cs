using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.FollowUp.Today;
using NghiTruong.Supervision;
using NghiTruong.Support;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Supervision;

/// <summary>What was planned and not done is seen the next day, by the body, its council and the upper level.</summary>
public sealed class SupervisionSummaryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Planned_and_not_held_shows_the_day_after_its_period(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await ProgrammedAsync(house);

        house.Clock.SetDay(Day(9, 30));
        var lastDay = await NotDoneAsync(house);
        house.Clock.SetDay(Day(10, 1));
        var nextDay = await NotDoneAsync(house);

        Assert.Equal((0, 1), (lastDay.NotHeld, nextDay.NotHeld));
        var upper = (await house.Get<SupervisionSummary>().ReadAsync(
            new SupervisionSummaryInput(SummaryPlace.ProvinceWithCommunes(house.Province.Own.ProvinceId), ByPlace: true), house.Province.Clerk(house.Province.Own), Ct))!;
        Assert.Equal(1, upper.NotDoneByPlace[house.Province.NaMau.Id].NotHeld);
        var cards = await house.Get<IEnumerable<ITodaySource>>().OfType<SupervisionToday>().Single().ReadAsync(SampleProvince.As(Role.UpperViewer, house.Province.Own), Ct);
        Assert.Equal(1, cards.Single(c => c.Text == "today.supervision.notHeldBelow").Count);
    }

    [Theory, Engines]
    public async Task What_was_put_off_or_taken_out_is_not_not_held(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (putOff, cancelled, standing) = (await ProgrammedAsync(house), await ProgrammedAsync(house), house.Province.StandingCommittee());
        var desk = house.Get<ProgrammeDesk>();
        Refused("programme.numberMissing", await desk.PutOffAsync(putOff, Day(11, 1), Day(11, 30), null, "Trùng đoàn cấp trên", standing, Ct));
        Refused("supervision.reasonMissing", await desk.CancelAsync(cancelled, "15/QĐ", " ", standing, Ct));
        Done(await desk.PutOffAsync(putOff, Day(11, 1), Day(11, 30), "14/QĐ-TTHĐND", "Trùng đoàn cấp trên", standing, Ct));
        Done(await desk.CancelAsync(cancelled, "15/QĐ-TTHĐND", "Cấp trên đã giám sát", standing, Ct));

        house.Clock.SetDay(Day(10, 15));
        var figures = await ReadAsync(house);

        Assert.Equal((1, 0), (figures.All.Planned, figures.NotDone.NotHeld));
    }

    [Theory, Engines]
    public async Task Held_without_report_and_report_without_conclusion_show_by_their_terms(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, clerk) = (await ProgrammedAsync(house), house.Province.Clerk());
        Done(await house.Get<SupervisionDesk>().HoldAsync(code, Day(9, 10), clerk, Ct));
        house.Clock.SetDay(Day(9, 25));
        var onTheDay = await NotDoneAsync(house);
        house.Clock.SetDay(Day(9, 26));
        var after = await NotDoneAsync(house);
        Done(await house.Get<SupervisionResults>().ReportAsync(code, "05/BC", Day(9, 26), clerk, Ct));
        var reported = await NotDoneAsync(house);
        house.Clock.SetDay(Day(10, 4));
        var unconcluded = await NotDoneAsync(house);

        Assert.Equal((0, 1, 0, 1), (onTheDay.WithoutReport, after.WithoutReport, reported.Total, unconcluded.WithoutConclusion));
    }

    [Theory, Engines]
    public async Task Recommendations_are_counted_as_made_done_and_late(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (_, code) = await ConcludedAsync(house);

        house.Clock.SetDay(Day(10, 1));
        var late = await ReadAsync(house);
        Done(await house.Get<RecommendationDesk>().ConfirmAsync(code, null, house.Province.StandingCommittee(), Ct));
        var done = await ReadAsync(house);

        Assert.Equal((1, 0, 1), (late.Recommendations.Made, late.Recommendations.Done, late.Recommendations.Overdue));
        Assert.Equal((1, 1, 0), (done.Recommendations.Made, done.Recommendations.Done, done.Recommendations.Overdue));
        Assert.Equal((1, 1, 0), (done.ByKind["thematic"].Planned, done.ByKind["thematic"].Held, done.ByKind["thematic"].WithoutReport));
        Assert.Equal((1, 0), (done.BySubject["standingCommittee"].Held, done.BySubject["committee"].Held));
    }

    [Theory, Engines]
    public async Task What_was_held_is_told_by_tier_for_a_province_and_for_the_nation(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await ConcludedAsync(house);
        await house.WorkOffOutboxAsync();

        foreach (var place in new[] { SummaryPlace.ProvinceWithCommunes(house.Province.Own.ProvinceId), SummaryPlace.Everywhere })
        {
            var figures = (await house.Get<SupervisionSummary>().ReadAsync(new SupervisionSummaryInput(place), NghiTruong.Accounts.Acting.System, Ct))!;
            Assert.Equal((0, 0, 1), (figures.ByTier["province"].Held, figures.ByTier["district"].Held, figures.ByTier["commune"].Held));
            Assert.Equal((1, 0), (figures.BySubject["standingCommittee"].Held, figures.BySubject["committee"].Held));
        }
    }

    [Theory, Engines]
    public async Task A_rule_that_the_council_changes_moves_the_day_of_the_report_still_owed(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, clerk) = (await ProgrammedAsync(house), house.Province.Clerk());
        Done(await house.Get<SupervisionDesk>().HoldAsync(code, Day(9, 10), clerk, Ct));

        Done(await house.Get<NghiTruong.Law.RuleDesk>().SetOwnAsync(
            new NghiTruong.Law.OwnRuleInput { CouncilId = house.Province.NaMau.Id, Code = SupervisionRules.ReportRule(SupervisionSubject.StandingCommittee), Days = 20, DayType = NghiTruong.Law.DayType.Calendar, ValidFrom = new DateOnly(2026, 1, 1), LegalBasis = "Quy chế làm việc" },
            clerk, Ct));

        await using var db = house.Db();
        var s = await db.Set<SupervisionCase>().SingleAsync(Ct);
        Assert.Equal((Day(9, 30), Day(9, 30)), (s.OwedBy, s.ReportDueOn));
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task Two_bodies_under_supervision_that_one_agency_succeeds_become_one(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, clerk) = (await ProgrammedAsync(house), house.Province.Clerk());
        Done(await house.Get<SupervisionDesk>().SetBodiesAsync(code, [new SupervisedBodyInput(house.Province.NaMauCommittee.Id), new SupervisedBodyInput(house.Province.NaMauEconomy.Id)], clerk, Ct));
        await using var db = house.Db();
        var s = await db.Set<SupervisionCase>().SingleAsync(Ct);
        var move = new MatterMove(house.Province.NaMau.Id, house.Province.Own.Id, house.Province.Own.ProvinceId, new Dictionary<Guid, Guid>
        {
            [house.Province.NaMauCommittee.Id] = house.Province.ProvinceCommittee.Id,
            [house.Province.NaMauEconomy.Id] = house.Province.ProvinceCommittee.Id,
        });

        foreach (var room in house.Services.GetServices<IMovesOnMerge>())
        {
            await room.MoveAsync(db, [s.Id], move, Ct);
        }

        await db.SaveChangesAsync(Ct);
        Assert.Equal(house.Province.ProvinceCommittee.Id, Assert.Single(await db.Set<SupervisedBody>().ToListAsync(Ct)).AgencyId);
    }

    private static async Task<NotDoneFigures> NotDoneAsync(TestHouse house) => (await ReadAsync(house)).NotDone;

    private static async Task<SupervisionFigures> ReadAsync(TestHouse house)
    {
        await house.WorkOffOutboxAsync();
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));

        return (await house.Get<SupervisionSummary>().ReadAsync(new SupervisionSummaryInput(SummaryPlace.Of(house.Province.NaMau.Id)), house.Province.Clerk(), Ct))!;
    }
}
