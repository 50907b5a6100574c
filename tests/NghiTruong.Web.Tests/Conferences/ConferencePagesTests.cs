using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Conferences;
using NghiTruong.Web.Tests.Security;
using NghiTruong.Web.Tests.Threads;

namespace NghiTruong.Web.Tests.Conferences;

/// <summary>People enter a conference with its sites and opinions, give proposals out, draft the notice; every role at every door; programs do the same.</summary>
public sealed class ConferencePagesTests(WebTest site) : IClassFixture<WebTest>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clerk_enters_sites_people_opinions_a_proposal_and_drafts_the_notice()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/hoi-nghi");
        await clerk.GoAsync(clerk.Page.QuerySelector("a[data-key-new]")!.GetAttribute("href")!);
        await clerk.FillAsync(("Input.Title", "Hội nghị giao lưu các Ban"), ("Input.Theme", "Thẩm tra từ sớm"), ("Input.HeldOn", "10/9/2026"));
        Assert.Matches("^/hoi-nghi/HN-", clerk.Path);
        var page = clerk.Path;
        await clerk.GoAsync($"{page}/diem-cau");
        await clerk.FillAsync(("Input.Sites", "Hội trường\n-- Sai bậc"));
        Assert.Contains("Sai bậc", clerk.ErrorAt("Input_Sites"), StringComparison.Ordinal);
        await clerk.FillAsync(("Input.Sites", $"Hội trường\n- Điểm cầu {site.Neighbour.Name}"));
        await clerk.GoAsync($"{page}/thanh-phan");
        await clerk.FillAsync(("Input.Lines", "Hà Thị Mẫu; Trưởng ban; Ban Pháp chế\n5; Công chức"), ("Input.ArePresent", "true"));
        Assert.Contains("6 có mặt", clerk.Text, StringComparison.Ordinal);
        await clerk.GoAsync($"{page}/y-kien");
        await clerk.FillAsync(("Input.Body", "Ban Pháp chế"), ("Input.Words", "Hồ sơ gửi thẩm tra còn chậm."));
        await clerk.GoAsync($"{page}/de-xuat");
        await clerk.FillAsync(("Input.Content", "Gửi hồ sơ đúng hạn"), ("Input.LeadAgencyId", $"{site.Economy.Id}"), ("Input.DueOn", "30/9/2026"));
        Assert.Contains("Hồ sơ gửi thẩm tra còn chậm.", clerk.Text, StringComparison.Ordinal);
        await clerk.GoAsync($"{page}/ket-luan");
        await clerk.FillAsync(("Input.Conclusion", "Các Ban thẩm tra từ sớm."));
        await clerk.SubmitAsync("form[action*='handler=Notice']");
        Assert.StartsWith("/cong-van/", clerk.Path, StringComparison.Ordinal);
        await clerk.GoAsync(page);
        await clerk.SubmitAsync("form[action*='handler=Finish']", ("result", "Đã gửi đủ"));
        Assert.Contains("Đã gửi đủ", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_opens_as_the_permission_of_each_role_at_its_place_says()
    {
        var code = await HeldAsync();
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            await using var db = site.Db();
            var sees = await db.Set<Conference>().VisibleTo(acting, db).AnyAsync(c => c.Code == code, Ct);
            foreach (var (address, permission) in site.Doors("/hoi-nghi/{code}"))
            {
                await browser.GoAsync(address.Replace("{code}", code, StringComparison.Ordinal));
                var expected = !permission.IsHeldBy(acting) ? HttpStatusCode.Forbidden : sees ? HttpStatusCode.OK : HttpStatusCode.NotFound;
                if (browser.Status != expected)
                {
                    wrong.Add($"{name} at {address}: {(int)browser.Status}, expected {(int)expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_without_the_right_at_that_place_changes_a_conference_by_a_page_that_is_posted_by_hand()
    {
        var code = await HeldAsync();
        await using var db = site.Db();
        var main = await db.Set<ConferenceSite>().Where(s => db.Set<Conference>().Any(c => c.Id == s.ConferenceId && c.Code == code)).Select(s => s.Id).FirstAsync(Ct);
        (string, string)[] typed =
        [
            ("Input.Title", "Đổi"), ("Input.HeldOn", "1/9/2026"), ("Input.Sites", "Đổi"), ("Input.SiteId", $"{main}"), ("Input.Lines", "3; Ai đó"), ("Input.Body", "Ai"), ("Input.Words", "Nói"), ("Input.Content", "Thử"), ("Input.Conclusion", "Thử"), ("result", "Thử"),
        ];
        List<string> wrong = [];
        foreach (var (name, _) in (await site.CastAsync()).Where(c => !site.HasRight(new KeepConferences(), c.Acting)))
        {
            using var browser = await site.ByPasswordAsync(name);
            foreach (var address in site.Doors("/hoi-nghi/{code}").Select(d => d.Address.Replace("{code}", code, StringComparison.Ordinal)).Append($"/hoi-nghi/{code}?handler=Notice"))
            {
                var before = await StateAsync();
                await browser.PostAsync(address, typed);
                if (await StateAsync() != before || browser.Status == HttpStatusCode.BadRequest)
                {
                    wrong.Add($"{name} at {address}: {(int)browser.Status}");
                }
            }
        }

        Assert.Empty(wrong);

        async Task<string> StateAsync()
        {
            await using var now = site.Db();
            var c = await now.Set<Conference>().SingleAsync(x => x.Code == code, Ct);

            return $"{c.Version} {c.State} {await now.Set<ConferenceOpinion>().CountAsync(o => o.ConferenceId == c.Id, Ct)} {await now.Set<ConferenceParticipant>().CountAsync(p => p.ConferenceId == c.Id, Ct)} {await now.Set<ConferenceSite>().CountAsync(s => s.ConferenceId == c.Id, Ct)} {await now.Set<ConferenceProposal>().CountAsync(p => p.ConferenceId == c.Id, Ct)} {await now.Set<ConferencePaper>().CountAsync(p => p.ConferenceId == c.Id, Ct)}";
        }
    }

    [Fact]
    public async Task A_program_enters_a_conference_with_an_opinion_and_a_proposal_and_reads_it()
    {
        using var api = await site.ApiAsync("vanphong");
        using var entered = await api.PostAsJsonAsync("/api/v1/conferences", new { council = site.Home.Code, title = "Hội nghị qua API", heldOn = "2026-09-01" }, Ct);
        Assert.Equal(HttpStatusCode.Created, entered.StatusCode);
        var code = (await entered.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString()!;
        using var opinion = await api.PostAsJsonAsync($"/api/v1/conferences/{code}/opinions", new { body = "Ban Pháp chế", words = "Ý kiến" }, Ct);
        using var proposal = await api.PostAsJsonAsync($"/api/v1/conferences/{code}/proposals", new { content = "Đề xuất", leadAgencyId = site.Economy.Id, dueOn = "2026-10-01" }, Ct);
        using var concluded = await api.PostAsJsonAsync($"/api/v1/conferences/{code}/conclusion", new { conclusion = "Kết luận" }, Ct);
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.NoContent], [opinion.StatusCode, proposal.StatusCode, concluded.StatusCode]);
        var told = await api.GetFromJsonAsync<JsonElement>($"/api/v1/conferences/{code}", Ct);
        Assert.Equal(("concluded", "Ý kiến", "following"), (told.GetProperty("state").GetString(), told.GetProperty("opinions")[0].GetProperty("words").GetString(), told.GetProperty("proposals")[0].GetProperty("state").GetString()));
        using var upper = await site.ApiAsync("captren");
        using var refused = await upper.PostAsJsonAsync($"/api/v1/conferences/{code}/conclusion", new { conclusion = "Khác" }, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private async Task<string> HeldAsync() => (await site.Get<ConferenceDesk>().RecordAsync(
        new ConferenceInput { CouncilId = site.Home.Id, Title = "Hội nghị thử cửa", HeldOn = new DateOnly(2026, 9, 10) }, await site.ClerkAsync(), Ct)).Value;
}
