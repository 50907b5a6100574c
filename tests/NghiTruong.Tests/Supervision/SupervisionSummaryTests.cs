using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Database;
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

    private static async Task<NotDoneFigures> NotDoneAsync(TestHouse house) => (await ReadAsync(house)).NotDone;

    private static async Task<SupervisionFigures> ReadAsync(TestHouse house)
    {
        await house.WorkOffOutboxAsync();
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));

        return (await house.Get<SupervisionSummary>().ReadAsync(new SupervisionSummaryInput(SummaryPlace.Of(house.Province.NaMau.Id)), house.Province.Clerk(), Ct))!;
    }
}
