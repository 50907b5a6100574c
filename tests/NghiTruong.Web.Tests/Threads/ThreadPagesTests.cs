using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Threads;
using NghiTruong.Web.Tests.Petitions;
using NghiTruong.Web.Tests.Supervision;

namespace NghiTruong.Web.Tests.Threads;

/// <summary>People follow one problem: from a record's page into a thread, the story by months, what is open, the end.</summary>
public sealed class ThreadPagesTests(WebTest site) : IClassFixture<WebTest>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_page_of_a_petition_two_presses_open_a_thread_with_it()
    {
        var petition = await site.SentAsync();
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync($"/kien-nghi/{petition}");
        await clerk.GoAsync(clerk.Page.QuerySelector("a[href^='/mach-van-de/dua-vao']")!.GetAttribute("href")!);
        await clerk.FillAsync(("Input.Title", "Đường vào thôn Pục sạt lở"));

        Assert.Matches("^/mach-van-de/MVD-", clerk.Path);
        Assert.Contains("Đường vào thôn Pục sạt lở", clerk.Text, StringComparison.Ordinal);
        Assert.NotNull(clerk.Page.QuerySelector($"a[href='/kien-nghi/{petition}']"));
        var thread = clerk.Path;
        await clerk.GoAsync($"/kien-nghi/{petition}");
        Assert.NotNull(clerk.Page.QuerySelector($"a[href='{thread}']"));
    }

    [Fact]
    public async Task A_recommendation_is_led_to_the_thread_that_holds_its_supervision()
    {
        var (thread, _, _, recommendation) = await site.FilledThreadAsync();
        using var head = await site.SignInAsync("truongban");
        await head.GoAsync($"/kien-nghi-giam-sat/{recommendation}");
        await head.GoAsync(head.Page.QuerySelector("a[href^='/mach-van-de/dua-vao']")!.GetAttribute("href")!);
        Assert.Equal(thread, head.Page.QuerySelector("input[name='Input.Thread'][checked]")!.GetAttribute("value"));
        await head.FillAsync();

        Assert.Equal($"/mach-van-de/{thread}", head.Path);
        Assert.Contains(recommendation, head.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_tells_the_story_by_months_and_what_is_open_with_days_late()
    {
        var (thread, petition, supervision, recommendation) = await site.FilledThreadAsync();
        await site.LinkAsync(thread, recommendation);
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync($"/mach-van-de/{thread}");

        var open = clerk.Page.QuerySelectorAll(".tasks > li");
        Assert.Contains(open, li => li.ClassList.Contains("is-late") && li.TextContent.Contains(recommendation, StringComparison.Ordinal) && li.TextContent.Contains("Quá hạn 1 ngày", StringComparison.Ordinal));
        Assert.Contains(open, li => li.TextContent.Contains(petition, StringComparison.Ordinal));
        Assert.Contains("Tháng 9 năm 2026", clerk.Page.QuerySelectorAll("h3").Select(h => h.TextContent));
        var story = clerk.Page.QuerySelectorAll("ol.story").First(o => o.TextContent.Contains("06/KL-BKTXH", StringComparison.Ordinal)).TextContent;
        Assert.Contains("Kết luận giám sát", story, StringComparison.Ordinal);
        Assert.Contains(supervision, story, StringComparison.Ordinal);
        Assert.Contains(SupervisionWork.Finding, story, StringComparison.Ordinal);
        Assert.NotNull(clerk.Page.QuerySelector("time[datetime='2026-09-14']"));
        Assert.Contains(site.Economy.Name, clerk.Page.QuerySelector(".record-head")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_machine_proposes_is_put_in_by_one_press_and_taken_out_again()
    {
        var (thread, _, supervision, recommendation) = await site.FilledThreadAsync();
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync($"/mach-van-de/{thread}");
        Assert.Contains($"Kiến nghị của {supervision}", clerk.Text, StringComparison.Ordinal);
        await clerk.SubmitAsync("form[action*='handler=Link'], form:has(input[name=record])");
        Assert.Contains(recommendation, clerk.Page.QuerySelectorAll("aside form input[name=link]").Select(i => i.Closest("li")!.TextContent).Aggregate("", (a, b) => a + b), StringComparison.Ordinal);
        Assert.DoesNotContain($"Kiến nghị của {supervision}", clerk.Text, StringComparison.Ordinal);

        await clerk.SubmitAsync($"li:has(a[href='/kien-nghi-giam-sat/{recommendation}']) form:has(input[name=link])");
        await using var db = site.Db();
        Assert.False(await db.Set<ThreadLink>().AnyAsync(l => l.RecordCode == recommendation && db.Set<MatterThread>().Any(t => t.Id == l.ThreadId && t.Code == thread), Ct));
    }

    [Fact]
    public async Task A_code_that_is_none_stands_at_its_field_and_what_was_typed_stays()
    {
        var thread = await site.ThreadAsync();
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync($"/mach-van-de/{thread}/gan");
        await clerk.FillAsync(("Input.Code", "KNCT-0"), ("Input.Note", "Cùng một công trình"));

        Assert.Contains("KNCT-0", clerk.ErrorAt("Input_Code"), StringComparison.Ordinal);
        Assert.Contains("Cùng một công trình", clerk.Page.GetElementById("Input_Note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ending_shows_what_is_open_asks_for_a_reason_and_can_be_taken_up_again()
    {
        var (thread, petition, _, _) = await site.FilledThreadAsync();
        using var standing = await site.SignInAsync("thuongtruc");
        await standing.GoAsync($"/mach-van-de/{thread}/ket-thuc");
        Assert.Contains(petition, standing.Text, StringComparison.Ordinal);
        await standing.FillAsync(("Input.Result", "Đã chi trả đủ ba hộ."));
        Assert.Contains("Mạch còn 2 việc chưa xong", standing.ErrorAt("Input_Despite"), StringComparison.Ordinal);
        await standing.FillAsync(("Input.Despite", "Kiến nghị khác được theo dõi riêng."));
        Assert.Equal($"/mach-van-de/{thread}", standing.Path);
        Assert.Contains("Đã chi trả đủ ba hộ.", standing.Text, StringComparison.Ordinal);
        Assert.Null(standing.Page.QuerySelector($"a[href='/mach-van-de/{thread}/gan']"));

        await standing.GoAsync(standing.Page.QuerySelector(".record-head a[href$='/mo-lai']")!.GetAttribute("href")!);
        await standing.FillAsync(("Input.Reason", "Còn một hộ chưa nhận"));
        Assert.Contains("Còn một hộ chưa nhận", standing.Text, StringComparison.Ordinal);
        Assert.NotNull(standing.Page.QuerySelector($"a[href='/mach-van-de/{thread}/gan']"));
    }

    [Fact]
    public async Task A_thread_is_opened_from_an_empty_form_edited_and_found_by_words()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/mach-van-de");
        await clerk.GoAsync(clerk.Page.QuerySelector("a[data-key-new]")!.GetAttribute("href")!);
        await clerk.FillAsync(("Input.Title", " "));
        Assert.Equal("Hãy ghi vấn đề cần theo dõi trong một câu.", clerk.ErrorAt("Input_Title"));
        await clerk.FillAsync(("Input.Title", "Trạm y tế xã thiếu thuốc"), ("Input.Field", "health"), ("Input.OpenedOn", "1/9/2026"));
        var thread = clerk.Path;
        await clerk.GoAsync($"{thread}/sua");
        await clerk.FillAsync(("Input.Place", "Trung tâm xã"));
        Assert.Equal(thread, clerk.Path);
        await clerk.GoAsync("/mach-van-de?state=open&field=health&q=tram+y+te");

        var row = Assert.Single(clerk.Page.QuerySelectorAll("tr[data-row]"));
        Assert.Contains("Trung tâm xã", row.TextContent, StringComparison.Ordinal);
        await clerk.GoAsync("/mach-van-de?state=open&q=khong-co-gi-nhu-the");
        Assert.Empty(clerk.Page.QuerySelectorAll("tr[data-row]"));
        await clerk.GoAsync("/mach-van-de?state=lung-tung");
        Assert.Contains("lung-tung", clerk.Page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_alone_is_put_into_a_thread_from_the_page_of_its_supervision()
    {
        var (supervision, _) = await site.UnderWayAsync();
        using var head = await site.SignInAsync("truongban");
        await head.GoAsync($"/giam-sat/{supervision}");
        await head.GoAsync(head.Page.QuerySelector("a[href^='/mach-van-de/dua-vao?loai=finding']")!.GetAttribute("href")!);
        await head.FillAsync(("Input.Title", "Chi trả chậm ở thôn Lũng"));

        Assert.Contains("Phát hiện giám sát", head.Text, StringComparison.Ordinal);
        Assert.Contains(SupervisionWork.Finding, head.Page.QuerySelector("ol.story")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_comes_as_Word_to_who_may_read_the_thread()
    {
        var thread = await site.ThreadAsync();
        using var clerk = await site.SignInAsync("vanphong");
        using var answer = await clerk.GetAsync($"/mach-van-de/{thread}/tai-ve");
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", answer.Content.Headers.ContentType!.MediaType);
        Assert.True((await answer.Content.ReadAsByteArrayAsync(Ct)).Length > 2000);
        using var officer = await site.SignInAsync("coquan");
        await officer.GoAsync($"/mach-van-de/{thread}/tai-ve");
        Assert.Equal(HttpStatusCode.Forbidden, officer.Status);
    }
}
