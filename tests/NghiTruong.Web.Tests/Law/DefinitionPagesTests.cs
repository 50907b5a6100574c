using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Documents.Tables;
using NghiTruong.Law;
using NghiTruong.Law.Definitions;
using NghiTruong.Supervision;
using NghiTruong.Web.Tests.Petitions;
using NghiTruong.Web.Tests.Security;
using NghiTruong.Web.Tests.Supervision;

namespace NghiTruong.Web.Tests.Law;

/// <summary>Catalogues kept in the browser, without scripts: what is changed there is what the next form and document ask for.</summary>
public sealed class DefinitionPagesTests(WebTest site) : IClassFixture<WebTest>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_field_added_in_the_browser_is_asked_for_with_the_results_shown_on_the_record_found_and_exported()
    {
        var (code, _) = await site.UnderWayAsync();
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/danh-muc/truong-cua-nhom?nhom=GS-05&sua=moi");
        await clerk.FillAsync(("Input.Vietnamese", "Số hộ đã gặp"), ("Input.Kind", "Number"), ("Input.IsRequired", "true"));
        Assert.Equal("/danh-muc/truong-cua-nhom", clerk.Path.Split('?')[0]);
        Assert.Contains("Số hộ đã gặp", clerk.Text, StringComparison.Ordinal);

        await clerk.GoAsync($"/giam-sat/{code}/ket-qua");
        var field = clerk.Page.QuerySelectorAll("input[name^='Input.Fields']").Cast<IHtmlInputElement>().Single();
        await clerk.FillAsync(("Input.Assessment", "Còn chậm."));
        Assert.Contains("Số hộ đã gặp", clerk.Page.QuerySelector(".field-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Còn chậm.", clerk.Page.GetElementById("Input_Assessment")!.TextContent, StringComparison.Ordinal);
        await clerk.FillAsync((field.Name!, "1250"));

        Assert.Equal($"/giam-sat/{code}", clerk.Path);
        Assert.Contains("1.250", clerk.Page.QuerySelector("#nhom")!.TextContent, StringComparison.Ordinal);
        await clerk.GoAsync("/giam-sat?words=1.250");
        Assert.Contains(code, clerk.Text, StringComparison.Ordinal);
        var sheet = TableReader.Read(new MemoryStream(await clerk.DownloadAsync("/giam-sat/danh-sach.xlsx?words=1.250")), "so.xlsx").Value.Tables[0];
        Assert.Contains(sheet.Rows, r => r.Cells.Any(c => c.ToString()!.Contains("Số hộ đã gặp", StringComparison.Ordinal)));
        using var api = await site.ApiAsync("vanphong");
        Assert.Contains("\"shown\":\"1.250\"", await api.GetStringAsync(new Uri($"/api/v1/supervisions/{code}", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_the_change_and_stores_nothing()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/danh-muc/phieu-hoi?nhom=FieldSurvey&sua=hoi-1");
        var preview = clerk.Page.QuerySelector<IHtmlButtonElement>("form.form button[formaction]")!.GetAttribute("formaction")!.Split('#')[0];

        await clerk.PostAsync(preview, ("Input.Vietnamese", "Chỉ xem thử?"), ("Input.Order", "10"));

        Assert.Contains("Chỉ xem thử?", clerk.Page.QuerySelector("#xem-truoc")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chỉ xem thử?", clerk.Page.GetElementById("Input_Vietnamese")!.TextContent, StringComparison.Ordinal);
        await using var db = site.Db();
        Assert.Equal(0, await db.Set<Definition>().CountAsync(d => d.Vietnamese == "Chỉ xem thử?", Ct));
    }

    [Fact]
    public async Task A_question_written_anew_stands_on_the_sheet_of_the_next_visit_until_it_returns_to_the_default()
    {
        var (code, _) = await site.UnderWayAsync();
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/danh-muc/phieu-hoi?nhom=Thematic&sua=hoi-2");
        await clerk.FillAsync(("Input.Vietnamese", "Việc nào của xã ta chậm nhất?"));
        await clerk.GoAsync($"/giam-sat/{code}/lam-viec");
        Assert.Contains("Việc nào của xã ta chậm nhất?", clerk.Text, StringComparison.Ordinal);

        await clerk.GoAsync("/danh-muc/phieu-hoi?nhom=Thematic&sua=hoi-2");
        await clerk.SubmitAsync("main form[action*='handler=Return']");

        await clerk.GoAsync($"/giam-sat/{code}/lam-viec");
        Assert.DoesNotContain("Việc nào của xã ta chậm nhất?", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("Việc nào chậm?", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_the_report_added_in_the_browser_stands_on_the_workbench()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/danh-muc/phan-bao-cao-tham-tra?sua=moi");
        await clerk.FillAsync(("Input.Vietnamese", "Tác động đến hộ nghèo"));
        var session = await site.SessionAsync(11);
        await clerk.GoAsync("/tham-tra/moi");
        await clerk.FillAsync(("Input.Title", "Dự thảo Nghị quyết về chợ"), ("Input.SessionId", $"{session}"), ("Input.AgencyId", $"{site.Committee.Id}"));
        await clerk.GoAsync(clerk.Path + "/ban-tham-tra");

        var words = clerk.Page.QuerySelectorAll("textarea[name^='Input.Texts']").Cast<IHtmlTextAreaElement>().ToList();
        Assert.Equal(5, words.Count);
        await clerk.SubmitAsync("main form.form", (words[4].Name!, "Không làm tăng đóng góp."));
        Assert.Contains("Không làm tăng đóng góp.", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Catalogues_open_as_the_permission_of_each_role_says_and_only_who_may_set_rules_changes_them()
    {
        string[] doors = ["/danh-muc", .. site.Get<DefinitionDesk>().Catalogues.Select(c => $"/danh-muc/{c.Slug}")];
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            foreach (var address in doors)
            {
                await browser.GoAsync(address);
                var expected = Permission.Of<ReadRules>().IsHeldBy(acting) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
                if (browser.Status != expected || (browser.Page.QuerySelector("main a[href*='sua=']") is not null && !acting.May<SetOwnRules>()))
                {
                    wrong.Add($"{name} at {address}: {(int)browser.Status}");
                }
            }

            if (!acting.May<SetOwnRules>())
            {
                await browser.PostAsync("/danh-muc/phieu-hoi?nhom=Ongoing&sua=moi", ("Input.Vietnamese", $"Của {name}"));
            }
        }

        Assert.Empty(wrong);
        await using var db = site.Db();
        Assert.Equal(0, await db.Set<Definition>().CountAsync(d => d.List == "Ongoing", Ct));
    }

    [Theory]
    [InlineData("/danh-muc/khong-co")]
    [InlineData("/danh-muc/phieu-hoi?nhom=GS-05")]
    [InlineData("/danh-muc/phieu-hoi?nhom=Thematic&sua=khong-co")]
    public async Task What_there_is_not_is_not_found(string address)
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, clerk.Status);
    }

    [Fact]
    public async Task Confidence_votes_offer_nothing_to_write_and_the_law_s_twelve_nothing_to_add()
    {
        using var clerk = await site.SignInAsync("vanphong");
        foreach (var address in new[] { "/danh-muc/truong-cua-nhom?nhom=GS-09", "/danh-muc/nhom-giam-sat" })
        {
            await clerk.GoAsync(address);
            Assert.Null(clerk.Page.QuerySelector("main a[href*='sua=moi']"));
        }

        await clerk.PostAsync("/danh-muc/truong-cua-nhom?nhom=GS-09&sua=moi", ("Input.Vietnamese", "Kết quả phiếu"), ("Input.Kind", "Number"));
        await using var db = site.Db();
        Assert.Equal(0, await db.Set<Definition>().CountAsync(d => d.List == "GS-09", Ct));
    }

    [Fact]
    public async Task A_commune_has_four_entries_of_supervision_in_its_menu_and_the_other_groups_on_demand()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/giam-sat/mot-trang");
        var heading = clerk.Page.QuerySelectorAll("#menu h2").Single(h => h.TextContent.Trim() == "Giám sát");
        var entries = heading.NextElementSibling!.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Where(h => h != "/giam-sat/mot-trang").ToList();

        Assert.Equal(["/giam-sat?kind=thematic", "/giam-sat?kind=ongoing", "/giam-sat?kind=fieldSurvey", "/kien-nghi-giam-sat?open=true"], entries);
        var groups = clerk.Page.QuerySelectorAll("main a[href^='/giam-sat/mot-trang?nhom=']").Select(a => a.GetAttribute("href")!.Split('=')[1]).ToList();
        Assert.Equal((11, false), (groups.Count, groups.Contains("GS-09")));
    }

    [Fact]
    public async Task A_form_opened_for_a_group_asks_for_its_fields_and_keeps_what_was_typed()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/giam-sat/mot-trang?nhom=GS-07");
        await clerk.FillAsync(
            ("Input.Theme", "Giám sát trả lời kiến nghị"), ("Input.Place", "Trụ sở xã"), ("Input.Results", "Đã trả lời phần lớn."), ("Input.Shortcomings", "Còn chậm."), ("Input.Assessment", "Khá."),
            ("Input.NoRecommendationBecause", "Đã có kiến nghị."), ("Input.Fields[kyTiepXucCuTri]", "Trước kỳ họp thứ hai"), ("Input.Fields[soKienNghi]", "42"));
        Assert.NotNull(clerk.ErrorAt("Input_Fields_soDaTraLoi_"));
        Assert.Equal("42", clerk.Page.QuerySelector<IHtmlInputElement>("[name='Input.Fields[soKienNghi]']")!.Value);

        await clerk.FillAsync(("Input.Fields[soDaTraLoi]", "40"));

        Assert.StartsWith("/giam-sat/GS-", clerk.Path, StringComparison.Ordinal);
        Assert.Contains("Trước kỳ họp thứ hai", clerk.Page.QuerySelector("#nhom")!.TextContent, StringComparison.Ordinal);
        await using var db = site.Db();
        Assert.Equal("GS-07", await db.Set<SupervisionCase>().Where(s => s.Theme == "Giám sát trả lời kiến nghị").Select(s => s.Group).SingleAsync(Ct));
    }
}
