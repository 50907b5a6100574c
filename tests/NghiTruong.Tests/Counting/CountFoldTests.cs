using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.Operations;
using NghiTruong.Petitions;
using NghiTruong.Support;
using NghiTruong.Tests.Petitions;

namespace NghiTruong.Tests.Counting;

public sealed class CountFoldTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_room_that_counts_is_verified()
    {
        await using var house = await TestHouse.OpenEmptyAsync(Engine.Sqlite);

        // Coverage counts its lines by hand: they are no records.
        var counting = house.Services.GetServices<IChangeObserver>().Select(o => o.GetType().Name);
        var verified = house.Services.GetServices<CountSource>().Select(s => s.Kinds[0]).Where(k => !k.StartsWith("Coverage.", StringComparison.Ordinal)).Select(k => k + "Counting");

        Assert.Equal(counting.Order(), verified.Order());
    }

    [Theory, Engines]
    public async Task Petitions_recorded_while_two_nodes_fold_are_each_counted_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        using var stop = new CancellationTokenSource();
        var folders = Enumerable.Range(0, 2).Select(_ => FoldUntilAsync(house, stop.Token)).ToList();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(clerk => RecordAsync(house, clerk, 15)));
        await stop.CancelAsync();
        await Task.WhenAll(folders);
        await house.Get<CountFold>().FoldAsync(Ct);

        var figures = await house.Get<PetitionSummary>().ReadAsync(new SummaryInput(), Acting.System, Ct);
        Assert.Equal(60, figures!.Total);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
        await using var db = house.Db();
        Assert.Equal(0, await db.Set<CountDelta>().CountAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_refused_operation_leaves_no_delta_and_a_recorded_petition_one(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await house.Get<PetitionIntake>().RecordAsync(new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = " " }, house.Province.Clerk(), Ct);
        await RecordAsync(house, 1, 1);

        await using var db = house.Db();
        Assert.Equal(1, await db.Set<CountDelta>().CountAsync(Ct));
    }

    [Theory, Engines]
    public async Task Verifying_names_the_line_that_the_records_do_not_bear_out_and_rebuilding_mends_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await new RandomPetitions(house, 3).RecordAsync(50, Ct);
        await house.Get<CountFold>().FoldAsync(Ct);
        await using var db = house.Db();
        var petition = await db.Set<Petition>().FirstAsync(p => p.Status == PetitionStatus.Closed, Ct);
        // Past the house: nobody counted this.
        await db.Set<Petition>().Where(p => p.Id == petition.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Field, "culture"), Ct);

        var differences = await house.Get<CountCheck>().VerifyAsync(Ct);

        Assert.Equal(2, differences.Count);
        Assert.Contains(differences, d => d.Where.Contains("culture", StringComparison.Ordinal) && d.Recounted == d.Counted + 1);
        await house.Get<CountCheck>().RebuildAsync(Ct);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task Due_days_long_past_come_together_and_every_figure_stays(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await new RandomPetitions(house, 5).RecordAsync(120, Ct);
        await house.Get<CountFold>().FoldAsync(Ct);
        house.Clock.SetDay(new DateOnly(2027, 1, 20));
        var before = await LateAsync(house);
        await using var db = house.Db();
        var days = await db.Set<CountCell>().CountAsync(c => c.Dimension == CountDimensions.Owed, Ct);

        await house.Get<CountSettling>().RunAsync(house.Clock.GetUtcNow().UtcDateTime, Ct);

        Assert.Equal(before, await LateAsync(house));
        Assert.True(await db.Set<CountCell>().CountAsync(c => c.Dimension == CountDimensions.Owed, Ct) < days);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
        // What is answered afterwards is taken off where it was put.
        await house.Get<CountCheck>().RebuildAsync(Ct);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
        Assert.Equal(before, await LateAsync(house));
    }

    private static async Task<IReadOnlyList<CountFigure>> LateAsync(TestHouse house)
    {
        await using var db = house.Db();
        var province = house.Province.Own.ProvinceId;
        var figures = await CountReader.ReadAsync(db, new CountQuery(PetitionCounting.Kinds) { Nation = true, Provinces = [province], ByPlace = true }, house.Clock.Today, Ct);

        return [.. figures.Where(f => f.Dimension is CountDimensions.Late or CountDimensions.LateByPlace).OrderBy(f => f.Kind).ThenBy(f => f.Dimension).ThenBy(f => f.Value)];
    }

    [Theory, Engines]
    public async Task A_bulk_move_of_a_council_is_counted_by_taking_its_records_out_and_adding_them_again(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await new RandomPetitions(house, 4).RecordAsync(80, Ct);
        await house.Get<CountFold>().FoldAsync(Ct);
        await using var db = house.Db();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var (from, to) = (house.Province.NaMau.Id, house.Province.LungMau.Id);

        await CountCheck.AddAsync(db, PetitionCounting.Source, -1, [from, to], Ct);
        await db.Set<Petition>().Where(p => p.CouncilId == from).ExecuteUpdateAsync(set => set.SetProperty(p => p.CouncilId, to), Ct);
        await CountCheck.AddAsync(db, PetitionCounting.Source, 1, [from, to], Ct);
        await transaction.CommitAsync(Ct);

        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
        await house.Get<CountFold>().FoldAsync(Ct);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
        Assert.Equal(0, (await house.Get<PetitionSummary>().ReadAsync(new SummaryInput(SummaryPlace.Of(from)), Acting.System, Ct))!.Total);
    }

    private static async Task FoldUntilAsync(TestHouse house, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await house.Get<CountFold>().FoldAsync(Ct);
            await Task.Delay(5, Ct);
        }
    }

    private static async Task RecordAsync(TestHouse house, int clerk, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var recorded = await house.Get<PetitionIntake>().RecordAsync(
                new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = $"Đề nghị số {clerk}-{i}" }, house.Province.Clerk(), Ct);
            Assert.False(recorded.IsRefused);
        }
    }
}
