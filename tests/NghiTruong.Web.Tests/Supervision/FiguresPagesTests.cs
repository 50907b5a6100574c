using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using NghiTruong.Accounts;
using NghiTruong.Documents.Tables;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Briefings;
using NghiTruong.Web.Tests.Security;

namespace NghiTruong.Web.Tests.Supervision;

/// <summary>Figures, registers and briefings: who opens them, what they tell, what comes back.</summary>
public sealed class FiguresPagesTests(WebTest site) : IClassFixture<WebTest>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Figures_the_register_and_briefings_open_as_the_permission_of_each_role_says()
    {
        (string Address, Permission Permission)[] doors =
        [
            ("/giam-sat/tong-hop", Permission.Of<ReadSupervisions>()), ("/giam-sat/nhap-so", Permission.Of<ImportSupervisions>()), ("/giao-ban", Permission.Of<ReadSupervisions>()),
        ];
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            foreach (var (address, permission) in doors)
            {
                await browser.GoAsync(address);
                // An agency is under supervision, it has no figures of a council.
                var expected = !permission.IsHeldBy(acting) ? HttpStatusCode.Forbidden : address == "/giam-sat/tong-hop" && acting.Capacities.All(c => c.AgencyId is not null) ? HttpStatusCode.NotFound : HttpStatusCode.OK;
                if (browser.Status != expected)
                {
                    wrong.Add($"{name} at {address}: {(int)browser.Status}, expected {(int)expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_figure_of_the_commune_opens_onto_its_list()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/giam-sat/tong-hop");
        var links = clerk.Page.QuerySelectorAll("main .tiles a, main .report-table td a").Cast<IHtmlAnchorElement>().Select(a => (Href: a.GetAttribute("href")!, Text: a.QuerySelector("b")?.TextContent ?? a.TextContent)).ToList();
        Assert.True(links.Count > 10);
        foreach (var (href, text) in links.Where(l => l.Href.StartsWith("/giam-sat?", StringComparison.Ordinal) && int.Parse(l.Text, System.Globalization.CultureInfo.InvariantCulture) <= 20))
        {
            await clerk.GoAsync(href);
            Assert.Equal((href, text.Trim()), (href, $"{clerk.Page.QuerySelectorAll("#list tr[data-row]").Length}"));
        }
    }

    [Fact]
    public async Task Rows_of_a_register_that_cannot_be_taken_come_back_as_a_file_with_their_reason()
    {
        using var clerk = await site.SignInAsync("vanphong");
        var page = await clerk.PageAsync("/giam-sat/nhap-so");
        var register = "STT;Cơ quan giám sát;Hình thức giám sát;Nội dung giám sát;Ngày thực hiện\n1;Thường trực HĐND;Thường xuyên;Chợ;10/9/2026\n2;Thường trực HĐND;Tham quan;Trường học;10/9/2026\n";
        using var form = new MultipartFormDataContent
        {
            { new StringContent(((IHtmlInputElement)page.QuerySelector("#register input[name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken" },
        };
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(register));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(file, "Input.File", "so.csv");

        using var answer = await clerk.Http.PostAsync(new Uri("/giam-sat/nhap-so?handler=Rejected", UriKind.Relative), form, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var content = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Ct));
        var rows = TableReader.Read(content, "dong-chua-nhan.xlsx", cancellationToken: Ct).Value.Tables[0].Rows.Select(r => string.Join(" | ", r.Cells.Select(c => c.Text))).ToList();
        Assert.DoesNotContain(rows, r => r.Contains("Chợ", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("Trường học", StringComparison.Ordinal) && r.Contains("Tham quan”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_briefing_is_written_down_and_its_conclusion_followed()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/giao-ban");
        await clerk.GoAsync(clerk.Page.QuerySelectorAll("a.row-title").First(a => a.Closest("tr")!.QuerySelector(".badge")!.TextContent.Contains("Bỏ qua", StringComparison.Ordinal)).GetAttribute("href")!);
        await clerk.FillAsync(("Input.On", "15/9/2026"), ("Input.Minutes", "Bàn việc nước sạch."), ("Input.Contents[0]", "Kiểm tra bể nước"));
        Assert.Contains("đủ nội dung, cơ quan thực hiện và thời hạn", clerk.Text, StringComparison.Ordinal);
        await clerk.FillAsync(("Input.Agencies[0]", $"{site.Committee.Id}"), ("Input.Dues[0]", "30/9/2026"));

        Assert.Contains("Đã giao ban ngày", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("Kiểm tra bể nước", clerk.Text, StringComparison.Ordinal);
        using var neighbour = await NeighbourAsync();
        await neighbour.GoAsync(clerk.Path);
        Assert.Equal(HttpStatusCode.NotFound, neighbour.Status);
    }

    private async Task<Browser> NeighbourAsync()
    {
        await site.EnsureAccountAsync("ben.clerk", new GrantInput { Role = Role.Clerk, CouncilId = site.Neighbour.Id });

        return await site.ByPasswordAsync("ben.clerk");
    }
}
