using NghiTruong.Accounts;
using NghiTruong.Library;
using NghiTruong.Support;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Library;

/// <summary>The shelf: shipped texts, found with or without marks, replaced by a council's own at home alone.</summary>
public sealed class LibraryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void A_first_set_is_shipped_for_every_use()
    {
        Assert.InRange(ShippedLibrary.All.Count, 8, 14);
        Assert.Equal(ShippedLibrary.All.Count, ShippedLibrary.All.Select(t => t.Code).Distinct().Count());
        Assert.Equal(Enum.GetValues<LibraryUse>(), ShippedLibrary.All.Select(t => t.Use).Distinct().Order());
    }

    [Theory, Engines]
    public async Task Texts_are_found_in_plain_words_with_marks_or_without(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (shelf, clerk) = (house.Get<LibraryShelf>(), house.Province.Clerk());

        Assert.Equal("chuan-bi-giam-sat", (await shelf.ReadAsync("chuan bi mot cuoc giam sat", null, null, clerk, Ct))[0].Code);
        Assert.Equal((await shelf.ReadAsync("cử tri", null, null, clerk, Ct)).Select(t => t.Code), (await shelf.ReadAsync("cu tri", null, null, clerk, Ct)).Select(t => t.Code));
        Assert.All(await shelf.ReadAsync(null, LibraryKind.QuestionSheet, LibraryUse.VoterMeeting, clerk, Ct), t => Assert.Equal("phieu-hoi-tiep-xuc-cu-tri", t.Code));
        Assert.Empty(await shelf.ReadAsync("phi thuyền vũ trụ", null, null, clerk, Ct));
        Assert.Empty(await shelf.ReadAsync(null, null, null, SampleProvince.Officer(house.Province.NaMauCommittee), Ct));
        await using var db = house.Db();
        Assert.Contains("chuan-bi-giam-sat", (await new LibraryFinder().FindAsync(db, "giám sát chuyên đề", clerk, 5, Ct)).Select(f => f.Code));
    }

    [Theory, Engines]
    public async Task A_councils_own_text_stands_in_place_of_the_shipped_one_at_home_until_it_is_taken_down(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, shelf, clerk, neighbour) = (house.Get<LibraryDesk>(), house.Get<LibraryShelf>(), house.Province.Clerk(), house.Province.Clerk(house.Province.LungMau));
        var asked = new LibraryInput { Code = "theo-doi-den-cung", CouncilId = house.Province.NaMau.Id, Title = "Cách xã ta theo việc", Body = "Một\nHai" };
        Refused("council.notFound", await desk.SaveAsync(asked, neighbour, Ct));
        Refused("council.notFound", await desk.SaveAsync(asked with { CouncilId = null }, clerk, Ct));
        Refused("library.notFound", await desk.SaveAsync(asked with { Code = "khong-co" }, clerk, Ct));
        Refused("library.bodyMissing", await desk.SaveAsync(asked with { Body = " " }, clerk, Ct));
        Done(await desk.SaveAsync(asked, clerk, Ct));

        Assert.Equal(["Một", "Hai"], (await shelf.FindAsync("theo-doi-den-cung", clerk, Ct))!.Paragraphs);
        Assert.Equal("Đi theo vấn đề đến cuối cùng", (await shelf.FindAsync("theo-doi-den-cung", neighbour, Ct))!.Title);
        Done(await desk.SaveAsync(asked with { CouncilId = null, Title = "Của cả nước" }, Acting.System, Ct));
        Assert.Equal("Cách xã ta theo việc", (await shelf.FindAsync("theo-doi-den-cung", clerk, Ct))!.Title);
        Assert.Equal("Của cả nước", (await shelf.FindAsync("theo-doi-den-cung", neighbour, Ct))!.Title);
        Done(await desk.TakeDownAsync("theo-doi-den-cung", house.Province.NaMau.Id, clerk, Ct));
        Assert.Equal("Của cả nước", (await shelf.FindAsync("theo-doi-den-cung", clerk, Ct))!.Title);
        var code = Done(await desk.SaveAsync(asked with { Code = null }, clerk, Ct)).Value;
        Assert.Null(await shelf.FindAsync(code, neighbour, Ct));
    }
}
