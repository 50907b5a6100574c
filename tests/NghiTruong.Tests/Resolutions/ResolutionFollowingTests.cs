using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Counting;
using NghiTruong.FollowUp;
using NghiTruong.Resolutions;
using NghiTruong.Support;
using static NghiTruong.Tests.Resolutions.ResolutionCases;

namespace NghiTruong.Tests.Resolutions;

/// <summary>Clauses followed to their end: tasks, the agency's word, the council's judgement; and who sees what.</summary>
public sealed class ResolutionFollowingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_clause_set_right_changes_what_is_still_open_under_it_and_leaves_what_is_judged(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, clauses, clerk) = (await EnteredAsync(house), house.Get<ResolutionClauses>(), house.Province.Clerk());
        var clause = await ClauseAsync(house, code);
        await using var db = house.Db();
        var version = await db.Set<ResolutionClause>().Select(c => c.Version).SingleAsync(Ct);
        var edit = new ClauseEdit { Place = "Điều 4", Content = "Công khai danh sách hộ nghèo", Product = "Danh sách niêm yết", DueOn = new DateOnly(2026, 10, 20), Version = version };

        Refused("resolution.clauseNotFound", await clauses.EditAsync(clause, edit, house.Province.Clerk(house.Province.LungMau), Ct));
        Refused("resolution.placeMissing", await clauses.EditAsync(clause, edit with { Place = " " }, clerk, Ct));
        Done(await clauses.EditAsync(clause, edit, clerk, Ct));
        Refused("record.changedMeanwhile", await clauses.EditAsync(clause, edit, clerk, Ct));

        var task = await TaskAsync(house);
        Assert.Equal(("Công khai danh sách hộ nghèo", "Danh sách niêm yết", new DateOnly(2026, 10, 20), new DateOnly(2026, 10, 20)), (task.Content, task.Product, task.DueOn, task.OwedBy!.Value));
        var item = await db.Set<FollowUpItem>().AsNoTracking().SingleAsync(i => i.SubjectId == task.Id, Ct);
        Assert.Equal(("14/2026/NQ-HĐND, Điều 4: Công khai danh sách hộ nghèo", new DateOnly(2026, 10, 20)), (item.Title, item.OwedBy!.Value));

        Done(await house.Get<ResolutionTaskDesk>().JudgeAsync(task.Code, new JudgeInput { Outcome = TaskOutcome.Done }, house.Province.Head(), Ct));
        Refused("resolution.clauseEnded", await clauses.EditAsync(clause, edit with { Content = "Nội dung khác", Version = null }, clerk, Ct));
        Assert.Equal("Công khai danh sách hộ nghèo", (await TaskAsync(house)).Content);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_clause_becomes_a_follow_up_item_and_only_the_councils_side_ends_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await EnteredAsync(house);
        var clause = await ClauseAsync(house, code);
        var (task, desk, officer) = (await TaskAsync(house), house.Get<ResolutionTaskDesk>(), SampleProvince.Officer(house.Province.NaMauEconomy));

        Assert.Equal(("NVNQ-96001-2026-00001", "DKNQ-96001-2026-00001"), (task.Code, clause));
        Assert.Equal((ResolutionTaskEvent.SubjectKind, FollowUpState.Waiting, new DateOnly(2026, 9, 30), house.Province.NaMauEconomy.Id), await ItemAsync(house, task));
        Refused("resolutionTask.wordsMissing", await desk.ReportAsync(task.Code, new TaskReportInput { Words = " " }, officer, Ct));
        Refused("resolutionTask.inFuture", await desk.ReportAsync(task.Code, new TaskReportInput { Words = "Xong", On = new DateOnly(2026, 9, 16) }, officer, Ct));
        Done(await desk.ReportAsync(task.Code, new TaskReportInput { Words = "Đã công khai ở 9 thôn.", Document = "61/BC-KT" }, officer, Ct));
        Refused("resolutionTask.notAllowed", await desk.JudgeAsync(task.Code, new JudgeInput { Outcome = TaskOutcome.Done }, officer, Ct));
        Refused("resolutionTask.notAllowed", await desk.JudgeAsync(task.Code, new JudgeInput { Outcome = TaskOutcome.Done }, house.Province.Clerk(), Ct));
        Refused("resolutionTask.noteMissing", await desk.JudgeAsync(task.Code, new JudgeInput { Outcome = TaskOutcome.Partly }, house.Province.Head(), Ct));
        Done(await desk.JudgeAsync(task.Code, new JudgeInput { Outcome = TaskOutcome.Partly, Note = "Còn 2 thôn." }, house.Province.Head(), Ct));

        Assert.Equal((ResolutionTaskState.Following, new DateOnly(2026, 9, 30)), ((await TaskAsync(house)).State, (await TaskAsync(house)).OwedBy));
        Assert.Equal(FollowUpState.Waiting, (await ItemAsync(house, task)).State);
        Done(await desk.ReportAsync(task.Code, new TaskReportInput { Words = "Đã xong cả 11 thôn." }, house.Province.Clerk(), Ct));
        Done(await desk.JudgeAsync(task.Code, new JudgeInput { Outcome = TaskOutcome.Done }, house.Province.StandingCommittee(), Ct));
        Refused("resolutionTask.closed", await desk.ReportAsync(task.Code, new TaskReportInput { Words = "Thêm" }, officer, Ct));

        Assert.Equal(FollowUpState.Done, (await ItemAsync(house, task)).State);
        Assert.Equal("ended", Assert.Single((await house.Get<ResolutionReader>().ReadAsync(code, house.Province.Clerk(), Ct))!.Clauses).Standing);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task With_a_cadence_the_task_of_the_next_period_arises_by_itself_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await EnteredAsync(house);
        await ClauseAsync(house, code, ClauseCadence.Quarter);
        Assert.Equal(["2026-Q3"], await PeriodsAsync(house));

        house.Clock.SetDay(new DateOnly(2026, 9, 30));
        await CalendarAsync(house);
        Assert.Equal(["2026-Q3"], await PeriodsAsync(house));
        house.Clock.SetDay(new DateOnly(2026, 10, 1));
        await CalendarAsync(house);
        await CalendarAsync(house);
        Assert.Equal(["2026-Q3", "2026-Q4"], await PeriodsAsync(house));
        // A machine that slept half a year opens what it missed, each with its own day.
        house.Clock.SetDay(new DateOnly(2027, 4, 2));
        await CalendarAsync(house);
        Assert.Equal(["2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2"], await PeriodsAsync(house));
        await using var db = house.Db();
        Assert.Equal(4, await db.Set<FollowUpItem>().CountAsync(i => i.SubjectKind == "resolutionTask", Ct));
        Assert.Equal(new DateOnly(2026, 12, 31), await db.Set<ResolutionTask>().Where(t => t.Period == "2026-Q4").Select(t => t.DueOn).SingleAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_resolution_that_ended_asks_for_no_further_period_and_an_ended_clause_lets_its_tasks_go(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var ending = await EnteredAsync(house, Asked(house) with { InForceUntil = new DateOnly(2026, 11, 30) });
        await ClauseAsync(house, ending, ClauseCadence.Quarter);
        house.Clock.SetDay(new DateOnly(2027, 1, 2));
        await CalendarAsync(house);
        Assert.Equal(["2026-Q3", "2026-Q4"], await PeriodsAsync(house));
        Refused("resolution.ended", await house.Get<ResolutionClauses>().AddAsync(ending, new ClauseInput { Place = "Điều 1", Content = "x" }, house.Province.Clerk(), Ct));

        await using var db = house.Db();
        var clause = await db.Set<ResolutionClause>().Select(c => c.Code).SingleAsync(Ct);
        Refused("resolution.reasonMissing", await house.Get<ResolutionClauses>().EndAsync(clause, " ", house.Province.Clerk(), Ct));
        Done(await house.Get<ResolutionClauses>().EndAsync(clause, "Nghị quyết hết hiệu lực", house.Province.Clerk(), Ct));
        Refused("resolution.clauseEnded", await house.Get<ResolutionClauses>().EndAsync(clause, "Lần nữa", house.Province.Clerk(), Ct));

        Assert.True(await db.Set<FollowUpItem>().AllAsync(i => i.State == FollowUpState.Withdrawn && i.OwedBy == null, Ct));
    }

    [Theory, Engines]
    public async Task A_clause_may_be_noted_first_and_what_it_lacks_is_said_when_it_is_given_out(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, clauses, clerk) = (await EnteredAsync(house), house.Get<ResolutionClauses>(), house.Province.Clerk());
        var asked = new ClauseInput { Id = Guid.CreateVersion7(), Place = "Điều 5", Content = "Tổng kết chính sách" };
        var clause = Done(await clauses.AddAsync(code, asked, clerk, Ct)).Value;
        Assert.Equal(clause, Done(await clauses.AddAsync(code, asked, clerk, Ct)).Value);

        Refused("resolution.agencyMissing", await clauses.FollowAsync(clause, new FollowInput { DueOn = new DateOnly(2026, 12, 1) }, clerk, Ct));
        Refused("resolution.dueMissing", await clauses.FollowAsync(clause, new FollowInput { AgencyId = house.Province.NaMauEconomy.Id }, clerk, Ct));
        Refused("agency.notFound", await clauses.FollowAsync(clause, new FollowInput { AgencyId = house.Province.ProvinceCommittee.Id, DueOn = new DateOnly(2026, 12, 1) }, clerk, Ct));
        Refused("resolution.fromTooEarly", await clauses.FollowAsync(clause, new FollowInput { AgencyId = house.Province.NaMauEconomy.Id, Cadence = ClauseCadence.Quarter, From = new DateOnly(2025, 9, 14) }, clerk, Ct));
        await using var db = house.Db();
        Assert.Equal(0, await db.Set<ResolutionTask>().CountAsync(Ct));
        Done(await clauses.FollowAsync(clause, new FollowInput { AgencyId = house.Province.NaMauEconomy.Id, Cadence = ClauseCadence.Quarter, From = new DateOnly(2026, 5, 1) }, clerk, Ct));
        Refused("resolution.clauseFollowed", await clauses.FollowAsync(clause, new FollowInput { AgencyId = house.Province.NaMauEconomy.Id, DueOn = new DateOnly(2026, 12, 1) }, clerk, Ct));

        Assert.Equal(["2026-Q2", "2026-Q3"], await PeriodsAsync(house));
    }

    [Theory, Engines]
    public async Task UBND_reports_by_its_own_hand_or_on_paper_and_twice_pressed_is_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, watch, officer) = (await EnteredAsync(house), house.Get<ResolutionWatch>(), SampleProvince.Officer(house.Province.NaMauCommittee));
        var report = new ResolutionReportInput { Id = Guid.CreateVersion7(), Number = "88/BC-UBND", Period = "6 tháng", Text = "Đã hỗ trợ 46 hộ." };

        Done(await watch.ReportAsync(code, report, officer, Ct));
        Done(await watch.ReportAsync(code, report, officer, Ct));
        Done(await watch.ReportAsync(code, report with { Id = null, Number = "90/BC-UBND" }, house.Province.Clerk(), Ct));
        Refused("resolution.reportMissing", await watch.ReportAsync(code, report with { Id = null, Text = "" }, officer, Ct));
        Refused("resolution.reportInFuture", await watch.ReportAsync(code, report with { Id = null, On = new DateOnly(2026, 9, 16) }, officer, Ct));
        Refused("resolution.notFound", await watch.ReportAsync(code, report with { Id = null }, SampleProvince.Officer(house.Province.NaMauEconomy), Ct));

        var reports = (await house.Get<ResolutionReader>().ReadAsync(code, house.Province.Clerk(), Ct))!.Reports.OrderBy(r => r.Code).ToList();
        Assert.Equal([("BCNQ-96001-2026-00001", false), ("BCNQ-96001-2026-00002", true)], reports.Select(r => (r.Code, r.OnBehalf)));
        Assert.All(reports, r => Assert.Equal(house.Province.NaMauCommittee.Id, r.AgencyId));
    }

    [Theory, Engines]
    public async Task An_agency_sees_what_it_is_asked_for_and_nothing_of_looks_and_others_clauses(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await EnteredAsync(house);
        await ClauseAsync(house, code);
        Done(await house.Get<ResolutionClauses>().AddAsync(code, new ClauseInput { Place = "Điều 9", Content = "Việc của cơ quan khác" }, house.Province.Clerk(), Ct));
        Done(await house.Get<ResolutionWatch>().LookAsync(code, new LookInput { Verdict = LookVerdict.StillNeeded, Found = "Nhận xét nội bộ của Ban." }, house.Province.Head(), Ct));
        Done(await house.Get<ResolutionWatch>().ReportAsync(code, new ResolutionReportInput { Text = "Báo cáo của UBND" }, SampleProvince.Officer(house.Province.NaMauCommittee), Ct));

        var asked = (await house.Get<ResolutionReader>().ReadAsync(code, SampleProvince.Officer(house.Province.NaMauEconomy), Ct))!;
        var above = (await house.Get<ResolutionReader>().ReadAsync(code, SampleProvince.As(Role.UpperViewer, house.Province.Own), Ct))!;

        Assert.Equal(("Điều 3 khoản 2", 0, 0, 0), (Assert.Single(asked.Clauses).Clause.Place, asked.Looks.Count, asked.Story.Count, asked.Reports.Count));
        Assert.Equal((2, 1, false), (above.Clauses.Count, above.Looks.Count, above.MayReadLooks));
        Assert.Null(await house.Get<ResolutionReader>().ReadAsync(code, house.Province.Clerk(house.Province.LungMau), Ct));
        Assert.Null(await house.Get<ResolutionReader>().TaskAsync((await TaskAsync(house)).Code, SampleProvince.Officer(house.Province.ProvinceCommittee), Ct));
        Refused("resolution.notAllowed", await house.Get<ResolutionDesk>().EditAsync(code, Asked(house), house.Province.Clerk(house.Province.Own), Ct));
        Refused("resolution.notFound", await house.Get<ResolutionDesk>().EditAsync(code, Asked(house), house.Province.Clerk(house.Province.LungMau), Ct));
    }

    private static Task CalendarAsync(TestHouse house) => house.Get<ResolutionCalendar>().RunAsync(house.Clock.GetUtcNow().UtcDateTime, Ct);

    private static async Task<ResolutionTask> TaskAsync(TestHouse house)
    {
        await using var db = house.Db();

        return await db.Set<ResolutionTask>().AsNoTracking().OrderBy(t => t.Code).FirstAsync(Ct);
    }

    private static async Task<(string Kind, FollowUpState State, DateOnly? DueOn, Guid? Agency)> ItemAsync(TestHouse house, ResolutionTask task)
    {
        await using var db = house.Db();
        var item = await db.Set<FollowUpItem>().AsNoTracking().SingleAsync(i => i.SubjectId == task.Id, Ct);

        return (item.SubjectKind, item.State, item.DueOn, item.AgencyId);
    }

    private static async Task<List<string>> PeriodsAsync(TestHouse house)
    {
        await using var db = house.Db();

        return await db.Set<ResolutionTask>().OrderBy(t => t.Period).Select(t => t.Period).ToListAsync(Ct);
    }
}
