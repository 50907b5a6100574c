using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using NghiTruong.Support;
using NghiTruong.Training;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Training;

/// <summary>From the plan of the year to nobody missing: enrolling at one press, the roll, who counts as trained, certificates.</summary>
public sealed class TrainingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task The_last_untrained_delegate_is_trained_by_the_province_and_the_commune_stands_at_a_hundred_percent(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (first, second) = (await SeatedAsync(house, "Lò Văn Một", fullTime: true), await SeatedAsync(house, "Vi Thị Hai"));
        Assert.Equal((0, 2, 0, 1), await FiguresAsync(house));
        var own = await OpenedAsync(house);
        Assert.Equal(2, Done(await house.Get<TrainingEnrolment>().EnrolAsync(own, new EnrolInput { Whom = EnrolWhom.Untrained }, house.Province.Clerk(), Ct)).Value);
        Done(await house.Get<TrainingRoll>().CallAsync(own, Day(9, 10), [first.Id], house.Province.Clerk(), Ct));
        Assert.Equal((1, 2, 1, 1), await FiguresAsync(house));
        Assert.Equal(["Vi Thị Hai"], await MissingAsync(house));

        var given = await OpenedAsync(house, house.Province.Own, forCommunes: true);
        Assert.Equal(1, Done(await house.Get<TrainingEnrolment>().EnrolAsync(given, new EnrolInput { Whom = EnrolWhom.Untrained }, house.Province.Clerk(house.Province.Own), Ct)).Value);
        Done(await house.Get<TrainingRoll>().CallAsync(given, Day(9, 10), [second.Id], house.Province.Clerk(house.Province.Own), Ct));

        Assert.Equal((2, 2, 1, 1), await FiguresAsync(house));
        Assert.Empty(await MissingAsync(house));
        Assert.Equal(100, (await house.Get<TrainingFigures>().ReadAsync(await NameAsync(house), false, 2026, house.Province.Clerk(), Ct))![0].Percent);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));

        // The roll is mended: nobody was there after all.
        Done(await house.Get<TrainingRoll>().CallAsync(given, Day(9, 10), [], house.Province.Clerk(house.Province.Own), Ct));
        Assert.Equal((1, 2, 1, 1), await FiguresAsync(house));
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_delegate_who_had_left_by_that_day_is_refused_with_the_reason(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (stays, left) = (await house.AddDelegateAsync("Lò Văn Ở"), await house.AddDelegateAsync("Hà Thị Thôi", until: Day(9, 10)));
        var (code, roll, clerk) = (await OpenedAsync(house, until: Day(9, 11)), house.Get<TrainingRoll>(), house.Province.Clerk());
        Assert.Equal(2, Done(await house.Get<TrainingEnrolment>().EnrolAsync(code, new EnrolInput { Whom = EnrolWhom.All }, clerk, Ct)).Value);

        Done(await roll.CallAsync(code, Day(9, 10), [stays.Id, left.Id], clerk, Ct));
        Result refused = await roll.CallAsync(code, Day(9, 11), [stays.Id, left.Id], clerk, Ct);

        var reason = Assert.Single(refused.Refusals);
        Assert.Equal("training.delegateLeft", reason.Code);
        Assert.Equal("Hà Thị Thôi", reason.Values[0]);
        Done(await roll.CallAsync(code, Day(9, 11), [stays.Id], clerk, Ct));
        Refused("training.dayUnknown", await roll.CallAsync(code, Day(9, 12), [], clerk, Ct));
        Refused("training.notEnrolled", await roll.CallAsync(code, Day(9, 10), [(await house.AddDelegateAsync("Người Ngoài")).Id], clerk, Ct));
    }

    [Theory, Engines]
    public async Task Seats_that_are_few_go_to_the_untrained_and_full_timers_first_and_nobody_is_enrolled_twice(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (trained, full) = (await house.AddDelegateAsync("An Văn Đã Học"), await house.AddDelegateAsync("Ứng Thị Chuyên Trách", fullTime: true));
        await house.AddDelegateAsync("Bùi Văn Chưa Học");
        var (enrolment, clerk) = (house.Get<TrainingEnrolment>(), house.Province.Clerk());
        var earlier = await OpenedAsync(house);
        Done(await enrolment.EnrolAsync(earlier, new EnrolInput { Whom = EnrolWhom.Chosen, Delegates = [trained.Id] }, clerk, Ct));
        Done(await house.Get<TrainingRoll>().CallAsync(earlier, Day(9, 10), [trained.Id], clerk, Ct));
        var code = await OpenedAsync(house);

        Assert.Equal(1, Done(await enrolment.EnrolAsync(code, new EnrolInput { Whom = EnrolWhom.All, Most = 1 }, clerk, Ct)).Value);
        Assert.Equal([full.Id], await SeatsAsync(house, code));
        Assert.Equal(1, Done(await enrolment.EnrolAsync(code, new EnrolInput { Whom = EnrolWhom.Untrained }, clerk, Ct)).Value);
        Assert.Equal(1, Done(await enrolment.EnrolAsync(code, new EnrolInput { Whom = EnrolWhom.All }, clerk, Ct)).Value);
        Refused("training.nobodyFound", await enrolment.EnrolAsync(code, new EnrolInput { Whom = EnrolWhom.All }, clerk, Ct));
        Refused("training.groupMissing", await enrolment.EnrolAsync(code, new EnrolInput { Whom = EnrolWhom.Group }, clerk, Ct));
        Done(await enrolment.TakeOutAsync(code, trained.Id, clerk, Ct));
        Refused("training.wasThere", await enrolment.TakeOutAsync(earlier, trained.Id, clerk, Ct));
    }

    [Theory, Engines]
    public async Task A_commune_enrols_its_own_delegates_in_the_provinces_class_and_no_others(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (mine, theirs) = (await house.AddDelegateAsync("Lò Văn Mình"), await house.AddDelegateAsync("Vi Văn Bạn", house.Province.LungMau));
        var (given, closed) = (await OpenedAsync(house, house.Province.Own, forCommunes: true), await OpenedAsync(house, house.Province.Own));
        var (enrolment, clerk) = (house.Get<TrainingEnrolment>(), house.Province.Clerk());

        Assert.Equal(1, Done(await enrolment.EnrolAsync(given, new EnrolInput { Whom = EnrolWhom.All }, clerk, Ct)).Value);
        Assert.Equal([mine.Id], await SeatsAsync(house, given));
        Refused("training.nobodyFound", await enrolment.EnrolAsync(given, new EnrolInput { Whom = EnrolWhom.Chosen, Delegates = [theirs.Id] }, clerk, Ct));
        Refused("training.notFound", await enrolment.EnrolAsync(closed, new EnrolInput { Whom = EnrolWhom.All }, clerk, Ct));
        Refused("training.notAllowed", await house.Get<TrainingRoll>().CallAsync(given, Day(9, 10), [mine.Id], clerk, Ct));
        Assert.Equal([mine.Id], (await house.Get<TrainingReader>().ReadAsync(given, clerk, Ct))!.Trainees.Select(t => t.Who.Id));
        Assert.Empty((await house.Get<TrainingReader>().ReadAsync(given, house.Province.Clerk(house.Province.LungMau), Ct))!.Trainees);
        Refused("training.onlyProvince", await house.Get<TrainingDesk>().OpenAsync(Input(house.Province.NaMau) with { ForCommunes = true }, clerk, Ct));
    }

    [Theory, Engines]
    public async Task Results_are_proposed_by_the_days_and_certificates_bear_names_and_numbers(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (all, half) = (await house.AddDelegateAsync("Lò Văn Đủ"), await house.AddDelegateAsync("Vi Thị Nửa"));
        var (code, roll, clerk) = (await OpenedAsync(house, until: Day(9, 11)), house.Get<TrainingRoll>(), house.Province.Clerk());
        Done(await house.Get<TrainingEnrolment>().EnrolAsync(code, new EnrolInput { Whom = EnrolWhom.All }, clerk, Ct));
        Refused("training.notHeld", await roll.CloseAsync(code, null, clerk, Ct));
        Done(await roll.CallAsync(code, Day(9, 10), [all.Id, half.Id], clerk, Ct));
        Done(await roll.CallAsync(code, Day(9, 11), [all.Id], clerk, Ct));
        Assert.Null(await house.Get<TrainingCertificates>().WriteAsync(code, null, clerk, Ct));

        Done(await roll.CloseAsync(code, null, clerk, Ct));

        var whole = (await house.Get<TrainingReader>().ReadAsync(code, clerk, Ct))!;
        Assert.Equal([(all.Id, TrainingResult.Completed, (int?)1), (half.Id, TrainingResult.NotCompleted, null)], whole.Trainees.Select(t => (t.Who.Id, t.Seat.Result, t.Seat.Certificate)));
        var words = Words((await house.Get<TrainingCertificates>().WriteAsync(code, all.Code, clerk, Ct))!.Value.Content);
        Assert.Contains("Lò Văn Đủ", words, StringComparison.Ordinal);
        Assert.Contains($"001/{code}", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Vi Thị Nửa", Words((await house.Get<TrainingCertificates>().WriteAsync(code, null, clerk, Ct))!.Value.Content), StringComparison.Ordinal);
        Assert.Null(await house.Get<TrainingCertificates>().WriteAsync(code, null, house.Province.Clerk(house.Province.Own), Ct));
        Refused("training.closed", await roll.CallAsync(code, Day(9, 11), [], clerk, Ct));
        await using var db = house.Db();
        var deeds = await house.Services.GetServices().First(t => t.Kinds.Contains("training")).TellAsync(db, all, Day(1, 1), Day(12, 31), clerk, Ct);
        Assert.Equal((Day(9, 10), code), (Assert.Single(deeds).On, deeds[0].RecordCode));
    }

    [Theory, Engines]
    public async Task The_plan_of_the_year_is_kept_at_home_and_tells_what_came_of_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk) = (house.Get<TrainingDesk>(), house.Province.Clerk());
        var asked = new PlanItemInput { Id = Guid.CreateVersion7(), CouncilId = house.Province.NaMau.Id, Year = 2026, Subject = "Kỹ năng giám sát", People = 18, Month = 9 };
        Refused("council.notFound", await desk.PlanAsync(asked, house.Province.Clerk(house.Province.LungMau), Ct));
        Refused("training.subjectMissing", await desk.PlanAsync(asked with { Subject = " " }, clerk, Ct));
        Done(await desk.PlanAsync(asked, clerk, Ct));
        Done(await desk.PlanAsync(asked, clerk, Ct));
        Done(await desk.OpenAsync(Input(house.Province.NaMau) with { PlanItemId = asked.Id }, clerk, Ct));

        var row = Assert.Single(await house.Get<TrainingReader>().PlanAsync(await NameAsync(house), 2026, clerk, Ct));
        Assert.Equal((1, 0), (row.Classes, row.Trained));
        Refused("training.planHasClasses", await desk.DropPlanAsync(asked.Id!.Value, clerk, Ct));
        Assert.Empty(await house.Get<TrainingReader>().PlanAsync(await NameAsync(house), 2026, house.Province.Clerk(house.Province.LungMau), Ct));
    }

    [Fact]
    public void A_class_is_completed_from_the_share_of_days_on()
    {
        Assert.Equal(TrainingResult.Completed, TrainingRules.Proposed(4, 5, 80));
        Assert.Equal(TrainingResult.NotCompleted, TrainingRules.Proposed(3, 5, 80));
        Assert.Equal(TrainingResult.NotCompleted, TrainingRules.Proposed(0, 0, 0));
    }

    private static TrainingInput Input(Council at) => new() { CouncilId = at.Id, Subject = "Kỹ năng giám sát, thẩm tra", From = Day(9, 10) };

    private static async Task<string> OpenedAsync(TestHouse house, Council? at = null, DateOnly? until = null, bool forCommunes = false) =>
        Done(await house.Get<TrainingDesk>().OpenAsync(Input(at ?? house.Province.NaMau) with { Until = until, ForCommunes = forCommunes }, house.Province.Clerk(at), Ct)).Value;

    /// <summary>A delegate whom coverage counts upon, as the register would say.</summary>
    private static async Task<Delegate> SeatedAsync(TestHouse house, string name, bool fullTime = false)
    {
        var added = await house.AddDelegateAsync(name, fullTime: fullTime);
        var council = house.Province.NaMau;
        Done(await house.Get<OperationRunner>().RunAsync(Acting.System, async (work, token) =>
        {
            await house.Get<CoverageBook>().SeatAsync(
                work, new CoverageSubject(CoverageSubjects.Delegate, added.Id, council.Id, council.ProvinceId, $"{council.Tier}", name, added.SortKey, fullTime ? "FullTime" : ""), token);

            return Result.Done;
        }, Ct));

        return added;
    }

    private static async Task<(int Trained, int Total, int FullTimeTrained, int FullTime)> FiguresAsync(TestHouse house)
    {
        var f = (await house.Get<TrainingFigures>().ReadAsync(await NameAsync(house), false, 2026, house.Province.Clerk(), Ct))![0];

        return (f.Trained, f.Total, f.FullTimeTrained, f.FullTime);
    }

    private static async Task<IEnumerable<string>> MissingAsync(TestHouse house) =>
        (await house.Get<TrainingFigures>().MissingAsync(await NameAsync(house), 2026, house.Province.Clerk(), Ct)).Select(l => l.Name);

    private static async Task<CouncilName> NameAsync(TestHouse house) => (await house.Get<CouncilDirectory>().CouncilAsync(house.Province.NaMau.Id, Ct))!;

    private static async Task<List<Guid>> SeatsAsync(TestHouse house, string code)
    {
        await using var db = house.Db();

        return await db.Set<TrainingSeat>().Where(s => db.Set<TrainingClass>().Any(c => c.Id == s.ClassId && c.Code == code)).Select(s => s.DelegateId).ToListAsync(Ct);
    }

    private static string Words(byte[] content)
    {
        using var file = new MemoryStream(content);
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(file, false);

        return document.MainDocumentPart!.Document.Body!.InnerText;
    }
}

file static class Tellers
{
    public static IEnumerable<IDelegateTeller> GetServices(this IServiceProvider services) => Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetServices<IDelegateTeller>(services);
}
