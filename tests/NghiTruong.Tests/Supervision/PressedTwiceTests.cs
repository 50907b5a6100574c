using Microsoft.EntityFrameworkCore;
using NghiTruong.Refusals;
using NghiTruong.Journal;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Briefings;
using NghiTruong.Support;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Supervision;

/// <summary>A button pressed twice, a phone that sends again: nothing doubled, and nothing lost.</summary>
public sealed class PressedTwiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Four_presses_at_once_propose_one_theme(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var asked = Theme(house.Province.NaMau) with { Id = Guid.CreateVersion7() };

        var codes = await PressedAsync(() => house.Get<ProgrammeDesk>().ProposeAsync(asked, house.Province.Head(), Ct));

        Assert.Single(codes.Select(c => Done(c).Value).Distinct());
        await using var db = house.Db();
        Assert.Equal(1, await db.Set<SupervisionCase>().CountAsync(Ct));
    }

    [Theory, Engines]
    public async Task Four_presses_at_once_make_one_finding_one_paper_one_recommendation_and_send_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, _) = await ConcludedAsync(house);
        var (open, clerk) = (await ProgrammedAsync(house), house.Province.Clerk());
        var finding = new FindingInput { Id = Guid.CreateVersion7(), Kind = FindingKind.Shortcoming, Text = "Bể vỡ.", Evidence = "Biên bản" };
        var paper = new SupervisionPaperInput { Id = Guid.CreateVersion7(), Kind = SupervisionPaperKind.Plan, Number = "7/KH-HĐND", On = Day(9, 8) };
        var recommendation = Recommend(house) with { Id = Guid.CreateVersion7() };
        var delivery = new DeliveryInput([house.Province.NaMauCommittee.Id], "Trực liên thông", Day(9, 15));

        Done(await house.Get<SupervisionDesk>().RecordPaperAsync(open, paper, clerk, Ct));
        await PressedAsync(() => house.Get<SupervisionDesk>().FindAsync(open, finding, clerk, Ct));
        await PressedAsync(() => house.Get<SupervisionDesk>().RecordPaperAsync(open, paper, clerk, Ct));
        var codes = await PressedAsync(() => house.Get<SupervisionResults>().RecommendAsync(open, recommendation, clerk, Ct));
        await PressedAsync(() => house.Get<SupervisionDistribution>().SendAsync(code, delivery, clerk, Ct));

        Assert.Single(codes.Select(c => c.Value).Distinct());
        await using var db = house.Db();
        var id = await db.Set<SupervisionCase>().Where(s => s.Code == open).Select(s => s.Id).FirstAsync(Ct);
        Assert.Equal(1, await db.Set<SupervisionFinding>().CountAsync(f => f.SupervisionId == id, Ct));
        Assert.Equal(1, await db.Set<SupervisionPaper>().CountAsync(p => p.SupervisionId == id, Ct));
        Assert.Equal(1, await db.Set<Recommendation>().CountAsync(r => r.SupervisionId == id, Ct));
        Assert.Equal(1, await db.Set<SupervisionDelivery>().CountAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_page_gone_back_to_with_other_words_keeps_both_findings(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, desk, clerk) = (await ProgrammedAsync(house), house.Get<SupervisionDesk>(), house.Province.Clerk());
        var first = new FindingInput { Id = Guid.CreateVersion7(), Kind = FindingKind.Shortcoming, Text = "Bể vỡ.", Evidence = "Biên bản" };

        Done(await desk.FindAsync(code, first, clerk, Ct));
        Done(await desk.FindAsync(code, first with { Text = "Đường ống hỏng." }, clerk, Ct));

        await using var db = house.Db();
        Assert.Equal(["Bể vỡ.", "Đường ống hỏng."], await db.Set<SupervisionFinding>().OrderBy(f => f.RecordedAt).Select(f => f.Text).ToListAsync(Ct));
    }

    [Theory, Engines]
    public async Task An_answer_a_look_and_a_request_to_explain_pressed_again_are_told_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (_, code) = await ConcludedAsync(house);
        var (desk, chair) = (house.Get<RecommendationDesk>(), house.Province.StandingCommittee());
        house.Clock.SetDay(Day(10, 5));

        await PressedAsync(() => desk.AskToExplainAsync(code, isComplex: false, Day(10, 5), chair, Ct));
        await PressedAsync(() => desk.AnswerAsync(code, new AgencyWordInput("Đã sửa.", "5/UBND", Day(10, 5)), house.Province.Clerk(), Ct));
        await PressedAsync(() => desk.LookAsync(code, RecommendationOutcome.Partly, "Còn một đoạn.", chair, Ct));

        await using var db = house.Db();
        var told = await db.Set<JournalEntry>().Select(e => e.EventCode).ToListAsync(Ct);
        Assert.Equal(1, told.Count(c => c == "recommendation.answered"));
        Assert.Equal(1, told.Count(c => c == "recommendation.lookedAt"));
        Assert.Equal(1, told.Count(c => c == "recommendation.explanationAsked"));
    }

    [Theory, Engines]
    public async Task The_same_rhythm_of_briefings_set_again_stays_one(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await using (var before = house.Db())
        {
            before.Add(new NghiTruong.Councils.Body { Id = Body, CouncilId = house.Province.NaMau.Id, Kind = NghiTruong.Councils.BodyKind.Committee, Code = "KTNS", Name = "Ban Kinh tế - Ngân sách", From = new DateOnly(2026, 3, 15) });
            await before.SaveChangesAsync(Ct);
        }

        await PressedAsync(() => house.Get<BriefingDesk>().SetCadenceAsync(house.Province.NaMau.Id, Body, BriefingEvery.Quarter, Day(7, 1), "Quy chế", house.Province.StandingCommittee(), Ct));

        await using var db = house.Db();
        Assert.Equal(1, await db.Set<BriefingCadence>().CountAsync(c => c.BodyId == Body, Ct));
    }

    private static readonly Guid Body = Guid.Parse("01950000-0000-7000-8000-0000000000b1");

    private static async Task<T[]> PressedAsync<T>(Func<Task<T>> press)
        where T : Result
    {
        var pressed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => press()));

        return [.. pressed.Select(Done)];
    }
}
