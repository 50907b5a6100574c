using NghiTruong.Accounts;
using NghiTruong.Search;
using NghiTruong.Supervision;
using NghiTruong.Support;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Supervision;

/// <summary>Supervisions and recommendations in the one search: by words without marks, by code, within what a person may read.</summary>
public sealed class SupervisionSearchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Found_by_words_without_marks_and_by_code_at_home_and_by_the_agency_that_owes(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, recommendation) = await ConcludedAsync(house);
        await house.Get<SearchIndexing>().RebuildAsync(null, null, Ct);
        var officer = SampleProvince.Officer(house.Province.NaMauCommittee);

        Assert.Equal([code], await FoundAsync<SupervisionSearch>(house, "nuoc sinh hoat", house.Province.Clerk()));
        Assert.Equal([code], await FoundAsync<SupervisionSearch>(house, code, house.Province.Clerk()));
        Assert.Equal([recommendation], await FoundAsync<RecommendationSearch>(house, "đường ống thôn Lũng", officer));
        Assert.Empty(await FoundAsync<RecommendationSearch>(house, "đường ống thôn Lũng", SampleProvince.Officer(house.Province.ProvinceCommittee)));
    }

    [Theory, Engines]
    public async Task Words_of_the_results_are_found_once_the_report_is_issued_and_drafts_of_recommendations_never(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, results, clerk) = (await ProgrammedAsync(house), house.Get<SupervisionResults>(), house.Province.Clerk());
        Done(await house.Get<SupervisionDesk>().HoldAsync(code, Day(9, 10), clerk, Ct));
        Done(await results.WriteAsync(code, Words, clerk, Ct));
        Done(await results.RecommendAsync(code, Recommend(house), clerk, Ct));
        await house.Get<SearchIndexing>().RebuildAsync(null, null, Ct);
        Assert.Empty(await FoundAsync<SupervisionSearch>(house, "Thôn Lũng chưa có nước", clerk));
        Assert.Empty(await FoundAsync<RecommendationSearch>(house, "đường ống", clerk));

        Done(await results.ReportAsync(code, "05/BC-TTHĐND", Day(9, 14), clerk, Ct));
        await house.Get<SearchIndexing>().RebuildAsync(null, null, Ct);

        Assert.Equal([code], await FoundAsync<SupervisionSearch>(house, "Thôn Lũng chưa có nước", clerk));
        Assert.Empty(await FoundAsync<RecommendationSearch>(house, "đường ống", clerk));
    }

    private static async Task<IEnumerable<string>> FoundAsync<T>(TestHouse house, string typed, Acting acting)
        where T : class, ISearchFinder
    {
        await using var db = house.Db();

        return (await house.Get<T>().FindAsync(db, typed, acting, 5, Ct)).Select(f => f.Code);
    }
}
