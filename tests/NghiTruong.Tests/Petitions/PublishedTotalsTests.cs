using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Law.Catalogues;
using NghiTruong.Petitions;
using NghiTruong.Support;

namespace NghiTruong.Tests.Petitions;

/// <summary>Totals that provinces published come out to the unit from as many records.</summary>
public sealed class PublishedTotalsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Thai_Nguyen_2022_comes_out_as_93_of_which_18_settled_37_explained_38_in_progress(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await StoreAsync(house, [.. With(house, 18, Outcome.Settled), .. With(house, 37, Outcome.Explained), .. With(house, 38, Outcome.InProgress)]);

        var figures = await ReadAsync(house);

        Assert.Equal(93, figures.Total);
        Assert.Equal((18L, 37L, 38L), (figures.ByOutcome["settled"], figures.ByOutcome["explained"], figures.ByOutcome["inProgress"]));
        Assert.Equal((0L, 0L, 0L), (figures.ByOutcome["partly"], figures.ByOutcome["notSettled"], figures.ByOutcome["none"]));
    }

    [Theory, Engines]
    public async Task Bac_Kan_comes_out_as_139_of_which_109_settled_14_not_settled_16_in_progress(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await StoreAsync(house, [.. With(house, 109, Outcome.Settled), .. With(house, 14, Outcome.NotSettled), .. With(house, 16, Outcome.InProgress)]);

        var figures = await ReadAsync(house);

        Assert.Equal(139, figures.Total);
        Assert.Equal((109L, 14L, 16L), (figures.ByOutcome["settled"], figures.ByOutcome["notSettled"], figures.ByOutcome["inProgress"]));
    }

    [Theory, Engines]
    public async Task Kon_Tum_comes_out_as_84_of_which_76_3_and_5_by_committee(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await StoreAsync(house,
        [
            .. In(house, 50, FieldCatalogue.Transport), .. In(house, 26, FieldCatalogue.Land), .. In(house, 3, FieldCatalogue.Security),
            .. In(house, 2, FieldCatalogue.Health), .. In(house, 3, FieldCatalogue.Education),
        ]);

        var figures = await ReadAsync(house);
        var byCommittee = figures.ByField.GroupBy(f => Catalogue.Of(CatalogueKind.Field, f.Key)!.Committee!).ToDictionary(g => g.Key, g => g.Sum(f => f.Value));

        Assert.Equal(84, figures.Total);
        Assert.Equal((76L, 3L, 5L), (byCommittee["KTNS"], byCommittee["PC"], byCommittee["VHXH"]));
    }

    private static IEnumerable<Petition> With(TestHouse house, int count, Outcome outcome) => Make(house, count, p => p.StandAsTold(PetitionStatus.Answered, outcome, null, null));

    private static IEnumerable<Petition> In(TestHouse house, int count, string field) => Make(house, count, p => p.Field = field);

    private static IEnumerable<Petition> Make(TestHouse house, int count, Action<Petition> shape)
    {
        for (var i = 0; i < count; i++)
        {
            var petition = RandomPetitions.New(house.Province.Own, new DateOnly(2022, 1, 10).AddDays(i));
            shape(petition);

            yield return petition;
        }
    }

    private static async Task StoreAsync(TestHouse house, IReadOnlyList<Petition> petitions)
    {
        await using var db = house.Db();
        db.AddRange(petitions);
        house.Get<PetitionCounting>().Count(db, petitions);
        await db.SaveChangesAsync(Ct);
        await house.Get<CountFold>().FoldAsync(Ct);
    }

    private static async Task<PetitionFigures> ReadAsync(TestHouse house) =>
        (await house.Get<PetitionSummary>().ReadAsync(
            new SummaryInput(SummaryPlace.Of(house.Province.Own, true), null, new(2022, 1, 1), new(2022, 12, 31)), Acting.System, Ct))!;
}
