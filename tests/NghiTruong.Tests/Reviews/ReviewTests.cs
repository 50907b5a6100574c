using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Word;
using NghiTruong.Indicators;
using NghiTruong.Letters;
using NghiTruong.Notifications;
using NghiTruong.Petitions;
using NghiTruong.Reviews;
using NghiTruong.Schemes;
using NghiTruong.Support;
using static NghiTruong.Tests.Schemes.SchemeCases;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Reviews;

/// <summary>Sơ kết: figures frozen, sent upward once, received, summed.</summary>
public sealed class ReviewTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_commune_sends_its_review_and_the_province_sees_it_arrive_and_opens_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, desk) = (house.Province, house.Get<ReviewDesk>());
        var (_, na, code) = await StartedAsync(house);
        var above = SampleProvince.As(Role.UpperViewer, p.Own);

        // Drafts do not flow up.
        Assert.Null(await house.Get<ReviewReader>().ReadAsync(code, above, Ct));
        Refused("review.notFound", await desk.ReceiveAsync(code, above, Ct));
        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => desk.SendAsync(code, new SendReviewInput("31", "BC-HĐND"), p.Clerk(), Ct)));
        Assert.All(sent, s => Done(s));

        var view = (await house.Get<ReviewReader>().ReadAsync(code, above, Ct))!;
        Assert.Equal((ReviewState.Sent, Day(9, 15), "31/BC-HĐND", 62), (view.Review.State, view.Review.SentOn, view.Review.SentNumber, view.Review.DaysLate(Day(12, 1))));
        await using (var db = house.Db())
        {
            Assert.Equal(p.Own.Id, (await db.Set<Notification>().SingleAsync(n => n.Kind == "review.arrived", Ct)).RecipientCouncilId);
            Assert.Single(await db.Set<OfficialLetter>().ToListAsync(Ct));
        }

        Assert.Equal(1, await house.Get<ReviewList>().UnopenedAsync(above, Ct));
        Refused("review.notAllowed", await desk.ReceiveAsync(code, p.Clerk(), Ct));
        Done(await desk.ReceiveAsync(code, above, Ct));
        Done(await desk.ReceiveAsync(code, above, Ct));
        Assert.Equal((0, ReviewState.Received), (await house.Get<ReviewList>().UnopenedAsync(above, Ct), (await house.Get<ReviewReader>().ReadAsync(code, p.Clerk(), Ct))!.Review.State));
        Refused("review.alreadySent", await desk.FreezeAsync(code, p.Clerk(), Ct));
        Assert.Equal(na, view.Scheme!.Code);
    }

    [Theory, Engines]
    public async Task Figures_are_frozen_with_their_source_and_change_only_with_the_next_edition(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, desk, reader) = (house.Province, house.Get<ReviewDesk>(), house.Get<ReviewReader>());
        var (_, na, code) = await StartedAsync(house);
        await TellAsync(house, p.NaMau, $"{na}-01", 18, 18, "2026-1");

        var figure = (await reader.ReadAsync(code, p.Clerk(), Ct))!.Figures[0];
        Assert.Equal((9m, 18m, 50m, 100m, NodeStatus.NotReached, "Sổ tập huấn", new DateOnly(2026, 6, 30)), (figure.Numerator, figure.Denominator, figure.Measured.Amount, figure.Goal, figure.Status, figure.Source, figure.AsOf));
        Done(await desk.FreezeAsync(code, p.Clerk(), Ct));
        var view = (await reader.ReadAsync(code, p.Clerk(), Ct))!;
        Assert.Equal((2, 18m), (view.Review.Edition, view.Figures[0].Numerator));
        await using var db = house.Db();
        Assert.Equal(9m, (await db.Set<ReviewFigure>().SingleAsync(f => f.Edition == 1 && f.Key == $"{na}-01", Ct)).Numerator);
        Assert.Equal(code, Done(await desk.StartAsync(new ReviewInput(p.NaMau.Id, ReviewKind.Scheme, na, "2026-1"), p.Clerk(), Ct)).Value);
    }

    [Theory, Engines]
    public async Task What_the_records_say_is_frozen_beside_what_was_told_and_adds_up_above(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, desk, reader) = (house.Province, house.Get<ReviewDesk>(), house.Get<ReviewReader>());
        await house.Get<IndicatorSetup>().RunAsync(house.Clock.GetUtcNow().UtcDateTime, Ct);
        Done(await house.Get<PetitionIntake>().RecordAsync(new PetitionInput { CouncilId = p.NaMau.Id, Content = "Đề nghị sửa cầu.", ReceivedOn = Day(3, 2) }, p.Clerk(), Ct));
        Done(await house.Get<PetitionIntake>().RecordAsync(new PetitionInput { CouncilId = p.NaMau.Id, Content = "Đề nghị sửa đường.", ReceivedOn = Day(8, 2) }, p.Clerk(), Ct));
        var (scheme, _, code) = await StartedAsync(house);

        // Of the first half of the year: what came in August is not in it, folded or not.
        var passedOn = (await reader.ReadAsync(code, p.Clerk(), Ct))!.Figures.Single(f => f.Key == "petition.passedOn");
        Assert.Equal((ReviewFigureOrigin.Indicator, 0m, 1m, 100m, NodeStatus.NotReached, new DateOnly(2026, 6, 30)), (passedOn.Origin, passedOn.Numerator, passedOn.Denominator, passedOn.Goal, passedOn.Status, passedOn.AsOf));
        Done(await desk.SendAsync(code, new SendReviewInput("31", "BC-HĐND"), p.Clerk(), Ct));
        var sum = (await house.Get<ReviewsBelow>().ReadAsync(scheme, new SchemePeriod(2026, 1), p.Clerk(p.Own), Ct))!.Sums.Single(s => s.Key == "petition.passedOn");
        Assert.Equal((0m, 1m), (sum.Sum.Total.Numerator, sum.Sum.Total.Denominator));
    }

    [Theory, Engines]
    public async Task The_upper_council_sees_who_sent_who_is_late_and_the_sum_without_typing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, desk) = (house.Province, house.Get<ReviewDesk>());
        var (scheme, _, code) = await StartedAsync(house);
        var lung = await AdoptedAsync(house, scheme, p.LungMau);
        await TellAsync(house, p.LungMau, $"{lung}-01", 17, 17, "2026-1");
        var other = Done(await desk.StartAsync(new ReviewInput(p.LungMau.Id, ReviewKind.Scheme, lung, "2026-1"), p.Clerk(p.LungMau), Ct)).Value;
        Done(await desk.SendAsync(other, new SendReviewInput("5", "BC-HĐND", OnPaper: true), p.Clerk(p.LungMau), Ct));
        var (below, above, period) = (house.Get<ReviewsBelow>(), p.Clerk(p.Own), new SchemePeriod(2026, 1));

        // 15 days after 30 June, on a working day: 15 July 2026.
        var first = (await below.ReadAsync(scheme, period, above, Ct))!;
        Assert.Equal([(p.NaMau.Id, false, 62), (p.LungMau.Id, true, 62)], first.Councils.Select(c => (c.Council.Id, c.Review is not null, c.DaysLate)));
        Assert.Equal((1, 1, 17m, 17m), (first.Sent, first.Late, first.Sums[0].Sum.Total.Numerator, first.Sums[0].Sum.Total.Denominator));
        Assert.Equal(1, Done(await below.UrgeAsync(scheme, period, above, Ct)).Value);
        Refused("review.nobodyMissing", await below.UrgeAsync(scheme, period, above, Ct));
        Done(await desk.SendAsync(code, new SendReviewInput(null, null), p.Clerk(), Ct));

        var both = (await below.ReadAsync(scheme, period, above, Ct))!;
        Assert.Equal((2, 0, 26m, 35m), (both.Sent, both.Late, both.Sums[0].Sum.Total.Numerator, both.Sums[0].Sum.Total.Denominator));
        Assert.Null(await below.ReadAsync(scheme, period, p.Clerk(), Ct));
    }

    [Theory, Engines]
    public async Task The_signing_path_sends_it_when_its_letter_is_issued_and_a_withdrawn_letter_takes_it_back(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, desk, office) = (house.Province, house.Get<ReviewDesk>(), house.Get<LetterOffice>());
        var (_, _, code) = await StartedAsync(house);
        var letter = Done(await desk.SubmitAsync(code, p.Clerk(), Ct)).Value;
        Assert.Equal(letter, Done(await desk.SubmitAsync(code, p.Clerk(), Ct)).Value);
        Assert.Equal(ReviewState.Draft, await StateAsync(house, code));

        Done(await office.RecordOutsideAsync(letter, new IssuedOutside { Number = "7", Notation = "BC-HĐND", IssuedOn = Day(9, 15) }, null, p.Clerk(), Ct));
        Assert.Equal(ReviewState.Sent, await StateAsync(house, code));
        Done(await office.WithdrawAsync(letter, "Sai số liệu", p.Clerk(), Ct));
        Assert.Equal(ReviewState.Draft, await StateAsync(house, code));
    }

    [Theory, Engines]
    public async Task The_word_of_a_review_holds_figures_bars_sources_and_what_was_written(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, desk) = (house.Province, house.Get<ReviewDesk>());
        var (_, na, code) = await StartedAsync(house);
        Done(await desk.WriteAsync(code, new ReviewTextInput($"{na}-01", "Đã mở một lớp.", "Còn 9 đại biểu.", "Trùng lịch.", "Mở lớp thứ hai."), p.Clerk(), Ct));
        Refused("review.figureNotFound", await desk.WriteAsync(code, new ReviewTextInput("khong-co", "a", null, null, null), p.Clerk(), Ct));

        var paper = (await house.Get<ReviewDocument>().WriteAsync(code, p.Clerk(), Ct))!;

        var text = string.Join('\n', WordText.Paragraphs(new MemoryStream(paper.Content)).Value.Select(l => l.Text));
        foreach (var said in new[] { "BÁO CÁO", "Sơ kết thực hiện", "50 %", "██████████░░░░░░░░░░", "Đã mở một lớp.", "Mở lớp thứ hai.", "9/18", "Sổ tập huấn", "DỰ THẢO" })
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }

        Assert.Null(await house.Get<ReviewDocument>().WriteAsync(code, p.Clerk(p.LungMau), Ct));
    }

    [Theory, Engines]
    public async Task A_notice_to_the_front_is_half_yearly_and_the_front_of_that_council_opens_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, desk) = (house.Province, house.Get<ReviewDesk>());
        var (front, stranger) = (SampleProvince.As(Role.FrontOfficer, p.NaMau), SampleProvince.As(Role.FrontOfficer, p.LungMau));
        Refused("review.noticeIsHalfYearly", await desk.StartAsync(new ReviewInput(p.NaMau.Id, ReviewKind.FrontNotice, null, "2026"), p.Clerk(), Ct));
        var code = Done(await desk.StartAsync(new ReviewInput(p.NaMau.Id, ReviewKind.FrontNotice, null, "2026-1"), p.Clerk(), Ct)).Value;

        // Nà Mẫu keeps no Front in its list of agencies: the notice goes on paper.
        Refused("review.onPaperOnly", await desk.SendAsync(code, new SendReviewInput("3", "TB-HĐND"), p.Clerk(), Ct));
        Done(await desk.SendAsync(code, new SendReviewInput("3", "TB-HĐND", OnPaper: true, To: "Ban Thường trực Ủy ban MTTQ xã"), p.Clerk(), Ct));

        Refused("review.notFound", await desk.ReceiveAsync(code, stranger, Ct));
        Done(await desk.ReceiveAsync(code, front, Ct));
        Assert.Equal(ReviewState.Received, await StateAsync(house, code));
    }

    [Theory, Engines]
    public async Task Nobody_writes_or_sends_anothers_review(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (p, desk) = (house.Province, house.Get<ReviewDesk>());
        var (scheme, na, code) = await StartedAsync(house);

        Refused("review.notFound", await desk.SendAsync(code, new SendReviewInput(null, null), p.Clerk(p.LungMau), Ct));
        Refused("review.notFound", await desk.FreezeAsync(code, p.Clerk(p.Own), Ct));
        Refused("council.notFound", await desk.StartAsync(new ReviewInput(p.NaMau.Id, ReviewKind.Scheme, na, "2026-1"), SampleProvince.As(Role.Delegate, p.NaMau), Ct));
        Refused("scheme.notFound", await desk.StartAsync(new ReviewInput(p.LungMau.Id, ReviewKind.Scheme, na, "2026-1"), p.Clerk(p.LungMau), Ct));
        Refused("scheme.periodAhead", await desk.StartAsync(new ReviewInput(p.NaMau.Id, ReviewKind.Scheme, scheme, "2027"), p.Clerk(), Ct));
    }

    /// <summary>The province's scheme, Nà Mẫu's own under it with 9 of 18 delegates trained in the first half of 2026, and the review of that half.</summary>
    private static async Task<(string Scheme, string Na, string Review)> StartedAsync(TestHouse house)
    {
        var (p, scheme) = (house.Province, (await EnteredAsync(house)).Scheme);
        var na = await AdoptedAsync(house, scheme, p.NaMau);
        Done(await house.Get<SchemeProgressDesk>().EnterAsync($"{na}-01", new ProgressInput("2026-1", 9, 18, null, null, "Sổ tập huấn"), p.Clerk(), Ct));

        return (scheme, na, Done(await house.Get<ReviewDesk>().StartAsync(new ReviewInput(p.NaMau.Id, ReviewKind.Scheme, na, "2026-1"), p.Clerk(), Ct)).Value);
    }

    private static async Task<ReviewState> StateAsync(TestHouse house, string code)
    {
        await using var db = house.Db();

        return await db.Set<Review>().Where(r => r.Code == code).Select(r => r.State).SingleAsync(Ct);
    }
}
