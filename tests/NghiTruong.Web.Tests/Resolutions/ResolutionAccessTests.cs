using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Resolutions;
using NghiTruong.Web.Tests.Security;

namespace NghiTruong.Web.Tests.Resolutions;

/// <summary>Every role, of the council's own and of a stranger's, on every page, act and endpoint of a resolution, a clause and a task.</summary>
public sealed class ResolutionAccessTests(WebTest site) : IClassFixture<WebTest>
{
    private static readonly (string, string)[] Typed =
    [
        ("Input.Number", "999/NQ-HĐND"), ("Input.Title", "Đổi"), ("Input.Kind", "thematic"), ("Input.PassedOn", "10/7/2026"), ("Input.On", "15/9/2026"), ("Input.Place", "Điều 1"), ("Input.Content", "Thử"),
        ("Input.Verdict", "StillNeeded"), ("Input.Found", "Thử"), ("Input.Text", "Thử"), ("Input.Words", "Thử"), ("Input.Outcome", "Done"), ("Input.Reason", "Thử"), ("Input.DueOn", "1/12/2026"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_of_a_resolution_a_clause_and_a_task_opens_as_the_permission_of_each_role_at_its_place_says()
    {
        var made = await site.ResolvedAsync();
        var doors = Doors(made);
        Assert.True(doors.Count >= 11, $"{doors.Count} doors");
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            var (sees, seesTask) = (await SeesAsync(made.Code, acting), await SeesTaskAsync(made.Task, acting));
            foreach (var door in doors)
            {
                await browser.GoAsync(door.Address);
                var expected = !door.Permission.IsHeldBy(acting) ? HttpStatusCode.Forbidden : (door.Address.Contains(made.Task, StringComparison.Ordinal) ? seesTask : sees) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
                if (browser.Status != expected)
                {
                    wrong.Add($"{name} at {door.Address}: {(int)browser.Status}, expected {(int)expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_without_the_right_at_that_place_changes_anything_by_a_page_that_is_posted_by_hand()
    {
        var made = await site.ResolvedAsync();
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            foreach (var door in Doors(made).Where(d => d.Permission is not ReadResolutions && !site.HasRight(d.Permission, acting)))
            {
                var before = await StateAsync();
                await browser.PostAsync(door.Address, Typed);
                if (await StateAsync() != before || browser.Status == HttpStatusCode.BadRequest)
                {
                    wrong.Add($"{name} at {door.Address}: {(int)browser.Status}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_api_shows_each_role_what_it_may_see_and_takes_resolutions_of_those_who_may_enter_them_there()
    {
        var made = await site.ResolvedAsync();
        List<string> wrong = [];
        var number = 800;
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var api = await site.ApiAsync(name);
            await ExpectAsync(api.GetAsync(new Uri($"/api/v1/resolutions/{made.Code}", UriKind.Relative), Ct), Permission.Of<ReadResolutions>().IsHeldBy(acting), await SeesAsync(made.Code, acting), $"{name} reads");
            var body = new { council = site.Home.Code, number = $"{number++}/NQ-HĐND", title = "Thử", kind = "individual", passedOn = "2026-07-10" };
            var may = Permission.Of<RecordResolutions>();
            await ExpectAsync(api.PostAsJsonAsync("/api/v1/resolutions", body, Ct), may.IsHeldBy(acting), site.HasRight(may, acting), $"{name} enters");
        }

        Assert.Empty(wrong);

        async Task ExpectAsync(Task<HttpResponseMessage> call, bool holds, bool there, string what)
        {
            using var answer = await call;
            var expected = !holds ? HttpStatusCode.Forbidden : there ? answer.RequestMessage!.Method == HttpMethod.Post ? HttpStatusCode.Created : HttpStatusCode.OK : HttpStatusCode.NotFound;
            if (answer.StatusCode != expected)
            {
                wrong.Add($"{what}: {(int)answer.StatusCode}, expected {(int)expected}");
            }
        }
    }

    private List<(string Address, Permission Permission)> Doors((string Code, string Task, string Noted) made) =>
    [
        .. site.Doors("/nghi-quyet/{code}").Select(d => (d.Address.Replace("{code}", made.Code, StringComparison.Ordinal), d.Permission)),
        .. site.Doors("/nhiem-vu-nghi-quyet/{code}").Select(d => (d.Address.Replace("{code}", made.Task, StringComparison.Ordinal), d.Permission)),
        .. site.Doors("/dieu-khoan-nghi-quyet/{code}").Select(d => (d.Address.Replace("{code}", made.Noted, StringComparison.Ordinal), d.Permission)),
    ];

    private async Task<bool> SeesAsync(string code, Acting acting)
    {
        await using var db = site.Db();

        return await db.Set<Resolution>().VisibleTo(acting, db).AnyAsync(r => r.Code == code, Ct);
    }

    private async Task<bool> SeesTaskAsync(string code, Acting acting)
    {
        await using var db = site.Db();

        return await db.Set<ResolutionTask>().VisibleTo(acting).AnyAsync(t => t.Code == code, Ct);
    }

    private async Task<string> StateAsync()
    {
        await using var db = site.Db();

        return $"{await db.Set<JournalEntry>().CountAsync(e => e.SubjectKind == "resolution" || e.SubjectKind == "resolutionTask", Ct)} {await db.Set<Resolution>().SumAsync(r => r.Version, Ct)} {await db.Set<ResolutionTask>().SumAsync(t => t.Version, Ct)}";
    }
}
