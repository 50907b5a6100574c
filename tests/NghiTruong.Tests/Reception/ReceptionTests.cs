using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Coverage;
using NghiTruong.Delegates;
using NghiTruong.Documents.Word;
using NghiTruong.Operations;
using NghiTruong.Petitions;
using NghiTruong.Reception;
using NghiTruong.Refusals;
using NghiTruong.Support;
using static NghiTruong.Tests.CitizenLetters.CitizenLetterCases;

namespace NghiTruong.Tests.Reception;

/// <summary>The schedule and the reception book; today is 15 September 2026, a Tuesday.</summary>
public sealed class ReceptionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task The_books_last_column_follows_a_visit_through_its_letter_to_the_sender_told(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (clerk, book, letters) = (house.Province.Clerk(), house.Get<ReceptionBook>(), house.Get<CitizenLetterDesk>());
        var reception = await ScheduledAsync(house, Day(9, 15));
        var visit = Done(await house.Get<VisitDesk>().ReceiveAsync(Visit(house, reception) with { TakesLetter = true, People = 3 }, clerk, Ct)).Value;
        var letter = (await book.VisitAsync(visit, clerk, Ct))!.Visit.LetterCode!;
        Assert.Equal(ReceptionState.Held, (await book.FindAsync(reception, clerk, Ct))!.Reception.State);
        Assert.Contains("Mới vào sổ", await LastAsync(), StringComparison.Ordinal);

        Done(await letters.ScreenAsync(letter, new ScreeningInput { IsEligible = true }, clerk, Ct));
        Done(await house.Get<CitizenLetterSending>().TransferAsync(letter, new LetterSendingInput { AgencyId = house.Province.NaMauEconomy.Id, Number = "41", IssuedOn = Day(9, 15) }, clerk, Ct));
        Done(await letters.AnswerAsync(letter, new LetterAnswerInput { Number = "12/BC", Words = "Đã sửa xong." }, clerk, Ct));
        Done(await letters.TellAsync(letter, null, null, clerk, Ct));

        var row = (await book.ReadAsync(house.Province.NaMau.Id, Day(9, 1), Day(9, 30), clerk, Ct)).Single();
        Assert.Equal(["1", "15/09/2026", "Lò Thị Mẫu, Thôn Lũng", "001099000123", "Xin sửa cầu thôn Lũng.", "Phản ánh", "3", "", "", "", "Phòng Kinh tế, 41"], row.Columns.Take(11));
        Assert.Contains("Phòng Kinh tế trả lời, văn bản 12/BC", row.Columns[11], StringComparison.Ordinal);
        Assert.Contains("đã báo người gửi ngày 15/09/2026", row.Columns[11], StringComparison.Ordinal);
        // Nobody of another council, and no delegate, reads the book.
        Assert.Empty(await book.ReadAsync(house.Province.NaMau.Id, Day(9, 1), Day(9, 30), house.Province.Clerk(house.Province.LungMau), Ct));
        Assert.Empty(await book.ReadAsync(house.Province.NaMau.Id, Day(9, 1), Day(9, 30), SampleProvince.As(Role.Delegate, house.Province.NaMau), Ct));

        async Task<string> LastAsync() => (await book.VisitAsync(visit, clerk, Ct))!.Row.Columns[11];
    }

    [Theory, Engines]
    public async Task A_denouncer_who_comes_stands_in_the_sealed_letter_and_not_in_the_book(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (clerk, book) = (house.Province.Clerk(), house.Get<ReceptionBook>());
        var visit = Done(await house.Get<VisitDesk>().ReceiveAsync(
            Visit(house, null) with { Kind = CitizenLetterKind.Denunciation, Person = new SenderName("Quàng Thị Zắc", "Bản Xa", "099887766554"), Summary = "Tố cáo thu tiền trái quy định.", Papers = "Đơn của bà Quàng Thị Zắc" },
            clerk, Ct)).Value;
        var row = (await book.VisitAsync(visit, clerk, Ct))!.Row;

        Assert.NotNull(row.LetterCode);
        Assert.DoesNotContain("Zắc", string.Join('|', row.Columns), StringComparison.Ordinal);
        Assert.DoesNotContain("Tố cáo thu tiền", string.Join('|', row.Columns), StringComparison.Ordinal);
        await using var db = house.Db();
        var stored = await db.Set<CitizenVisit>().SingleAsync(Ct);
        Assert.Equal((null, null, null, null, null), (stored.PersonName, stored.Address, stored.IdentityNumber, stored.Summary, stored.Papers));
        // The receipt names them, so a handler of the letter makes it, and nobody else.
        Done(await house.Get<ReceptionPapers>().ReceiptAsync(visit, clerk, Ct));
        Refused("citizenLetter.notHandler", await house.Get<ReceptionPapers>().ReceiptAsync(visit, house.Province.Clerk(), Ct));
    }

    [Theory, Engines]
    public async Task A_visit_ends_in_guidance_a_petition_an_explanation_or_a_refusal_whose_notice_is_owed(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (clerk, desk, book) = (house.Province.Clerk(), house.Get<VisitDesk>(), house.Get<ReceptionBook>());
        var codes = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            codes.Add(Done(await desk.ReceiveAsync(Visit(house, null), clerk, Ct)).Value);
        }

        var petition = Done(await house.Get<PetitionIntake>().RecordAsync(new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = "Sửa cầu thôn Lũng." }, clerk, Ct)).Value;
        Done(await desk.GuideAsync(codes[0], "Tòa án nhân dân khu vực", "3/HD", clerk, Ct));
        Refused("visit.petitionUnknown", await desk.LinkPetitionAsync(codes[1], "KNCT-0-0-0", clerk, Ct));
        Done(await desk.LinkPetitionAsync(codes[1], petition, clerk, Ct));
        Done(await desk.ExplainAsync(codes[2], "Đã giải thích thủ tục.", clerk, Ct));
        Refused("visit.alreadySettled", await desk.RefuseAsync(codes[2], "Lý do", clerk, Ct));
        Done(await desk.RefuseAsync(codes[3], "Vụ việc đã giải quyết xong", clerk, Ct));

        // Three working days: 15 September was a Tuesday.
        Assert.Equal(Day(9, 18), (await book.VisitAsync(codes[3], clerk, Ct))!.Visit.RefusalDueOn);
        Done(await house.Get<ReceptionPapers>().RefusalAsync(codes[3], clerk, Ct));
        Refused("visit.notRefused", await house.Get<ReceptionPapers>().RefusalAsync(codes[0], clerk, Ct));
        Refused("visit.inFuture", await desk.SendRefusalAsync(codes[3], "5/TB", Day(9, 16), clerk, Ct));
        Done(await desk.SendRefusalAsync(codes[3], "5/TB", null, clerk, Ct));
        Refused("visit.alreadySettled", await desk.SendRefusalAsync(codes[3], "6/TB", null, clerk, Ct));
        var rows = await book.ReadAsync(house.Province.NaMau.Id, Day(9, 15), Day(9, 15), clerk, Ct);
        Assert.Equal("Tòa án nhân dân khu vực, 3/HD", rows[0].Columns[9]);
        Assert.Contains(petition, rows[1].Columns[11], StringComparison.Ordinal);
        Assert.Contains("5/TB", rows[3].Columns[11], StringComparison.Ordinal);
        using var word = new MemoryStream(Done(await house.Get<ReceptionPapers>().BookAsync(house.Province.NaMau.Id, Day(9, 1), Day(9, 30), clerk, Ct)).Value.Content);
        Assert.Contains(WordText.Paragraphs(word).Value, p => p.Text.Contains("SỔ TIẾP CÔNG DÂN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_period_is_scheduled_published_prepared_and_what_is_missed_has_its_reason()
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);
        var (clerk, desk, book) = (house.Province.Clerk(), house.Get<ReceptionDesk>(), house.Get<ReceptionBook>());
        var codes = Done(await desk.ScheduleAsync(Line(house, Day(9, 28)) with { IsOnline = true, Rhythm = ReceptionRhythm.Monthly, Times = 3 }, clerk, Ct)).Value;
        var first = (await book.FindAsync(codes[0], clerk, Ct))!.Reception;
        // Monday 28 September: five working days before is the 21st, one the 25th, connected an hour before half past seven.
        Assert.Equal((Day(9, 21), Day(9, 25), new TimeOnly(6, 30)), (first.NotifyBy, first.TestBy, first.ConnectFrom));
        Assert.Equal([Day(9, 28), Day(10, 28), Day(11, 28)], (await book.ListAsync(new ReceptionFilter { Ahead = true }, clerk, Ct)).Rows.Select(r => r.PlannedOn));
        Assert.Equal(1, await book.CountAsync(new ReceptionFilter { PrepareBy = Day(9, 22) }, 9, clerk, Ct));
        Assert.Equal(2, Done(await desk.PublishAsync(house.Province.NaMau.Id, Day(9, 15), Day(10, 31), clerk, Ct)).Value);
        Refused("reception.nothingToPublish", await desk.PublishAsync(house.Province.NaMau.Id, Day(9, 15), Day(10, 31), clerk, Ct));
        Done(await desk.PrepareAsync(codes[0], ReceptionPreparation.Notified, clerk, Ct));
        Assert.Equal(0, await book.CountAsync(new ReceptionFilter { PrepareBy = Day(9, 22) }, 9, clerk, Ct));
        Refused("reception.heldInFuture", await desk.HoldAsync(codes[0], null, clerk, Ct));
        Done(await desk.ChangeAsync(codes[0], Line(house, Day(9, 29)) with { IsOnline = true }, clerk, Ct));
        var moved = (await book.FindAsync(codes[0], clerk, Ct))!.Reception;
        Assert.Equal((null, null, Day(9, 22)), (moved.PublishedOn, moved.NotifiedOn, moved.NotifyBy));
        Refused("reception.reasonMissing", await desk.MissAsync(codes[1], " ", clerk, Ct));
        Done(await desk.MissAsync(codes[1], "Mưa lũ", clerk, Ct));
        Refused("reception.wrongStep", await desk.HoldAsync(codes[1], null, clerk, Ct));
        Refused("reception.notFound", await desk.MissAsync(codes[2], "x", house.Province.Clerk(house.Province.LungMau), Ct));
        Refused("reception.notAllowed", await desk.MissAsync(codes[2], "x", SampleProvince.As(Role.Delegate, house.Province.NaMau), Ct));
        Refused("reception.hoursWrong", await desk.ScheduleAsync(Line(house, Day(9, 28)) with { EndsAt = new TimeOnly(7, 0) }, clerk, Ct));
    }

    [Theory, Engines]
    public async Task A_delegate_who_received_is_covered_and_told_of_and_a_stranger_is_no_delegate(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (clerk, desk, who) = (house.Province.Clerk(), house.Get<ReceptionDesk>(), await house.AddDelegateAsync("Lường Văn Mẫu"));
        Done(await house.Get<OperationRunner>().RunAsync(Acting.System, async (work, token) =>
        {
            await house.Get<CoverageBook>().SeatAsync(work, new CoverageSubject(CoverageSubjects.Delegate, who.Id, who.CouncilId, who.ProvinceId, "Commune", who.FullName, who.SortKey, ""), token);

            return Result.Done;
        }, Ct));
        Refused("reception.delegateUnknown", await desk.ScheduleAsync(Line(house, Day(9, 15)) with { DelegateId = Guid.CreateVersion7() }, clerk, Ct));
        var code = Done(await desk.ScheduleAsync(Line(house, Day(9, 15)) with { DelegateId = who.Id, Receiver = null }, clerk, Ct)).Value[0];
        Done(await desk.HoldAsync(code, null, clerk, Ct));

        await using var db = house.Db();
        Assert.Equal(1, (await db.Set<CoverageLine>().SingleAsync(l => l.SubjectId == who.Id && l.Kind == ReceptionDesk.CoverageKind, Ct)).Done);
        Assert.Equal("Lường Văn Mẫu", (await db.Set<CitizenReception>().SingleAsync(Ct)).Receiver);
        var deeds = new List<DelegateDeed>();
        foreach (var teller in house.Services.GetServices<IDelegateTeller>())
        {
            deeds.AddRange(await teller.TellAsync(db, who, Day(9, 1), Day(9, 30), clerk, Ct));
        }

        Assert.Equal([code], deeds.Select(d => d.RecordCode));
    }

    private static ReceptionInput Line(TestHouse house, DateOnly on) => new()
    {
        CouncilId = house.Province.NaMau.Id, On = on, StartsAt = new TimeOnly(7, 30), EndsAt = new TimeOnly(11, 0), Place = "Phòng tiếp công dân", Receiver = "Phó Chủ tịch HĐND xã",
    };

    private static async Task<string> ScheduledAsync(TestHouse house, DateOnly on) => Done(await house.Get<ReceptionDesk>().ScheduleAsync(Line(house, on), house.Province.Clerk(), Ct)).Value[0];

    private static VisitInput Visit(TestHouse house, string? reception) => new()
    {
        CouncilId = house.Province.NaMau.Id, Reception = reception, Person = new SenderName("Lò Thị Mẫu", "Thôn Lũng", "001099000123"), Summary = "Xin sửa cầu thôn Lũng.", Kind = CitizenLetterKind.Feedback,
    };
}
