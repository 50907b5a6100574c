using Microsoft.EntityFrameworkCore;
using NghiTruong.Counting;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;
using NghiTruong.Support;
using NghiTruong.Verification;
using static NghiTruong.Tests.Verification.VerificationCases;

namespace NghiTruong.Tests.Verification;

/// <summary>A draft resolution through its verification, from the dossier to the report that goes out.</summary>
public sealed class VerificationStoryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_dossier_counts_its_days_back_from_the_session_and_tells_what_is_missing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await OpenedAsync(house);
        house.Clock.Move(TimeSpan.FromDays(22));

        var view = (await house.Get<VerificationReader>().ReadAsync(code, house.Province.Clerk(), Ct))!;

        Assert.Equal($"TT-96001-2026-00001", code);
        Assert.Equal((new DateOnly(2026, 10, 5), new DateOnly(2026, 10, 5), new DateOnly(2026, 10, 10)), (view.Case.PapersDueOn!.Value, view.Case.MeetingDueOn!.Value, view.Case.ReportDueOn!.Value));
        Assert.Equal(["toTrinh", "duThao", "tongHop"], view.Missing.Select(p => p.Code));
        Assert.Equal(2, view.DaysLate(view.Missing[0], new DateOnly(2026, 10, 7)));
    }

    [Theory, Engines]
    public async Task Days_move_with_the_session(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await OpenedAsync(house);
        await using var db = house.Db();
        var session = db.Set<NghiTruong.Councils.CouncilSession>().Single();

        Done(await house.Get<NghiTruong.Councils.SessionDesk>().SaveAsync(
            house.Province.NaMau.Id,
            new NghiTruong.Councils.SessionInput { Id = session.Id, Number = 3, Name = session.Name, OpensOn = new DateOnly(2026, 10, 25) },
            house.Province.Clerk(), Ct));

        var view = (await house.Get<VerificationReader>().ReadAsync(code, house.Province.Clerk(), Ct))!;
        Assert.Equal((new DateOnly(2026, 10, 25), new DateOnly(2026, 10, 20)), (view.Case.OpensOn, view.Case.ReportDueOn!.Value));
    }

    [Theory, Engines]
    public async Task A_rule_that_the_council_changes_moves_the_days_of_open_dossiers(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await OpenedAsync(house);

        Done(await house.Get<NghiTruong.Law.RuleDesk>().SetOwnAsync(
            new NghiTruong.Law.OwnRuleInput { CouncilId = house.Province.NaMau.Id, Code = VerificationRules.ReportRule, Days = 7, DayType = NghiTruong.Law.DayType.Calendar, ValidFrom = new DateOnly(2026, 1, 1), LegalBasis = "Quy chế làm việc" },
            house.Province.Clerk(), Ct));

        Assert.Equal(new DateOnly(2026, 10, 8), (await house.Get<VerificationReader>().ReadAsync(code, house.Province.Clerk(), Ct))!.Case.ReportDueOn);
    }

    [Theory, Engines]
    public async Task Versions_of_a_draft_stand_side_by_side_and_the_newest_has_its_warnings(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, reader, clerk) = (await OpenedAsync(house), house.Get<VerificationReader>(), house.Province.Clerk());
        var first = new DraftFile { Bases = ["Căn cứ Luật Bảo vệ bí mật nhà nước số 29/2018/QH14;", .. new DraftFile().Bases] };
        Done(await ReceiveDraftAsync(house, code, first));
        var warned = await reader.DraftAsync((await reader.ReadAsync(code, clerk, Ct))!, clerk, Ct);
        house.Clock.Move(TimeSpan.FromHours(1));
        Done(await ReceiveDraftAsync(house, code, new DraftFile { Abstract = "Về kế hoạch đầu tư công năm 2027 của xã" }));
        var view = (await reader.ReadAsync(code, clerk, Ct))!;

        var compared = (await reader.CompareAsync(view, view.Versions[0].Id, view.Versions[1].Id, clerk, Ct))!;

        Assert.Equal("legalBasisReplaced", Assert.Single(warned!.Warnings).Code);
        Assert.Empty((await reader.DraftAsync(view, clerk, Ct))!.Warnings);
        Assert.Single(compared, p => p.Kind == ComparedKind.Removed);
        Assert.Equal(7, Assert.Single(compared, p => p.Kind == ComparedKind.Changed).OldNumber);
        Assert.DoesNotContain(compared, p => p.Kind == ComparedKind.Added);
    }

    [Theory, Engines]
    public async Task A_report_is_written_voted_on_and_issued_in_time(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, bench, head) = (await OpenedAsync(house), house.Get<VerificationWorkbench>(), house.Province.Head());
        Refused("verification.partMissing", await bench.DraftReportAsync(code, head, Ct));
        Done(await bench.WriteAsync(code, Parts, head, Ct));
        Refused("verification.positionMissing", await bench.DraftReportAsync(code, head, Ct));
        Refused("verification.notCarried", await bench.MeetAsync(code, Meeting with { For = 2, Against = 2 }, head, Ct));
        Done(await bench.MeetAsync(code, Meeting, head, Ct));
        var letter = Done(await bench.DraftReportAsync(code, head, Ct)).Value;

        Assert.Equal(letter, Done(await bench.DraftReportAsync(code, head, Ct)).Value);
        var word = (await house.Get<LetterForms>().WriteAsync(letter, house.Province.Clerk(), Ct))!.Value;
        var text = string.Join('\n', WordText.Paragraphs(new MemoryStream(word.Content)).Value.Select(p => p.Text));
        Assert.All(Parts.Values, part => Assert.Contains(part.Text!, text, StringComparison.Ordinal));
        Assert.Contains("3/5 thành viên", text, StringComparison.Ordinal);
        Assert.Contains("sau khi chỉnh lý", text, StringComparison.Ordinal);

        Done(await house.Get<LetterOffice>().RecordOutsideAsync(letter, new IssuedOutside { Number = "07", Notation = "BC-HĐND", IssuedOn = new DateOnly(2026, 9, 15) }, null, house.Province.Clerk(), Ct));
        var issued = (await house.Get<VerificationReader>().ReadAsync(code, head, Ct))!.Case;
        Assert.Equal((VerificationState.Reported, "07/BC-HĐND", 0), (issued.State, issued.ReportNumber, issued.DaysLate(new DateOnly(2026, 12, 1))));
        Refused("verification.issued", await bench.WriteAsync(code, Parts, head, Ct));

        // Each act was counted as it happened: the records say the same.
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
        await using var db = house.Db();
        Assert.Equal((VerificationCounting.InTime, nameof(VerificationPosition.ReadyOnceRevised), issued.ReportDueOn), (await db.Set<CountDelta>().Where(d => d.Kind == VerificationCounting.Kind).GroupBy(d => new { d.Outcome, d.Status, d.Day }).Where(g => g.Sum(d => d.N) != 0).Select(g => g.Key).ToListAsync(Ct))
            .Select(g => (g.Outcome, g.Status, (DateOnly?)g.Day)).Single());
    }

    [Theory, Engines]
    public async Task Comments_are_answered_one_by_one_by_the_agency_or_on_its_behalf(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, desk, clerk) = (await OpenedAsync(house), house.Get<VerificationDesk>(), house.Province.Clerk());
        Done(await desk.CommentAsync(code, new CommentInput("Ủy ban MTTQ xã", null, "Đề nghị bổ sung công trình thôn Lũng."), clerk, Ct));
        Done(await desk.CommentAsync(code, new CommentInput("Tổ đại biểu số 1", null, "Làm rõ nguồn vốn."), clerk, Ct));
        var comments = (await house.Get<VerificationReader>().ReadAsync(code, clerk, Ct))!.Comments;

        Done(await desk.AnswerAsync(code, comments[0].Id, true, "Đã bổ sung tại Điều 1.", SampleProvince.Officer(house.Province.NaMauCommittee), Ct));
        Done(await desk.AnswerAsync(code, comments[1].Id, false, "Nguồn vốn nêu tại phụ lục.", clerk, Ct));
        Refused("verification.answerMissing", await desk.AnswerAsync(code, comments[1].Id, false, " ", clerk, Ct));

        var answered = (await house.Get<VerificationReader>().ReadAsync(code, clerk, Ct))!.Comments;
        Assert.Equal([true, false], answered.Select(c => c.IsAccepted));
    }

    [Theory, Engines]
    public async Task What_is_wrong_in_a_new_dossier_is_told_field_by_field(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);

        var refused = await house.Get<VerificationDesk>().OpenAsync(Input(house, null, Guid.CreateVersion7()) with { Title = " ", AgencyId = house.Province.ProvinceCommittee.Id }, house.Province.Head(), Ct);

        Assert.Equal(
            ["verification.titleMissing", "verification.sessionMissing", "verification.agencyMissing", "verification.bodyUnknown"],
            refused.Refusals.Select(r => r.Code));
    }

    [Theory]
    [InlineData(100, ScoreGrade.Good)]
    [InlineData(90, ScoreGrade.Good)]
    [InlineData(89, ScoreGrade.Fair)]
    [InlineData(75, ScoreGrade.Fair)]
    [InlineData(74, ScoreGrade.Passed)]
    [InlineData(60, ScoreGrade.Passed)]
    [InlineData(59, ScoreGrade.Failed)]
    [InlineData(0, ScoreGrade.Failed)]
    public void Grades_of_the_frame_have_their_edges(int total, ScoreGrade grade) => Assert.Equal(grade, ScoreFrame.GradeOf(total, VerificationSetup.Shipped(VerificationItem.DraftResolution).Bands));

    [Fact]
    public void Any_illegal_content_fails_the_whole_whatever_the_total()
    {
        var setup = VerificationSetup.Shipped(VerificationItem.DraftResolution);
        var frame = setup.Frame.SelectMany(g => g.Criteria).ToList();

        Assert.Equal((16, 100), (frame.Count, frame.Sum(c => c.Most)));
        Assert.Equal(new ScoreResult(100, ScoreGrade.Failed, true), ScoreFrame.Judge([.. frame.Select((c, at) => (c.Most, at == 7))], setup.Bands));
        Assert.Equal(new ScoreResult(100, ScoreGrade.Good, false), ScoreFrame.Judge([.. frame.Select(c => (c.Most, false))], setup.Bands));
    }

    [Theory, Engines]
    public async Task Points_lie_within_the_frame(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, bench, head) = (await OpenedAsync(house), house.Get<VerificationWorkbench>(), house.Province.Head());

        Refused("verification.pointsOutOfRange", await bench.ScoreAsync(code, [new ScoreInput("TQ-01", 9, false)], head, Ct));
        Refused("verification.criterionUnknown", await bench.ScoreAsync(code, [new ScoreInput("XX-01", 1, false)], head, Ct));
        Done(await bench.ScoreAsync(code, [new ScoreInput("TQ-01", 8, false), new ScoreInput("ND-01", 0, true, "Trái Luật Ngân sách nhà nước")], head, Ct));

        var score = (await house.Get<VerificationReader>().ReadAsync(code, head, Ct))!.Score!;
        Assert.Equal((8, ScoreGrade.Failed, true), (score.Total, score.Grade, score.FailedByIllegality));
    }

    [Theory]
    [InlineData(5, 2, 2, 0, 0, "verification.noQuorum")]
    [InlineData(5, 6, 6, 0, 0, "verification.morePresentThanMembers")]
    [InlineData(5, 4, 3, 0, 0, "verification.votesDoNotAddUp")]
    [InlineData(6, 4, 3, 1, 0, "verification.notCarried")]
    [InlineData(6, 4, 4, 0, 0, null)]
    [InlineData(0, 0, 0, 0, 0, "verification.votesWrong")]
    public void A_conclusion_needs_more_than_half_of_all_members(int members, int present, int yes, int no, int abstained, string? refusal) =>
        Assert.Equal(refusal, VerificationRules.WrongIn(new MeetingVotes(members, present, yes, no, abstained)).Select(r => r.Code).FirstOrDefault());
}
