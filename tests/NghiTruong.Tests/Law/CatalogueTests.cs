using NghiTruong.Law.Catalogues;

namespace NghiTruong.Tests.Law;

public sealed class CatalogueTests
{
    private static readonly DateOnly Now = new(2026, 9, 15);
    private static readonly DateOnly LastDayOfDistricts = new(2025, 6, 30);

    [Theory]
    [InlineData("Điện, viễn thông", "power")]
    [InlineData("dien vien thong", "power")]
    [InlineData("ĐIỆN - VIỄN THÔNG", "power")]
    [InlineData("Quản lý đô thị", "urban")]
    [InlineData("Chế độ chính sách", "socialPolicy")]
    [InlineData("Thuỷ lợi", "irrigation")]
    [InlineData("Nước sạch", "water")]
    [InlineData("socialPolicy", "socialPolicy")]
    [InlineData("Social policy", "socialPolicy")]
    [InlineData("Khác", "other")]
    public void A_field_is_known_however_the_office_writes_it(string written, string code) =>
        Assert.Equal(code, Catalogue.Find(CatalogueKind.Field, written, Now)?.Code);

    [Theory]
    [InlineData("Xã", "commune")]
    [InlineData("Phường", "commune")]
    [InlineData("UBND xã Nà Mẫu", "commune")]
    [InlineData("Tỉnh", "province")]
    [InlineData("Sở-ngành TP", "province")]
    [InlineData("Sở Công Thương", "province")]
    [InlineData("Trung ương", "central")]
    [InlineData("Bộ, ngành Trung ương", "central")]
    [InlineData("Bộ Y tế", "central")]
    [InlineData("Công ty Điện lực Bản Mẫu", "other")]
    public void An_authority_is_known_by_level_or_by_the_name_of_an_organ(string written, string code) =>
        Assert.Equal(code, Catalogue.Find(CatalogueKind.Authority, written, Now)?.Code);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    [InlineData("Chuyện trên trời")]
    [InlineData("Boa")]
    public void What_no_office_writes_is_not_guessed(string? written)
    {
        Assert.Null(Catalogue.Find(CatalogueKind.Field, written, Now));
        Assert.Null(Catalogue.Find(CatalogueKind.Authority, written, Now));
    }

    [Fact]
    public void The_district_is_an_authority_until_its_last_day_and_stays_readable_after()
    {
        Assert.Equal("district", Catalogue.Find(CatalogueKind.Authority, "UBND huyện Mẫu Cũ", LastDayOfDistricts)?.Code);
        Assert.Null(Catalogue.Find(CatalogueKind.Authority, "UBND huyện Mẫu Cũ", LastDayOfDistricts.AddDays(1)));
        Assert.Null(Catalogue.Find(CatalogueKind.Authority, "district", Now));
        Assert.Equal("Huyện, quận", Catalogue.Of(CatalogueKind.Authority, "district")?.Vietnamese);
        Assert.DoesNotContain(Catalogue.On(CatalogueKind.Authority, Now), e => e.Code == "district");
    }

    [Fact]
    public void Every_alias_leads_to_its_own_entry()
    {
        var fields = Catalogue.On(CatalogueKind.Field, Now).ToList();

        Assert.All(fields.SelectMany(e => e.Aliases.Select(a => (e.Code, Alias: a))), p => Assert.Equal(p.Code, Catalogue.Find(CatalogueKind.Field, p.Alias, Now)?.Code));
        Assert.All(
            Catalogue.On(CatalogueKind.Authority, LastDayOfDistricts).SelectMany(e => e.Aliases.Select(a => (e.Code, Alias: a))),
            p => Assert.Equal(p.Code, Catalogue.Find(CatalogueKind.Authority, p.Alias, LastDayOfDistricts)?.Code));
    }

    [Fact]
    public void Every_field_has_a_committee_and_no_commune_has_a_legal_one()
    {
        Assert.All(Catalogue.On(CatalogueKind.Field, Now), e => Assert.Contains(e.Committee, (string?[])["KTNS", "PC", "VHXH"]));
        Assert.All(Catalogue.On(CatalogueKind.Field, Now), e => Assert.Contains(e.CommuneCommittee, (string?[])["KTNS", "VHXH"]));
        Assert.Equal("PC", Catalogue.Of(CatalogueKind.Field, "security")?.Committee);
    }
}
