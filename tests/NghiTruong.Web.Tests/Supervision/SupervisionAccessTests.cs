using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Supervision;
using NghiTruong.Web.Tests.Security;

namespace NghiTruong.Web.Tests.Supervision;

/// <summary>Every role, of the council's own and of a stranger's, on every page, act and endpoint of a supervision and of its recommendation.</summary>
public sealed class SupervisionAccessTests(WebTest site) : IClassFixture<WebTest>
{
    private static readonly (string, string)[] Typed =
    [
        ("Input.Names[0]", "Người lạ"), ("Input.Roles[0]", "Head"), ("Input.Number", "9/QĐ"), ("Input.On", "15/9/2026"), ("Input.SentOn", "15/9/2026"), ("Input.Place", "Thôn"), ("Input.Notes", "Thử"),
        ("Input.Text", "Thử"), ("Input.Evidence", "Thử"), ("Input.Content", "Thử"), ("Input.From", "1/12/2026"), ("Input.To", "30/12/2026"), ("Input.Reason", "Thử"), ("Input.Words", "Thử"),
        ("Input.Outcome", "Partly"), ("Input.Note", "Thử"), ("Input.Results", "Đổi"), ("Input.Kind", "Plan"), ("kind", "plan"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_of_a_supervision_and_a_recommendation_opens_as_the_permission_of_each_role_at_its_place_says()
    {
        var (underWay, _) = await site.UnderWayAsync();
        var (_, recommendation) = await site.ConcludedAsync();
        var doors = Doors(underWay, recommendation);
        Assert.True(doors.Count > 20, $"{doors.Count} doors");
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            foreach (var door in doors)
            {
                await browser.GoAsync(door.Address);
                var sees = door.Address.Contains(recommendation, StringComparison.Ordinal) ? await SeesRecommendationAsync(recommendation, acting) : await SeesAsync(underWay, acting);
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
    public async Task Nobody_without_the_right_at_that_place_changes_a_supervision_by_a_page_that_is_posted_by_hand()
    {
        var (underWay, _) = await site.UnderWayAsync();
        var (_, recommendation) = await site.ConcludedAsync();
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            foreach (var door in Doors(underWay, recommendation).Where(d => d.Permission is not ReadSupervisions && !site.HasRight(d.Permission, acting)))
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
    public async Task The_api_shows_each_role_what_it_may_see_and_takes_proposals_of_those_who_may_propose_there()
    {
        var (underWay, _) = await site.UnderWayAsync();
        var (_, recommendation) = await site.ConcludedAsync();
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var api = await site.ApiAsync(name);
            var reads = Permission.Of<ReadSupervisions>().IsHeldBy(acting);
            await ExpectAsync(api.GetAsync(new Uri($"/api/v1/supervisions/{underWay}", UriKind.Relative), Ct), reads, await SeesAsync(underWay, acting), $"{name} reads");
            await ExpectAsync(api.GetAsync(new Uri($"/api/v1/recommendations/{recommendation}", UriKind.Relative), Ct), reads, await SeesRecommendationAsync(recommendation, acting), $"{name} reads the recommendation");
            var body = new { council = site.Home.Code, theme = "Khảo sát thử", kind = "fieldSurvey", plannedFrom = "2027-01-01", plannedTo = "2027-02-01" };
            var may = Permission.Of<ProposeSupervisions>();
            await ExpectAsync(api.PostAsJsonAsync("/api/v1/supervisions", body, Ct), may.IsHeldBy(acting), site.HasRight(may, acting), $"{name} proposes");
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

    [Fact]
    public async Task Findings_stay_at_home_until_the_report_is_issued()
    {
        var (underWay, _) = await site.UnderWayAsync();
        await site.EnsureAccountAsync("nha.lead", new GrantInput { Role = Role.AgencyOfficer, AgencyId = site.Economy.Id });
        using var supervised = await site.ByPasswordAsync("nha.lead");
        await supervised.GoAsync($"/giam-sat/{underWay}");
        using var head = await site.SignInAsync("truongban");
        await head.GoAsync($"/giam-sat/{underWay}");

        Assert.Equal(HttpStatusCode.OK, supervised.Status);
        Assert.DoesNotContain(SupervisionWork.Finding, supervised.Text, StringComparison.Ordinal);
        Assert.Contains(SupervisionWork.Finding, head.Text, StringComparison.Ordinal);
    }

    private List<(string Address, Permission Permission)> Doors(string supervision, string recommendation) =>
    [
        .. site.Doors("/giam-sat/{code}").Select(d => (d.Address.Replace("{code}", supervision, StringComparison.Ordinal), d.Permission)),
        .. site.Doors("/kien-nghi-giam-sat/{code}").Select(d => (d.Address.Replace("{code}", recommendation, StringComparison.Ordinal), d.Permission)),
    ];

    private async Task<bool> SeesAsync(string code, Acting acting)
    {
        await using var db = site.Db();

        return await db.Set<SupervisionCase>().VisibleTo(acting, db).AnyAsync(s => s.Code == code, Ct);
    }

    private async Task<bool> SeesRecommendationAsync(string code, Acting acting)
    {
        await using var db = site.Db();

        return await db.Set<Recommendation>().VisibleTo(acting).AnyAsync(r => r.Code == code, Ct);
    }

    private async Task<string> StateAsync()
    {
        await using var db = site.Db();

        return $"{await db.Set<JournalEntry>().CountAsync(e => e.SubjectKind == "supervision" || e.SubjectKind == "recommendation" || e.SubjectKind == "letter", Ct)} {await db.Set<SupervisionCase>().SumAsync(s => s.Version, Ct)} {await db.Set<Recommendation>().SumAsync(r => r.Version, Ct)}";
    }
}
