using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Agreements;
using NghiTruong.Councils;
using NghiTruong.Web.Tests.Security;

namespace NghiTruong.Web.Tests.Agreements;

/// <summary>People enter what was signed, follow its duties, renew it; every role at every door; programs do the same.</summary>
public sealed class AgreementPagesTests(WebTest site) : IClassFixture<WebTest>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clerk_enters_an_agreement_adds_a_duty_and_the_agency_says_it_is_done()
    {
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/quy-che-phoi-hop");
        await clerk.GoAsync(clerk.Page.QuerySelector("a[data-key-new]")!.GetAttribute("href")!);
        var body = clerk.Page.QuerySelector("select[name='Input.Parties[0]'] option[selected]")!;
        Assert.StartsWith("b:", body.GetAttribute("value"), StringComparison.Ordinal);
        await clerk.FillAsync(("Input.Number", "11/QC-HĐND"), ("Input.Title", "Quy chế phối hợp tiếp công dân"), ("Input.SignedOn", "1/9/2026"), ("Input.Kind", "Regulation"));
        Assert.Contains("hai bên", clerk.Page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        await clerk.FillAsync(("Input.Parties[1]", $"a:{site.Economy.Id}"), ("Input.Others", "Tòa án nhân dân khu vực 2"));
        Assert.Matches("^/quy-che-phoi-hop/QCPH-", clerk.Path);
        Assert.Contains("Tòa án nhân dân khu vực 2", clerk.Text, StringComparison.Ordinal);

        await clerk.GoAsync($"{clerk.Path}/nhiem-vu");
        var owner = clerk.Page.QuerySelectorAll("select[name='Input.PartyId'] option").First(o => o.TextContent == site.Economy.Name).GetAttribute("value")!;
        await clerk.FillAsync(("Input.Content", "Báo cáo công tác tiếp công dân"), ("Input.PartyId", owner), ("Input.Cadence", "Month"));
        var task = clerk.Page.QuerySelector("a[href^='/viec-phoi-hop/']")!;
        Assert.Equal("Tháng 09 năm 2026", task.TextContent);

        using var officer = await site.SignInAsync("coquan");
        await officer.GoAsync(task.GetAttribute("href")!);
        await officer.FillAsync(("Input.Result", "Đã báo cáo"));
        Assert.Contains("số văn bản", officer.ErrorAt("Input_Document"), StringComparison.Ordinal);
        await officer.FillAsync(("Input.Document", "70/BC-KT"));
        Assert.Contains("Đã thực hiện", officer.Text, StringComparison.Ordinal);
        Assert.Null(officer.Page.QuerySelector("form#xong"));
    }

    [Fact]
    public async Task What_runs_out_stands_on_the_home_page_and_is_renewed_with_its_duties()
    {
        var (code, task) = await site.DutyAsync("21/QC-HĐND");
        using var clerk = await site.SignInAsync("vanphong");
        await clerk.GoAsync("/quy-che-phoi-hop?view=ending");
        Assert.Contains(code, clerk.Text, StringComparison.Ordinal);
        await clerk.GoAsync($"/quy-che-phoi-hop/{code}/gia-han");
        await clerk.FillAsync(("Input.Number", "22/QC-HĐND"), ("Input.SignedOn", "14/9/2026"), ("Input.ValidUntil", "14/9/2027"));
        Assert.Matches("^/quy-che-phoi-hop/QCPH-", clerk.Path);
        Assert.DoesNotContain(code, clerk.Path, StringComparison.Ordinal);
        Assert.Contains("Gửi số liệu giám sát", clerk.Text, StringComparison.Ordinal);
        await clerk.GoAsync($"/quy-che-phoi-hop/{code}");
        Assert.Contains("22/QC-HĐND", clerk.Text, StringComparison.Ordinal);
        await clerk.GoAsync($"/viec-phoi-hop/{task}");
        Assert.Contains("Đang theo dõi", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_opens_as_the_permission_of_each_role_at_its_place_says()
    {
        var (code, task) = await site.DutyAsync("31/QC-HĐND");
        List<string> wrong = [];
        foreach (var (name, acting) in await site.CastAsync())
        {
            using var browser = await site.ByPasswordAsync(name);
            await using var db = site.Db();
            var (sees, seesTask) = (await db.Set<CoordinationAgreement>().VisibleTo(acting, db).AnyAsync(a => a.Code == code, Ct), await db.Set<AgreementTask>().VisibleTo(acting).AnyAsync(t => t.Code == task, Ct));
            foreach (var (under, of, seen) in new[] { ("/quy-che-phoi-hop/{code}", code, sees), ("/viec-phoi-hop/{code}", task, seesTask) })
            {
                foreach (var (address, permission) in site.Doors(under))
                {
                    await browser.GoAsync(address.Replace("{code}", of, StringComparison.Ordinal));
                    var expected = !permission.IsHeldBy(acting) ? HttpStatusCode.Forbidden : seen ? HttpStatusCode.OK : HttpStatusCode.NotFound;
                    if (browser.Status != expected)
                    {
                        wrong.Add($"{name} at {address}: {(int)browser.Status}, expected {(int)expected}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_without_the_right_at_that_place_changes_an_agreement_by_a_page_that_is_posted_by_hand()
    {
        var (code, task) = await site.DutyAsync("41/QC-HĐND");
        await using var db = site.Db();
        var duty = await db.Set<AgreementDuty>().Where(d => db.Set<CoordinationAgreement>().Any(a => a.Id == d.AgreementId && a.Code == code)).Select(d => d.Id).FirstAsync(Ct);
        (string, string)[] typed =
        [
            ("Input.Number", "99/QC"), ("Input.Title", "Đổi"), ("Input.SignedOn", "1/9/2026"), ("Input.Reason", "Thử"), ("Input.Content", "Thử"), ("Input.PartyId", $"{Guid.CreateVersion7()}"), ("Input.Contents[0]", "Bước"), ("duty", $"{duty}"),
            ("reason", "Thử"), ("Input.Document", "1/BC"),
        ];
        List<string> wrong = [];
        foreach (var (name, acting) in (await site.CastAsync()).Where(c => !site.HasRight(new KeepAgreements(), c.Acting)))
        {
            using var browser = await site.ByPasswordAsync(name);
            var tasks = site.HasRight(new FinishAgreementTasks(), acting) ? [] : new[] { $"/viec-phoi-hop/{task}" };
            foreach (var address in site.Doors("/quy-che-phoi-hop/{code}").Select(d => d.Address.Replace("{code}", code, StringComparison.Ordinal)).Append($"/quy-che-phoi-hop/{code}?handler=EndDuty").Concat(tasks))
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
            var a = await now.Set<CoordinationAgreement>().SingleAsync(x => x.Code == code, Ct);
            var open = await now.Set<AgreementTask>().CountAsync(t => t.AgreementId == a.Id && t.OwedBy != null, Ct);

            return $"{a.Version} {open} {await now.Set<AgreementDuty>().CountAsync(d => d.AgreementId == a.Id && d.EndedOn == null, Ct)} {await now.Set<AgreementStep>().CountAsync(s => s.AgreementId == a.Id, Ct)} {await now.Set<CoordinationAgreement>().CountAsync(Ct)}";
        }
    }

    [Fact]
    public async Task A_program_enters_an_agreement_with_a_duty_and_reads_what_was_done()
    {
        await using var db = site.Db();
        var body = await db.Set<Body>().Where(b => b.CouncilId == site.Home.Id && b.Kind == BodyKind.StandingCommittee).Select(b => b.Id).FirstAsync(Ct);
        using var api = await site.ApiAsync("vanphong");
        using var entered = await api.PostAsJsonAsync("/api/v1/agreements", new { council = site.Home.Code, number = "51/QC-HĐND", title = "Quy chế", signedOn = "2026-09-01", parties = new object[] { new { bodyId = body }, new { agencyId = site.Economy.Id } } }, Ct);
        Assert.Equal(HttpStatusCode.Created, entered.StatusCode);
        var code = (await entered.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString()!;
        var party = (await api.GetFromJsonAsync<JsonElement>($"/api/v1/agreements/{code}", Ct)).GetProperty("parties").EnumerateArray().Last().GetProperty("id").GetGuid();
        using var duty = await api.PostAsJsonAsync($"/api/v1/agreements/{code}/duties", new { content = "Báo cáo quý", partyId = party, cadence = "quarter" }, Ct);
        Assert.Equal(HttpStatusCode.NoContent, duty.StatusCode);
        var task = (await api.GetFromJsonAsync<JsonElement>($"/api/v1/agreements/{code}", Ct)).GetProperty("duties")[0].GetProperty("tasks")[0].GetProperty("code").GetString();
        using var done = await api.PostAsJsonAsync($"/api/v1/agreements/tasks/{task}/done", new { document = "80/BC-KT" }, Ct);
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        Assert.Equal("done", (await api.GetFromJsonAsync<JsonElement>($"/api/v1/agreements/{code}", Ct)).GetProperty("duties")[0].GetProperty("tasks")[0].GetProperty("state").GetString());
        using var upper = await site.ApiAsync("captren");
        using var refused = await upper.PostAsJsonAsync($"/api/v1/agreements/{code}/end", new { reason = "Thử" }, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains(code, (await upper.GetStringAsync(new Uri("/api/v1/agreements?view=standing", UriKind.Relative), Ct)), StringComparison.Ordinal);
    }
}
