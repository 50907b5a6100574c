using NghiTruong.Councils;
using NghiTruong.Documents.Word;
using NghiTruong.Law;
using NghiTruong.Law.Definitions;
using NghiTruong.Letters;
using NghiTruong.Supervision;
using NghiTruong.Support;
using NghiTruong.Tests.Documents.Word;
using NghiTruong.Tests.Law;
using NghiTruong.Tests.Supervision;
using NghiTruong.Verification;
using static NghiTruong.Tests.Verification.VerificationCases;

namespace NghiTruong.Tests.Verification;

/// <summary>Parts, questions, papers, criteria and bands are configuration: the next dossier follows a change, a report that went out keeps what it was made with.</summary>
public sealed class VerificationConfigurationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_part_the_province_adds_is_asked_for_by_the_next_report_and_an_issued_one_keeps_its_own(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (issued, head, bench) = (await IssuedAsync(house), house.Province.Head(), house.Get<VerificationWorkbench>());
        var letter = (await ReadAsync(house, issued)).Case.LetterId!.Value;

        var part = await SetAsync(house, house.Province.Own, new DefinitionInput { Catalogue = "verification.parts", Vietnamese = "Tác động giới", IsRequired = true });
        await SetAsync(house, house.Province.Own, new DefinitionInput { Catalogue = "verification.parts", Code = ReportPart.Content, Vietnamese = "Nội dung dự thảo", IsRequired = true });
        var next = await NextAsync(house);
        Done(await bench.WriteAsync(next, Parts, head, Ct));
        Done(await bench.MeetAsync(next, Meeting, head, Ct));
        var missing = await bench.DraftReportAsync(next, head, Ct);
        Done(await bench.WriteAsync(next, new Dictionary<string, PartText> { [part] = new("Đã đánh giá.") }, head, Ct));
        var text = await TextOfAsync(house, Done(await bench.DraftReportAsync(next, head, Ct)).Value);

        Assert.Equal($"Texts[{part}]", Assert.Single(missing.Refusals).Field);
        Assert.Contains("Tác động giới", text, StringComparison.Ordinal);
        Assert.Contains("Nội dung dự thảo", text, StringComparison.Ordinal);
        Assert.Equal(["LegalBasis", "Content", "Resources", "Conclusion"], (await ReadAsync(house, issued)).Setup.ReportParts.Select(p => p.Code));
        Assert.Contains("Sự phù hợp của nội dung", await TextOfAsync(house, letter), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Points_bands_papers_and_questions_follow_the_council_that_changed_them(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, bench, head) = (await OpenedAsync(house), house.Get<VerificationWorkbench>(), house.Province.Head());
        Done(await bench.ScoreAsync(code, [new ScoreInput("TQ-01", 8, false)], head, Ct));
        await SetAsync(house, house.Province.NaMau, new DefinitionInput { Catalogue = "verification.criteria", Code = "TQ-02", Vietnamese = "Đúng hình thức", Kind = "TQ", Number = 20 });
        await SetAsync(house, house.Province.NaMau, new DefinitionInput { Catalogue = "verification.bands", Code = "Passed", Vietnamese = "Đạt", Number = 28 });
        await SetAsync(house, house.Province.NaMau, new DefinitionInput { Catalogue = "verification.papers", List = "DraftResolution", Code = "tongHop", Vietnamese = "Bản tổng hợp", Kind = "Paper", IsRetired = true });
        await SetAsync(house, house.Province.NaMau, new DefinitionInput { Catalogue = "verification.questions", List = "DraftResolution", Vietnamese = "Ai hưởng lợi?", Kind = ReportPart.Content });

        Done(await bench.ScoreAsync(code, [new ScoreInput("TQ-02", 20, false)], head, Ct));
        var view = await ReadAsync(house, code);

        Assert.Equal((28, ScoreGrade.Passed), (view.Score!.Total, view.Score.Grade));
        Assert.Equal(["toTrinh", "duThao"], view.Missing.Select(p => p.Code));
        Assert.Contains("Ai hưởng lợi?", view.Setup.QuestionsOf(ReportPart.Content).Select(q => q.Vietnamese));
        Refused("verification.partUnknown", await house.Get<VerificationDesk>().ReceiveAsync(code, new PaperInput { Part = "tongHop" }, head, Ct));
    }

    [Theory, Engines]
    public async Task A_report_taken_back_is_worked_by_the_catalogues_of_its_new_day(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await IssuedAsync(house);
        await SetAsync(house, house.Province.NaMau, new DefinitionInput { Catalogue = "verification.parts", Vietnamese = "Tác động giới", IsRequired = true });
        var view = await ReadAsync(house, code);
        Assert.Equal(4, view.Setup.ReportParts.Count);

        Done(await house.Get<LetterOffice>().WithdrawAsync(view.Case.LetterId!.Value, "Sai căn cứ", house.Province.Clerk(), Ct));

        Assert.Equal(5, (await ReadAsync(house, code)).Setup.ReportParts.Count);
    }

    /// <summary>Issue 3: "a term or form that changed is changed by an administrator in the browser and the next document follows it"; through the operations the pages call.</summary>
    [Theory, Engines]
    public async Task A_term_and_a_form_that_changed_are_followed_by_the_next_supervision_and_the_next_report(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (commune, clerk) = (house.Province.NaMau, house.Province.Clerk());
        async Task<DateOnly?> ReportDueAsync()
        {
            var code = await SupervisionCases.ProgrammedAsync(house);
            Done(await house.Get<SupervisionDesk>().HoldAsync(code, SupervisionCases.Day(9, 10), clerk, Ct));

            return (await house.Get<SupervisionReader>().ReadAsync(code, clerk, Ct))!.Supervision.ReportDueOn;
        }

        var before = await ReportDueAsync();
        Done(await house.Get<RuleDesk>().SetOwnAsync(
            new OwnRuleInput { CouncilId = commune.Id, Code = SupervisionRules.ReportRule(SupervisionSubject.StandingCommittee), Days = 5, DayType = DayType.Calendar, ValidFrom = new DateOnly(2026, 1, 1), LegalBasis = "Quy chế làm việc" }, clerk, Ct));
        var after = await ReportDueAsync();

        var plain = await TextOfAsync(house, (await ReadAsync(house, await IssuedAsync(house))).Case.LetterId!.Value);
        var form = WordPackages.Of(WordPackages.Paragraph("Mẫu riêng của xã: {{TenNoiDung}}. Kết luận: {{KetLuanKienNghi}}"));
        Done(await house.Get<LetterTemplates>().TakeAsync(commune.Id, VerificationReport.KindCode, form, "mau.docx", clerk, Ct));
        var next = await NextAsync(house);
        Done(await house.Get<VerificationWorkbench>().WriteAsync(next, Parts, house.Province.Head(), Ct));
        Done(await house.Get<VerificationWorkbench>().MeetAsync(next, Meeting, house.Province.Head(), Ct));
        var own = await TextOfAsync(house, Done(await house.Get<VerificationWorkbench>().DraftReportAsync(next, house.Province.Head(), Ct)).Value);

        Assert.Equal(SupervisionCases.Day(9, 15), after);
        Assert.NotEqual(before, after);
        Assert.DoesNotContain("Mẫu riêng của xã", plain, StringComparison.Ordinal);
        Assert.StartsWith("Mẫu riêng của xã: Dự thảo Nghị quyết", own.Trim(), StringComparison.Ordinal);
        Assert.Contains(Parts[ReportPart.Conclusion].Text!, own, StringComparison.Ordinal);
    }

    private static async Task<string> SetAsync(TestHouse house, Council council, DefinitionInput input) =>
        Done(await house.Get<DefinitionDesk>().SetAsync(input with { CouncilId = council.Id }, DefinitionTests.Administrator(council), Ct)).Value;

    private static async Task<VerificationView> ReadAsync(TestHouse house, string code) => (await house.Get<VerificationReader>().ReadAsync(code, house.Province.Head(), Ct))!;

    private static async Task<string> NextAsync(TestHouse house)
    {
        await using var db = house.Db();
        var session = db.Set<CouncilSession>().First();

        return Done(await house.Get<VerificationDesk>().OpenAsync(Input(house, session.Id, null) with { Title = "Dự thảo Nghị quyết về thu phí chợ" }, house.Province.Head(), Ct)).Value;
    }

    private static async Task<string> TextOfAsync(TestHouse house, Guid letter)
    {
        var word = (await house.Get<LetterForms>().WriteAsync(letter, house.Province.Clerk(), Ct))!.Value;

        return string.Join('\n', WordText.Paragraphs(new MemoryStream(word.Content)).Value.Select(p => p.Text));
    }
}
