using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Law.Definitions;
using NghiTruong.Supervision;
using NghiTruong.Support;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Coverage;

/// <summary>Who has still to do what in a period: opened for all, moved by the act itself, mended from the records.</summary>
public sealed class CoverageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CoverageCadence.Month, "2026-02-28", "2026-02-01", "2026-02-28")]
    [InlineData(CoverageCadence.Quarter, "2026-03-31", "2026-01-01", "2026-03-31")]
    [InlineData(CoverageCadence.Quarter, "2026-04-01", "2026-04-01", "2026-06-30")]
    [InlineData(CoverageCadence.HalfYear, "2026-07-01", "2026-07-01", "2026-12-31")]
    [InlineData(CoverageCadence.Year, "2026-12-31", "2026-01-01", "2026-12-31")]
    public void A_day_lies_in_one_period(CoverageCadence cadence, string day, string from, string to) =>
        Assert.Equal(new CoveragePeriod(DateOnly.Parse(from), DateOnly.Parse(to)), CoveragePeriod.Of(cadence, DateOnly.Parse(day)));

    [Theory, Engines]
    public async Task Every_council_that_runs_has_a_line_of_the_year_and_opening_it_twice_opens_it_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await OpenAsync(house);
        await OpenAsync(house);

        Assert.Equal([(house.Province.NaMau.Id, 0, 2, true), (house.Province.LungMau.Id, 0, 2, true)], (await LinesAsync(house, SupervisionCoverage.Themes)).Select(l => (l.SubjectId, l.Done, l.Needed, l.IsMissing)));
        Assert.Equal(3, (await LinesAsync(house, SupervisionCoverage.Standing)).Count);
        Assert.Empty(await VerifyAsync(house));
    }

    [Theory, Engines]
    public async Task The_act_that_completes_a_line_moves_the_count_with_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await OpenAsync(house);
        var (first, second) = (await ProgrammedAsync(house), await ProgrammedAsync(house));

        Done(await house.Get<SupervisionDesk>().HoldAsync(first, Day(9, 10), house.Province.Clerk(), Ct));
        var once = await MissingAsync(house);
        Done(await house.Get<SupervisionDesk>().HoldAsync(second, Day(9, 11), house.Province.Clerk(), Ct));
        var twice = await MissingAsync(house);

        Assert.Equal((2, 1), (once, twice));
        Assert.Empty(await VerifyAsync(house));
    }

    [Theory, Engines]
    public async Task What_was_done_before_the_line_was_opened_is_counted_by_opening_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        Done(await house.Get<SupervisionDesk>().HoldAsync(await ProgrammedAsync(house), Day(9, 10), house.Province.Clerk(), Ct));

        await OpenAsync(house);

        Assert.Equal(1, (await LinesAsync(house, SupervisionCoverage.Themes)).Single(l => l.SubjectId == house.Province.NaMau.Id).Done);
    }

    [Theory, Engines]
    public async Task What_passed_by_the_house_is_mended_from_the_records(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await OpenAsync(house);
        var code = await ProgrammedAsync(house);
        Done(await house.Get<SupervisionDesk>().HoldAsync(code, Day(9, 10), house.Province.Clerk(), Ct));
        await using (var db = house.Db())
        {
            await db.Set<SupervisionCase>().Where(s => s.Code == code).ExecuteUpdateAsync(set => set.SetProperty(s => s.HeldOn, (DateOnly?)null), Ct);
        }

        await OpenAsync(house);

        Assert.Equal(0, (await LinesAsync(house, SupervisionCoverage.Themes)).Single(l => l.SubjectId == house.Province.NaMau.Id).Done);
        Assert.DoesNotContain(await VerifyAsync(house), d => d.Where.Contains("Coverage.", StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task A_council_that_ended_is_no_longer_counted_upon(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await OpenAsync(house);
        await using (var db = house.Db())
        {
            await db.Set<CouncilTerm>().Where(t => t.CouncilId == house.Province.LungMau.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.Until, Day(9, 14)), Ct);
        }

        await OpenAsync(house);

        Assert.Equal(house.Province.NaMau.Id, Assert.Single(await LinesAsync(house, SupervisionCoverage.Themes)).SubjectId);
        Assert.Empty(await VerifyAsync(house));
    }

    [Theory, Engines]
    public async Task A_province_that_asks_for_more_leaves_its_councils_missing_and_the_next_year_begins_anew(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await OpenAsync(house);
        Done(await house.Get<DefinitionDesk>().SetAsync(
            new DefinitionInput { CouncilId = house.Province.Own.Id, Catalogue = CoverageCatalogue.Code, Code = SupervisionCoverage.Themes, Vietnamese = "Mỗi xã ba chuyên đề", Number = 3 },
            SampleProvince.As(Role.Administrator, house.Province.Own), Ct));
        await house.WorkOffOutboxAsync();

        Assert.All(await LinesAsync(house, SupervisionCoverage.Themes), l => Assert.Equal(3, l.Needed));
        house.Clock.SetDay(new DateOnly(2027, 1, 1));
        await OpenAsync(house);
        Assert.Equal(4, (await LinesAsync(house, SupervisionCoverage.Themes)).Count);
        Assert.Empty(await VerifyAsync(house));
    }

    [Theory, Engines]
    public async Task Missing_names_come_page_by_page_within_the_place(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await OpenAsync(house);
        await using var db = house.Db();
        var all = new CountQuery([]) { Nation = true };
        var from = new DateOnly(2026, 1, 1);

        var first = await CoverageList.PageAsync(db, SupervisionCoverage.Standing, from, all, missing: true, null, 2, Ct);
        var rest = await CoverageList.PageAsync(db, SupervisionCoverage.Standing, from, all, missing: true, first[^1], 2, Ct);
        var own = await CoverageList.PageAsync(db, SupervisionCoverage.Standing, from, new CountQuery([]) { Councils = [house.Province.LungMau.Id] }, missing: true, null, 5, Ct);

        Assert.Equal((2, 1), (first.Count, rest.Count));
        Assert.Equal(3, first.Concat(rest).Select(r => r.SubjectId).Distinct().Count());
        Assert.Equal(house.Province.LungMau.Id, Assert.Single(own).CouncilId);
    }

    private static Task OpenAsync(TestHouse house) => house.Get<CoverageCalendar>().RunAsync(house.Clock.GetUtcNow().UtcDateTime, Ct);

    private static async Task<List<CoverageLine>> LinesAsync(TestHouse house, string kind)
    {
        await using var db = house.Db();

        return await db.Set<CoverageLine>().AsNoTracking().Where(l => l.Kind == kind).OrderBy(l => l.PeriodFrom).ThenBy(l => l.CouncilId).ToListAsync(Ct);
    }

    private static async Task<long> MissingAsync(TestHouse house)
    {
        await using var db = house.Db();
        var figures = await CountReader.ReadAsync(db, new CountQuery(["Coverage." + SupervisionCoverage.Themes]) { Nation = true }, house.Clock.Today, Ct);

        return figures.Where(f => f is { Dimension: CountDimensions.Field, Outcome: CoverageBook.Missing }).Sum(f => f.N);
    }

    private static async Task<IReadOnlyList<CountDifference>> VerifyAsync(TestHouse house)
    {
        await house.Get<CountFold>().FoldAsync(Ct);

        return await house.Get<CountCheck>().VerifyAsync(Ct);
    }
}
