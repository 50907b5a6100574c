using Microsoft.EntityFrameworkCore;
using NghiTruong.Law.Catalogues;
using NghiTruong.Petitions;
using NghiTruong.Support;
using NghiTruong.Tests.Search;

namespace NghiTruong.Tests.Petitions;

public sealed class SuggestionsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Đề nghị tuyển bổ sung giáo viên tiếng Anh cho điểm trường tổ dân phố 7.", "education")]
    [InlineData("Chế độ hỗ trợ người có công ở thôn Cán Cấu chi trả chậm; đề nghị làm rõ.", "socialPolicy")]
    [InlineData("Khu vực thôn Nàn Sín chưa có sóng điện thoại; đề nghị phủ sóng.", "power")]
    [InlineData("Đề nghị kiên cố hóa đập đầu mối thôn Bản Mế để bảo đảm nước tưới cho 40 ha lúa.", "irrigation")]
    [InlineData("Công trình nước sinh hoạt tập trung thôn Bản Vược hỏng hơn một năm; đề nghị sửa chữa, giao đơn vị quản lý.", "water")]
    [InlineData("Cầu treo thôn Tả Van xuống cấp, ván mặt cầu mục; đề nghị kiểm tra, gia cố.", "transport")]
    [InlineData("Trại chăn nuôi ở thôn Cán Cấu xả thải ra suối, ảnh hưởng nguồn nước của bà con.", "environment")]
    [InlineData("Nhiều hộ ở thôn Nà Hẩu chưa được cấp giấy chứng nhận quyền sử dụng đất dù đã nộp hồ sơ từ năm 2022.", "land")]
    [InlineData("Điểm trạm y tế thôn Nà Hẩu thiếu thuốc bảo hiểm và bác sĩ trực; đề nghị bổ sung.", "health")]
    [InlineData("Kenh muong noi dong bi boi lap, de nghi nao vet", "irrigation")]
    [InlineData("Đường liên thôn thôn Bản Mế đoạn qua nhà văn hóa bị sạt lở sau mưa lũ, đi lại rất khó khăn.", "transport")]
    public void The_words_of_a_petition_speak_for_its_field_and_are_named(string content, string field)
    {
        var best = FieldKeywords.Suggest(content, new DateOnly(2026, 9, 15)).MaxBy(s => s.Confidence)!;

        Assert.Equal(field, best.Value);
        Assert.Equal("suggestion.words", best.Reason.Code);
        Assert.NotEmpty(Assert.IsType<string>(Assert.Single(best.Reason.Values)));
        Assert.InRange(best.Confidence, 0.2, 0.99);
    }

    [Fact]
    public void Marks_that_were_typed_are_meant() =>
        Assert.DoesNotContain(FieldKeywords.Suggest("Cấu trúc bộ máy của tổ chức", new DateOnly(2026, 9, 15)), s => s.Value == "transport");

    [Fact]
    public void Every_field_of_the_catalogue_but_the_last_has_words() =>
        Assert.All(
            Catalogue.On(CatalogueKind.Field, new DateOnly(2026, 9, 15)).Where(f => f.Code != FieldCatalogue.Other),
            f => Assert.Contains(FieldKeywords.Suggest(f.Vietnamese, new DateOnly(2026, 9, 15)), s => s.Value == f.Code));

    [Theory, Engines]
    public async Task What_the_council_decided_on_petitions_like_it_weighs_more_than_words(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        foreach (var hamlet in (string[])["Nà Hẩu", "Bản Mế", "Cán Cấu"])
        {
            await SearchTests.RecordAsync(house, $"Cầu treo thôn {hamlet} xuống cấp, ván mặt cầu mục; đề nghị kiểm tra, gia cố.", field: "investment");
        }

        await using (var db = house.Db())
        {
            foreach (var petition in await db.Set<Petition>().ToListAsync(Ct))
            {
                petition.LeadAgencyId = house.Province.NaMauEconomy.Id;
            }

            await db.SaveChangesAsync(Ct);
        }

        await house.WorkOffOutboxAsync();
        var asked = LikelyDuplicatesTests.Asked(house, "Cầu treo thôn Tả Van xuống cấp, ván mặt cầu mục; đề nghị kiểm tra, gia cố.", "Thôn Tả Van");

        var suggested = await house.Get<Suggestions>().ForAsync(asked, house.Province.Clerk(), Ct);

        Assert.Equal(("investment", "suggestion.decidedBefore"), (suggested.Fields[0].Value, suggested.Fields[0].Reason.Code));
        Assert.Contains(suggested.Fields, f => f.Value == "transport");
        Assert.Equal(house.Province.NaMauEconomy.Id, suggested.Agencies[0].Value);
        Assert.Equal(3, suggested.Agencies[0].Reason.Values[0]);
    }

    [Theory, Engines]
    public async Task An_agency_the_text_names_is_proposed(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);

        var suggested = await house.Get<Suggestions>().ForAsync(LikelyDuplicatesTests.Asked(house, "Đề nghị Phòng Kinh tế trả lời dân", null), house.Province.Clerk(), Ct);

        Assert.Equal((house.Province.NaMauEconomy.Id, "suggestion.named"), (suggested.Agencies[0].Value, suggested.Agencies[0].Reason.Code));
    }

    [Theory, Engines]
    public async Task A_stranger_is_told_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);

        Assert.Same(
            Suggested.Nothing,
            await house.Get<Suggestions>().ForAsync(LikelyDuplicatesTests.Asked(house, "Cầu treo", null), house.Province.Clerk(house.Province.LungMau), Ct));
    }
}
