using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Journal;
using NghiTruong.Support;

namespace NghiTruong.Tests.Councils;

public sealed class UnitImportTests
{
    private static readonly DateOnly NewYear = new(2027, 1, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task The_whole_country_is_loaded_with_its_councils_and_a_second_time_changes_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenEmptyAsync(engine);
        var json = UnitFixtures.RealFile() is { } path ? await File.ReadAllTextAsync(path, Ct) : UnitFixtures.Country;
        var (units, councils) = UnitFixtures.RealFile() is null ? (7, 6) : (3355, 3355);

        var first = (await house.ImportAsync(json)).Value;
        var again = (await house.ImportAsync(json)).Value;

        Assert.Equal((units, 0, 0, councils), (first.Added, first.Changed.Count, first.Ended.Count, first.Councils));
        Assert.Equal((0, 0, 0, 0, units), (again.Added, again.Changed.Count, again.Ended.Count, again.Councils, again.Unchanged));
        await using var db = house.Db();
        Assert.Equal(units, await db.Set<UnitVersion>().CountAsync(Ct));
        Assert.Equal(councils, await db.Set<CouncilTerm>().CountAsync(t => t.Term == "2026-2031" && t.From == new DateOnly(2026, 3, 15), Ct));
        Assert.Single(await db.Set<JournalEntry>().ToListAsync(Ct));
        if (UnitFixtures.RealFile() is not null)
        {
            await ShouldBeTheRealCountryAsync(db);
        }
    }

    [Theory, Engines]
    public async Task Each_kind_of_unit_gets_the_bodies_of_the_law(Engine engine)
    {
        await using var house = await TestHouse.OpenEmptyAsync(engine);

        await house.ImportAsync(UnitFixtures.Country);

        await using var db = house.Db();
        Assert.Equal(["DDBQH", "KTNS", "PC", "TT", "VHXH"], await BodiesAsync(db, "90"));
        Assert.Equal(["DDBQH", "DT", "KTNS", "PC", "TT", "VHXH"], await BodiesAsync(db, "91"));
        Assert.Equal(["KTNS", "TT", "VHXH"], await BodiesAsync(db, "90001"));
        var ward = await db.Set<Council>().SingleAsync(c => c.Code == "90003", Ct);
        Assert.Equal("HĐND phường Hoà Mẫu", ward.Name);
        var agencies = await db.Set<Agency>().Where(a => a.CouncilId == ward.Id).ToListAsync(Ct);
        var committee = Assert.Single(agencies, a => a.Kind == AgencyKind.PeoplesCommittee);
        Assert.Equal("UBND phường Hoà Mẫu", committee.Name);
        Assert.Contains(agencies, a => a.Name == "Đảng ủy phường Hoà Mẫu");
        Assert.All(agencies.Where(a => a.Kind == AgencyKind.Department), a => Assert.Equal(committee.Id, a.ParentId));
        Assert.Contains(await db.Set<Agency>().ToListAsync(Ct), a => a.Name == "Thành ủy Cửa Mẫu");
    }

    [Theory, Engines]
    public async Task A_special_zone_below_a_thousand_inhabitants_has_no_council_and_known_populations_give_delegates(Engine engine)
    {
        await using var house = await TestHouse.OpenEmptyAsync(engine);

        await house.ImportAsync(UnitFixtures.Country);

        await using var db = house.Db();
        Assert.False(await db.Set<Council>().AnyAsync(c => c.Code == "91002", Ct));
        var totals = await db.Set<DelegateTotal>().Join(db.Set<Council>(), t => t.CouncilId, c => c.Id, (t, c) => new { c.Code, t.Total }).ToListAsync(Ct);
        Assert.Equal([("90", 52), ("90001", 16)], totals.OrderBy(t => t.Code, StringComparer.Ordinal).Select(t => (t.Code, t.Total)));
    }

    [Theory, Engines]
    public async Task A_later_file_renames_merges_splits_and_adds(Engine engine)
    {
        await using var house = await TestHouse.OpenEmptyAsync(engine);
        await house.ImportAsync(UnitFixtures.Country);
        const string Later =
            """
            [{"Code":"90","Name":"Bản Mẫu","FullName":"Tỉnh Bản Mẫu","AdministrativeUnitFullName":"Tỉnh","Wards":[
              {"Code":"90001","Name":"Nà Mới","FullName":"Xã Nà Mới","AdministrativeUnitShortName":"Xã"},
              {"Code":"90002","Name":"Khuổi Lắc","FullName":"Xã Khuổi Lắc","AdministrativeUnitShortName":"Xã","MergedInto":"90001"},
              {"Code":"90003","Name":"Hoà Mẫu","FullName":"Phường Hoà Mẫu","AdministrativeUnitShortName":"Phường"},
              {"Code":"90004","Name":"Hoà Đông","FullName":"Phường Hoà Đông","AdministrativeUnitShortName":"Phường"}]}]
            """;

        var report = (await house.ImportAsync(Later, NewYear, "2026-2031", new SuccessionRow("90003", "90004", SuccessionKind.Split, "NQ 1"))).Value;

        Assert.Equal(new ChangedUnit("90001", "Xã Nà Pục", "Xã Nà Mới"), Assert.Single(report.Changed));
        var ended = Assert.Single(report.Ended);
        Assert.Equal(("90002", "90001"), (ended.Code, Assert.Single(ended.Successors)));
        Assert.Equal((1, 1, 2), (report.Added, report.Councils, report.Unchanged));
        Assert.Equal(["91", "91001", "91002"], report.LeftAlone.Order(StringComparer.Ordinal));
        await using var db = house.Db();
        var renamed = await db.Set<UnitVersion>().Where(v => v.Code == "90001").OrderBy(v => v.From).ToListAsync(Ct);
        Assert.Equal([new DateOnly(2026, 12, 31), null], renamed.Select(v => v.Until));
        Assert.Single(renamed.Select(v => v.UnitId).Distinct());
        Assert.Equal("HĐND xã Nà Mới", (await db.Set<Council>().SingleAsync(c => c.Code == "90001", Ct)).Name);
        var merged = await db.Set<Council>().Include(c => c.Terms).SingleAsync(c => c.Code == "90002", Ct);
        Assert.Equal(new DateOnly(2026, 12, 31), Assert.Single(merged.Terms).Until);
        var splits = await db.Set<UnitSuccession>().ToListAsync(Ct);
        Assert.Equal([SuccessionKind.Merged, SuccessionKind.Split], splits.Select(s => s.Kind).Order());
    }

