using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using NghiTruong.Accounts;
using NghiTruong.Journal;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Tests.Accounts;

/// <summary>OpenID Connect against a provider that is there: bound once on one's own page, then it opens the house.</summary>
public sealed class OutsideSignInTests
{
    private const string Leave = $"/dang-nhap/ngoai/{OpenIdProvider.Name}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_bound_the_provider_once_comes_in_through_it_to_where_they_were_headed_and_the_journal_says_so()
    {
        await using var site = await Site.OpenAsync();
        using var clerk = await site.BindAsync("vanphong");
        Assert.Empty((await clerk.PageAsync("/toi")).QuerySelectorAll($"a[href^='{Leave}']"));

        using var later = site.Web.Anonymous();
        var offer = (await later.PageAsync("/dang-nhap?ve=/kien-nghi")).QuerySelector($"a[href^='{Leave}']")!;
        Assert.Equal("Đăng nhập bằng Cổng Thử", offer.TextContent.Trim());
        Assert.Equal("/kien-nghi", await site.GoThereAndBackAsync(later, offer.GetAttribute("href")!));

        await later.PageAsync("/kien-nghi");
        await using var db = site.Web.Db();
        var entries = await db.Set<JournalEntry>().Where(e => e.UserName == "vanphong").OrderBy(e => e.Sequence).ToListAsync(Ct);
        Assert.Equal(["account.signedIn", "account.outsideLoginBound", "account.signedIn"], entries.Select(e => e.EventCode));
        Assert.Contains(OpenIdProvider.Name, entries[^1].Data, StringComparison.Ordinal);
        site.NothingSecretStays(entries.Select(e => e.Data));
    }

    [Fact]
    public async Task Somebody_nobody_has_bound_is_told_what_to_do_and_gets_no_account()
    {
        await using var site = await Site.OpenAsync();
        await using var db = site.Web.Db();
        var accounts = await db.Set<User>().CountAsync(Ct);
        using var stranger = site.Web.Anonymous();

        var back = await site.GoThereAndBackAsync(stranger, Leave);

        Assert.Contains("chưa liên kết với ai", (await stranger.PageAsync(back)).Body!.TextContent, StringComparison.Ordinal);
        Assert.True(await site.IsOutAsync(stranger));
        Assert.Equal((accounts, 0), (await db.Set<User>().CountAsync(Ct), await db.Set<OutsideLogin>().CountAsync(Ct)));
        site.NothingSecretStays();
    }

    [Theory]
    [InlineData(Spoilt.Issuer)]
    [InlineData(Spoilt.Audience)]
    [InlineData(Spoilt.Nonce)]
    [InlineData(Spoilt.Expired)]
    [InlineData(Spoilt.Signature)]
    [InlineData(Spoilt.Unsigned)]
    public async Task A_token_that_is_not_for_this_house_this_visit_and_this_moment_opens_nothing(Spoilt spoilt)
    {
        await using var site = await Site.OpenAsync();
        (await site.BindAsync("vanphong")).Dispose();
        site.Provider.Spoilt = spoilt;
        using var visitor = site.Web.Anonymous();

        var back = await site.GoThereAndBackAsync(visitor, Leave);

        Assert.Contains("Không đăng nhập được qua nhà cung cấp bên ngoài", (await visitor.PageAsync(back)).Body!.TextContent, StringComparison.Ordinal);
        Assert.True(await site.IsOutAsync(visitor));
        site.NothingSecretStays();
    }

    [Fact]
    public async Task A_house_that_does_not_know_the_secret_is_refused_by_the_provider()
    {
        await using var site = await Site.OpenAsync(secret: "doan-mo");
        using var visitor = site.Web.Anonymous();

        Assert.Equal("/dang-nhap?loi=ngoai", await site.GoThereAndBackAsync(visitor, Leave));
    }

    [Fact]
    public async Task An_answer_this_browser_never_asked_for_opens_nothing()
    {
        await using var site = await Site.OpenAsync();
        (await site.BindAsync("vanphong")).Dispose();
        using var attacker = site.Web.Anonymous();
        using var victim = site.Web.Anonymous();

        using var answer = await victim.GetAsync(await site.AnswerAsync(attacker, Leave));

        Assert.Equal("/dang-nhap?loi=ngoai", answer.Headers.Location!.ToString());
        Assert.True(await site.IsOutAsync(victim));
    }

    [Fact]
    public async Task A_sign_in_begun_by_nobody_binds_nobody_who_came_in_meanwhile()
    {
        await using var site = await Site.OpenAsync();
        using var clerk = site.Web.Anonymous();
        var answer = await site.AnswerAsync(clerk, Leave);
        await clerk.SubmitAsync(await clerk.PageAsync("/dang-nhap"), "form[action*=Demo]", new() { ["userName"] = "vanphong" });

        await site.FollowAsync(clerk, answer);

        await using var db = site.Web.Db();
        Assert.Equal(0, await db.Set<OutsideLogin>().CountAsync(Ct));
    }

