using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Law.Definitions;
using NghiTruong.Support;

namespace NghiTruong.Tests.Councils;

public sealed class CouncilDeskTests
{
    private static readonly DateOnly Day = new(2026, 9, 15);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task An_office_keeps_its_own_organisation_and_no_other(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, na) = (house.Get<CouncilDesk>(), house.Province.NaMau);
        var clerk = house.Province.Clerk();

        Assert.False((await desk.SetDelegateTotalAsync(na.Id, Day, 17, "NQ 4", clerk, Ct)).IsRefused);
        Assert.False((await desk.SetDelegateTotalAsync(na.Id, Day, 16, "NQ 4", clerk, Ct)).IsRefused);
        Assert.False((await desk.SaveBodyAsync(na.Id, new BodyInput { Kind = BodyKind.DelegateGroup, Name = "Tổ đại biểu số 1" }, clerk, Ct)).IsRefused);
        var stranger = await desk.SetDelegateTotalAsync(house.Province.LungMau.Id, Day, 17, null, clerk, Ct);
        var tooMany = await desk.SetDelegateTotalAsync(na.Id, Day, 126, null, clerk, Ct);

        Assert.Equal("council.notFound", Assert.Single(stranger.Refusals).Code);
        Assert.Equal("council.totalOutOfRange", Assert.Single(tooMany.Refusals).Code);
        await using var db = house.Db();
        var totals = await db.Set<DelegateTotal>().Where(t => t.CouncilId == na.Id).OrderBy(t => t.From).Select(t => t.Total).ToListAsync(Ct);
        Assert.Equal([18, 16], totals);
        Assert.Equal("TO-1", (await db.Set<Body>().SingleAsync(b => b.CouncilId == na.Id, Ct)).Code);
    }

    [Theory, Engines]
    public async Task A_responsibility_is_numbered_dated_and_ended(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, na) = (house.Get<CouncilDesk>(), house.Province.NaMau);
        var clerk = house.Province.Clerk();
        await desk.SaveBodyAsync(na.Id, new BodyInput { Kind = BodyKind.Committee, Code = "KTNS", Name = "Ban Kinh tế - Ngân sách" }, clerk, Ct);
        await using var db = house.Db();
        var body = await db.Set<Body>().SingleAsync(b => b.CouncilId == na.Id, Ct);

        await desk.AssignAsync(na.Id, new ResponsibilityInput { BodyId = body.Id, Field = "giao-thong", Area = "Thôn Nà Pục", DocumentNumber = "12/QĐ-HĐND" }, clerk, Ct);
        var assigned = await db.Set<Responsibility>().SingleAsync(Ct);
        await desk.EndResponsibilityAsync(na.Id, assigned.Id, Day, clerk, Ct);

        await db.Entry(assigned).ReloadAsync(Ct);
        Assert.Equal((Day, Day, "12/QĐ-HĐND"), (assigned.From, assigned.Until, assigned.DocumentNumber));
        var early = await desk.EndResponsibilityAsync(na.Id, assigned.Id, Day.AddDays(-1), clerk, Ct);
        Assert.Equal("council.endsBeforeItBegins", Assert.Single(early.Refusals).Code);
    }

    [Theory, Engines]
    public async Task An_agency_is_entered_with_a_valid_code_and_seen_at_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, na) = (house.Get<AgencyDesk>(), house.Province.NaMau);
        var clerk = house.Province.Clerk();
        await house.Get<CouncilDirectory>().AgenciesOfAsync(na.Id, Ct);

        var wrong = await desk.SaveAsync(na.Id, new AgencyInput { Name = " ", OrganCode = "h96.1", Email = "x" }, clerk, Ct);
        var twice = await desk.SaveAsync(na.Id, new AgencyInput { Name = "PHÒNG KINH TẾ" }, clerk, Ct);
        var saved = await desk.SaveAsync(na.Id, new AgencyInput { Name = "Trạm Y tế xã", OrganCode = "H96.01.ZZ" }, clerk, Ct);

        Assert.Equal(["agency.nameMissing", "agency.organCodeInvalid", "agency.emailInvalid"], wrong.Refusals.Select(r => r.Code));
        Assert.Equal("agency.nameTaken", Assert.Single(twice.Refusals).Code);
        Assert.Contains(await house.Get<CouncilDirectory>().AgenciesOfAsync(na.Id, Ct), a => a.Id == saved.Value && a.Name == "Trạm Y tế xã");
    }

    [Theory, Engines]
    public async Task A_session_belongs_to_the_term_of_its_day_and_its_number_is_its_own(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, na) = (house.Get<SessionDesk>(), house.Province.NaMau);
        var clerk = house.Province.Clerk();
        var asked = new SessionInput { Number = 2, Name = "Kỳ họp thứ 2", OpensOn = new DateOnly(2026, 12, 10), ClosesOn = new DateOnly(2026, 12, 11) };

        var saved = (await desk.SaveAsync(na.Id, asked, clerk, Ct)).Value;
        var moved = await desk.SaveAsync(na.Id, asked with { Id = saved, OpensOn = new DateOnly(2026, 12, 9) }, clerk, Ct);

        Assert.False(moved.IsRefused);
        Assert.Equal("session.numberTaken", Assert.Single((await desk.SaveAsync(na.Id, asked, clerk, Ct)).Refusals).Code);
        Assert.Equal("session.closesBeforeItOpens", Assert.Single((await desk.SaveAsync(na.Id, asked with { ClosesOn = Day }, clerk, Ct)).Refusals).Code);
        Assert.Equal("session.outsideTerms", Assert.Single((await desk.SaveAsync(na.Id, asked with { Number = 9, OpensOn = new DateOnly(2020, 1, 1) }, clerk, Ct)).Refusals).Code);
        var session = Assert.Single(await house.Get<CouncilDirectory>().SessionsOfAsync(na.Id, Ct));
        Assert.Equal(("2026-2031", new DateOnly(2026, 12, 9)), (session.Term, session.OpensOn));
    }

    [Theory]
    [InlineData("H96", true)]
    [InlineData("H96.01.ZZ9", true)]
    [InlineData("H96..1", false)]
    [InlineData(".H96", false)]
    [InlineData("h96", false)]
    [InlineData("Đ96", false)]
    [InlineData("A23456789.123456789.123456789.12345", true)]
    [InlineData("A23456789.123456789.123456789.123456", false)]
    public void Organ_codes_follow_decision_20_of_2020(string code, bool valid) => Assert.Equal(valid, OrganCode.IsValid(code));

    [Theory]
    [InlineData(UnitKind.Province, "90", false, false, 1_000_000, 50)]
    [InlineData(UnitKind.Province, "90", false, false, 1_070_000, 51)]
    [InlineData(UnitKind.Province, "90", false, false, 9_000_000, 85)]
    [InlineData(UnitKind.CentralCity, "91", true, false, 1_275_000, 51)]
    [InlineData(UnitKind.CentralCity, "01", true, false, 8_000_000, 125)]
    [InlineData(UnitKind.Commune, "90", false, true, 5_000, 15)]
    [InlineData(UnitKind.Commune, "90", false, true, 10_000, 20)]
    [InlineData(UnitKind.Commune, "90", false, true, 13_000, 21)]
    [InlineData(UnitKind.Commune, "90", false, false, 12_000, 16)]
    [InlineData(UnitKind.Commune, "90", false, false, 26_000, 21)]
    [InlineData(UnitKind.Ward, "91", true, false, 45_000, 20)]
    [InlineData(UnitKind.Ward, "91", true, false, 900_000, 30)]
    [InlineData(UnitKind.SpecialZone, "91", true, false, 6_000, 16)]
    public void The_number_of_delegates_follows_article_30(UnitKind kind, string province, bool inCity, bool mountain, int people, int delegates) =>
        Assert.Equal(delegates, CouncilStrength.Of(DefinitionBook.Holding(CouncilStrength.Catalogue, [], new DefinitionPlace(null, null), new DateOnly(2026, 9, 1)), kind, province, inCity, mountain, people));

    [Theory]
    [InlineData(UnitKind.SpecialZone, 999, false)]
    [InlineData(UnitKind.SpecialZone, 1_000, true)]
    [InlineData(UnitKind.SpecialZone, null, true)]
    [InlineData(UnitKind.Commune, 1, true)]
    public void A_special_zone_has_a_council_from_a_thousand_people(UnitKind kind, int? people, bool has) =>
        Assert.Equal(has, CouncilStrength.HasCouncil(DefinitionBook.Holding(CouncilStrength.Catalogue, [], new DefinitionPlace(null, null), new DateOnly(2026, 9, 1)), kind, people));
}
