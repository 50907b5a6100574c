using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NghiTruong.CitizenLetters;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Petitions;
using NghiTruong.Reception;
using static NghiTruong.Web.Tests.CitizenLetters.CitizenLetterWork;

namespace NghiTruong.Web.Tests.CitizenLetters;

/// <summary>Letters and receptions on their pages, as people without scripts use them; a denouncer's name is on none of them but the handler's own.</summary>
public sealed class CitizenLetterPagesTests(WebTest site) : IClassFixture<WebTest>
{
    private const string Rare = "Quàng Thị Xuyến Chi Zắc";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_denunciation_typed_as_a_petition_is_warned_of_and_goes_on_as_a_letter_with_what_was_typed()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/kien-nghi/moi");
        await clerk.FillAsync(("Input.Content", "Tôi làm đơn tố cáo trưởng thôn thu tiền sai."), ("Input.PersonName", Rare));
        Assert.Contains("giống đơn tố cáo", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("đơn tố cáo trưởng thôn", clerk.Text, StringComparison.Ordinal);
        await using var db = site.Db();
        Assert.False(await db.Set<Petition>().AnyAsync(p => p.Content.Contains("thu tiền sai"), Ct));

        var onward = clerk.Page.QuerySelector("button[formaction*='don-thu/moi']")!.GetAttribute("formaction")!;
        await clerk.PostAsync(onward, [("Input.Content", "Tôi làm đơn tố cáo trưởng thôn thu tiền sai."), ("Input.PersonName", Rare), ("Input.ReceivedOn", "15/9/2026"), ("Input.Kind", "Petition"), ("Input.Source", "Direct")]);
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
        Assert.Contains("thu tiền sai", clerk.Page.GetElementById("Input_Summary")!.TextContent, StringComparison.Ordinal);
        await clerk.FillAsync();
        Assert.StartsWith("/don-thu/DT-", clerk.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(Rare, clerk.Text, StringComparison.Ordinal);

        // Whoever knows better goes on.
        await clerk.GoAsync("/kien-nghi/moi");
        await clerk.FillAsync(("Input.Content", "Đề nghị công khai kết quả giải quyết tố cáo của cử tri."), ("goOn", "true"));
        Assert.StartsWith("/kien-nghi/KNCT-", clerk.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_denouncers_name_is_on_no_page_list_file_or_answer_of_the_api_but_the_handlers_own()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/don-thu/moi");
        await clerk.FillAsync(("Input.Kind", "Denunciation"), ("Input.Summary", "Tố cáo lập khống danh sách hỗ trợ."), ("Input.SenderName", Rare), ("Input.SenderIdentity", "099887766554"));
        var (path, code) = (clerk.Path, clerk.Path.Split('/')[^1]);
        Assert.DoesNotContain(Rare, clerk.Text, StringComparison.Ordinal);
        foreach (var name in new[] { "vanphong", "thuongtruc", "truongban", "daibieu", "coquan", "mattran", "captren", "quantri" })
        {
            using var browser = await site.SignInAsync(name);
            foreach (var address in new[] { path, "/don-thu", "/don-thu?words=Zắc", "/tim-kiem?q=Zắc", "/", "/theo-doi", "/cong-van", "/tiep-cong-dan/so", "/hop-thu", $"/don-thu/{code}/nguoi-xu-ly" })
            {
                await browser.GoAsync(address);
                Assert.False(Tells(browser.Page.DocumentElement.OuterHtml), $"{name} at {address}");
            }

            using var api = await site.ApiAsync(name);
            foreach (var address in new[] { $"/api/v1/citizen-letters/{code}", "/api/v1/citizen-letters", "/api/v1/receptions/book" })
            {
                using var answer = await api.GetAsync(new Uri(address, UriKind.Relative), Ct);
                Assert.False(Tells(await answer.Content.ReadAsStringAsync(Ct)), $"{name} at {address}");
            }

            using var reveal = await site.SignInAsync(name);
            await reveal.PostAsync($"{path}?handler=Senders", []);
            Assert.Equal(name == "vanphong", Tells(reveal.Page.DocumentElement.OuterHtml));
        }

        using var export = new MemoryStream(await clerk.DownloadAsync("/don-thu/xuat"));
        using var archive = new System.IO.Compression.ZipArchive(export);
        foreach (var entry in archive.Entries)
        {
            await using var content = entry.Open();
            Assert.False(Tells(await new StreamReader(content, Encoding.UTF8).ReadToEndAsync(Ct)), entry.FullName);
        }
    }

    [Fact]
    public async Task No_log_line_of_the_house_names_a_denouncer_whatever_goes_wrong()
    {
        var log = new LogLines();
        await using (var own = await WebTest.OpenAsync(builder => builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace)))
        {
            using var clerk = await own.SignInAsync("vanphong");
            await clerk.GoAsync("/don-thu/moi");
            await clerk.FillAsync(("Input.Kind", "Denunciation"), ("Input.Summary", "Tố cáo lập khống danh sách hỗ trợ."), ("Input.SenderName", Rare), ("Input.SenderIdentity", "099887766554"));
            var path = clerk.Path;
            await clerk.PostAsync($"{path}?handler=Senders", []);
            await clerk.GoAsync($"{path}/sua");
            // Refused at the form, refused by the house, and an address nobody knows.
            await clerk.PostAsync("/don-thu/moi", [("Input.Kind", "Denunciation"), ("Input.SenderName", Rare), ("Input.ReceivedOn", "31/2/2026")]);
            await clerk.PostAsync("/don-thu/moi", [("Input.Kind", "Denunciation"), ("Input.SenderName", Rare), ("Input.Summary", "x"), ("Input.ReceivedOn", "1/1/2100")]);
            using var api = await own.ApiAsync("vanphong");
            using var refused = await api.PostAsJsonAsync(
                "/api/v1/petitions", new { council = own.Home.Code, content = $"Tôi là {Rare}, tôi làm đơn tố cáo trưởng thôn." }, Ct);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.StartsWith("/don-thu/DT-", path, StringComparison.Ordinal);
        }

        Assert.NotEqual("", log.All);
        Assert.False(Tells(log.All));
        Assert.DoesNotContain("099887766554", log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_published_schedule_is_open_to_everybody_and_what_was_not_published_is_not_on_it()
    {
        var reception = await site.ScheduledAsync();
        using var nobody = site.Anonymous();
        await nobody.GoAsync($"/lich-tiep-cong-dan/{site.Home.Code}");
        Assert.DoesNotContain("Phòng tiếp công dân", nobody.Text, StringComparison.Ordinal);

        Assert.False((await site.Get<ReceptionDesk>().PublishAsync(site.Home.Id, Day(15), Day(15), NghiTruong.Accounts.Acting.System, Ct)).IsRefused);
        await nobody.GoAsync($"/lich-tiep-cong-dan/{site.Home.Code}");

        Assert.Contains("Phòng tiếp công dân", nobody.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(reception, nobody.Text, StringComparison.Ordinal);
        await nobody.GoAsync("/lich-tiep-cong-dan/khong-co");
        Assert.Equal(HttpStatusCode.NotFound, nobody.Status);
    }

    [Fact]
    public async Task A_program_that_records_a_denunciation_as_a_petition_is_asked_first()
    {
        using var clerk = await site.ApiAsync("vanphong");
        var body = new { council = site.Home.Code, content = "Đề nghị công khai kết quả giải quyết tố cáo tại thôn Lũng." };
        using var refused = await clerk.PostAsJsonAsync("/api/v1/petitions", body, Ct);
        using var meant = await clerk.PostAsJsonAsync("/api/v1/petitions", new { body.council, body.content, goOn = true }, Ct);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Created), (refused.StatusCode, meant.StatusCode));
        Assert.Contains("petition.looksLikeDenunciation", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_goes_through_the_book_to_its_answer()
    {
        using var clerk = await site.SignInAsync("vanphong");
        var reception = await site.ScheduledAsync();
        await clerk.GoAsync($"/tiep-cong-dan/luot/moi?buoi={reception}");
        await clerk.FillAsync(("Input.Name", "Vi Thị Sổ"), ("Input.Summary", "Xin sửa kè suối Nà Pục."), ("Input.Kind", "Request"), ("Input.TakesLetter", "true"));
        var visit = clerk.Path;
        Assert.StartsWith("/tiep-cong-dan/luot/LTD-", visit, StringComparison.Ordinal);
        var letter = clerk.Page.QuerySelector("a.btn[href^='/don-thu/DT-']")!.GetAttribute("href")!;
        await clerk.GoAsync(letter + "/xu-ly");
        await clerk.FillAsync(("Input.Verdict", "Other"));
        await clerk.GoAsync(letter + "/chuyen");
        await clerk.FillAsync(("Input.AgencyId", $"{site.Economy.Id}"), ("Input.Number", $"{Next()}"), ("Input.IssuedOn", "15/9/2026"), ("Input.SenderTold", "true"));
        Assert.Contains("Đã chuyển đơn", clerk.Text, StringComparison.Ordinal);
        using var agency = await site.SignInAsync("coquan");
        await clerk.GoAsync(letter + "/ket-qua");
        await clerk.FillAsync(("Input.Words", "Đã kè xong."), ("Input.Number", "88/BC"));
        await clerk.GoAsync(letter + "/bao");
        await clerk.FillAsync();
        await clerk.GoAsync(visit);
        Assert.Contains("đã báo người gửi ngày 15/09/2026", clerk.Text, StringComparison.Ordinal);
        await clerk.GoAsync("/tiep-cong-dan/so");
        Assert.Contains("88/BC", clerk.Text, StringComparison.Ordinal);
        foreach (var file in new[] { "/tiep-cong-dan/so/xuat", "/tiep-cong-dan/so/word", "/tiep-cong-dan/lich?from=2026-09-01&to=2026-09-30", visit + "/mau-02" })
        {
            Assert.NotEmpty(await clerk.DownloadAsync(file));
        }

        using var api = await site.ApiAsync("vanphong");
        using var book = await api.GetAsync(new Uri($"/api/v1/receptions/book?council={site.Home.Code}&from=2026-09-01&to=2026-09-30", UriKind.Relative), Ct);
        var rows = JsonDocument.Parse(await book.Content.ReadAsStringAsync(Ct)).RootElement.GetProperty("items");
        Assert.All(rows.EnumerateArray(), row => Assert.Equal(12, row.GetProperty("columns").GetArrayLength()));
        using var foreign = await api.GetAsync(new Uri($"/api/v1/receptions/book?council={site.Neighbour.Code}", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Fact]
    public async Task The_api_registers_a_letter_and_the_delegate_sees_what_they_carried()
    {
        using var api = await site.ApiAsync("daibieu");
        using var made = await api.PostAsJsonAsync(
            "/api/v1/citizen-letters", new { council = site.Home.Code, kind = "feedback", summary = "Đèn đường hỏng.", senderName = "Lò Thị Mẫu", source = "delegate", @delegate = "Đại biểu Mẫu" }, Ct);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        using var list = await api.GetAsync(new Uri("/api/v1/citizen-letters", UriKind.Relative), Ct);
        var text = await list.Content.ReadAsStringAsync(Ct);
        Assert.Contains("Đèn đường hỏng.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lò Thị Mẫu", text, StringComparison.Ordinal);
    }

    private static bool Tells(string text) => text.Contains("Xuyến Chi", StringComparison.Ordinal) || text.Contains("099887766554", StringComparison.Ordinal) || text.Contains("Xuy&#x1EBF;n", StringComparison.Ordinal);
}
