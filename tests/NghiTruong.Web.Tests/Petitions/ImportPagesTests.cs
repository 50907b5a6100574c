using NghiTruong.Documents.Tables;
using NghiTruong.Petitions.Import;

namespace NghiTruong.Web.Tests.Petitions;

public sealed class ImportPagesTests
{
    [Fact]
    public async Task The_preview_names_the_rows_that_look_like_denunciations_before_anything_is_saved()
    {
        await using var site = await WebTest.OpenAsync();
        using var ledger = new MemoryStream();
        Spreadsheet.Write(ledger, new SheetData(
            "Sổ", [], [new("STT", 6), new("Nội dung kiến nghị", 60), new("Ngày tiếp nhận", 14)],
            [SheetRow.Of(1, "Sửa cầu treo Nà Pục.", "10/7/2026"), SheetRow.Of(2, "Ông A làm đơn tố cáo trưởng thôn.", "10/7/2026")]));
        ledger.Position = 0;
        var clerk = await Security.DeclarationTests.AccountOf(site, "vanphong");
        var batch = (await site.Get<PetitionImports>().ReceiveAsync(new ImportInput { CouncilId = site.Home.Id, FileName = "so.xlsx", Content = ledger }, clerk.Acting, TestContext.Current.CancellationToken)).Value;
        using var browser = await site.SignInAsync("vanphong");
        await browser.GoAsync($"/kien-nghi/nhap/{batch}");

        Assert.Contains("Ông A làm đơn tố cáo trưởng thôn", browser.Page.QuerySelector(".notice.is-warn li")!.TextContent, StringComparison.Ordinal);
        Assert.Single(browser.Page.QuerySelectorAll(".notice.is-warn li"));
    }

    [Fact]
    public async Task The_preview_warns_of_a_session_nobody_has_entered_and_stops_once_it_is()
    {
        await using var site = await WebTest.OpenAsync();
        using var ledger = new MemoryStream();
        Spreadsheet.Write(ledger, new SheetData(
            "Sổ", [], [new("STT", 6), new("Nguồn tiếp nhận", 20), new("Nội dung kiến nghị", 60), new("Ngày tiếp nhận", 14)], [SheetRow.Of(1, "TXCT trước kỳ họp thứ 7", "Sửa cầu treo Nà Pục.", "10/7/2026")]));
        ledger.Position = 0;
        var clerk = await Security.DeclarationTests.AccountOf(site, "vanphong");
        var asked = new ImportInput { CouncilId = site.Home.Id, FileName = "so.xlsx", Content = ledger };
        var batch = (await site.Get<PetitionImports>().ReceiveAsync(asked, clerk.Acting, TestContext.Current.CancellationToken)).Value;
        using var browser = await site.SignInAsync("vanphong");

        await browser.GoAsync($"/kien-nghi/nhap/{batch}");
        Assert.Contains("Sổ nêu kỳ họp thứ 7 nhưng danh sách kỳ họp chưa có", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector($".notice.is-warn a[href='/to-chuc/ky-hop?council={site.Home.Id}']"));
        await site.SessionAsync(7);
        await browser.GoAsync($"/kien-nghi/nhap/{batch}");

        Assert.DoesNotContain("Sổ nêu kỳ họp", browser.Text, StringComparison.Ordinal);
    }
}
