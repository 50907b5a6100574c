using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.FollowUp;
using NghiTruong.Interpellations;
using NghiTruong.Letters;
using NghiTruong.Support;
using static NghiTruong.Tests.Interpellations.InterpellationCases;

namespace NghiTruong.Tests.Interpellations;

/// <summary>Explanation sessions: notice, session, conclusion, tasks, failure; their papers.</summary>
public sealed class ExplanationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task From_the_decision_to_the_task_that_closes_the_session(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, task) = await SentAsync(house);
        Assert.Matches("^GT-96001-2026-\\d{5}$", code);
        var session = await FindAsync(house, code);
        Assert.Equal((ExplanationState.Sent, "25/TB-HĐND", "Phòng Kinh tế", Day(9, 15), (string?)null), (session.State, session.ConclusionNumber, session.SentTo, session.SentOn, session.NoticeLateBecause));
        await using (var db = house.Db())
        {
            var item = await db.Set<FollowUpItem>().SingleAsync(Ct);
            Assert.Equal(("promise", task, Day(10, 31)), (item.SubjectKind, item.SubjectCode, item.OwedBy));
        }

        Done(await house.Get<PromiseDesk>().ReportAsync(task, new PromiseReportInput { Words = "Đã chi.", IsDone = true }, SampleProvince.Officer(house.Province.NaMauEconomy), Ct));
        Done(await house.Get<PromiseDesk>().JudgeAsync(task, Kept, house.Province.StandingCommittee(), Ct));

        Assert.Equal((ExplanationState.Closed, Day(9, 15)), ((await FindAsync(house, code)).State, (await FindAsync(house, code)).ClosedOn));
    }

    [Theory, Engines]
    public async Task The_notice_is_due_ten_days_before_and_a_late_one_needs_its_reason(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var desk = house.Get<ExplanationDesk>();
        // Ten days before the 15th is the 5th: in time on that day, a day late on the 6th.
        var inTime = await NotifiedAsync(house, Day(9, 5));
        Assert.Equal((Day(9, 5), 0), ((await FindAsync(house, inTime)).NoticeDueOn, (await FindAsync(house, inTime)).NoticeDaysLate(house.Clock.Today)));
        Done(await desk.HoldAsync(inTime, new HoldInput(), house.Province.Clerk(), Ct));

        var late = Done(await desk.DecideAsync(Explanation(house, Day(9, 15)), house.Province.StandingCommittee(), Ct)).Value;
        Assert.Equal(10, (await FindAsync(house, late)).NoticeDaysLate(house.Clock.Today));
        Refused("explanation.notNotified", await desk.HoldAsync(late, new HoldInput(), house.Province.Clerk(), Ct));
        var letter = Done(await desk.DraftNoticeAsync(late, house.Province.StandingCommittee(), Ct)).Value;
        Assert.Equal(letter, Done(await desk.DraftNoticeAsync(late, house.Province.StandingCommittee(), Ct)).Value);
        Done(await house.Get<LetterOffice>().RecordOutsideAsync(letter, new IssuedOutside { Number = "22", IssuedOn = Day(9, 6) }, null, house.Province.Clerk(), Ct));

        var refused = await desk.HoldAsync(late, new HoldInput(), house.Province.Clerk(), Ct);
        Assert.Equal(("explanation.noticeLate", "LateBecause", 1), (refused.Refusals[0].Code, refused.Refusals[0].Field, (int)refused.Refusals[0].Values[0]));
        Done(await desk.HoldAsync(late, new HoldInput { LateBecause = "Mưa lũ, cơ quan đồng ý" }, house.Province.Clerk(), Ct));
        Assert.Equal("Mưa lũ, cơ quan đồng ý", (await FindAsync(house, late)).NoticeLateBecause);
        Assert.Contains((await house.Get<InterpellationReader>().ExplanationAsync(late, house.Province.Clerk(), Ct))!.Story, e => e.EventCode == "explanationSession.notifiedLate");
    }

    [Theory, Engines]
    public async Task A_session_put_off_is_notified_again(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, desk) = (await NotifiedAsync(house, Day(9, 4)), house.Get<ExplanationDesk>());
        Refused("explanation.putOffToPast", await desk.PutOffAsync(code, Day(9, 14), null, "9/TB", "Mưa lũ", house.Province.Clerk(), Ct));
        Refused("explanation.reasonMissing", await desk.PutOffAsync(code, Day(10, 20), null, "9/TB", "", house.Province.Clerk(), Ct));
        Done(await desk.PutOffAsync(code, Day(10, 20), null, "9/TB", "Mưa lũ", house.Province.Clerk(), Ct));

        var session = await FindAsync(house, code);
        Assert.Equal((ExplanationState.Decided, Day(10, 20), Day(10, 10), (DateOnly?)null), (session.State, session.PlannedOn, session.OwedBy, session.NoticeOn));
        Done(await desk.CancelAsync(code, "10/TB", "Đã giải quyết xong", house.Province.Clerk(), Ct));
        Refused("explanation.notAhead", await desk.CancelAsync(code, "10/TB", "Lần nữa", house.Province.Clerk(), Ct));
    }

    [Theory, Engines]
    public async Task A_conclusion_has_minutes_and_more_than_half_of_all_members_behind_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, standing) = (house.Get<ExplanationDesk>(), house.Province.StandingCommittee());
        var bare = await NotifiedAsync(house, Day(9, 4), "20");
        Done(await desk.HoldAsync(bare, new HoldInput(), house.Province.Clerk(), Ct));
        Refused("explanation.minutesMissing", await desk.ConcludeAsync(bare, Conclusion, standing, Ct));

        var code = await HeldAsync(house);
        var refused = await desk.ConcludeAsync(code, Conclusion with { Members = 6, Conclusion = " ", On = Day(9, 14) }, standing, Ct);
        Assert.Equal(["explanation.notCarried", "explanation.conclusionMissing", "explanation.concludedWrongDay"], refused.Refusals.Select(r => r.Code));
        var task = await desk.ConcludeAsync(code, Conclusion with { Tasks = [new PromiseInput { Content = "Làm", DueOn = null }] }, standing, Ct);
        Assert.Equal(("promise.dueMissing", "Tasks[0].DueOn"), (task.Refusals[0].Code, task.Refusals[0].Field));
        Done(await desk.ConcludeAsync(code, Conclusion, standing, Ct));
        Assert.Equal(5, (await house.Get<InterpellationReader>().ExplanationAsync(bare, standing, Ct))!.MembersBefore);
    }

    [Theory, Engines]
    public async Task A_turn_sent_again_is_one(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await HeldAsync(house);
        var turn = new TurnInput(TurnKind.Remark, "Chủ tọa", "Kết luận sơ bộ.", Guid.CreateVersion7());

        Done(await house.Get<ExplanationDesk>().AddTurnAsync(code, turn, house.Province.Clerk(), Ct));
        Done(await house.Get<ExplanationDesk>().AddTurnAsync(code, turn, house.Province.Clerk(), Ct));
        Refused("turn.speakerMissing", await house.Get<ExplanationDesk>().AddTurnAsync(code, turn with { Speaker = null }, house.Province.Clerk(), Ct));

        Assert.Equal(["Đại biểu Mẫu", "Trưởng phòng Kinh tế", "Chủ tọa"], (await house.Get<InterpellationReader>().ExplanationAsync(code, house.Province.Clerk(), Ct))!.Turns.Select(t => t.Speaker));
    }

    [Theory, Engines]
    public async Task A_failure_is_reported_to_the_council_once_a_task_is_late(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var ((code, _), desk) = (await SentAsync(house), house.Get<ExplanationDesk>());
        Refused("explanation.nothingFailed", await desk.ReportFailureAsync(code, "30/BC", null, "Chậm", house.Province.Clerk(), Ct));

        house.Clock.SetDay(Day(11, 1));
        Done(await desk.ReportFailureAsync(code, "30/BC-TTHĐND", null, "Quá hạn chưa chi trả", house.Province.Clerk(), Ct));

        Assert.Equal(("30/BC-TTHĐND", Day(11, 1)), ((await FindAsync(house, code)).FailureNumber, (await FindAsync(house, code)).FailureOn));
    }

    [Theory, Engines]
    public async Task A_conclusion_stays_at_home_until_it_is_sent_and_goes_back_when_withdrawn(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, desk, reader) = (await HeldAsync(house), house.Get<ExplanationDesk>(), house.Get<InterpellationReader>());
        var (upper, officer, standing) = (house.Province.Clerk(house.Province.Own), SampleProvince.Officer(house.Province.NaMauEconomy), house.Province.StandingCommittee());
        Done(await desk.ConcludeAsync(code, Conclusion, standing, Ct));
        Assert.Null((await reader.ExplanationAsync(code, upper, Ct))!.Conclusion);
        Assert.Null((await reader.ExplanationAsync(code, officer, Ct))!.Conclusion);
        Assert.DoesNotContain((await reader.ExplanationAsync(code, officer, Ct))!.Story, e => e.EventCode == "explanationSession.concluded");
        var letter = Done(await desk.DraftConclusionAsync(code, standing, Ct)).Value;
        Done(await house.Get<LetterOffice>().RecordOutsideAsync(letter, new IssuedOutside { Number = "25", IssuedOn = Day(9, 15) }, null, house.Province.Clerk(), Ct));
        Assert.Equal(Conclusion.Conclusion, (await reader.ExplanationAsync(code, officer, Ct))!.Conclusion);
        Assert.Null(await reader.ExplanationAsync(code, SampleProvince.Officer(house.Province.NaMauCommittee), Ct));

        Done(await house.Get<LetterOffice>().WithdrawAsync(letter, "Sai thời hạn", house.Province.Clerk(), Ct));

        Assert.Equal(ExplanationState.Concluded, (await FindAsync(house, code)).State);
        Assert.Null((await reader.ExplanationAsync(code, upper, Ct))!.Conclusion);
    }

    [Theory, Engines]
    public async Task Notice_and_conclusion_are_written_as_official_notices(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, _) = await SentAsync(house);
        var session = await FindAsync(house, code);

        var notice = await WordsAsync(house, session.NoticeLetterId!.Value);
        var conclusion = await WordsAsync(house, session.ConclusionLetterId!.Value);

        Assert.Contains("Trưởng phòng Kinh tế", notice, StringComparison.Ordinal);
        Assert.Contains("08/QĐ-TTHĐND", notice, StringComparison.Ordinal);
        Assert.Contains("Ngày 15/09/2026, tại Hội trường xã", notice, StringComparison.Ordinal);
        Assert.Contains("THÔNG BÁO", notice, StringComparison.Ordinal);
        Assert.Contains("3/5 thành viên Thường trực tán thành", conclusion, StringComparison.Ordinal);
        Assert.Contains("Chi trả xong chế độ bảo vệ rừng năm 2026.", conclusion, StringComparison.Ordinal);
        Assert.Contains("31/10/2026", conclusion, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task The_list_of_slips_stands_by_group_with_its_criterion(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (chosen, asker, session) = await HandedInAsync(house);
        var waiting = Done(await house.Get<SlipDesk>().HandInAsync(Slip(house, session) with { Issue = "Chợ phiên bao giờ họp lại?" }, asker, Ct)).Value;
        Done(await house.Get<SlipDesk>().SelectAsync(Selection(house, session, chosen), house.Province.StandingCommittee(), Ct));
        var document = house.Get<SlipListDocument>();

        var written = Done((await document.WriteAsync(session, house.Province.Clerk(), Ct))!).Value;

        using var content = new MemoryStream(written.Content);
        var words = string.Join('\n', WordText.Paragraphs(content).Value.Select(p => p.Text));
        Assert.Contains("Nhóm 1: Nước sạch nông thôn (tiêu chí: Vấn đề bức xúc", words, StringComparison.Ordinal);
        Assert.True(words.IndexOf(chosen, StringComparison.Ordinal) < words.IndexOf("Chờ lựa chọn", StringComparison.Ordinal));
        Assert.True(words.IndexOf("Chờ lựa chọn", StringComparison.Ordinal) < words.IndexOf(waiting, StringComparison.Ordinal));
        Assert.Null(await document.WriteAsync(session, house.Province.Clerk(house.Province.LungMau), Ct));
        var other = await SessionAsync(house, 9, Day(12, 10));
        Refused("interpellation.listEmpty", (await document.WriteAsync(other, house.Province.Clerk(), Ct))!);
    }

    private static async Task<string> WordsAsync(TestHouse house, Guid letter)
    {
        var written = Done((await house.Get<LetterForms>().WriteAsync(letter, house.Province.Clerk(), Ct))!).Value;
        using var content = new MemoryStream(written.Content);

        return string.Join('\n', WordText.Paragraphs(content).Value.Select(p => p.Text));
    }

    private static async Task<ExplanationSession> FindAsync(TestHouse house, string code)
    {
        await using var db = house.Db();

        return await db.Set<ExplanationSession>().SingleAsync(s => s.Code == code, Ct);
    }
}
