using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Indicators;
using NghiTruong.Support;
using NghiTruong.Training;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Indicators;

/// <summary>The board of one delegate and of one body: what is to be done, how far it is, and who of the members is still to do it.</summary>
public sealed class SubjectBoardTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_body_shows_what_its_members_are_still_to_do_and_a_delegate_what_they_did(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var body = await BodyAsync(house);
        var (first, second, outside) = (await SitsAsync(house, "Lò Văn Một"), await SitsAsync(house, "Vi Thị Hai"), await SitsAsync(house, "Tẩn Mí Ba"));
        foreach (var code in new[] { first.Code, second.Code })
        {
            Done(await house.Get<DelegateStandingDesk>().TakePostAsync(code, new PostInput { Post = PostKind.CommitteeMember, BodyId = body, From = Day(4, 1) }, house.Province.Clerk(), Ct));
        }

        await house.Get<CoverageCalendar>().RunAsync(house.Clock.GetUtcNow().UtcDateTime, Ct);
        await TrainAsync(house, first.Id);

        var of = (await BoardAsync(house, CoverageSubjects.Body, body))!;
        var trained = of.Members.Single(m => m.Kind.Code == TrainingCoverage.Code);
        Assert.Equal(("Ban Kinh tế - Ngân sách", 1, 2), (of.Card.Name, trained.Done, trained.Total));
        Assert.Equal(["Vi Thị Hai"], trained.Missing.Select(l => l.Name));
        Assert.Contains(of.Figures, f => f.Kind.Code == "body.supervised" && f.Running.IsMissing);

        var one = (await BoardAsync(house, CoverageSubjects.Delegate, first.Id))!;
        // The middle one of three, of whom one was trained.
        Assert.Equal((1, 0, false), one.Figures.Where(f => f.Kind.Code == TrainingCoverage.Code).Select(f => (f.Running.Done, f.Median!.Value, f.Running.IsMissing)).Single());
        Assert.True((await BoardAsync(house, CoverageSubjects.Delegate, outside.Id))!.Figures.Single(f => f.Kind.Code == TrainingCoverage.Code).Running.IsMissing);
    }

    [Theory, Engines]
    public async Task Another_communes_delegate_has_no_board_here_and_the_upper_level_sees_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var delegated = await SitsAsync(house, "Lò Văn Một");
        await house.Get<CoverageCalendar>().RunAsync(house.Clock.GetUtcNow().UtcDateTime, Ct);

        Assert.Null(await BoardAsync(house, CoverageSubjects.Delegate, delegated.Id, house.Province.Clerk(house.Province.LungMau)));
        Assert.Null(await BoardAsync(house, CoverageSubjects.Delegate, delegated.Id, SampleProvince.As(Role.AgencyOfficer, house.Province.NaMau)));
        Assert.Null(await BoardAsync(house, "nobody", delegated.Id));
        Assert.NotNull(await BoardAsync(house, CoverageSubjects.Delegate, delegated.Id, SampleProvince.As(Role.UpperViewer, house.Province.Own)));
    }

    private static Task<SubjectBoard?> BoardAsync(TestHouse house, string subject, Guid id, Acting? acting = null) =>
        house.Get<SubjectBoardReader>().ReadAsync(subject, id, acting ?? house.Province.Clerk(), Ct);

    private static Task<Delegate> SitsAsync(TestHouse house, string name) => house.AddDelegateAsync(name);

    private static async Task<Guid> BodyAsync(TestHouse house)
    {
        await using var db = house.Db();
        var body = new Body { Id = Guid.CreateVersion7(), CouncilId = house.Province.NaMau.Id, Kind = BodyKind.Committee, Code = "KTNS", Name = "Ban Kinh tế - Ngân sách", From = Day(3, 15) };
        db.Add(body);
        await db.SaveChangesAsync(Ct);
        house.Get<CouncilDirectory>().Forget();

        return body.Id;
    }

    private static async Task TrainAsync(TestHouse house, Guid id)
    {
        var code = Done(await house.Get<TrainingDesk>().OpenAsync(new TrainingInput { CouncilId = house.Province.NaMau.Id, Subject = "Kỹ năng giám sát", From = Day(9, 10) }, house.Province.Clerk(), Ct)).Value;
        _ = Done(await house.Get<TrainingEnrolment>().EnrolAsync(code, new EnrolInput { Whom = EnrolWhom.All }, house.Province.Clerk(), Ct));
        Done(await house.Get<TrainingRoll>().CallAsync(code, Day(9, 10), [id], house.Province.Clerk(), Ct));
    }
}
