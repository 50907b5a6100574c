using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Resolutions;

namespace NghiTruong.Web.Tests.Resolutions;

/// <summary>The register on its pages, as people without scripts use them, and by the API.</summary>
public sealed class ResolutionPagesTests(WebTest site) : IClassFixture<WebTest>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clerk_enters_a_resolution_the_agency_reports_and_the_committee_judges_by_the_primary_action_alone()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/nghi-quyet/moi");
        await clerk.FillAsync(
            ("Input.Number", "31 / 2026 / NQ/HĐND"), ("Input.PassedOn", "10.7.26"), ("Input.Title", "Quy định mức thu phí vệ sinh"), ("Input.Kind", "normative"), ("Input.LeadAgencyId", site.Economy.Id.ToString()));
        Assert.StartsWith("/nghi-quyet/NQ-", clerk.Path, StringComparison.Ordinal);
        Assert.Contains("31/2026/NQ-HĐND", clerk.Text, StringComparison.Ordinal);
        var record = clerk.Path;

        await clerk.GoAsync(Primary(clerk));
        await clerk.FillAsync(("Input.Place", "Điều 4"), ("Input.Content", "Công khai mức thu tại nhà văn hóa thôn"), ("Input.DueOn", "30/9/2026"));
        Assert.Equal(record, clerk.Path);
        var task = clerk.Page.QuerySelector("a[href^='/nhiem-vu-nghi-quyet/']")!.GetAttribute("href")!;

        await site.EnsureAccountAsync("nha.lead", new GrantInput { Role = Role.AgencyOfficer, AgencyId = site.Economy.Id });
        using var officer = await site.ByPasswordAsync("nha.lead");
        await officer.GoAsync(task);
        await officer.GoAsync(Primary(officer));
        await officer.FillAsync(("Input.Words", "Đã niêm yết tại 11 thôn."), ("Input.Document", "15/BC-KT"));
        Assert.Equal(task, officer.Path);
        Assert.Null(officer.Page.QuerySelector("a[href$='/danh-gia']"));

        using var head = await site.SignInAsync("truongban");
        await head.GoAsync(task);
        await head.GoAsync(Primary(head));
        await head.FillAsync(("Input.Outcome", "Done"), ("Input.Note", "Đã kiểm tra 3 thôn."));
        Assert.Contains("Đã kết thúc", head.Text, StringComparison.Ordinal);
        await head.GoAsync(record);
        await head.GoAsync(head.Page.QuerySelector("a[href$='/ra-soat']")!.GetAttribute("href")!);
        await head.FillAsync(("Input.Verdict", "StillNeeded"), ("Input.Found", "Mức thu phù hợp."));
        Assert.Contains("Mức thu phù hợp.", head.Text, StringComparison.Ordinal);
        Assert.Contains("1 nhiệm vụ đã giao, 1 đã thực hiện (100%)", head.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_stands_already_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var (code, _, _) = await site.ResolvedAsync();
        await using var db = site.Db();
        var number = await db.Set<Resolution>().Where(r => r.Code == code).Select(r => r.Number).SingleAsync(Ct);
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/nghi-quyet/moi");
        await clerk.FillAsync(("Input.Number", number), ("Input.PassedOn", "1/8/2026"), ("Input.Title", "Trích yếu vừa gõ"), ("Input.Kind", "individual"));

        Assert.Contains(code, clerk.ErrorAt("Input_Number"), StringComparison.Ordinal);
        Assert.Contains("Trích yếu vừa gõ", clerk.Page.GetElementById("Input_Title")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_looked_at_for_a_year_stands_on_the_list_the_home_page_and_before_the_upper_level()
    {
        var ago = site.Clock.GetUtcNow().UtcDateTime;
        var asked = new ResolutionInput { CouncilId = site.Home.Id, Number = "77/NQ-HĐND", Title = "Về quản lý chợ phiên bị quên", Kind = "thematic", PassedOn = DateOnly.FromDateTime(ago).AddDays(-400) };
        var clerkActing = await site.EnsureAccountAsync("nha.clerk", new GrantInput { Role = Role.Clerk, CouncilId = site.Home.Id });
        var code = (await site.Get<ResolutionDesk>().RecordAsync(asked, clerkActing, Ct)).Value;
        // Somebody who has not come today: the home page keeps what it showed for seconds, and this clock stands still.
        await site.EnsureAccountAsync("moi.truongban", new GrantInput { Role = Role.CommitteeHead, CouncilId = site.Home.Id });
        using var head = await site.ByPasswordAsync("moi.truongban");
        await head.GoAsync("/nghi-quyet?stale=true");
        Assert.Contains(code, head.Text, StringComparison.Ordinal);
        await head.GoAsync("/");
        Assert.NotNull(head.Page.QuerySelector("a[href*='/nghi-quyet'][href*='stale=true']"));

        using var above = await site.SignInAsync("captren");
        await above.GoAsync("/nghi-quyet/tong-hop");
        var link = above.Page.QuerySelector(".tiles a[href*='stale=true']")!.GetAttribute("href")!;
        await above.GoAsync(link);
        Assert.Contains(code, above.Text, StringComparison.Ordinal);
        Assert.Null(above.Page.QuerySelector("a[href='/nghi-quyet/moi']"));
    }

    [Fact]
    public async Task The_list_goes_out_as_Excel_and_its_papers_as_Word()
    {
        await site.ResolvedAsync();
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/nghi-quyet");
        foreach (var href in clerk.Page.QuerySelectorAll("a[data-download]").Select(a => a.GetAttribute("href")!).ToList())
        {
            await clerk.GoAsync(href);
            Assert.Equal(HttpStatusCode.OK, clerk.Status);
        }
    }

    [Fact]
    public async Task The_api_lists_what_is_stale_and_gives_a_resolution_with_its_clauses()
    {
        var (code, task, _) = await site.ResolvedAsync();
        await site.EnsureAccountAsync("nha.clerk", new GrantInput { Role = Role.Clerk, CouncilId = site.Home.Id });
        using var api = await site.ApiAsync("nha.clerk");

        var one = await api.GetFromJsonAsync<JsonElement>($"/api/v1/resolutions/{code}", Ct);
        var stale = await api.GetFromJsonAsync<JsonElement>($"/api/v1/resolutions?council={site.Home.Code}&stale=true", Ct);
        var page = await api.GetFromJsonAsync<JsonElement>($"/api/v1/resolutions?council={site.Home.Code}&state=inForce&kind=thematic", Ct);
        using var wrong = await api.GetAsync(new Uri("/api/v1/resolutions?state=gone", UriKind.Relative), Ct);
        using var party = await api.PostAsJsonAsync("/api/v1/resolutions", new { council = site.Home.Code, number = "15-NQ/TU", title = "Thử", kind = "individual", passedOn = "2026-07-10" }, Ct);

        Assert.Equal(task, one.GetProperty("clauses")[0].GetProperty("tasks")[0].GetProperty("code").GetString());
        Assert.Equal("followed", one.GetProperty("clauses")[0].GetProperty("standing").GetString());
        Assert.All(stale.GetProperty("items").EnumerateArray(), r => Assert.True(r.GetProperty("stale").GetBoolean()));
        Assert.Contains(page.GetProperty("items").EnumerateArray(), r => r.GetProperty("code").GetString() == code);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (wrong.StatusCode, party.StatusCode));
        Assert.Contains("resolution.partyDocument", await party.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private static string Primary(Browser browser) => browser.Page.QuerySelector(".record-head a.btn-primary")?.GetAttribute("href") ?? throw new InvalidOperationException($"{browser.Path} has no next step: {browser.Text}");
}