    [Theory, Engines]
    public async Task A_code_given_again_is_another_unit(Engine engine)
    {
        await using var house = await TestHouse.OpenEmptyAsync(engine);
        await house.ImportAsync(UnitFixtures.Country);

        var report = (await house.ImportAsync(
            UnitFixtures.Country, NewYear, "2026-2031", new SuccessionRow("90001", "90001"), new SuccessionRow("90002", "90001"))).Value;

        Assert.Equal(2, report.Ended.Count);
        await using var db = house.Db();
        var holders = await db.Set<UnitVersion>().Where(v => v.Code == "90001").OrderBy(v => v.From).ToListAsync(Ct);
        Assert.Equal(2, holders.Select(v => v.UnitId).Distinct().Count());
        Assert.Equal([UnitImport.Reform, NewYear], holders.Select(v => v.From));
    }

    [Theory, Engines]
    public async Task A_later_file_that_changes_something_must_name_its_day(Engine engine)
    {
        await using var house = await TestHouse.OpenEmptyAsync(engine);
        await house.ImportAsync(UnitFixtures.Country);
        var later = UnitFixtures.Country.Replace("Nà Pục", "Nà Mới", StringComparison.Ordinal);

        var without = await house.ImportAsync(later);
        var before = await house.ImportAsync(later, new DateOnly(2025, 6, 30));

        Assert.Equal("units.fromMissing", Assert.Single(without.Refusals).Code);
        Assert.Equal("units.fromTooEarly", Assert.Single(before.Refusals).Code);
    }

    [Theory, Engines]
    public async Task The_next_term_is_entered_by_the_same_councils(Engine engine)
    {
        await using var house = await TestHouse.OpenEmptyAsync(engine);
        await house.ImportAsync(UnitFixtures.Country);

        var unknown = await house.ImportAsync(UnitFixtures.Country, term: "2031-2036");
        var earlier = await house.ImportAsync(UnitFixtures.Country, term: "2021-2026");

        Assert.Equal("units.termUnknown", Assert.Single(unknown.Refusals).Code);
        Assert.Equal(6, earlier.Value.Councils);
        await using var db = house.Db();
        Assert.Equal(6, await db.Set<Council>().CountAsync(Ct));
        var terms = await db.Set<CouncilTerm>().Where(t => t.Term == "2021-2026").ToListAsync(Ct);
        Assert.All(terms, t => Assert.Equal((UnitImport.Reform, new DateOnly(2026, 3, 14)), (t.From, t.Until)));
    }

    private static async Task ShouldBeTheRealCountryAsync(NghiTruong.Database.Db db)
    {
        var kinds = await db.Set<UnitVersion>().GroupBy(v => v.Kind).ToDictionaryAsync(g => g.Key, g => g.Count(), Ct);
        Assert.Equal((27, 7), (kinds[UnitKind.Province], kinds[UnitKind.CentralCity]));
        Assert.Equal((2611, 697, 13), (kinds[UnitKind.Commune], kinds[UnitKind.Ward], kinds[UnitKind.SpecialZone]));
        var lower = await db.Set<UnitVersion>().SingleAsync(v => v.Code == "06325", Ct);
        Assert.Equal(("Xã Bắc Sơn", UnitKind.Commune), (lower.FullName, lower.Kind));
        Assert.Equal(34, await db.Set<Body>().CountAsync(b => b.Kind == BodyKind.NationalAssemblyDelegation, Ct));
        Assert.False(await db.Set<UnitVersion>().AnyAsync(v => v.ParentId == null && v.Kind != UnitKind.Province && v.Kind != UnitKind.CentralCity, Ct));
    }

    private static async Task<List<string>> BodiesAsync(NghiTruong.Database.Db db, string code)
    {
        var council = await db.Set<Council>().SingleAsync(c => c.Code == code, Ct);

        return await db.Set<Body>().Where(b => b.CouncilId == council.Id).Select(b => b.Code).OrderBy(c => c).ToListAsync(Ct);
    }
}
