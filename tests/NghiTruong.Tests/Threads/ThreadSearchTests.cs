using NghiTruong.Search;
using NghiTruong.Support;
using NghiTruong.Threads;
using static NghiTruong.Tests.Threads.ThreadCases;

namespace NghiTruong.Tests.Threads;

/// <summary>Threads in the one search.</summary>
public sealed class ThreadSearchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_thread_is_found_by_its_problem_and_code_at_home_and_above_and_by_no_stranger(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await OpenedAsync(house);
        await house.Get<SearchIndexing>().RebuildAsync(null, null, Ct);
        await using var db = house.Db();

        async Task<IEnumerable<string>> FoundAsync(string typed, NghiTruong.Accounts.Acting acting) => (await house.Get<ThreadSearch>().FindAsync(db, typed, acting, 5, Ct)).Select(f => f.Code);
        Assert.Equal([code], await FoundAsync("thon lung", house.Province.Clerk()));
        Assert.Equal([code], await FoundAsync(code, house.Province.Clerk(house.Province.Own)));
        Assert.Empty(await FoundAsync(code, house.Province.Clerk(house.Province.LungMau)));
    }
}
