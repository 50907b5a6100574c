using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Law.Definitions;
using NghiTruong.Refusals;
using NghiTruong.Supervision.Groups;
using NghiTruong.Support;
using NghiTruong.Verification;

namespace NghiTruong.Tests.Law;

/// <summary>Catalogues that an administrator keeps: the council's own word over the province's, the province's over what was shipped, from a day on.</summary>
public sealed class DefinitionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_field_a_province_adds_is_asked_for_in_its_communes_and_nowhere_else(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);

        var code = Done(await house.Get<DefinitionDesk>().SetAsync(NewField(house.Province.Own), Administrator(house.Province.Own), Ct));

        Assert.EndsWith($"-{house.Province.Own.Code}", code, StringComparison.Ordinal);
        Assert.Contains(code, await FieldsAsync(house, house.Province.NaMau));
        Assert.Contains(code, await FieldsAsync(house, house.Province.Own));
        Assert.DoesNotContain(code, await FieldsAsync(house, new DefinitionPlace(Guid.CreateVersion7(), Guid.CreateVersion7())));
    }

    [Theory, Engines]
    public async Task A_communes_own_word_wins_over_the_provinces_until_it_returns_to_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, commune) = (house.Get<DefinitionDesk>(), house.Province.NaMau);
        var asked = Question("hoi-1", "Kế hoạch của tỉnh giao gì?");
        Done(await desk.SetAsync(asked with { CouncilId = house.Province.Own.Id }, Administrator(house.Province.Own), Ct));
        Done(await desk.SetAsync(asked with { CouncilId = commune.Id, Vietnamese = "Xã đã làm gì?" }, Administrator(commune), Ct));
        var own = await FirstQuestionAsync(house, house.Clock.GetUtcNow().UtcDateTime);

        Done(await desk.ReturnAsync(commune.Id, "supervision.questions", "Thematic", "hoi-1", Administrator(commune), Ct));

        Assert.Equal("Xã đã làm gì?", own);
        Assert.Equal("Kế hoạch của tỉnh giao gì?", await FirstQuestionAsync(house, house.Clock.GetUtcNow().UtcDateTime));
        Refused("definition.nothingOwn", await desk.ReturnAsync(commune.Id, "supervision.questions", "Thematic", "hoi-1", Administrator(commune), Ct));
    }

    [Theory, Engines]
    public async Task A_word_for_a_day_to_come_holds_from_that_day_and_not_the_day_before(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var from = new DateOnly(2027, 1, 1);
        Done(await house.Get<DefinitionDesk>().SetAsync(
            Question("hoi-1", "Năm 2027 hỏi gì?") with { CouncilId = house.Province.NaMau.Id, ValidFrom = from }, Administrator(house.Province.NaMau), Ct));
        await using var db = house.Db();
        var rows = await DefinitionBook.RowsAsync(db, SupervisionCatalogues.Questions, Place(house.Province.NaMau), Ct);

        string On(DateOnly day) => DefinitionBook.Holding(SupervisionCatalogues.Questions, rows, Place(house.Province.NaMau), day).Standing("Thematic").First().Vietnamese;

        Assert.Equal(("Kế hoạch, nghị quyết giao làm gì, đến nay đạt bao nhiêu?", "Năm 2027 hỏi gì?"), (On(from.AddDays(-1)), On(from)));
    }

    [Theory, Engines]
    public async Task Pressed_twice_nothing_is_added_twice_and_what_is_wrong_is_told_by_field(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, commune) = (house.Get<DefinitionDesk>(), house.Province.NaMau);
        var (field, by) = (NewField(commune), Administrator(commune));
        Done(await desk.SetAsync(field, by, Ct));

        Refused("definition.nameTwice", await desk.SetAsync(field, by, Ct));
        Refused("definition.nameMissing", await desk.SetAsync(field with { Vietnamese = " " }, by, Ct));
        Refused("definition.kindUnknown", await desk.SetAsync(field with { Vietnamese = "Khác", Kind = GroupFieldKind.Record }, by, Ct));
        Refused("definition.choicesMissing", await desk.SetAsync(field with { Vietnamese = "Khác", Kind = GroupFieldKind.Choice, Choices = "Một" }, by, Ct));
        Refused("definition.kindFixed", await desk.SetAsync(field with { List = "GS-01", Code = "kyBaoCao", Vietnamese = "Kỳ báo cáo", Kind = GroupFieldKind.Number }, by, Ct));
        Refused("definition.entryUnknown", await desk.SetAsync(field with { Code = "khong-co" }, by, Ct));
        Refused("definition.unknown", await desk.SetAsync(field with { List = "GS-13" }, by, Ct));
    }

    [Theory, Engines]
    public async Task Complaints_are_statistics_alone_and_confidence_votes_hold_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, by, field) = (house.Get<DefinitionDesk>(), Administrator(house.Province.NaMau), NewField(house.Province.NaMau));

        Refused("definition.kindForbidden", await desk.SetAsync(field with { List = "GS-06", Kind = GroupFieldKind.Text }, by, Ct));
        Refused("definition.kindForbidden", await desk.SetAsync(field with { List = "GS-06", Kind = GroupFieldKind.LongText }, by, Ct));
        Done(await desk.SetAsync(field with { List = "GS-06", Kind = GroupFieldKind.Number, Vietnamese = "Số vụ tồn đọng" }, by, Ct));
        Refused("definition.locked", await desk.SetAsync(field with { List = "GS-09", Kind = GroupFieldKind.Number }, by, Ct));
    }

    [Theory, Engines]
    public async Task What_the_law_lists_is_named_and_ordered_but_not_added_to(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, commune) = (house.Get<DefinitionDesk>(), house.Province.NaMau);
        var group = new DefinitionInput { CouncilId = commune.Id, Catalogue = "supervision.groups", Vietnamese = "Nhóm thứ mười ba" };
        var band = new DefinitionInput { CouncilId = commune.Id, Catalogue = "verification.bands", Code = "Good", Vietnamese = "Tốt", Number = 92 };

        Refused("definition.closed", await desk.SetAsync(group, Administrator(commune), Ct));
        Refused("definition.mayNotRetire", await desk.SetAsync(band with { IsRetired = true }, Administrator(commune), Ct));
        Refused("definition.numberOutOfRange", await desk.SetAsync(band with { Number = -1 }, Administrator(commune), Ct));
        Refused("definition.numberOutOfRange", await desk.SetAsync(band with { Number = null }, Administrator(commune), Ct));
        Done(await desk.SetAsync(band, Administrator(commune), Ct));
    }

    [Theory, Engines]
    public async Task Nobody_speaks_for_a_council_that_is_not_theirs(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, province) = (house.Get<DefinitionDesk>(), house.Province);

        Refused("law.notAllowed", await desk.SetAsync(NewField(province.Own), Administrator(province.NaMau), Ct));
        Refused("law.notAllowed", await desk.SetAsync(NewField(province.NaMau), Administrator(province.Own), Ct));
        Refused("law.notAllowed", await desk.SetAsync(NewField(province.NaMau), SampleProvince.As(Role.Delegate, province.NaMau), Ct));
        Refused("law.notAllowed", await desk.SetAsync(NewField(province.NaMau) with { CouncilId = null }, Administrator(province.Own), Ct));
        Refused("law.notAllowed", await desk.ReturnAsync(province.Own.Id, "supervision.fields", "GS-05", null, Administrator(province.NaMau), Ct));
    }

    [Fact]
    public void Whatever_is_shipped_is_whole()
    {
        IReadOnlyList<DefinitionCatalogue> all = [SupervisionCatalogues.Groups, SupervisionCatalogues.Fields, SupervisionCatalogues.Questions, .. VerificationCatalogues.All];

        Assert.Equal(all.Count, all.Select(c => c.Slug).Distinct().Count());
        Assert.Equal(12, SupervisionCatalogues.Groups.Lists[0].Entries.Count);
        Assert.Equal(SupervisionCatalogues.Groups.Lists[0].Entries.Select(g => g.Code), SupervisionCatalogues.Fields.Lists.Select(l => l.Key));
        foreach (var (catalogue, list, entry) in all.SelectMany(c => c.Lists.SelectMany(l => l.Entries.Select(e => (c, l, e)))))
        {
            var kinds = catalogue.KindsOf?.Lists[0].Entries.Select(e => e.Code).ToList() ?? catalogue.Kinds;
            Assert.True(!catalogue.HasKind || kinds.Contains(entry.Kind), $"{catalogue.Code} {list.Key} {entry.Code}");
            Assert.True(list.Kinds?.Contains(entry.Kind!) != false, $"{list.Key} {entry.Code} may not be of kind {entry.Kind}");
            Assert.True(entry is { Vietnamese.Length: > 0, English.Length: > 0 }, $"{catalogue.Code} {entry.Code}");
            Assert.True(entry.Kind != catalogue.ChoiceKind || catalogue.ChoiceKind is null || entry.Choices.Count > 1, $"{entry.Code} has nothing to choose from");
        }
    }

    internal static Acting Administrator(Council at) => SampleProvince.As(Role.Administrator, at);

    internal static DefinitionInput NewField(Council council) => new()
    {
        CouncilId = council.Id, Catalogue = "supervision.fields", List = "GS-05", Vietnamese = "Số hộ được khảo sát", English = "Households surveyed", Kind = GroupFieldKind.Number, IsRequired = true,
    };

    internal static DefinitionPlace Place(Council council) => new(council.Id, council.ProvinceId);

    private static DefinitionInput Question(string code, string words) => new() { Catalogue = "supervision.questions", List = "Thematic", Code = code, Vietnamese = words, Order = 10 };

    private static Task<IReadOnlyList<string>> FieldsAsync(TestHouse house, Council council) => FieldsAsync(house, Place(council));

    private static async Task<IReadOnlyList<string>> FieldsAsync(TestHouse house, DefinitionPlace place)
    {
        var (defined, _) = await house.Get<DefinitionDesk>().ReadAsync(SupervisionCatalogues.Fields, place, new DateOnly(2030, 1, 1), Ct);

        return [.. defined.Standing("GS-05").Select(f => f.Code)];
    }

    private static async Task<string> FirstQuestionAsync(TestHouse house, DateTime now)
    {
        var (defined, _) = await house.Get<DefinitionDesk>().ReadAsync(SupervisionCatalogues.Questions, Place(house.Province.NaMau), DateOnly.FromDateTime(now).AddDays(1), Ct);

        return defined.Standing("Thematic").First().Vietnamese;
    }

    private static T Done<T>(Result<T> result)
    {
        Assert.True(!result.IsRefused, string.Join(", ", result.Refusals.Select(r => r.Code)));

        return result.Value;
    }

    private static void Done(Result result) => Assert.True(!result.IsRefused, string.Join(", ", result.Refusals.Select(r => r.Code)));

    private static void Refused(string code, Result result) => Assert.Contains(code, result.Refusals.Select(r => r.Code));
}
