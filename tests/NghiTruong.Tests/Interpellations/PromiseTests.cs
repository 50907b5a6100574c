using Microsoft.EntityFrameworkCore;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Reminding;
using NghiTruong.FollowUp.Urging;
using NghiTruong.Interpellations;
using NghiTruong.Letters;
using NghiTruong.Support;
using static NghiTruong.Tests.Interpellations.InterpellationCases;

namespace NghiTruong.Tests.Interpellations;

/// <summary>Promises: kept by their day, reported before the next regular session, closed only when judged.</summary>
public sealed class PromiseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_promise_is_followed_reported_and_closed_only_when_judged_with_reason_and_evidence(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await SessionAsync(house, 4, Day(12, 10));
        var (_, code, asker) = await PromisedAsync(house);
        var (desk, officer) = (house.Get<PromiseDesk>(), SampleProvince.Officer(house.Province.NaMauCommittee));
        Assert.Matches("^LH-96001-2026-\\d{5}$", code);
        var promise = await FindAsync(house, code);
        Assert.Equal((PromiseState.Following, Day(11, 30), Day(11, 30)), (promise.State, promise.OwedBy, promise.ReportOwedBy));

        house.Clock.SetDay(Day(11, 25));
        Refused("promise.notAllowed", await desk.JudgeAsync(code, Kept, officer, Ct));
        Done(await desk.ReportAsync(code, new PromiseReportInput { Words = "Đã lắp xong đường ống.", Document = "130/UBND", IsDone = true }, officer, Ct));
        promise = await FindAsync(house, code);
        Assert.Equal((PromiseState.Reported, (DateOnly?)null, (DateOnly?)null, (DateOnly?)null), (promise.State, promise.OwedBy, promise.ReportOwedBy, promise.ClosedOn));
        Refused("promise.notFollowed", await desk.ReportAsync(code, new PromiseReportInput { Words = "Xong.", IsDone = true }, officer, Ct));

        Refused("promise.reasonMissing", await desk.JudgeAsync(code, Kept with { Reason = null }, asker, Ct));
        Refused("promise.evidenceMissing", await desk.JudgeAsync(code, Kept with { Evidence = " " }, asker, Ct));
        Refused("promise.notYours", await desk.JudgeAsync(code, Kept, house.Province.Asker(), Ct));
        Refused("interpellation.paperMissing", await desk.JudgeAsync(code, Kept, house.Province.Clerk(), Ct));
        Done(await desk.JudgeAsync(code, Kept, asker, Ct));

        promise = await FindAsync(house, code);
        Assert.Equal((PromiseState.Closed, PromiseOutcome.Kept, Day(11, 25)), (promise.State, promise.Outcome, promise.ClosedOn));
        await using var db = house.Db();
        Assert.All(await db.Set<FollowUpItem>().ToListAsync(Ct), item => Assert.Equal(FollowUpState.Done, item.State));
        Refused("promise.notOpen", await desk.JudgeAsync(code, Kept, asker, Ct));
    }

    [Theory, Engines]
    public async Task Partly_kept_is_followed_on_to_its_new_day_and_reported_before_the_session_after(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var december = await SessionAsync(house, 4, Day(12, 10));
        var (_, code, _) = await PromisedAsync(house);
        var (desk, clerk) = (house.Get<PromiseDesk>(), house.Province.Clerk());
        house.Clock.SetDay(Day(11, 20));
        Done(await desk.ReportAsync(code, new PromiseReportInput { Words = "Được một nửa.", Document = "128/UBND" }, clerk, Ct));
        var july = await SessionAsync(house, 5, new DateOnly(2027, 7, 8));
        Assert.Equal((july, new DateOnly(2027, 6, 28)), ((await FindAsync(house, code)).ReportSessionId, (await FindAsync(house, code)).ReportOwedBy));

        var partly = new PromiseJudgement { Outcome = PromiseOutcome.Partly, Reason = "Còn 20 hộ.", Evidence = "Danh sách hộ", GoesOn = true, DueOn = Day(11, 20) };
        Refused("promise.dueInPast", await desk.JudgeAsync(code, partly, house.Province.StandingCommittee(), Ct));
        Done(await desk.JudgeAsync(code, partly with { DueOn = new DateOnly(2027, 3, 31) }, house.Province.StandingCommittee(), Ct));

        var promise = await FindAsync(house, code);
        Assert.Equal((PromiseState.Following, PromiseOutcome.Partly, new DateOnly(2027, 3, 31)), (promise.State, promise.Outcome, promise.OwedBy));
        await using var db = house.Db();
        var items = await db.Set<FollowUpItem>().OrderBy(i => i.OwedBy).ToListAsync(Ct);
        Assert.Equal([(december, FollowUpState.Done)], items.Where(i => i.SessionId == december).Select(i => (i.SessionId!.Value, i.State)));
        Assert.Equal([new DateOnly(2027, 3, 31), new DateOnly(2027, 6, 28)], items.Where(i => i.OwedBy is not null).Select(i => i.OwedBy!.Value));
    }

    [Theory, Engines]
    public async Task A_report_and_a_judgement_written_by_mistake_are_taken_back(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (_, code, _) = await PromisedAsync(house);
        var (desk, clerk, chair) = (house.Get<PromiseDesk>(), house.Province.Clerk(), house.Province.StandingCommittee());
        var report = new PromiseReportInput { Words = "Xong.", Document = "5/BC", IsDone = true };
        Done(await desk.ReportAsync(code, report, clerk, Ct));

        Done(await UndoAsync(house, "promise.reportedDone", clerk));
        var promise = await FindAsync(house, code);
        Assert.Equal((PromiseState.Following, Day(11, 30), null), (promise.State, promise.OwedBy, promise.Report));
        await using var db = house.Db();
        Assert.Equal(Day(11, 30), (await db.Set<FollowUpItem>().SingleAsync(i => i.SubjectId == promise.Id && i.SessionId == null, Ct)).OwedBy);

        Done(await desk.ReportAsync(code, report, clerk, Ct));
        Done(await desk.JudgeAsync(code, Kept, chair, Ct));
        Done(await UndoAsync(house, "promise.closed", chair));
        promise = await FindAsync(house, code);
        Assert.Equal((PromiseState.Reported, null, null), (promise.State, promise.Outcome, promise.ClosedOn));
    }

    private static async Task<Result> UndoAsync(TestHouse house, string code, Acting acting)
    {
        await using var db = house.Db();
        var operation = await db.Set<JournalEntry>().Where(e => e.EventCode == code).OrderByDescending(e => e.At).Select(e => e.OperationId).FirstAsync(Ct);

        return await house.Get<Undo>().UndoAsync(operation, acting, Ct);
    }

    [Theory, Engines]
    public async Task The_report_counts_back_from_the_next_regular_session_and_moves_with_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await SessionAsync(house, 4, Day(10, 20), SessionKind.Thematic);
        await SessionAsync(house, 5, Day(9, 20));
        var (_, code, _) = await PromisedAsync(house);
        // A thematic session is passed over, and one so near that the report would have been due before the promise.
        Assert.Null((await FindAsync(house, code)).ReportOwedBy);

        var session = await SessionAsync(house, 6, Day(12, 10));
        Assert.Equal(Day(11, 30), (await FindAsync(house, code)).ReportOwedBy);
        Done(await house.Get<SessionDesk>().SaveAsync(
            house.Province.NaMau.Id, new SessionInput { Id = session, Number = 6, Name = "Kỳ họp thứ 6", OpensOn = Day(12, 3) }, house.Province.Clerk(), Ct));

        var promise = await FindAsync(house, code);
        Assert.Equal((Day(11, 23), Day(11, 23), Day(11, 30)), (promise.ReportOwedBy, promise.ReportDueOn, promise.OwedBy));
        await using var db = house.Db();
        var item = await db.Set<FollowUpItem>().SingleAsync(i => i.SessionId == session, Ct);
        Assert.Equal((Day(11, 23), Day(12, 3), Day(11, 30)), (item.OwedBy, item.From, item.PrintedDueOn));
    }

    [Theory, Engines]
    public async Task What_a_promise_or_a_report_lacks_is_told(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (slip, code, asker) = await PromisedAsync(house);
        var (desk, clerk) = (house.Get<PromiseDesk>(), house.Province.Clerk());

        Refused("promise.contentMissing", await desk.MakeAsync(slip, Promised with { Content = " " }, clerk, Ct));
        Refused("promise.dueMissing", await desk.MakeAsync(slip, Promised with { DueOn = null }, clerk, Ct));
        Refused("promise.dueBeforeMade", await desk.MakeAsync(slip, Promised with { DueOn = Day(9, 13) }, clerk, Ct));
        Refused("agency.notFound", await desk.MakeAsync(slip, Promised with { AgencyId = house.Province.ProvinceCommittee.Id }, clerk, Ct));
        Refused("interpellation.notAllowed", await desk.MakeAsync(slip, Promised, asker, Ct));
        Refused("promise.documentMissing", await desk.ReportAsync(code, new PromiseReportInput { Words = "Xong." }, clerk, Ct));
        Refused("promise.inFuture", await desk.ReportAsync(code, new PromiseReportInput { Words = "Xong.", Document = "1", On = Day(9, 16) }, clerk, Ct));
        Refused("promise.reportedBeforeMade", await desk.ReportAsync(code, new PromiseReportInput { Words = "Xong.", Document = "1", On = Day(9, 13) }, clerk, Ct));
        var twice = Promised with { Id = Guid.CreateVersion7() };
        Assert.Equal(Done(await desk.MakeAsync(slip, twice, clerk, Ct)).Value, Done(await desk.MakeAsync(slip, twice, clerk, Ct)).Value);
    }

    [Theory, Engines]
    public async Task Late_promises_and_those_without_a_report_are_found(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await SessionAsync(house, 4, Day(12, 10));
        var (_, code, asker) = await PromisedAsync(house);
        var (list, upper) = (house.Get<PromiseList>(), house.Province.Clerk(house.Province.Own));
        Assert.Empty((await list.ReadAsync(new PromiseFilter { Overdue = true }, upper, Ct)).Rows);

        house.Clock.SetDay(Day(12, 1));

        var late = Assert.Single((await list.ReadAsync(new PromiseFilter { Overdue = true, Unreported = true, AskedBy = asker.UserId }, asker, Ct)).Rows);
        Assert.Equal((code, 1), (late.Code, late.DaysLate(house.Clock.Today)));
        Assert.StartsWith("CV-", late.SourceCode, StringComparison.Ordinal);
        Assert.Single((await list.ReadAsync(new PromiseFilter { ProvinceId = house.Province.Own.ProvinceId, Overdue = true }, upper, Ct)).Rows);
        Assert.Empty((await list.ReadAsync(new PromiseFilter(), SampleProvince.As(Role.Clerk, house.Province.LungMau), Ct)).Rows);
    }

    [Theory, Engines]
    public async Task A_late_promise_is_reminded_of_and_urged_by_its_name(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (_, code, _) = await PromisedAsync(house);
        house.Clock.SetDay(Day(12, 1));
        await house.Get<ReminderJob>().RunAsync(house.Clock.GetUtcNow().UtcDateTime, Ct);
        await using var db = house.Db();
        var item = await db.Set<FollowUpItem>().SingleAsync(Ct);
        Assert.True(await db.Set<Reminder>().AnyAsync(r => r.ItemId == item.Id && r.RecipientId == house.Province.NaMauCommittee.Id, Ct));

        Done(await house.Get<UrgingDesk>().UrgeAsync(new UrgeInput { ItemIds = [item.Id] }, house.Province.Clerk(), Ct));

        Assert.Equal(code, item.SubjectCode);
        Assert.EndsWith("việc thực hiện lời hứa tại phiên chất vấn và kết luận phiên giải trình", (await db.Set<OfficialLetter>().SingleAsync(Ct)).Abstract, StringComparison.Ordinal);
    }

    private static async Task<Promise> FindAsync(TestHouse house, string code)
    {
        await using var db = house.Db();

        return await db.Set<Promise>().SingleAsync(p => p.Code == code, Ct);
    }
}
