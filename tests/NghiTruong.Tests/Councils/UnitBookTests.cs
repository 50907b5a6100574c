using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Support;

namespace NghiTruong.Tests.Councils;

public sealed class UnitBookTests
{
    /// <summary>What stood before the reform: a district with two communes, one of which bore a code that another unit holds today.</summary>
    private const string Former =
        """
        [{"Code":"901","FullName":"Huyện Bản Cũ","AdministrativeUnitFullName":"Huyện","ParentCode":"90","Until":"2025-06-30","Successor":["90001","90002"],"Basis":"NQ 202/2025/QH15"},
         {"Code":"90001","FullName":"Xã Nà Thượng","AdministrativeUnitShortName":"Xã","ParentCode":"901","Until":"2025-06-30","Successor":"90001"},
         {"Code":"90009","FullName":"Phường Nà Hạ","AdministrativeUnitShortName":"Phường","ParentCode":"901","Until":"2025-06-30","Successor":"90001","HasCouncil":false},
         {"Code":"90","FullName":"Tỉnh Bản Mẫu","AdministrativeUnitFullName":"Tỉnh","Until":"2025-06-30","Successor":"90"},
         {"Code":"99","FullName":"Tỉnh Bản Xưa","AdministrativeUnitFullName":"Tỉnh","Until":"2025-06-30","Successor":"90"}]
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_code_means_todays_holder_and_with_a_day_that_days(Engine engine)
    {
        await using var house = await WithHistoryAsync(engine);
        var book = house.Get<UnitBook>();

        var now = (await book.ResolveAsync("90001", Ct)).Value;
        var then = (await book.ResolveAsync("90001@2024-06-30", Ct)).Value;
        var nation = (await book.ResolveAsync("VN", Ct)).Value;

        Assert.Equal(("Xã Nà Pục", "Xã Nà Thượng"), (now.FullName, then.FullName));
        Assert.NotEqual(now.UnitId, then.UnitId);
        Assert.NotEqual(now.CouncilId, then.CouncilId);
        Assert.True(nation.IsNation);
        Assert.Equal("unit.notFound", Assert.Single((await book.ResolveAsync("90009", Ct)).Refusals).Code);
        Assert.Equal("unit.addressUnreadable", Assert.Single((await book.ResolveAsync("90009@30/6", Ct)).Refusals).Code);
    }

    [Theory, Engines]
    public async Task A_former_district_is_found_on_its_day_with_its_communes_and_council(Engine engine)
    {
        await using var house = await WithHistoryAsync(engine);
        var book = house.Get<UnitBook>();
        var lastDay = new DateOnly(2025, 6, 30);

        var district = (await book.ResolveAsync("901@2025-06-30", Ct)).Value;
        var children = await book.ChildrenAsync(district.UnitId!.Value, lastDay, Ct);
        var above = await book.AncestorsAsync((await book.ResolveAsync("90009@2025-06-30", Ct)).Value.UnitId!.Value, lastDay, Ct);

        Assert.Equal("unit.notFound", Assert.Single((await book.ResolveAsync("901", Ct)).Refusals).Code);
        Assert.Equal(["Phường Nà Hạ", "Xã Nà Thượng"], children.Select(c => c.FullName));
        Assert.Equal(["Huyện Bản Cũ", "Tỉnh Bản Mẫu"], above.Select(a => a.FullName));
        await using var db = house.Db();
        var council = await db.Set<Council>().Include(c => c.Terms).SingleAsync(c => c.Id == district.CouncilId, Ct);
        var term = Assert.Single(council.Terms);
        Assert.Equal(("HĐND huyện Bản Cũ", "2021-2026", lastDay), (council.Name, term.Term, term.Until));
        Assert.Null((await book.ResolveAsync("90009@2025-06-30", Ct)).Value.CouncilId);
    }

    [Theory, Engines]
    public async Task A_former_province_is_answered_for_by_the_one_that_carries_it_on(Engine engine)
    {
        await using var house = await WithHistoryAsync(engine);
        var book = house.Get<UnitBook>();

        var former = (await book.ResolveAsync("99@2022-12-31", Ct)).Value;
        var present = (await book.ResolveAsync("90", Ct)).Value;

        Assert.Equal(present.UnitId, former.ProvinceId);
    }

    [Theory, Engines]
    public async Task Old_names_are_found_with_what_they_belong_to_now(Engine engine)
    {
        await using var house = await WithHistoryAsync(engine);
        var book = house.Get<UnitBook>();

        var old = Assert.Single(await book.SearchAsync("na thuong cũ", 10, Ct));
        var former = await book.SearchAsync("huyện bản cũ cũ", 10, Ct);
        var present = await book.SearchAsync("nà pục", 10, Ct);

        Assert.Equal("Xã Nà Thượng", old.FullName);
        Assert.Equal("Xã Nà Pục", Assert.Single(old.NowPartOf));
        Assert.Equal("Huyện Bản Cũ", old.ParentName);
        Assert.Equal(["Xã Khuổi Lắc", "Xã Nà Pục"], Assert.Single(former).NowPartOf);
        Assert.Empty(Assert.Single(present).NowPartOf);
        Assert.Empty(await book.SearchAsync("nà pục cũ", 10, Ct));
        Assert.Empty(await book.SearchAsync("  ", 10, Ct));
    }

    [Theory, Engines]
    public async Task Entering_the_same_again_changes_nothing_and_a_taken_code_is_refused(Engine engine)
    {
        await using var house = await WithHistoryAsync(engine);

        var again = (await house.Get<FormerUnits>().EnterAsync(await UnitFixtures.RowsAsync(Former), "00", Acting.System, Ct)).Value;
        var other = Former.Replace("Nà Thượng", "Nà Khác", StringComparison.Ordinal);
        var taken = await house.Get<FormerUnits>().EnterAsync(await UnitFixtures.RowsAsync(other), "00", Acting.System, Ct);

        Assert.Equal((0, 5), (again.Added, again.Unchanged));
        Assert.Equal("units.codeTaken", Assert.Single(taken.Refusals).Code);
    }

    [Theory, Engines]
    public async Task Only_the_nations_administrator_enters_units(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);

        var refused = await house.Get<FormerUnits>().EnterAsync([], "00", SampleProvince.As(Role.Administrator, house.Province.Own), Ct);

        Assert.Equal("units.notAllowed", Assert.Single(refused.Refusals).Code);
    }

    private static async Task<TestHouse> WithHistoryAsync(Engine engine)
    {
        var house = await TestHouse.OpenEmptyAsync(engine);
        await house.ImportAsync(UnitFixtures.Country);
        var entered = await house.Get<FormerUnits>().EnterAsync(await UnitFixtures.RowsAsync(Former), "00", Acting.System, Ct);
        Assert.Equal((5, 4), (entered.Value.Added, entered.Value.Councils));

        return house;
    }
}
