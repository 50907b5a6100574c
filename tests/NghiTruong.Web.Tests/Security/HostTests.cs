using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Texts;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Tests.Security;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class HostTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_house_says_that_it_lives_and_is_ready()
    {
        await using var web = await WebTest.OpenAsync();
        using var nobody = web.Anonymous();

        using var live = await nobody.GetAsync("/health/live");
        using var ready = await nobody.GetAsync("/health/ready");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (live.StatusCode, ready.StatusCode));
    }

    [Theory]
    [InlineData("/dang-nhap")]
    [InlineData("/khong-co-trang-nay")]
    [InlineData("/health/live")]
    [InlineData("/api/v1/khong-co")]
    public async Task Every_answer_bears_the_strict_headers(string address)
    {
        await using var web = await WebTest.OpenAsync();
        using var nobody = web.Anonymous();

        using var answer = await nobody.GetAsync(address);

        Assert.DoesNotContain("unsafe", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
    }

    [Fact]
    public async Task Pages_carry_no_script_and_no_style_of_their_own()
    {
        await using var web = await WebTest.OpenAsync();
        using var client = await web.SignInAsync("quantri");

        foreach (var address in new[] { "/dang-nhap/ma", "/toi", "/toi/hai-buoc", "/toi/mat-khau", "/tai-khoan", "/tai-khoan/moi", "/tai-khoan/vanphong" })
        {
            using var answer = await client.GetAsync(address);
            var page = await Browser.ReadAsync(answer);

            Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], [onclick], [onchange], [onsubmit]").Select(e => $"{address}: {e.OuterHtml}"));
        }
    }

    [Fact]
    public async Task The_api_tells_problems_with_a_stable_code()
    {
        await using var web = await WebTest.OpenAsync();
        using var nobody = web.Anonymous();

        using var answer = await nobody.GetAsync("/api/v1/khong-co");

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal("access.notFound", problem.RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_token_opens_the_api_for_ninety_days_until_it_is_revoked_and_never_pages()
    {
        await using var web = await WebTest.OpenAsync();
        var account = await DeclarationTests.AccountOf(web, "vanphong");
        var tokens = web.Get<AccessTokens>();
        var token = (await tokens.CreateAsync(account.Id, "thử", account.Acting, Ct)).Value;

        Assert.Equal(account.Id, await tokens.HolderAsync(token, Ct));
        await using (var db = web.Db())
        {
            Assert.DoesNotContain(token, (await db.Set<AccessToken>().SingleAsync(Ct)).Hash, StringComparison.Ordinal);
        }

        using var client = web.Anonymous();
        client.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var page = await client.GetAsync("/toi");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);

        web.Clock.Move(TimeSpan.FromDays(89));
        Assert.NotNull(await tokens.HolderAsync(token, Ct));
        var row = Assert.Single(await tokens.OfAsync(account.Id, Ct));
        Assert.False((await tokens.RevokeAsync(account.Id, row.Id, account.Acting, Ct)).IsRefused);
        Assert.Null(await tokens.HolderAsync(token, Ct));

        var second = (await tokens.CreateAsync(account.Id, null, account.Acting, Ct)).Value;
        web.Clock.Move(TimeSpan.FromDays(91));
        Assert.Null(await tokens.HolderAsync(second, Ct));
    }

    [Fact]
    public async Task An_empty_house_has_one_administrator_with_a_one_time_password_and_no_demo()
    {
        await using var web = await WebTest.OpenEmptyAsync(options => options with { Empty = true });
        using var nobody = web.Anonymous();
        await using var db = web.Db();

        var page = await nobody.PageAsync("/dang-nhap");

        Assert.Null(page.QuerySelector("form[action*=Demo]"));
        var only = await db.Set<User>().SingleAsync(Ct);
        Assert.Equal(("quantri", true), (only.UserName, only.MustChangePassword));
        var file = web.DataFile("quantri-one-time-password.txt");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(web.DataFile("nghitruong.db")));
        var password = (await File.ReadAllTextAsync(file, Ct)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1].Trim();
        var (client, _) = await web.SignInAsync("quantri", password);
        using var led = await client.GetAsync("/toi");
        Assert.Equal("/toi/mat-khau", led.Headers.Location!.ToString());

        // Who set the house up works through the API at once, by a token from the shell.
        using var script = web.Anonymous();
        var token = (await web.Get<AccessTokens>().CreateAsync(only.Id, null, NghiTruong.Accounts.Acting.System, Ct)).Value;
        script.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var asked = await script.GetAsync("/api/v1/petitions");
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
    }

    [Fact]
    public void A_demo_is_not_served_beyond_this_machine()
    {
        var folder = Directory.CreateTempSubdirectory("nt_demo_");
        File.WriteAllText(Path.Combine(folder.FullName, DemoMode.AccountsFile), "");
        File.WriteAllText(Path.Combine(folder.FullName, "nghitruong.db"), "");
        var demo = new DemoMode();

        demo.Decide(new RunOptions { DataOption = folder.FullName, BehindProxy = true });

        Assert.True(demo.IsRefused);
        Assert.False(demo.IsOn);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task One_press_is_not_offered_to_a_request_that_came_through_a_proxy()
    {
        await using var web = await WebTest.OpenAsync();
        using var client = web.Anonymous();
        client.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");

        var page = await client.PageAsync("/dang-nhap");

        Assert.Null(page.QuerySelector("form[action*=Demo]"));
    }

    [Theory]
    [InlineData("run.openNeedsCertificate", "--bind", "0.0.0.0")]
    [InlineData("run.unknownOption", "--nonsense")]
    [InlineData("run.valueMissing", "--port")]
    [InlineData("run.valueWrong", "--port", "99999")]
    public void Wrong_use_is_told(string code, params string[] args) =>
        Assert.Equal(code, Assert.Single(RunOptions.Parse(args, _ => null).Refusals).Code);

    [Fact]
    public void An_installed_house_names_its_folders_once_and_a_data_folder_named_by_hand_stands_alone()
    {
        string? Installed(string name) => name switch { "NGHITRUONG_KEYS" => "/etc/nghitruong/keys", "NGHITRUONG_HOME" => "/var/lib/nghitruong", _ => null };

        Assert.Equal("/etc/nghitruong/keys", RunOptions.Parse([], Installed).Value.Keys);
        Assert.Equal("/other", RunOptions.Parse(["--keys", "/other"], Installed).Value.Keys);
        Assert.Equal("/drill-keys", RunOptions.Parse(["--data", "/drill"], Installed).Value.Keys);
        Assert.Equal("/var/lib/nghitruong/data/files/journal", RunOptions.Parse([], Installed).Value.Heads);
    }

    [Fact]
    public void A_proxy_may_stand_before_any_address()
    {
        var options = RunOptions.Parse(["--bind", "0.0.0.0", "--behind-proxy", "--port=8080"], _ => null).Value;

        Assert.Equal((8080, false, false), (options.Port, options.IsLoopback, options.MayServeDemo));
    }

    [Fact]
    public async Task Both_languages_have_every_text()
    {
        await using var web = await WebTest.OpenAsync();

        Assert.Empty(web.Get<TextTable>().Untranslated);
    }

}
