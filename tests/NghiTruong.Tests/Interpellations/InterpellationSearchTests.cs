using NghiTruong.Accounts;
using NghiTruong.Interpellations;
using NghiTruong.Search;
using NghiTruong.Support;
using static NghiTruong.Tests.Interpellations.InterpellationCases;

namespace NghiTruong.Tests.Interpellations;

/// <summary>Questions, promises and explanation sessions in the one search, within what a person may read.</summary>
public sealed class InterpellationSearchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_slip_is_found_at_home_and_by_the_agency_once_it_is_decided_about(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, _, session) = await HandedInAsync(house);
        var officer = SampleProvince.Officer(house.Province.NaMauCommittee);
        await house.Get<SearchIndexing>().RebuildAsync(null, null, Ct);

        Assert.Equal([code], await FoundAsync<SlipSearch>(house, code, house.Province.Clerk()));
        Assert.Empty(await FoundAsync<SlipSearch>(house, code, officer));
        Assert.Empty(await FoundAsync<SlipSearch>(house, code, house.Province.Clerk(house.Province.LungMau)));

        Done(await house.Get<SlipDesk>().SelectAsync(Selection(house, session, code), house.Province.StandingCommittee(), Ct));
        await house.Get<SearchIndexing>().RebuildAsync(null, null, Ct);
        Assert.Equal([code], await FoundAsync<SlipSearch>(house, code, officer));
    }

    [Theory, Engines]
    public async Task A_promise_is_found_by_its_words_without_marks_and_a_conclusion_once_it_is_sent(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (_, promise, _) = await PromisedAsync(house);
        var held = await HeldAsync(house);
        Done(await house.Get<ExplanationDesk>().ConcludeAsync(held, Conclusion, house.Province.StandingCommittee(), Ct));
        await house.Get<SearchIndexing>().RebuildAsync(null, null, Ct);

        Assert.Equal([promise], await FoundAsync<PromiseSearch>(house, "cong trinh nuoc sach thon lung", house.Province.Clerk()));
        Assert.Equal([held], await FoundAsync<ExplanationSearch>(house, held, house.Province.Clerk()));
        Assert.Empty(await FoundAsync<ExplanationSearch>(house, Conclusion.Conclusion!, house.Province.Clerk()));
    }

    private static async Task<IEnumerable<string>> FoundAsync<T>(TestHouse house, string typed, Acting acting)
        where T : class, ISearchFinder
    {
        await using var db = house.Db();

        return (await house.Get<T>().FindAsync(db, typed, acting, 5, Ct)).Select(f => f.Code);
    }
}
