using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Journal;
using NghiTruong.Threads;
using NghiTruong.Web.Tests.Security;

namespace NghiTruong.Web.Tests.Threads;

/// <summary>Every role, of the council's own and of a stranger's, on every page, act and endpoint of a thread; and what programs are told.</summary>
public sealed class ThreadAccessTests(WebTest site) : IClassFixture<WebTest>
{
    private static readonly (string, string)[] Typed =
        [("Input.Title", "Đổi"), ("Input.Code", "KNCT-0"), ("Input.Result", "Thử"), ("Input.Despite", "Thử"), ("Input.Reason", "Thử"), ("Input.Thread", "moi"), ("kind", "petition"), ("record", "KNCT-0")];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_of_a_thread_opens_as_the_permission_of_each_role_at_its_place_says()
    {
        var thread = await site.ThreadAsync();
        var doors = Doors(thread);
        Assert.True(doors.Count >= 6, $"{doors.Count} doors");
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            var sees = await SeesAsync(thread, acting);
            foreach (var door in doors)
            {
                await browser.GoAsync(door.Address);
                var expected = !door.Permission.IsHeldBy(acting) ? HttpStatusCode.Forbidden : sees ? HttpStatusCode.OK : HttpStatusCode.NotFound;
                if (browser.Status != expected)
                {
                    wrong.Add($"{name} at {door.Address}: {(int)browser.Status}, expected {(int)expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_without_the_right_at_that_place_changes_a_thread_by_a_page_that_is_posted_by_hand()
    {
        var (thread, petition, _, _) = await site.FilledThreadAsync();
        List<string> wrong = [];
        foreach (var (name, _) in (await site.CastAsync()).Where(c => !site.HasRight(new KeepThreads(), c.Acting)))
        {
            using var browser = await site.ByPasswordAsync(name);
            foreach (var address in Doors(thread).Select(d => d.Address).SelectMany(a => new[] { a, $"{a}?handler=Link", $"{a}?handler=Unlink" }).Append($"/mach-van-de/dua-vao?loai=petition&ma={petition}"))
            {
                var before = await StateAsync(thread);
                await browser.PostAsync(address, [.. Typed, ("link", $"{await LinkAsync(thread)}"), ("Input.Thread", thread)]);
                if (await StateAsync(thread) != before || browser.Status == HttpStatusCode.BadRequest)
                {
                    wrong.Add($"{name} at {address}: {(int)browser.Status}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_api_shows_each_role_what_it_may_see_and_takes_acts_of_those_who_keep_threads_there()
    {
        var (thread, petition, _, _) = await site.FilledThreadAsync();
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var api = await site.ApiAsync(name);
            var (reads, keeps, sees) = (Permission.Of<ReadThreads>().IsHeldBy(acting), Permission.Of<KeepThreads>().IsHeldBy(acting), await SeesAsync(thread, acting));
            await ExpectAsync(await api.GetAsync(new Uri($"/api/v1/threads/{thread}", UriKind.Relative), Ct), reads, sees, HttpStatusCode.OK, $"{name} reads");
            await ExpectAsync(await api.PostAsJsonAsync($"/api/v1/threads/{thread}/links", new { record = petition }, Ct), keeps, site.HasRight(new KeepThreads(), acting), HttpStatusCode.NoContent, $"{name} links");
            using var list = await api.GetAsync(new Uri("/api/v1/threads?state=open", UriKind.Relative), Ct);
            if (reads && (await list.Content.ReadAsStringAsync(Ct)).Contains(thread, StringComparison.Ordinal) != sees)
            {
                wrong.Add($"{name} lists");
            }
        }

        Assert.Empty(wrong);

        async Task ExpectAsync(HttpResponseMessage answer, bool holds, bool has, HttpStatusCode done, string what)
        {
            using (answer)
            {
                var status = answer.StatusCode;
                var expected = !holds ? [HttpStatusCode.Forbidden] : has ? new[] { done } : [HttpStatusCode.NotFound];
                if (!expected.Contains(status))
                {
                    wrong.Add($"{what}: {(int)status} {await answer.Content.ReadAsStringAsync(Ct)}");
                }
            }
        }
    }

    [Fact]
    public async Task A_program_opens_a_thread_puts_records_in_reads_the_story_and_ends_it()
    {
        var (_, petition, _, recommendation) = await site.FilledThreadAsync();
        using var api = await site.ApiAsync("vanphong");
        using var opened = await api.PostAsJsonAsync("/api/v1/threads", new { council = site.Home.Code, title = "Chi trả tiền rừng", record = petition }, Ct);
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        var code = (await opened.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString()!;
        using var linked = await api.PostAsJsonAsync($"/api/v1/threads/{code}/links", new { record = recommendation, note = "Cùng việc" }, Ct);
        Assert.Equal(HttpStatusCode.NoContent, linked.StatusCode);

        var told = await api.GetFromJsonAsync<JsonElement>($"/api/v1/threads/{code}", Ct);

        Assert.Equal([petition, recommendation], told.GetProperty("records").EnumerateArray().Select(r => r.GetProperty("code").GetString()!));
        Assert.Contains("recommendation.made", told.GetProperty("story").EnumerateArray().Select(l => l.GetProperty("event").GetString()!));
        var late = told.GetProperty("open").EnumerateArray().First();
        Assert.Equal((recommendation, 1, site.Economy.Name), (late.GetProperty("code").GetString(), late.GetProperty("daysLate").GetInt32(), late.GetProperty("holder").GetString()));
        using var refused = await api.PostAsJsonAsync($"/api/v1/threads/{code}/end", new { result = "Xong" }, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("thread.stillOpen", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var ended = await api.PostAsJsonAsync($"/api/v1/threads/{code}/end", new { result = "Xong", despite = "Theo dõi riêng" }, Ct);
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        using var missing = await api.PostAsJsonAsync("/api/v1/threads", new { council = site.Home.Code }, Ct);
        Assert.Contains("thread.titleMissing", await missing.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private List<(string Address, Permission Permission)> Doors(string thread) =>
        [.. site.Doors("/mach-van-de/{code}").Select(d => (d.Address.Replace("{code}", thread, StringComparison.Ordinal), d.Permission))];

    private async Task<bool> SeesAsync(string code, Acting acting)
    {
        await using var db = site.Db();

        return await db.Set<MatterThread>().VisibleTo(acting).AnyAsync(t => t.Code == code, Ct);
    }

    private async Task<Guid> LinkAsync(string code)
    {
        await using var db = site.Db();

        return await db.Set<ThreadLink>().Where(l => db.Set<MatterThread>().Any(t => t.Id == l.ThreadId && t.Code == code)).Select(l => l.Id).FirstAsync(Ct);
    }

    private async Task<string> StateAsync(string code)
    {
        await using var db = site.Db();
        var thread = await db.Set<MatterThread>().AsNoTracking().SingleAsync(t => t.Code == code, Ct);

        return $"{thread.Version} {thread.State} {thread.Title} {await db.Set<ThreadLink>().CountAsync(l => l.ThreadId == thread.Id, Ct)} {await db.Set<JournalEntry>().CountAsync(e => e.SubjectId == thread.Id, Ct)}";
    }
}
