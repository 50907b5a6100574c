using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Petitions;
using NghiTruong.Web.Tests.Petitions;

namespace NghiTruong.Web.Tests.Security;

/// <summary>Every role, of the petition's own council and of a stranger's, on every page and act of a petition: doors open as the permission says, and nothing changes behind a closed one.</summary>
public sealed class AccessMatrixTests(WebTest site) : IClassFixture<WebTest>
{
    private static readonly Dictionary<string, object> Bodies = new(StringComparer.Ordinal)
    {
        ["classify"] = new { field = "transport", authority = "commune" },
        ["merge"] = new { into = "KNCT-0" },
        ["pass"] = new { to = "96" },
        ["forward"] = new { recipient = Guid.Empty },
        ["withdraw"] = new { reason = "Thử" },
        ["refuse"] = new { reason = "Thử" },
        ["extend"] = new { to = "2027-01-05" },
        ["answer"] = new { extract = "Thử", outcome = "settled" },
        ["evaluate"] = new { outcome = "settled" },
        ["conclude"] = new { outcome = "settled" },
        ["notify"] = new { channel = "noticeBoard" },
        ["reopen"] = new { reason = "Thử" },
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_of_a_petition_opens_as_the_permission_of_each_role_at_its_place_says()
    {
        var code = await site.SentAsync();
        var doors = site.Doors("/kien-nghi/{code}");
        Assert.True(doors.Count > 15, $"{doors.Count} doors");
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            var sees = await SeesAsync(code, acting);
            foreach (var door in doors)
            {
                await browser.GoAsync(door.Address.Replace("{code}", code, StringComparison.Ordinal));
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
    public async Task Nobody_without_the_right_at_that_place_changes_a_petition_by_a_page_that_is_posted_by_hand()
    {
        var code = await site.SentAsync();
        var before = await StateAsync(code);
        var doors = site.Doors("/kien-nghi/{code}").Where(d => d.Address != "/kien-nghi/{code}").ToList();
        List<string> wrong = [];
        foreach (var (name, _) in (await site.CastAsync()).Where(c => !MayWrite(c.Acting)))
        {
            using var browser = await site.ByPasswordAsync(name);
            foreach (var door in doors)
            {
                await browser.PostAsync(door.Address.Replace("{code}", code, StringComparison.Ordinal), ("Input.Reason", "Thử"), ("Input.Basis", "Thử"), ("Input.Outcome", "Settled"), ("Input.Content", "Đổi"), ("Input.Extracts[0]", "Thử"), ("Input.Channel", "Portal"), ("Input.To", "5/1/2027"));
                if (await StateAsync(code) != before || browser.Status == HttpStatusCode.BadRequest)
                {
                    wrong.Add($"{name} at {door.Address}: {(int)browser.Status}");
                    before = await StateAsync(code);
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_act_of_the_api_is_refused_to_whoever_has_no_right_to_it_there_and_changes_nothing()
    {
        var code = await site.SentAsync();
        var doors = site.Doors("/api/v1/petitions/{code}/");
        Assert.Equal(15, doors.Count);
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var api = await site.ApiAsync(name);
            var sees = await SeesAsync(code, acting);
            foreach (var door in doors.Where(d => !site.HasRight(d.Permission, acting)))
            {
                var before = await StateAsync(code);
                using var answer = await api.PostAsJsonAsync(door.Address.Replace("{code}", code, StringComparison.Ordinal), Bodies.GetValueOrDefault(door.Address.Split('/')[^1], new { }), Ct);
                var refused = answer.StatusCode == HttpStatusCode.Forbidden || (!sees && answer.StatusCode == HttpStatusCode.NotFound) || (sees && answer.StatusCode == HttpStatusCode.NotFound && door.Address.EndsWith("forward", StringComparison.Ordinal));
                if (!refused || await StateAsync(code) != before)
                {
                    wrong.Add($"{name} at {door.Address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Ct)}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Guessing_the_address_of_anothers_petition_is_not_found_and_stands_in_the_journal()
    {
        var code = await site.RecordedAsync();
        using var officer = await site.SignInAsync("coquan");
        await officer.GoAsync($"/kien-nghi/{code}");

        Assert.Equal(HttpStatusCode.NotFound, officer.Status);
        await using var db = site.Db();
        Assert.Contains(await db.Set<JournalEntry>().Where(e => e.EventCode.StartsWith("access.")).Select(e => e.Data).ToListAsync(Ct), d => d.Contains(code, StringComparison.Ordinal));
    }

    /// <summary>Holds some act of writing on a petition of home that is with the leading agency.</summary>
    private bool MayWrite(Acting acting) => site.Doors("/api/v1/petitions/{code}/").Any(d => site.HasRight(d.Permission, acting)) || site.HasRight(new NghiTruong.Operations.ErasePersonalData(), acting);

    private async Task<bool> SeesAsync(string code, Acting acting)
    {
        await using var db = site.Db();

        return await db.Set<Petition>().VisibleTo(acting, db).AnyAsync(p => p.Code == code, Ct);
    }

    private async Task<string> StateAsync(string code)
    {
        await using var db = site.Db();
        var petition = await db.Set<Petition>().AsNoTracking().SingleAsync(p => p.Code == code, Ct);

        return $"{petition.Version} {petition.Status} {petition.Content} {await db.Set<JournalEntry>().CountAsync(e => e.SubjectId == petition.Id, Ct)}";
    }
}
