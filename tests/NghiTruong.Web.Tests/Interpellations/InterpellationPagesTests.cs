using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.FollowUp.Today;
using NghiTruong.Interpellations;
using static NghiTruong.Web.Tests.Interpellations.InterpellationWork;

namespace NghiTruong.Web.Tests.Interpellations;

/// <summary>Questioning on its pages, as people without scripts use them.</summary>
public sealed class InterpellationPagesTests(WebTest site) : IClassFixture<WebTest>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_delegates_phone_to_the_promise_judged()
    {
        var session = await site.SittingAsync();
        using var asker = await site.SignInAsync("daibieu");
        using var standing = await site.SignInAsync("thuongtruc");
        using var clerk = await site.SignInAsync("vanphong");
        await asker.GoAsync("/chat-van/moi");
        await asker.FillAsync(("Input.PersonAsked", Chief), ("Input.AgencyId", $"{site.Economy.Id}"), ("Input.Issue", "Bao giờ sửa đường thôn Lũng?"), ("Input.SessionId", $"{session}"));
        var record = asker.Path;
        Assert.StartsWith("/chat-van/CV-", record, StringComparison.Ordinal);
        Assert.Contains("Chờ lựa chọn", asker.Text, StringComparison.Ordinal);

        await standing.GoAsync(record);
        await NextAsync(standing, record, ("Input.Title", "Giao thông"), ("Input.Criterion", "limitsFound"), ("Input.SessionId", $"{session}"));
        Assert.Contains("Giao thông", standing.Text, StringComparison.Ordinal);
        await clerk.GoAsync(record);
        await NextAsync(clerk, record, ("Input.On", "14/9/2026"));
        await clerk.GoAsync(Primary(clerk));
        await clerk.FillAsync(("Input.By", "Phó Trưởng phòng Kinh tế"), ("Input.Answer", "Trong tháng 11."));
        Assert.Contains("phải trực tiếp trả lời", clerk.ErrorAt("Input_OtherBecause"), StringComparison.Ordinal);
        Assert.Contains("Trong tháng 11.", clerk.Page.GetElementById("Input_Answer")!.TextContent, StringComparison.Ordinal);
        await clerk.FillAsync(("Input.By", Chief));
        Assert.Equal(record, clerk.Path);

        await asker.GoAsync(record);
        await NextAsync(asker, record, ("Input.Opinion", "true"));
        await clerk.GoAsync(record);
        await NextAsync(clerk, record, ("Input.Content", "Sửa xong đường thôn Lũng."), ("Input.DueOn", "30/11/2026"));
        var promise = clerk.Page.QuerySelector("a[href^='/loi-hua/LH-']")!.GetAttribute("href")!;
        await clerk.GoAsync(promise);
        await NextAsync(clerk, promise, ("Input.Words", "Đã sửa xong."), ("Input.IsDone", "true"), ("Input.Document", "12/BC-KT"));
        await asker.GoAsync(promise);
        await NextAsync(asker, promise, ("Input.Outcome", "Kept"), ("Input.Reason", "Đường đã thông."), ("Input.Evidence", "Ảnh ngày 15/9."));

        Assert.Contains("Đã kết thúc theo dõi", asker.Text, StringComparison.Ordinal);
        Assert.Contains("Ảnh ngày 15/9.", asker.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_three_times_is_one_slip()
    {
        using var asker = await site.SignInAsync("daibieu");
        await asker.GoAsync("/chat-van/moi");
        var id = asker.Page.QuerySelector("input[name='Input.Id']")!.GetAttribute("value");
        for (var i = 0; i < 3; i++)
        {
            await asker.GoAsync("/chat-van/moi");
            await asker.FillAsync(("Input.Id", id), ("Input.PersonAsked", Chief), ("Input.AgencyId", $"{site.Economy.Id}"), ("Input.Issue", "Gửi ba lần trên mạng yếu."));
            Assert.StartsWith("/chat-van/CV-", asker.Path, StringComparison.Ordinal);
        }

        await using var db = site.Db();
        Assert.Equal(1, await db.Set<Interpellation>().CountAsync(i => i.Issue == "Gửi ba lần trên mạng yếu.", Ct));
    }

    [Fact]
    public async Task A_clerk_writes_a_paper_slip_down_and_its_delegate_finds_it_among_their_own()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/chat-van/moi");
        Assert.NotEmpty(clerk.Page.QuerySelectorAll("#dai-bieu option"));
        await clerk.FillAsync(("Input.PersonAsked", Chief), ("Input.AgencyId", $"{site.Economy.Id}"), ("Input.Issue", "Phiếu trên giấy."));
        Assert.Equal("Hãy ghi họ tên đại biểu chất vấn.", clerk.ErrorAt("Input_AskerName"));
        await clerk.FillAsync(("Input.AskerName", "Lường Văn Biểu"));
        Assert.Contains("phiếu giấy", clerk.Text, StringComparison.Ordinal);

        using var asker = await site.SignInAsync("daibieu");
        await asker.GoAsync("/chat-van?mine=true");
        Assert.Contains("Phiếu trên giấy.", asker.Text, StringComparison.Ordinal);
        await asker.GoAsync(clerk.Path + "/sua");
        await asker.FillAsync(("Input.Issue", "Phiếu trên giấy, đã sửa."));
        Assert.Contains("Phiếu trên giấy, đã sửa.", asker.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_slips_are_chosen_or_declined_on_one_page_and_listed_as_word()
    {
        var (first, second) = (await site.SubmittedAsync(), await site.SubmittedAsync());
        var session = (await site.Get<InterpellationReader>().SlipAsync(first, NghiTruong.Accounts.Acting.System, Ct))!.Slip.SessionId;
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/chat-van/chon");
        await clerk.FillAsync(("Input.Codes", first), ("Input.Title", "Chi trả"), ("Input.Criterion", "pressing"), ("Input.SessionId", $"{session}"));
        Assert.Contains("phải có số văn bản của Thường trực", clerk.ErrorAt("Input_Number"), StringComparison.Ordinal);
        await clerk.FillAsync(("Input.Number", "5/TB-TTHĐND"));
        await clerk.GoAsync("/chat-van/chon");
        await clerk.PostAsync("/chat-van/chon?handler=Decline", ("Input.Codes", second), ("Input.On", "15/9/2026"), ("Input.Number", "5/TB-TTHĐND"), ("Input.Reason", "Đã có trong báo cáo."));

        await using var db = site.Db();
        Assert.Equal(InterpellationState.Selected, await db.Set<Interpellation>().Where(i => i.Code == first).Select(i => i.State).SingleAsync(Ct));
        Assert.Equal((DateOnly?)new DateOnly(2026, 10, 5), await db.Set<Interpellation>().Where(i => i.Code == second).Select(i => i.WrittenDueOn).SingleAsync(Ct));
        using var word = await clerk.GetAsync($"/chat-van/danh-muc/{session}");
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", word.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_agency_answers_in_writing_and_sees_why_that_day()
    {
        var code = await site.InWritingAsync();
        await site.EnsureAccountAsync("nha.lead", new NghiTruong.Accounts.GrantInput { Role = NghiTruong.Accounts.Role.AgencyOfficer, AgencyId = site.Economy.Id });
        using var officer = await site.ByPasswordAsync("nha.lead");
        await officer.GoAsync($"/chat-van/{code}");
        Assert.Contains("20 ngày", officer.Page.QuerySelector("details.why")!.TextContent, StringComparison.Ordinal);
        await NextAsync(officer, $"/chat-van/{code}", ("Input.Answer", "Đã chi trả 40 hộ."), ("Input.Number", "20/KT"));

        Assert.Contains("Đã chi trả 40 hộ.", officer.Text, StringComparison.Ordinal);
        Assert.Null(officer.Page.QuerySelector("a[href$='/y-kien']"));
    }

    [Fact]
    public async Task An_explanation_session_is_led_by_its_page_from_the_decision_to_the_conclusion()
    {
        using var standing = await site.SignInAsync("thuongtruc");
        await standing.GoAsync("/giai-trinh/moi?tu=KNGS-96001-2026-00001");
        Assert.Contains("trước 10 ngày", standing.Page.GetElementById("Input_PlannedOn-hint")!.TextContent, StringComparison.Ordinal);
        await standing.FillAsync(
            ("Input.DecisionNumber", "8/QĐ-TTHĐND"), ("Input.DecidedOn", "10/9/2026"), ("Input.Issue", "Việc chậm chi trả."), ("Input.PersonAsked", Chief), ("Input.AgencyId", $"{site.Economy.Id}"), ("Input.PlannedOn", "15/9/2026"),
            ("Input.Place", "Hội trường"));
        var record = standing.Path;
        Assert.Contains("Thông báo chậm 10 ngày", standing.Text, StringComparison.Ordinal);
        Assert.NotNull(standing.Page.QuerySelector("a[href='/kien-nghi-giam-sat/KNGS-96001-2026-00001']"));
        await standing.SubmitAsync("main form[action*=Notice]");
        Assert.StartsWith("/cong-van/", standing.Path, StringComparison.Ordinal);
        var letter = Guid.Parse(standing.Path.Split('/')[^1]);
        Assert.False((await site.Get<NghiTruong.Letters.LetterOffice>().RecordOutsideAsync(letter, new NghiTruong.Letters.IssuedOutside { Number = "77", IssuedOn = Day(12) }, null, NghiTruong.Accounts.Acting.System, Ct)).IsRefused);

        await standing.GoAsync(record);
        await standing.GoAsync(Primary(standing));
        await standing.FillAsync(("Input.On", "15/9/2026"));
        Assert.Contains("Hãy ghi lý do vẫn tổ chức", standing.ErrorAt("Input_LateBecause"), StringComparison.Ordinal);
        await standing.FillAsync(("Input.LateBecause", "Cơ quan đồng ý"));
        await NextAsync(standing, record, ("Input.Speaker", "Đại biểu Mẫu"), ("Input.Text", "Vì sao chậm?"));
        await standing.GoAsync(Primary(standing));
        await standing.FillAsync(("Input.Conclusion", "Chi trả xong trong quý IV."), ("Input.Members", "5"), ("Input.Present", "5"), ("Input.For", "2"), ("Input.Against", "3"), ("Input.Tasks[0].Content", "Chi trả xong"), ("Input.Tasks[0].DueOn", "31/10/2026"));
        Assert.Contains("cần ít nhất 3", standing.ErrorAt("Input_For"), StringComparison.Ordinal);
        await standing.FillAsync(("Input.For", "3"), ("Input.Against", "2"));

        Assert.Equal(record, standing.Path);
        Assert.Contains("3/5 thành viên Thường trực tán thành", standing.Text, StringComparison.Ordinal);
        Assert.NotNull(standing.Page.QuerySelector("a[href^='/loi-hua/LH-']"));
        Assert.NotNull(standing.Page.QuerySelector("main form[action*=Conclusion]"));
    }

    [Fact]
    public async Task The_resolution_stands_with_what_was_asked_at_its_session()
    {
        var code = await site.AnsweredAsync();
        var session = (await site.Get<InterpellationReader>().SlipAsync(code, NghiTruong.Accounts.Acting.System, Ct))!.Slip.SessionId;
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/chat-van/nghi-quyet");
        await clerk.FillAsync(("Input.SessionId", $"{session}"), ("Input.Number", "19/NQ-HĐND"), ("Input.On", "15/9/2026"));
        await clerk.GoAsync($"/chat-van/{code}");

        Assert.Contains("19/NQ-HĐND", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lists_keep_their_filters_and_the_api_answers_the_same()
    {
        var (waiting, promise) = (await site.SubmittedAsync(), await site.PromisedAsync());
        site.Clock.SetDay(new DateOnly(2026, 12, 2));
        try
        {
            using var clerk = await site.SignInAsync("vanphong");
            await clerk.GoAsync("/chat-van?state=submitted");
            Assert.Contains(waiting, clerk.Text, StringComparison.Ordinal);
            await clerk.GoAsync("/chat-van?state=nonsense");
            Assert.Contains("Không đọc được điều kiện", clerk.Text, StringComparison.Ordinal);
            await clerk.GoAsync("/loi-hua?overdue=true");
            Assert.Contains(promise, clerk.Text, StringComparison.Ordinal);
            Assert.Contains("Quá hạn 2 ngày", clerk.Text, StringComparison.Ordinal);

            using var api = await site.ApiAsync("vanphong");
            var late = await api.GetFromJsonAsync<JsonElement>($"/api/v1/promises?overdue=true&council={site.Home.Code}", Ct);
            Assert.Contains(late.GetProperty("items").EnumerateArray(), p => p.GetProperty("code").GetString() == promise && p.GetProperty("daysLate").GetInt32() == 2);
            var slips = await api.GetFromJsonAsync<JsonElement>($"/api/v1/interpellations?state=submitted&council={site.Home.Code}", Ct);
            Assert.Contains(slips.GetProperty("items").EnumerateArray(), s => s.GetProperty("code").GetString() == waiting);
            using var unreadable = await api.GetAsync(new Uri("/api/v1/explanation-sessions?state=nonsense", UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, unreadable.StatusCode);
        }
        finally
        {
            site.Clock.SetDay(Day(15));
        }
    }

    [Fact]
    public async Task Today_tells_each_what_waits_for_them()
    {
        await site.SubmittedAsync();
        var code = await site.AnsweredAsync();
        await site.DecidedAsync();
        // The cards of a person are kept for seconds, and another test may just have read them.
        await using (var db = site.Db())
        {
            foreach (var user in await db.Set<User>().Select(u => u.Id).ToListAsync(Ct))
            {
                site.Get<TodayBook>().Forget(user);
            }
        }

        using var standing = await site.SignInAsync("thuongtruc");
        await standing.GoAsync("/");
        Assert.NotNull(standing.Page.QuerySelector("a[href='/chat-van/chon']"));
        Assert.NotNull(standing.Page.QuerySelector($"a[href='/giai-trinh?council={site.Home.Id}&state=decided']"));

        using var asker = await site.ByPasswordAsync("nha.delegate");
        await asker.GoAsync("/");
        await asker.GoAsync(asker.Page.QuerySelector("a[href='/chat-van?mine=true&toJudge=true']")!.GetAttribute("href")!);
        Assert.Contains(code, asker.Text, StringComparison.Ordinal);
    }

    private static string Primary(Browser browser) => browser.Page.QuerySelector(".record-head a.btn-primary")?.GetAttribute("href") ?? throw new InvalidOperationException($"{browser.Path} has no next step: {browser.Text}");

    /// <summary>Takes the primary action of the record and fills its form in.</summary>
    private static async Task NextAsync(Browser browser, string record, params (string Name, string? Value)[] filled)
    {
        await browser.GoAsync(Primary(browser));
        var form = browser.Path;
        await browser.FillAsync(filled);
        Assert.True(browser.Path == record, $"{form} went to {browser.Path}: {browser.Page.QuerySelector(".error-summary")?.TextContent}");
    }
}
