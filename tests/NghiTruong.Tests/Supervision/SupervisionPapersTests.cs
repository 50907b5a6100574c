using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Word;
using NghiTruong.FollowUp;
using NghiTruong.Journal;
using NghiTruong.Database;
using NghiTruong.Letters;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Papers;
using NghiTruong.Support;
using NghiTruong.Tests.Documents.Word;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Supervision;

/// <summary>The papers of a supervision, written from its records, and what the supervision learns when they go out.</summary>
public sealed class SupervisionPapersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task The_papers_before_a_visit_say_team_bodies_and_what_is_handed_in(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await PreparedAsync(house);

        Assert.All(
            new[] { SupervisionPaperKind.Decision, SupervisionPaperKind.Plan, SupervisionPaperKind.Schedule },
            kind => Assert.Contains("Trưởng đoàn Mẫu", WordAsync(house, code, kind).GetAwaiter().GetResult(), StringComparison.Ordinal));
        var plan = await WordAsync(house, code, SupervisionPaperKind.Plan);
        Assert.Contains("Đầu tư, vận hành, duy tu.", plan, StringComparison.Ordinal);
        Assert.Contains("12/09/2026", plan, StringComparison.Ordinal);
        var outline = await WordAsync(house, code, SupervisionPaperKind.Outline);
        Assert.Contains("Ủy ban nhân dân xã Nà Mẫu", outline, StringComparison.Ordinal);
        Assert.Contains("ĐỀ CƯƠNG BÁO CÁO", outline, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_paper_is_drafted_once_and_recorded_the_day_its_letter_goes_out(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, drafting) = (await PreparedAsync(house), house.Get<PaperDrafting>());
        var letter = Done(await drafting.DraftAsync(code, SupervisionPaperKind.Plan, house.Province.Head(), Ct)).Value;
        Assert.Equal(letter, Done(await drafting.DraftAsync(code, SupervisionPaperKind.Plan, house.Province.Clerk(), Ct)).Value);
        var before = (await house.Get<SupervisionReader>().ReadAsync(code, house.Province.Clerk(), Ct))!;
        Assert.Equal([new PaperOnItsWay(SupervisionPaperKind.Plan, letter, LetterState.Draft)], before.OnTheWay);
        Assert.Contains(SupervisionPaperKind.Plan, before.Missing.Select(m => m.Kind));

        await IssueAsync(house, letter, "03", "KH-HĐND", Day(9, 7));

        var after = (await house.Get<SupervisionReader>().ReadAsync(code, house.Province.Clerk(), Ct))!;
        var paper = Assert.Single(after.Papers);
        Assert.Equal((SupervisionPaperKind.Plan, "03/KH-HĐND", Day(9, 7), (Guid?)letter), (paper.Kind, paper.Number, paper.On, paper.LetterId));
        Assert.Equal((SupervisionState.UnderWay, Day(9, 7)), (after.Supervision.State, after.Supervision.BeganOn));
        Assert.DoesNotContain(SupervisionPaperKind.Plan, after.Missing.Select(m => m.Kind));
        Assert.Empty(after.OnTheWay);
    }

    [Theory, Engines]
    public async Task A_withdrawn_paper_stays_and_counts_no_more_and_a_withdrawn_report_is_owed_again(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await HeldAsync(house);
        var letter = Done(await house.Get<PaperDrafting>().DraftAsync(code, SupervisionPaperKind.Report, house.Province.Clerk(), Ct)).Value;
        await IssueAsync(house, letter, "05", "BC-HĐND", Day(9, 14));
        Assert.Equal((SupervisionState.Reported, "05/BC-HĐND"), await StandsAsync(house, code));

        Done(await house.Get<LetterOffice>().WithdrawAsync(letter, "Sai số liệu phụ lục.", house.Province.Clerk(), Ct));

        Assert.Equal((SupervisionState.Held, null), await StandsAsync(house, code));
        var view = (await house.Get<SupervisionReader>().ReadAsync(code, house.Province.Clerk(), Ct))!;
        Assert.Equal(house.Clock.Today, Assert.Single(view.Papers, p => p.Kind == SupervisionPaperKind.Report).WithdrawnOn);
        Assert.Contains(SupervisionPaperKind.Report, view.Missing.Select(m => m.Kind));
        Assert.Equal(SupervisionDuty.Report, view.Supervision.Duty);
    }

    [Theory, Engines]
    public async Task The_report_is_assembled_from_findings_with_their_evidence_and_recommendations_with_their_dates(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var text = await WordAsync(house, await HeldAsync(house), SupervisionPaperKind.Report);

        Assert.Contains("Đường ống hỏng từ tháng 3 (ghi nhận tại Thôn Lũng ngày 09/09/2026)", text, StringComparison.Ordinal);
        Assert.Contains("Đã xây 3 công trình.", text, StringComparison.Ordinal);
        Assert.Contains("Sửa đường ống cấp nước thôn Lũng; sản phẩm: Biên bản nghiệm thu công trình; hoàn thành trước ngày 30/09/2026", text, StringComparison.Ordinal);
        Assert.Contains("CÁC KIẾN NGHỊ SAU GIÁM SÁT", text, StringComparison.Ordinal);
        Assert.Contains("Thường trực Đảng ủy (để báo cáo)", text, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task The_conclusion_is_drafted_when_nothing_lacks_and_makes_the_recommendations_when_it_goes_out(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, drafting, clerk) = (await HeldAsync(house), house.Get<PaperDrafting>(), house.Province.Clerk());
        Refused("supervision.notReported", await drafting.DraftAsync(code, SupervisionPaperKind.Conclusion, clerk, Ct));
        await IssueAsync(house, Done(await drafting.DraftAsync(code, SupervisionPaperKind.Report, clerk, Ct)).Value, "05", "BC-HĐND", Day(9, 14));

        var letter = Done(await drafting.DraftAsync(code, SupervisionPaperKind.Conclusion, clerk, Ct)).Value;
        await IssueAsync(house, letter, "06", "TB-HĐND", Day(9, 15));

        Assert.Equal((SupervisionState.Concluded, "05/BC-HĐND"), await StandsAsync(house, code));
        await using var db = house.Db();
        Assert.Equal(Day(9, 30), (await db.Set<FollowUpItem>().SingleAsync(Ct)).DueOn);
        Assert.Empty((await house.Get<JournalVerifier>().VerifyAsync([], null, Ct)).Findings);
    }

    [Theory, Engines]
    public async Task Who_sits_in_the_supervised_body_cannot_read_the_report_before_it_is_issued(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await HeldAsync(house);
        var letter = Done(await house.Get<PaperDrafting>().DraftAsync(code, SupervisionPaperKind.Report, house.Province.Clerk(), Ct)).Value;
        var both = new Acting(
            Guid.CreateVersion7(), "kiem-nhiem", "Người kiêm nhiệm", [.. house.Province.Clerk().Capacities, .. SampleProvince.Officer(house.Province.NaMauCommittee).Capacities]);

        Assert.Null(await house.Get<LetterForms>().WriteAsync(letter, both, Ct));
        Refused("supervision.ownBody", await house.Get<PaperDrafting>().DraftAsync(code, SupervisionPaperKind.Report, both, Ct));

        await IssueAsync(house, letter, "05", "BC-HĐND", Day(9, 14));
        Assert.NotNull(await house.Get<LetterForms>().WriteAsync(letter, both, Ct));
    }

    [Theory, Engines]
    public async Task The_first_opening_by_whom_it_was_sent_to_is_proof_of_delivery(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var ((code, _), distribution) = (await ConcludedAsync(house), house.Get<SupervisionDistribution>());
        Done(await distribution.SendAsync(code, new DeliveryInput([house.Province.NaMauCommittee.Id], "Trục liên thông văn bản", Day(9, 15)), house.Province.Clerk(), Ct));
        Done(await distribution.OpenedAsync(code, house.Province.StandingCommittee(), Ct));
        Assert.Null((await SentAsync()).OpenedAt);

        Done(await distribution.OpenedAsync(code, SampleProvince.Officer(house.Province.NaMauCommittee), Ct));

        var sent = await SentAsync();
        Assert.Equal((house.Clock.Now, SampleProvince.Officer(house.Province.NaMauCommittee).FullName), (sent.OpenedAt, sent.OpenedBy));
        house.Clock.Move(TimeSpan.FromHours(3));
        Done(await distribution.OpenedAsync(code, SampleProvince.Officer(house.Province.NaMauCommittee), Ct));
        Assert.Equal(sent.OpenedAt, (await SentAsync()).OpenedAt);

        async Task<SupervisionDelivery> SentAsync()
        {
            await using var db = house.Db();

            return await db.Set<SupervisionDelivery>().AsNoTracking().SingleAsync(Ct);
        }
    }

    [Theory, Engines]
    public async Task The_council_itself_resolves_where_others_decide(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = Done(await house.Get<ProgrammeDesk>().ProposeAsync(Theme(house.Province.NaMau) with { Subject = SupervisionSubject.Council }, house.Province.Head(), Ct)).Value;
        Done(await house.Get<ProgrammeDesk>().DecideAsync([code], new DecidedBy("12/NQ-HĐND", Day(9, 5)), house.Province.StandingCommittee(), Ct));

        var text = await WordAsync(house, code, SupervisionPaperKind.Decision);

        Assert.Contains("NGHỊ QUYẾT", text, StringComparison.Ordinal);
        Assert.Contains("QUYẾT NGHỊ:", text, StringComparison.Ordinal);
        Assert.Contains("12/NQ-HĐND", text, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task The_offices_own_template_is_taken_for_every_paper_and_every_field_it_offers_is_filled(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, clerk) = (await HeldAsync(house), house.Province.Clerk());
        Done(await house.Get<SupervisionDesk>().RecordPaperAsync(code, new SupervisionPaperInput { Kind = SupervisionPaperKind.Decision, Number = "07/QĐ-TTHĐND", On = Day(9, 6) }, clerk, Ct));
        List<string> wrong = [];

        foreach (var kind in new[] { SupervisionPaperKind.Decision, SupervisionPaperKind.Plan, SupervisionPaperKind.Outline, SupervisionPaperKind.Schedule, SupervisionPaperKind.Report, SupervisionPaperKind.Conclusion })
        {
            if (kind == SupervisionPaperKind.Conclusion)
            {
                Done(await house.Get<SupervisionResults>().ReportAsync(code, "08/BC-ĐGS", Day(9, 14), clerk, Ct));
            }

            var offered = house.Get<IEnumerable<IDocumentKind>>().Single(d => d.Kind == $"supervision.{kind}").Fields;
            var form = WordPackages.Of(string.Concat(offered.Select(f => WordPackages.Paragraph($"{f}={{{{{f}}}}}"))));
            Done(await house.Get<LetterTemplates>().TakeAsync(house.Province.NaMau.Id, $"supervision.{kind}", form, "mau.docx", clerk, Ct));
            var lines = (await WordAsync(house, code, kind)).Split('\n');

            wrong.AddRange(offered.Where(f => !lines.Any(l => l.StartsWith(f + "=", StringComparison.Ordinal) && l.Length > f.Length + 1 && !l.Contains("{{", StringComparison.Ordinal))).Select(f => $"{kind}: {f}"));
            Assert.NotEmpty(offered);
        }

        Assert.Empty(wrong);
    }

    /// <summary>In the programme, with its team and the body it goes to.</summary>
    private static async Task<string> PreparedAsync(TestHouse house)
    {
        var (code, desk, clerk) = (await ProgrammedAsync(house), house.Get<SupervisionDesk>(), house.Province.Clerk());
        Done(await desk.SetTeamAsync(code, [new TeamMemberInput("Trưởng đoàn Mẫu", TeamRole.Head), new TeamMemberInput("Thư ký Mẫu", TeamRole.Secretary)], clerk, Ct));
        Done(await desk.SetBodiesAsync(code, [new SupervisedBodyInput(house.Province.NaMauCommittee.Id, "Báo cáo theo đề cương", Day(9, 12))], clerk, Ct));

        return code;
    }

    /// <summary>Held on 10 September, with a finding of a visit, results and one recommendation.</summary>
    private static async Task<string> HeldAsync(TestHouse house)
    {
        var (code, desk, clerk) = (await PreparedAsync(house), house.Get<SupervisionDesk>(), house.Province.Clerk());
        var visit = Done(await desk.VisitAsync(code, new VisitInput { On = Day(9, 9), Place = "Thôn Lũng", Notes = "Bể chứa cạn." }, clerk, Ct)).Value;
        Done(await desk.FindAsync(code, new FindingInput { Kind = FindingKind.Shortcoming, Text = "Đường ống hỏng từ tháng 3.", VisitId = visit }, clerk, Ct));
        Done(await desk.HoldAsync(code, Day(9, 10), clerk, Ct));
        Done(await house.Get<SupervisionResults>().WriteAsync(code, Words, clerk, Ct));
        Done(await house.Get<SupervisionResults>().RecommendAsync(code, Recommend(house), clerk, Ct));

        return code;
    }

    private static async Task<string> WordAsync(TestHouse house, string code, SupervisionPaperKind kind)
    {
        var letter = Done(await house.Get<PaperDrafting>().DraftAsync(code, kind, house.Province.Clerk(), Ct)).Value;
        var word = (await house.Get<LetterForms>().WriteAsync(letter, house.Province.Clerk(), Ct))!.Value;

        return string.Join('\n', WordText.Paragraphs(new MemoryStream(word.Content)).Value.Select(p => p.Text));
    }

    private static async Task IssueAsync(TestHouse house, Guid letter, string number, string notation, DateOnly on) =>
        Done(await house.Get<LetterOffice>().RecordOutsideAsync(letter, new IssuedOutside { Number = number, Notation = notation, IssuedOn = on }, null, house.Province.Clerk(), Ct));

    private static async Task<(SupervisionState State, string? Report)> StandsAsync(TestHouse house, string code)
    {
        await using var db = house.Db();
        var s = await db.Set<SupervisionCase>().SingleAsync(s => s.Code == code, Ct);

        return (s.State, s.ReportNumber);
    }
}
