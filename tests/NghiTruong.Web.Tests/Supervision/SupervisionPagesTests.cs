using Microsoft.EntityFrameworkCore;
using NghiTruong.Supervision;

namespace NghiTruong.Web.Tests.Supervision;

/// <summary>Supervision on its pages, as people without scripts use them.</summary>
public sealed class SupervisionPagesTests(WebTest site) : IClassFixture<WebTest>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_committee_head_is_led_from_the_proposal_to_a_recommendation_confirmed_by_the_primary_action_alone()
    {
        using var head = await site.SignInAsync("truongban");
        await head.GoAsync("/giam-sat/de-xuat");
        await head.FillAsync(
            ("Input.Theme", "Việc vận hành công trình nước sinh hoạt trên địa bàn xã"), ("Input.Necessity", "Cử tri bốn thôn thiếu nước."), ("Input.Content", "Vận hành, sửa chữa, thu tiền."),
            ("Input.Scope", "Từ 2025 đến nay."), ("Input.Object", "UBND xã."), ("Input.PlannedFrom", "1/8/2026"), ("Input.PlannedTo", "30/9/2026"));
        Assert.StartsWith("/giam-sat/GS-", head.Path, StringComparison.Ordinal);

        await NextAsync(head, ("Input.Number", "05/QĐ-TTHĐND"), ("Input.On", "1/8/2026"));
        await NextAsync(head, ("Input.Names[0]", "Giàng Thị Mẫu, Trưởng ban"), ("Input.Names[1]", "Lý Văn Mẫu"));
        await NextAsync(head, ("Input.Agencies[0]", site.Committee.Id.ToString()), ("Input.HandInBy[0]", "5/9/2026"));
        foreach (var paper in new[] { "quyết định", "Kế hoạch", "Đề cương", "Lịch" })
        {
            Assert.Contains(paper, head.Text, StringComparison.OrdinalIgnoreCase);
            await NextAsync(head, ("Input.Number", "1/KH"), ("Input.On", "5/8/2026"));
        }

        await NextAsync(head, ("Input.Place", "Thôn Lũng"), ("Input.Notes", "Bể vỡ, 40 hộ không có nước."), ("Input.On", "10/9/2026"));
        await NextAsync(head, ("Input.Text", "Bể chứa thôn Lũng vỡ từ tháng 5."));
        await NextAsync(head, ("Input.On", "10/9/2026"));
        Assert.Contains("Bể chứa thôn Lũng vỡ", (await head.GoAsync(Primary(head))).GetElementById("Input_Shortcomings")!.TextContent, StringComparison.Ordinal);
        await head.FillAsync(("Input.Results", "Ba công trình hoạt động."), ("Input.Assessment", "Còn chậm sửa chữa."));
        await NextAsync(head, ("Input.Content", "Sửa bể chứa thôn Lũng."), ("Input.LeadAgencyId", site.Committee.Id.ToString()), ("Input.Product", "Biên bản nghiệm thu"), ("Input.DueOn", "14/9/2026"));
        await NextAsync(head, ("Input.Number", "20/BC-BKTXH"), ("Input.On", "12/9/2026"));
        await NextAsync(head, ("Input.Number", "06/KL-BKTXH"), ("Input.On", "13/9/2026"));

        await head.GoAsync(head.Page.QuerySelector("a.row-title[href^='/kien-nghi-giam-sat/']")!.GetAttribute("href")!);
        await NextAsync(head);
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync(head.Path);
        await NextAsync(clerk, ("Input.Words", "Đang mua vật tư."));
        Assert.Contains("Đã giải trình", clerk.Text, StringComparison.Ordinal);
        await head.GoAsync(head.Path + "/xac-nhan");
        await head.FillAsync(("Input.Note", "Đã xem bể mới ngày 15/9."));
        Assert.Contains("Đã xác nhận hoàn thành", head.Text, StringComparison.Ordinal);

        await using var db = site.Db();
        Assert.Equal(SupervisionState.Closed, await db.Set<SupervisionCase>().OrderByDescending(s => s.CreatedAt).Where(s => s.Theme.StartsWith("Việc vận hành")).Select(s => s.State).FirstAsync(Ct));
    }

    [Fact]
    public async Task A_one_page_record_sent_three_times_is_one()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/giam-sat/mot-trang");
        var id = clerk.Page.QuerySelector("input[name='Input.Id']")!.GetAttribute("value");
        for (var i = 0; i < 3; i++)
        {
            await clerk.GoAsync("/giam-sat/mot-trang");
            await clerk.FillAsync(
                ("Input.Id", id), ("Input.Theme", "Khảo sát chợ phiên"), ("Input.Place", "Chợ Nà Mẫu"), ("Input.Results", "Chợ họp đều."), ("Input.Shortcomings", "Thiếu nhà vệ sinh."),
                ("Input.Assessment", "Đáp ứng một phần."), ("Input.NoRecommendationBecause", "Đã có kiến nghị năm trước."));
            Assert.StartsWith("/giam-sat/GS-", clerk.Path, StringComparison.Ordinal);
        }

        await using var db = site.Db();
        Assert.Equal(1, await db.Set<SupervisionCase>().CountAsync(s => s.Theme == "Khảo sát chợ phiên", Ct));
    }

    [Fact]
    public async Task What_a_one_page_record_lacks_stands_at_its_field_and_nothing_is_lost()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/giam-sat/mot-trang");
        await clerk.FillAsync(("Input.Theme", "Khảo sát trạm y tế"), ("Input.Place", "Trạm y tế"), ("Input.Results", "Đủ thuốc."), ("Input.Recommendation", "Sửa mái trạm."), ("Input.Assessment", "Tốt."), ("Input.Shortcomings", "Mái dột."));

        Assert.Equal("Hãy chọn cơ quan phải thực hiện kiến nghị.", clerk.ErrorAt("Input_LeadAgencyId"));
        Assert.Contains("Mái dột.", clerk.Page.GetElementById("Input_Shortcomings")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_near_another_of_the_year_before_is_told_with_reason_and_link()
    {
        using var head = await site.SignInAsync("truongban");
        foreach (var (theme, year) in new[] { ("Công tác quản lý rừng phòng hộ đầu nguồn", 2026), ("Giám sát việc quản lý rừng phòng hộ đầu nguồn trên địa bàn", 2027) })
        {
            await head.GoAsync("/giam-sat/de-xuat");
            await head.FillAsync(
                ("Input.Theme", theme), ("Input.Necessity", "Cần."), ("Input.Content", "Quản lý."), ("Input.Scope", "Xã."), ("Input.Object", "UBND."), ("Input.PlannedFrom", $"1/10/{year}"), ("Input.PlannedTo", $"1/12/{year}"));
        }

        await head.GoAsync("/giam-sat/chuong-trinh?nam=2027");

        var overlap = Assert.Single(head.Page.QuerySelectorAll(".overlaps li"), o => o.TextContent.Contains("quản lý rừng phòng hộ", StringComparison.Ordinal));
        Assert.Contains("Gần trùng nội dung", overlap.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/giam-sat/GS-", overlap.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_agency_answers_its_recommendation_and_never_sees_the_desk_of_the_council()
    {
        var (_, recommendation) = await site.ConcludedAsync();
        await site.EnsureAccountAsync("nha.lead", new NghiTruong.Accounts.GrantInput { Role = NghiTruong.Accounts.Role.AgencyOfficer, AgencyId = site.Economy.Id });
        using var officer = await site.ByPasswordAsync("nha.lead");
        await officer.GoAsync("/kien-nghi-giam-sat?open=true");
        Assert.Contains(recommendation, officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/kien-nghi-giam-sat/{recommendation}/tra-loi");
        await officer.FillAsync(("Input.Words", "Đã chi trả đủ ba hộ."), ("Input.Document", "15/BC-KT"));

        Assert.Contains("Đã chi trả đủ ba hộ.", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Chưa kiểm tra lần nào", officer.Text, StringComparison.Ordinal);
        Assert.Null(officer.Page.QuerySelector("a[href$='/xac-nhan']"));
    }

    private static string Primary(Browser browser) => browser.Page.QuerySelector(".record-head a.btn-primary")?.GetAttribute("href") ?? throw new InvalidOperationException($"{browser.Path} has no next step: {browser.Text}");

    /// <summary>Takes the primary action of the record and fills its form in.</summary>
    private static async Task NextAsync(Browser browser, params (string Name, string? Value)[] filled)
    {
        var from = browser.Path;
        await browser.GoAsync(Primary(browser));
        var form = browser.Path;
        await browser.FillAsync(filled);
        Assert.True(browser.Path == from, $"{form} went to {browser.Path}: {browser.Page.QuerySelector(".error-summary")?.TextContent}");
    }
}
