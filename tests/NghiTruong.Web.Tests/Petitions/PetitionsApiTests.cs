using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Petitions;

namespace NghiTruong.Web.Tests.Petitions;

/// <summary>The contract of <c>/api/v1/petitions</c>.</summary>
public sealed class PetitionsApiTests(WebTest site) : IClassFixture<WebTest>
{
    private const string Root = "/api/v1/petitions";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_action_of_the_contract_works_in_its_order()
    {
        using var clerk = await site.ApiAsync("vanphong");
        using var standing = await site.ApiAsync("thuongtruc");
        var (code, twin) = (await site.RecordedAsync(), await site.RecordedAsync());

        await DoneAsync(clerk, twin, "merge", new { into = code });
        await DoneAsync(clerk, twin, "unmerge", new { });
        await DoneAsync(clerk, code, "classify", new { field = "transport", authority = "commune" });
        await DoneAsync(clerk, twin, "pass", new { to = "96" });
        await DoneAsync(clerk, twin, "withdraw", new { reason = "Chuyển nhầm" });
        await DoneAsync(clerk, code, "forward", new { recipient = site.Committee.Id, number = "60", issuedOn = "2026-09-14" });
        await DoneAsync(clerk, code, "refuse", new { reason = "Không đúng thẩm quyền" });
        await DoneAsync(clerk, code, "forward", new { recipient = site.Economy.Id, number = "61", issuedOn = "2026-09-14" });
        await DoneAsync(clerk, code, "accept", new { });
        await DoneAsync(clerk, code, "extend", new { to = "2026-12-01" });
        await DoneAsync(clerk, code, "answer", new { extract = "Đã làm xong.", outcome = "settled", number = "5/KT" });
        await DoneAsync(clerk, code, "evaluate", new { outcome = "settled" });
        await DoneAsync(standing, code, "conclude", new { outcome = "settled" });
        await DoneAsync(clerk, code, "notify", new { channel = "noticeBoard" });
        await DoneAsync(clerk, code, "close", new { });
        await DoneAsync(clerk, code, "reopen", new { reason = "Cử tri tiếp tục kiến nghị" });

        Assert.Equal(PetitionStatus.Classified, (await site.PetitionAsync(code)).Status);
        var read = await clerk.GetStringAsync($"{Root}/{code}", Ct);
        Assert.Contains("\"status\":\"classified\"", read, StringComparison.Ordinal);
        Assert.Contains("5/KT", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_have_a_stable_code_and_the_status_of_their_kind()
    {
        using var clerk = await site.ApiAsync("vanphong");
        var code = await site.RecordedAsync();

        await RefusedAsync(await clerk.PostAsJsonAsync(Root, new { council = site.Home.Code, content = "" }, Ct), HttpStatusCode.UnprocessableEntity, "petition.contentMissing");
        await RefusedAsync(await clerk.PostAsJsonAsync($"{Root}/{code}/close", new { }, Ct), HttpStatusCode.Conflict, "petition.notConcluded");
        await RefusedAsync(await clerk.PostAsJsonAsync($"{Root}/{code}/classify", new { field = "nonsense" }, Ct), HttpStatusCode.UnprocessableEntity, "petition.fieldUnknown");
        await RefusedAsync(await clerk.PostAsJsonAsync($"{Root}/{code}/classify", new { version = 99 }, Ct), HttpStatusCode.Conflict, "record.changedMeanwhile");
        await RefusedAsync(await clerk.PostAsJsonAsync($"{Root}/KNCT-0/close", new { }, Ct), HttpStatusCode.NotFound, "petition.notFound");
        await RefusedAsync(await clerk.GetAsync($"{Root}?status=nonsense", Ct), HttpStatusCode.UnprocessableEntity, "petitions.filterUnreadable");
        await RefusedAsync(await clerk.PostAsJsonAsync($"{Root}/{code}/conclude", new { outcome = "settled" }, Ct), HttpStatusCode.Forbidden, "access.refused");
        using var nobody = site.Anonymous();
        await nobody.GoAsync(Root);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.Status);
    }

    [Fact]
    public async Task The_same_key_twice_creates_one_petition_and_answers_the_same()
    {
        using var clerk = await site.ApiAsync("vanphong");
        var key = $"key-{Guid.CreateVersion7()}";
        var body = new { council = site.Home.Code, content = $"Đề nghị chỉ ghi một lần {key}." };
        using var first = await PostAsync(clerk, key, body);
        using var again = await PostAsync(clerk, key, body);
        using var other = await PostAsync(clerk, key, new { council = site.Home.Code, content = "Nội dung khác." });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(Ct), await again.Content.ReadAsStringAsync(Ct));
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        await RefusedAsync(other, HttpStatusCode.UnprocessableEntity, "request.keyReused");
        await using var db = site.Db();
        Assert.Equal(1, await db.Set<Petition>().CountAsync(p => p.Content == body.content, Ct));
        site.Clock.Move(TimeSpan.FromHours(25));
        using var nextDay = await PostAsync(clerk, key, body);
        Assert.NotEqual(await first.Content.ReadAsStringAsync(Ct), await nextDay.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task A_stranger_finds_neither_the_petition_nor_the_council()
    {
        var code = await site.RecordedAsync();
        using var stranger = await site.StrangerApiAsync();

        await RefusedAsync(await stranger.GetAsync($"{Root}/{code}", Ct), HttpStatusCode.NotFound, "petition.notFound");
        await RefusedAsync(await stranger.PostAsJsonAsync($"{Root}/{code}/classify", new { field = "health" }, Ct), HttpStatusCode.NotFound, "petition.notFound");
        await RefusedAsync(await stranger.PostAsJsonAsync(Root, new { council = site.Home.Code, content = "Xen vào." }, Ct), HttpStatusCode.NotFound, "council.notFound");
        Assert.DoesNotContain(code, await stranger.GetStringAsync(Root, Ct), StringComparison.Ordinal);
        Assert.DoesNotContain(code, await stranger.GetStringAsync($"{Root}?council={site.Home.Code}", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_go_on_by_cursor_and_the_summary_counts_what_was_recorded()
    {
        for (var i = 0; i < 21; i++)
        {
            await site.RecordedAsync($"Đề nghị thứ {i}.");
        }

        using var clerk = await site.ApiAsync("vanphong");
        var page = await clerk.GetFromJsonAsync<Listed>($"{Root}?council={site.Home.Code}", Ct);
        var next = await clerk.GetFromJsonAsync<Listed>($"{Root}?council={site.Home.Code}&cursor={page!.Next}", Ct);
        var summary = await clerk.GetFromJsonAsync<Code>($"{Root}/summary?council={site.Home.Code}", Ct);

        Assert.Equal(20, page.Items.Count);
        Assert.Empty(page.Items.Select(i => i.Code).Intersect(next!.Items.Select(i => i.Code)));
        Assert.True(summary!["total"].GetInt64() >= 21);
        Assert.Equal(["explained", "inProgress", "none", "notSettled", "partly", "settled"], summary["byOutcome"].EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_description_names_every_action()
    {
        using var clerk = await site.ApiAsync("vanphong");
        var described = await clerk.GetStringAsync("/openapi/v1.json", Ct);

        Assert.All(
            ["classify", "merge", "unmerge", "pass", "forward", "withdraw", "accept", "refuse", "extend", "answer", "evaluate", "conclude", "notify", "close", "reopen"],
            action => Assert.Contains($"/api/v1/petitions/{{code}}/{action}", described, StringComparison.Ordinal));
    }

    private static async Task DoneAsync(HttpClient client, string code, string action, object body)
    {
        using var response = await client.PostAsJsonAsync($"{Root}/{code}/{action}", body, Ct);
        Assert.True(response.IsSuccessStatusCode, $"{action}: {await response.Content.ReadAsStringAsync(Ct)}");
    }

    private static async Task RefusedAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var problem = await response.Content.ReadFromJsonAsync<Code>(Ct);
        Assert.Equal((status, code), (response.StatusCode, problem!.Value("code")));
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Root) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);

        return await client.SendAsync(request, Ct);
    }

    private sealed record Listed(List<Item> Items, string? Next);

    private sealed record Item(string Code);
}