    [Fact]
    public async Task A_strangers_page_does_not_begin_a_binding()
    {
        await using var site = await Site.OpenAsync();
        using var clerk = await site.Web.SignInAsync("vanphong");
        clerk.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await clerk.GetAsync(Leave);

        Assert.Equal("/toi", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task One_outside_account_binds_to_one_person()
    {
        await using var site = await Site.OpenAsync();
        (await site.BindAsync("vanphong")).Dispose();
        using var other = await site.Web.SignInAsync("thuongtruc");

        var back = await site.GoThereAndBackAsync(other, Leave);

        Assert.Contains("đã liên kết với người khác", (await other.PageAsync(back)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_a_session_that_came_through_the_provider()
    {
        await using var site = await Site.OpenAsync();
        using var here = await site.BindAsync("vanphong");
        using var there = site.Web.Anonymous();
        await site.GoThereAndBackAsync(there, Leave);
        await there.PageAsync("/toi");

        await here.SubmitAsync(await here.PageAsync("/toi"), "form[action*=SignOutEverywhere]", []);

        Assert.True(await site.IsOutAsync(there));
    }

    [Fact]
    public async Task A_disabled_account_does_not_come_in_through_the_provider_either()
    {
        await using var site = await Site.OpenAsync();
        (await site.BindAsync("vanphong")).Dispose();
        using var administrator = await site.Web.SignInAsync("quantri");
        await administrator.SubmitAsync(await administrator.PageAsync("/tai-khoan/vanphong"), "form[action*=Disable]", []);
        using var clerk = site.Web.Anonymous();

        Assert.Equal("/dang-nhap?loi=ngoai", await site.GoThereAndBackAsync(clerk, Leave));
        Assert.True(await site.IsOutAsync(clerk));
    }

    [Fact]
    public async Task A_provider_that_is_down_leaves_the_password()
    {
        await using var site = await Site.OpenAsync();
        await site.Provider.StopAsync();
        using var visitor = site.Web.Anonymous();

        using var answer = await visitor.GetAsync(Leave);

        Assert.Equal("/dang-nhap?loi=ngoai", answer.Headers.Location!.ToString());
        Assert.Contains(OpenIdProvider.Name, site.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://provider.example.vn", "bi-mat", true)]
    [InlineData("http://127.0.0.1:8080", "bi-mat", true)]
    [InlineData("http://provider.example.vn", "bi-mat", false)]
    [InlineData("https://provider.example.vn", "", false)]
    [InlineData("", "bi-mat", false)]
    public void A_provider_is_complete_and_over_tls_unless_it_is_this_machine(string authority, string secret, bool isRight)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SignIn:Providers:vneid:Authority"] = authority,
            ["SignIn:Providers:vneid:ClientId"] = "hdnd",
            ["SignIn:Providers:vneid:ClientSecret"] = secret,
        }).Build();

        Assert.Equal(isRight ? null : "run.providerWrong", OutsideProviders.WrongIn(settings)?.Code);
    }

    /// <summary>A house, its log, and the provider it is set up for.</summary>
    private sealed class Site(WebTest web, OpenIdProvider provider, LogLines log) : IAsyncDisposable
    {
        private readonly HttpClient _outside = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        private readonly List<string> _stayed = [];

        public WebTest Web => web;

        public OpenIdProvider Provider => provider;

        public LogLines Log => log;

        public static async Task<Site> OpenAsync(string? secret = null)
        {
            var (provider, log) = (await OpenIdProvider.OpenAsync(), new LogLines());
            var web = await WebTest.OpenAsync(builder => builder.Logging.AddProvider(log), provider.Settings(secret));
            // The provider's tokens and the browser's cookies go by the wall clock.
            web.Clock.Move(TimeProvider.System.GetUtcNow() - web.Clock.GetUtcNow());

            return new Site(web, provider, log);
        }

        /// <summary>Signs in and binds the provider on the own page.</summary>
        public async Task<Browser> BindAsync(string userName)
        {
            var client = await web.SignInAsync(userName);
            var link = (await client.PageAsync("/toi")).QuerySelector($"a[href^='{Leave}']")!;
            var back = await GoThereAndBackAsync(client, link.GetAttribute("href")!);
            Assert.Contains("Đã liên kết", (await client.PageAsync(back)).QuerySelector(".notice.is-done")!.TextContent, StringComparison.Ordinal);

            return client;
        }

        /// <returns>The address the browser stays at.</returns>
        public async Task<string> GoThereAndBackAsync(Browser client, string leave) => await FollowAsync(client, await AnswerAsync(client, leave));

        /// <summary>Leaves for the provider.</summary>
        /// <returns>The address, with the code, that the provider sends the browser back to.</returns>
        public async Task<string> AnswerAsync(Browser client, string leave)
        {
            using var leaving = await client.GetAsync(leave);
            Assert.Equal(HttpStatusCode.Redirect, leaving.StatusCode);
            // Cookies that are to come back from another site over plain HTTP on this machine.
            Assert.All(leaving.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase));
            using var answer = await _outside.GetAsync(leaving.Headers.Location, Ct);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.StartsWith($"http://localhost{Leave}/ve?code=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);

            return answer.Headers.Location.PathAndQuery;
        }

        public async Task<string> FollowAsync(Browser client, string answer)
        {
            var address = answer;
            for (var i = 0; i < 2; i++)
            {
                using var step = await client.GetAsync(address);
                Assert.Equal(HttpStatusCode.Redirect, step.StatusCode);
                address = step.Headers.Location!.ToString();
                _stayed.Add(address);
                if (!address.StartsWith("/dang-nhap/ngoai", StringComparison.Ordinal))
                {
                    break;
                }
            }

            return address;
        }

        public async Task<bool> IsOutAsync(Browser client)
        {
            using var answer = await client.GetAsync("/toi");

            return answer.Headers.Location?.ToString().StartsWith("/dang-nhap", StringComparison.Ordinal) == true;
        }

        /// <summary>Neither the log, nor an address the browser keeps, nor the journal holds a secret, a code or a token.</summary>
        public void NothingSecretStays(IEnumerable<string>? journal = null)
        {
            var kept = string.Join('\n', [log.All, .. _stayed, .. journal ?? []]);
            Assert.All(provider.Secrets, secret => Assert.DoesNotContain(secret, kept, StringComparison.Ordinal));
        }

        public async ValueTask DisposeAsync()
        {
            _outside.Dispose();
            await web.DisposeAsync();
            await provider.DisposeAsync();
        }
    }
}
