using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Urging;
using NghiTruong.Documents.Word;
using NghiTruong.Journal;
using NghiTruong.Letters;
using NghiTruong.Supervision;
using NghiTruong.Support;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Supervision;

/// <summary>A supervision from the proposal to the recommendation that was carried out.</summary>
public sealed class SupervisionStoryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task From_the_proposal_to_the_recommendation_confirmed_done(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (clerk, standing) = (house.Province.Clerk(), house.Province.StandingCommittee());
        var (desk, results, recommendations) = (house.Get<SupervisionDesk>(), house.Get<SupervisionResults>(), house.Get<RecommendationDesk>());
        var code = await ProgrammedAsync(house);
        Assert.Matches("^GS-96001-2026-\\d{5}$", code);

        Done(await desk.SetTeamAsync(code, [new TeamMemberInput("Trưởng đoàn", TeamRole.Head), new TeamMemberInput("Thư ký", TeamRole.Secretary)], clerk, Ct));
        Done(await desk.SetBodiesAsync(code, [new SupervisedBodyInput(house.Province.NaMauCommittee.Id, "Báo cáo theo đề cương", Day(9, 12))], clerk, Ct));
        Done(await desk.RecordPaperAsync(code, new SupervisionPaperInput { Kind = SupervisionPaperKind.Plan, Number = "03/KH-ĐGS", On = Day(9, 6) }, clerk, Ct));
        Done(await desk.RecordPaperAsync(code, new SupervisionPaperInput { Kind = SupervisionPaperKind.BodyReport, Number = "41/BC-UBND", On = Day(9, 11), By = "UBND xã Nà Mẫu" }, clerk, Ct));
        var visit = Done(await desk.VisitAsync(code, new VisitInput { On = Day(9, 12), Place = "Thôn Lũng", Notes = "Bể chứa cạn." }, clerk, Ct)).Value;
        Done(await desk.FindAsync(code, new FindingInput { Kind = FindingKind.Shortcoming, Text = "Đường ống hỏng từ tháng 3.", VisitId = visit }, clerk, Ct));
        Done(await desk.HoldAsync(code, Day(9, 14), clerk, Ct));
        Done(await results.WriteAsync(code, Words, clerk, Ct));
        Done(await results.ReportAsync(code, "05/BC-ĐGS", Day(9, 15), clerk, Ct));
        var recommended = Done(await results.RecommendAsync(code, Recommend(house), clerk, Ct)).Value;
        Done(await results.ConcludeAsync(code, "06/KL-TTHĐND", Day(9, 15), standing, Ct));

        await FollowToTheEndAsync(house, recommended);

        Done(await recommendations.ConfirmAsync(recommended, "Đoàn đã kiểm tra, nước chảy lại.", standing, Ct));
        await using var db = house.Db();
        var s = await db.Set<SupervisionCase>().SingleAsync(Ct);
        Assert.Equal((SupervisionState.Closed, house.Clock.Today), (s.State, s.ClosedOn));
        Assert.Equal(FollowUpState.Done, (await db.Set<FollowUpItem>().SingleAsync(Ct)).State);
        Assert.Empty((await house.Get<JournalVerifier>().VerifyAsync([], null, Ct)).Findings);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    /// <summary>Late, two urging letters, a request to explain, the agency's word that falls short, then one that holds.</summary>
    private static async Task FollowToTheEndAsync(TestHouse house, string code)
    {
        var (clerk, standing, officer) = (house.Province.Clerk(), house.Province.StandingCommittee(), SampleProvince.Officer(house.Province.NaMauCommittee));
        var (urging, desk) = (house.Get<UrgingDesk>(), house.Get<RecommendationDesk>());
        Refused("recommendation.notLate", await desk.AskToExplainAsync(code, false, null, standing, Ct));

        house.Clock.SetDay(Day(10, 5));
        var item = await ItemAsync(house);
        Done(await urging.UrgeAsync(new UrgeInput { ItemIds = [item], Number = "40", Notation = "HĐND-ĐĐ" }, clerk, Ct));
        house.Clock.SetDay(Day(10, 20));
        Done(await urging.UrgeAsync(new UrgeInput { ItemIds = [item], Number = "44", Notation = "HĐND-ĐĐ" }, clerk, Ct));
        Done(await desk.AskToExplainAsync(code, false, null, standing, Ct));
        Refused("recommendation.notAllowed", await desk.AskToExplainAsync(code, false, null, officer, Ct));
        Done(await desk.ExplainAsync(code, "Nhà thầu chậm.", null, officer, Ct));
        Done(await desk.AnswerAsync(code, new AgencyWordInput("Đã sửa 200 m ống.", "77/UBND", null), officer, Ct));
        Done(await desk.LookAsync(code, RecommendationOutcome.Partly, "Còn 100 m chưa sửa.", standing, Ct));

        await using (var db = house.Db())
        {
            var r = await db.Set<Recommendation>().SingleAsync(Ct);
            Assert.Equal((RecommendationState.Following, Day(9, 30), Day(11, 4)), (r.State, r.OwedBy, r.ExplanationDueOn));
            Assert.Equal(("Đã sửa 200 m ống.", "Còn 100 m chưa sửa.", house.Clock.Today), (r.AgencyWord, r.OwnNote, r.LookedOn));
            Assert.Equal(2, (await db.Set<FollowUpItem>().SingleAsync(Ct)).UrgingStep);
        }

        Done(await desk.AnswerAsync(code, new AgencyWordInput("Đã sửa xong.", "80/UBND", null), clerk, Ct));
        Refused("recommendation.notAllowed", await desk.ConfirmAsync(code, null, clerk, Ct));
    }

    [Theory, Engines]
    public async Task An_urging_letter_names_what_it_urges(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await ConcludedAsync(house);
        house.Clock.SetDay(Day(10, 5));

        Done(await house.Get<UrgingDesk>().UrgeAsync(new UrgeInput { ItemIds = [await ItemAsync(house)] }, house.Province.Clerk(), Ct));

        await using var db = house.Db();
        var letter = await db.Set<OfficialLetter>().SingleAsync(Ct);
        Assert.EndsWith("việc thực hiện kiến nghị sau giám sát", letter.Abstract);
        var content = await house.Services.GetServices<ILetterContent>().Single(k => k.Kind == UrgingDesk.LetterKind).ReadAsync(db, letter, Ct);
        var words = string.Concat(content.Body.OfType<ParagraphBlock>().SelectMany(p => p.Spans).Select(s => s.Text));
        Assert.Contains("Qua theo dõi việc thực hiện kiến nghị sau giám sát", words, StringComparison.Ordinal);
        Assert.DoesNotContain("cử tri", words, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Nothing_is_concluded_without_results_shortcomings_assessment_and_recommendations(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (clerk, standing, results) = (house.Province.Clerk(), house.Province.StandingCommittee(), house.Get<SupervisionResults>());
        var code = await ProgrammedAsync(house);
        Done(await house.Get<SupervisionDesk>().HoldAsync(code, Day(9, 10), clerk, Ct));
        Done(await results.ReportAsync(code, "05/BC", Day(9, 14), clerk, Ct));

        var refused = await results.ConcludeAsync(code, "06/KL", Day(9, 15), standing, Ct);

        Assert.Equal(
            ["supervision.resultsMissing", "supervision.shortcomingsMissing", "supervision.assessmentMissing", "supervision.recommendationsMissing"],
            refused.Refusals.Select(r => r.Code));
        Done(await results.WriteAsync(code, Words with { NoRecommendationBecause = "Các hạn chế đã được khắc phục trong khi giám sát." }, clerk, Ct));
        Done(await results.ConcludeAsync(code, "06/KL", Day(9, 15), standing, Ct));
        await using var db = house.Db();
        Assert.Equal(SupervisionState.Closed, (await db.Set<SupervisionCase>().SingleAsync(Ct)).State);
    }

    [Theory, Engines]
    public async Task A_recommendation_names_who_acts_and_by_when(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (clerk, results) = (house.Province.Clerk(), house.Get<SupervisionResults>());
        var code = await ProgrammedAsync(house);
        Done(await house.Get<SupervisionDesk>().HoldAsync(code, Day(9, 10), clerk, Ct));
        Done(await results.WriteAsync(code, Words, clerk, Ct));
        Done(await results.ReportAsync(code, null, Day(9, 14), clerk, Ct));
        Done(await results.RecommendAsync(code, new RecommendationInput { Content = "Làm tốt hơn." }, clerk, Ct));

        var refused = await results.ConcludeAsync(code, null, Day(9, 15), house.Province.StandingCommittee(), Ct);

        Assert.Equal(["recommendation.agencyMissing", "recommendation.dueMissing"], refused.Refusals.Select(r => r.Code));
    }

    [Theory, Engines]
    public async Task A_note_sent_three_times_is_one(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await ProgrammedAsync(house);
        var note = new VisitInput { Id = Guid.CreateVersion7(), Place = "Thôn Lũng", Notes = "Bể chứa cạn." };

        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => house.Get<SupervisionDesk>().VisitAsync(code, note, house.Province.Clerk(), Ct)));

        Assert.All(sent, s => Assert.Equal(note.Id, Done(s).Value));
        await using var db = house.Db();
        Assert.Single(await db.Set<SupervisionVisit>().ToListAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_finding_without_evidence_is_refused(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await ProgrammedAsync(house);

        Refused("supervision.evidenceMissing", await house.Get<SupervisionDesk>().FindAsync(code, new FindingInput { Kind = FindingKind.Achieved, Text = "Tốt." }, house.Province.Clerk(), Ct));
        Refused("supervision.petitionUnknown", await house.Get<SupervisionDesk>().FindAsync(code, new FindingInput { Kind = FindingKind.Achieved, Text = "Tốt.", PetitionCode = "KNCT-96001-2026-99999" }, house.Province.Clerk(), Ct));
        Refused("supervision.evidenceUnknown", await house.Get<SupervisionDesk>().FindAsync(code, new FindingInput { Kind = FindingKind.Achieved, Text = "Tốt.", VisitId = Guid.CreateVersion7() }, house.Province.Clerk(), Ct));
    }

    [Theory, Engines]
    public async Task A_programme_is_decided_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await ProgrammedAsync(house);

        Done(await house.Get<ProgrammeDesk>().DecideAsync([code], new DecidedBy("12/QĐ-TTHĐND", Day(9, 5)), house.Province.StandingCommittee(), Ct));
        Refused("supervision.alreadyProgrammed", await house.Get<ProgrammeDesk>().DecideAsync([code], new DecidedBy("13/QĐ", Day(9, 6)), house.Province.StandingCommittee(), Ct));
    }

    [Theory, Engines]
    public async Task A_field_survey_of_one_page_is_held_reported_and_concluded_in_one_press(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var page = new OnePageInput
        {
            About = Theme(house.Province.NaMau, SupervisionKind.FieldSurvey) with { Necessity = null, Content = null, Scope = null, Object = null, PlannedFrom = Day(9, 14), PlannedTo = Day(9, 14) },
            On = Day(9, 14),
            Place = "Trạm y tế xã",
            Results = Words,
            Bodies = [house.Province.NaMauCommittee.Id],
            Recommendations = [Recommend(house)],
            Id = Guid.CreateVersion7(),
        };

        var first = Done(await house.Get<SupervisionResults>().OnePageAsync(null, page, house.Province.StandingCommittee(), Ct)).Value;
        var again = Done(await house.Get<SupervisionResults>().OnePageAsync(null, page, house.Province.StandingCommittee(), Ct)).Value;

        Assert.Equal(first, again);
        await using var db = house.Db();
        var s = await db.Set<SupervisionCase>().SingleAsync(Ct);
        Assert.Equal((SupervisionState.Concluded, true, Day(9, 14)), (s.State, s.IsUnplanned, s.HeldOn));
        Assert.Equal(Day(9, 30), (await db.Set<FollowUpItem>().SingleAsync(Ct)).OwedBy);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    private static async Task<Guid> ItemAsync(TestHouse house)
    {
        await using var db = house.Db();

        return (await db.Set<FollowUpItem>().SingleAsync(Ct)).Id;
    }
}
