using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Petitions;
using NghiTruong.Web.Tests.Petitions;

namespace NghiTruong.Web.Tests.Security;

/// <summary>Requests that no page and no honest program sends.</summary>
public sealed class HostileRequestsTests(WebTest site) : IClassFixture<WebTest>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cookie_changes_nothing_through_the_api_however_the_address_is_written()
    {
        using var clerk = await site.SignInAsync("vanphong");
        var doors = site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.OrdinalIgnoreCase) && e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("POST"))
            .Select(e => "/" + Regex.Replace(e.RoutePattern.RawText!.TrimStart('/'), @"\{[^}]*\}", p => p.Value.Contains(":guid", StringComparison.Ordinal) ? site.Home.Id.ToString("D") : "KNCT-0", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .ToList();

        Assert.NotEmpty(doors);
        foreach (var address in doors.SelectMany(d => new[] { d, d.Replace("/api/", "/API/", StringComparison.Ordinal), d.Replace("/api/", "/aPi/", StringComparison.Ordinal) }))
        {
            using var answer = await clerk.Http.PostAsJsonAsync(address, new { council = site.Home.Code, content = "Từ trang của người lạ." }, Ct);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{address}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_key_repeated_at_an_address_written_otherwise_still_does_its_work_once()
    {
        using var clerk = await site.ApiAsync("vanphong");
        clerk.DefaultRequestHeaders.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        var body = new { council = site.Home.Code, content = "Đề nghị chỉ ghi một lần ở địa chỉ viết hoa." };
        using var first = await clerk.PostAsJsonAsync("/API/v1/petitions", body, Ct);
        using var again = await clerk.PostAsJsonAsync("/API/v1/petitions", body, Ct);

        Assert.Equal(await first.Content.ReadAsStringAsync(Ct), await again.Content.ReadAsStringAsync(Ct));
        await using var db = site.Db();
        Assert.Equal(1, await db.Set<Petition>().CountAsync(p => p.Content == body.content, Ct));
    }

    [Fact]
    public async Task A_body_is_held_to_names_lengths_and_ranges()
    {
        using var clerk = await site.ApiAsync("vanphong");
        var code = await site.SentAsync();
        const string Root = "/api/v1/petitions";
        var (council, content, longer) = (site.Home.Code, "Đề nghị sửa cầu.", new string('x', 10_001));

        await RefusedAsync(await clerk.PostAsJsonAsync(Root, new { council, content, kind = 7 }, Ct), HttpStatusCode.BadRequest, "request.malformed");
        await RefusedAsync(await clerk.PostAsJsonAsync(Root, new { council, content, kind = "7" }, Ct), HttpStatusCode.BadRequest, "request.malformed");
        await RefusedAsync(await clerk.PostAsJsonAsync(Root, new { council, content = longer }, Ct), HttpStatusCode.UnprocessableEntity, "input.tooLong");
        await RefusedAsync(await clerk.PostAsJsonAsync(Root, new { council, content, person = new { name = longer } }, Ct), HttpStatusCode.UnprocessableEntity, "input.tooLong");
        await RefusedAsync(await clerk.PostAsJsonAsync(Root, new { council, content, voters = 2_000_000_000 }, Ct), HttpStatusCode.UnprocessableEntity, "input.outOfRange");
        await RefusedAsync(await clerk.PostAsJsonAsync(Root, new { council, content, receivedOn = "0202-06-01" }, Ct), HttpStatusCode.UnprocessableEntity, "input.dateOutOfRange");
        await RefusedAsync(await clerk.PostAsJsonAsync(Root, new { council, content, field = "nonsense" }, Ct), HttpStatusCode.UnprocessableEntity, "petition.fieldUnknown");
        await RefusedAsync(await clerk.PostAsJsonAsync(Root, new { council, content, session = Guid.CreateVersion7() }, Ct), HttpStatusCode.UnprocessableEntity, "petition.sessionNotOwn");
        await RefusedAsync(await clerk.PostAsJsonAsync($"{Root}/{code}/withdraw", new { reason = longer }, Ct), HttpStatusCode.UnprocessableEntity, "input.tooLong");
        await RefusedAsync(await clerk.PostAsJsonAsync($"{Root}/{code}/extend", new { to = "9999-12-31" }, Ct), HttpStatusCode.UnprocessableEntity, "input.dateOutOfRange");
        await RefusedAsync(await clerk.PostAsJsonAsync($"{Root}/{code}/answer", new { extract = "Xong.", agency = Guid.CreateVersion7() }, Ct), HttpStatusCode.NotFound, "agency.notFound");
        await RefusedAsync(await clerk.PostAsJsonAsync($"{Root}/{code}/forward", new { recipient = site.Committee.Id, with = Enumerable.Repeat("x", 501) }, Ct), HttpStatusCode.UnprocessableEntity, "input.tooMany");
    }

    [Fact]
    public async Task A_passkey_without_its_challenge_is_wrong_and_a_strangers_tries_lock_nobody_out()
    {
        using var nobody = site.Anonymous();
        await nobody.GoAsync("/dang-nhap");
        for (var i = 0; i < 12; i++)
        {
            await nobody.PostAsync("/dang-nhap?handler=Passkey", ("credential", "{}"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.Status);
            await nobody.GoAsync("/dang-nhap");
        }

        await nobody.PostAsync("/dang-nhap?handler=Passkey");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.Status);
    }

    [Fact]
    public async Task A_broken_form_is_told_as_a_wrong_request()
    {
        using var nobody = site.Anonymous();
        using var content = new StringContent("--x\r\nContent-Disposition: form-data", Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        using var answer = await nobody.Http.PostAsync(new Uri("/dang-nhap", UriKind.Relative), content, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_password_given_anew_and_a_disabled_account_end_the_tokens_for_good()
    {
        var (desk, tokens) = (site.Get<AccountDesk>(), site.Get<AccessTokens>());
        var user = (await site.EnsureAccountAsync("mat-the", new GrantInput { Role = Role.Clerk, CouncilId = site.Home.Id })).UserId;
        var first = (await tokens.CreateAsync(user, null, Acting.System, Ct)).Value;

        Assert.False((await desk.ResetPasswordAsync(user, "x", removeSecondStep: false, Acting.System, Ct)).IsRefused);
        Assert.Null(await tokens.HolderAsync(first, Ct));

        var second = (await tokens.CreateAsync(user, null, Acting.System, Ct)).Value;
        Assert.False((await desk.DisableAsync(user, Acting.System, Ct)).IsRefused);
        Assert.False((await desk.EnableAsync(user, Acting.System, Ct)).IsRefused);
        Assert.Null(await tokens.HolderAsync(second, Ct));
    }

    [Fact]
    public async Task The_page_of_what_was_passed_on_offers_the_holder_what_it_may_do_and_no_more()
    {
        var province = await site.CouncilAsync("96");
        await site.EnsureAccountAsync("vanphong.tinh", new GrantInput { Role = Role.StandingCommittee, CouncilId = province.Id });
        var code = await site.RecordedAsync("Đề nghị tỉnh nâng cấp tuyến đường vào xã.");
        using (var api = await site.ApiAsync("vanphong"))
        {
            Assert.True((await api.PostAsJsonAsync($"/api/v1/petitions/{code}/pass", new { to = "96" }, Ct)).IsSuccessStatusCode);
        }

        using var holder = await site.ByPasswordAsync("vanphong.tinh");
        await holder.GoAsync($"/kien-nghi/{code}");
        var acts = holder.Page.QuerySelectorAll($"a[href^='/kien-nghi/{code}/']").Select(a => a.GetAttribute("href")!.Split('/', '?')[3]).ToHashSet(StringComparer.Ordinal);

        Assert.Superset(new HashSet<string> { "tra-loi", "tiep-nhan", "tra-lai", "gia-han" }, acts);
        Assert.Empty(acts.Intersect(["sua", "thu-hoi", "noi-com", "danh-gia", "ket-luan", "thong-bao", "ket-thuc", "mo-lai", "phan-loai"]));
    }

    private static async Task RefusedAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var problem = await response.Content.ReadFromJsonAsync<Code>(Ct);
        Assert.Equal((status, code), (response.StatusCode, problem!.Value("code")));
    }
}
