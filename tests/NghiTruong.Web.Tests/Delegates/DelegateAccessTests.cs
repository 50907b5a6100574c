using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Delegates;
using NghiTruong.Journal;
using NghiTruong.Web.Tests.Security;
using NghiTruong.Web.Tests.Threads;

namespace NghiTruong.Web.Tests.Delegates;

/// <summary>Every role, of the council's own and of a stranger's, at every door of a delegate; the pages and the API as people use them.</summary>
public sealed class DelegateAccessTests(WebTest site) : IClassFixture<WebTest>
{
    private static readonly DateOnly Start = new(2026, 3, 15);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_of_a_delegate_opens_as_the_permission_of_each_role_at_its_place_says()
    {
        var code = await EnterAsync("Lê Thị Cửa");
        var doors = site.Doors("/dai-bieu/{code}").Select(d => (Address: d.Address.Replace("{code}", code, StringComparison.Ordinal), d.Permission)).ToList();
        Assert.True(doors.Count >= 8, $"{doors.Count} doors");
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            var sees = await SeesAsync(code, acting);
            foreach (var door in doors)
            {
                await browser.GoAsync(door.Address);
                var opens = sees && (!door.Address.EndsWith("/bao-cao", StringComparison.Ordinal) || site.HasRight(new ManageDelegates(), acting))
                    && (!door.Address.EndsWith("/thong-tin-rieng", StringComparison.Ordinal) || site.HasRight(new ReadParticulars(), acting));
                var expected = !door.Permission.IsHeldBy(acting) ? HttpStatusCode.Forbidden : opens ? HttpStatusCode.OK : HttpStatusCode.NotFound;
                if (browser.Status != expected)
                {
                    wrong.Add($"{name} at {door.Address}: {(int)browser.Status}, expected {(int)expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_without_the_right_changes_a_delegate_by_a_page_that_is_posted_by_hand()
    {
        var code = await EnterAsync("Lê Thị Tay");
        List<string> wrong = [];
        foreach (var (name, _) in (await site.CastAsync()).Where(c => !site.HasRight(new ManageDelegates(), c.Acting)))
        {
            using var browser = await site.ByPasswordAsync(name);
            foreach (var act in new[] { "sua", "thoi-lam", "thoi-gian", "chuc-vu", "tai-khoan", "bao-cao", "thong-tin-rieng" })
            {
                var before = await StateAsync(code);
                await browser.PostAsync(
                    $"/dai-bieu/{code}/{act}",
                    [
                        ("Input.FullName", "Đổi Tên Khác"), ("Input.Because", "Died"), ("Input.LastDay", "1/9/2026"), ("Input.Kind", "OnLeave"), ("Input.From", "1/9/2026"), ("Input.Post", "ViceChair"), ("Input.Year", "2026"),
                        ("Input.Religion", "x"),
                    ]);
                if (await StateAsync(code) != before)
                {
                    wrong.Add($"{name} at {act}: {(int)browser.Status}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_clerk_enters_a_delegate_gives_a_post_and_ends_the_mandate_on_the_pages()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/dai-bieu/moi");
        await clerk.FillAsync(("Input.FullName", "Bùi Văn Trang"), ("Input.From", "15/3/2026"), ("Input.Occupation", "Trưởng thôn"));
        Assert.Matches("^/dai-bieu/DB-", clerk.Path);
        var page = clerk.Path;
        await clerk.GoAsync(page + "/chuc-vu");
        await clerk.FillAsync(("Input.Post", "ViceChair"), ("Input.From", "15/3/2026"), ("Input.Document", "02/NQ-HĐND"));
        Assert.Contains("Phó Chủ tịch HĐND", clerk.Text, StringComparison.Ordinal);
        await clerk.GoAsync("/dai-bieu?q=trang&post=viceChair");
        Assert.Contains("Bùi Văn Trang", clerk.Text, StringComparison.Ordinal);
        await clerk.GoAsync(page + "/thoi-lam");
        await clerk.FillAsync(("Input.Because", "Removed"), ("Input.LastDay", "1/9/2026"), ("Input.Document", "18/NQ-HĐND"));
        Assert.Contains("Bãi nhiệm", clerk.Text, StringComparison.Ordinal);
        await clerk.GoAsync("/dai-bieu/theo-ngay?on=1/9/2026");
        Assert.Contains("Bùi Văn Trang", clerk.Text, StringComparison.Ordinal);
        await clerk.GoAsync("/dai-bieu/theo-ngay?on=2/9/2026");
        Assert.DoesNotContain("Bùi Văn Trang", clerk.Text, StringComparison.Ordinal);
        foreach (var address in new[] { "/dai-bieu/dinh-muc", "/dai-bieu/con-thieu", "/dai-bieu/nhap", "/dai-bieu?state=ended", "/dai-bieu?state=all" })
        {
            await clerk.GoAsync(address);
            Assert.Equal(HttpStatusCode.OK, clerk.Status);
        }
    }

    [Fact]
    public async Task A_delegate_finds_their_own_page_opens_what_is_theirs_and_hands_the_report_in()
    {
        var code = await EnterAsync("Lường Văn Của Tôi");
        var linked = await site.Get<DelegateDesk>().LinkAccountAsync(code, "daibieu", await site.ClerkAsync(), Ct);
        Assert.Empty(linked.Refusals);
        using var own = await site.SignInAsync("daibieu");
        await own.GoAsync("/dai-bieu/cua-toi");
        Assert.Equal($"/dai-bieu/{code}", own.Path);
        await own.GoAsync($"/dai-bieu/{code}/thong-tin-rieng");
        Assert.Equal(HttpStatusCode.OK, own.Status);
        await own.GoAsync($"/dai-bieu/{code}/bao-cao");
        await own.FillAsync(("Input.Year", "2026"));
        Assert.Contains("Năm 2026, nộp", own.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_read_the_register_and_the_roster_of_a_day_by_the_councils_address()
    {
        var code = await EnterAsync("Lê Thị Máy");
        using var api = await site.ApiAsync("vanphong");
        var roster = await api.GetFromJsonAsync<JsonElement>($"/api/v1/rosters?council={site.Home.Code}@2026-09-01&on=2026-09-01", Ct);
        Assert.Contains(code, roster.GetProperty("seats").EnumerateArray().Select(s => s.GetProperty("code").GetString()));
        Assert.Equal(roster.GetProperty("seats").GetArrayLength(), roster.GetProperty("total").GetInt32());
        var list = await api.GetFromJsonAsync<JsonElement>("/api/v1/delegates?q=lê thị máy", Ct);
        Assert.Equal([code], list.GetProperty("items").EnumerateArray().Select(s => s.GetProperty("code").GetString()));
        using var unknown = await api.GetAsync(new Uri("/api/v1/rosters?council=00000", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var clerk = await site.SignInAsync("vanphong");
        using var word = await clerk.GetAsync($"/dai-bieu/{code}/tai-ve?nam=2026");
        Assert.Equal(HttpStatusCode.OK, word.StatusCode);
    }

    private async Task<string> EnterAsync(string name)
    {
        var added = await site.Get<DelegateDesk>().RegisterAsync(new DelegateInput { CouncilId = site.Home.Id, FullName = name, From = Start }, await site.ClerkAsync(), Ct);
        Assert.Empty(added.Refusals);

        return added.Value;
    }

    private async Task<bool> SeesAsync(string code, Acting acting)
    {
        await using var db = site.Db();

        return await db.Set<Delegate>().VisibleTo(acting).AnyAsync(d => d.Code == code, Ct);
    }

    private async Task<string> StateAsync(string code)
    {
        await using var db = site.Db();
        var d = await db.Set<Delegate>().AsNoTracking().SingleAsync(x => x.Code == code, Ct);

        return $"{d.Version} {d.FullName} {d.Until} {d.UserId} {await db.Set<DelegatePost>().CountAsync(p => p.DelegateId == d.Id, Ct)} {await db.Set<DelegateSpell>().CountAsync(p => p.DelegateId == d.Id, Ct)} {await db.Set<JournalEntry>().CountAsync(e => e.SubjectId == d.Id, Ct)}";
    }
}
