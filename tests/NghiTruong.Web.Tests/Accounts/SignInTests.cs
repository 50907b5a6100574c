using System.Net;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Journal;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Tests.Accounts;

public sealed class SignInTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_right_password_comes_in_and_goes_where_it_was_headed()
    {
        await using var web = await WebTest.OpenAsync();

        var (client, answer) = await web.SignInAsync("vanphong", web.PasswordOf("vanphong"), "/toi");

        Assert.Equal("/toi", answer.Headers.Location!.ToString());
        var page = await client.PageAsync("/toi");
        Assert.Contains("HĐND xã Nà Mẫu", page.Body!.TextContent, StringComparison.Ordinal);
        await using var db = web.Db();
        Assert.Single(await db.Set<JournalEntry>().Where(e => e.EventCode == "account.signedIn").ToListAsync(Ct));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task An_address_of_another_house_is_not_gone_to(string address)
    {
        await using var web = await WebTest.OpenAsync();

        var (_, answer) = await web.SignInAsync("vanphong", web.PasswordOf("vanphong"), address);

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour()
    {
        await using var web = await WebTest.OpenAsync();
        var right = web.PasswordOf("vanphong");
        for (var i = 0; i < 5; i++)
        {
            await web.SignInAsync("vanphong", "sai rồi nhé");
        }

        var (_, locked) = await web.SignInAsync("vanphong", right);
        web.Clock.Move(TimeSpan.FromMinutes(16));
        var (_, open) = await web.SignInAsync("vanphong", right);

        Assert.Equal(HttpStatusCode.OK, locked.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, open.StatusCode);
        await using var db = web.Db();
        Assert.Single(await db.Set<JournalEntry>().Where(e => e.EventCode == "account.locked").ToListAsync(Ct));
    }

    [Fact]
    public async Task Guesses_sent_at_once_all_count()
    {
        await using var web = await WebTest.OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => web.SignInAsync("vanphong", "sai rồi nhé")));

        await using var db = web.Db();
        Assert.NotNull((await db.Set<User>().SingleAsync(u => u.UserName == "vanphong", Ct)).LockedUntil);
    }

    [Fact]
    public async Task More_than_ten_tries_a_minute_are_not_even_looked_at()
    {
        await using var web = await WebTest.OpenAsync();
        for (var i = 0; i < 10; i++)
        {
            await web.SignInAsync("khong.co.ai", "sai rồi nhé");
        }

        var (_, answer) = await web.SignInAsync("khong.co.ai", "sai rồi nhé");

        Assert.Contains("thử quá nhiều lần", (await Browser.ReadAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_name_and_a_wrong_password_are_told_the_same()
    {
        await using var web = await WebTest.OpenAsync();

        var (_, unknown) = await web.SignInAsync("khong.co.ai", "sai rồi nhé");
        var (_, wrong) = await web.SignInAsync("vanphong", "sai rồi nhé");

        var told = (await Browser.ReadAsync(unknown)).QuerySelector(".error-summary")!.TextContent;
        Assert.Equal(told, (await Browser.ReadAsync(wrong)).QuerySelector(".error-summary")!.TextContent);
        Assert.Contains("chưa đúng", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_cookie()
    {
        await using var web = await WebTest.OpenAsync();
        using var here = await web.SignInAsync("vanphong");
        using var there = await web.SignInAsync("vanphong");
        using var other = await web.SignInAsync("thuongtruc");
        await there.PageAsync("/toi");

        await here.SubmitAsync(await here.PageAsync("/toi"), "form[action*=SignOutEverywhere]", []);

        using var answer = await there.GetAsync("/toi");
        Assert.StartsWith("/dang-nhap", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        await other.PageAsync("/toi");
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_once_and_cannot_come_back()
    {
        await using var web = await WebTest.OpenAsync();
        using var clerk = await web.SignInAsync("vanphong");
        using var administrator = await web.SignInAsync("quantri");

        await administrator.SubmitAsync(await administrator.PageAsync("/tai-khoan/vanphong"), "form[action*=Disable]", []);

        using var answer = await clerk.GetAsync("/toi");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var (_, again) = await web.SignInAsync("vanphong", web.PasswordOf("vanphong"));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_sign_in_ends_after_twelve_idle_hours_and_a_form_sent_then_comes_back_to_its_page()
    {
        await using var web = await WebTest.OpenAsync();
        using var client = await web.SignInAsync("quantri");
        var form = await client.PageAsync("/tai-khoan/moi");
        web.Clock.Move(TimeSpan.FromHours(13));
        client.Http.DefaultRequestHeaders.Referrer = new Uri("http://localhost/tai-khoan/moi");

        using var answer = await client.SubmitAsync(form, "form.form", new() { ["Input.UserName"] = "nguoi.moi" });

        var address = answer.Headers.Location!.ToString();
        Assert.StartsWith("/dang-nhap?ve=%2Ftai-khoan%2Fmoi&", address, StringComparison.Ordinal);
        var page = await client.PageAsync(address);
        Assert.StartsWith("Phiên đăng nhập đã hết hạn.", page.QuerySelector(".notice.is-warn")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".error-summary"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var web = await WebTest.OpenAsync();
        using var client = await web.SignInAsync("vanphong");

        using var answer = await client.Http.PostAsync(new Uri("/toi?handler=SignOutEverywhere", UriKind.Relative), new FormUrlEncodedContent([]), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await client.PageAsync("/toi");
    }

    [Fact]
    public async Task The_second_step_asks_for_a_code_that_works_once()
    {
        await using var web = await WebTest.OpenAsync();
        using var client = await web.SignInAsync("vanphong");
        await client.SubmitAsync(await client.PageAsync("/toi/hai-buoc"), "form[action*=Start]", []);
        var enrolment = await client.PageAsync("/toi/hai-buoc");
        var key = enrolment.QuerySelector("ol code")!.TextContent;
        Assert.NotNull(enrolment.QuerySelector("svg[role=img] path"));
        var done = await client.SubmitForPageAsync(enrolment, "form[action*=Confirm]", new() { ["Input.Code"] = Totp.Code(key, Totp.StepOf(web.Clock.GetUtcNow().UtcDateTime)) });
        var recovery = done.QuerySelectorAll(".notice code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, recovery.Count);
        await using (var db = web.Db())
        {
            var stored = await db.Set<User>().SingleAsync(u => u.UserName == "vanphong", Ct);
            Assert.DoesNotContain(key, stored.AuthenticatorKey!, StringComparison.Ordinal);
            Assert.DoesNotContain(recovery[0], stored.RecoveryCodes!, StringComparison.Ordinal);
        }

        web.Clock.Move(TimeSpan.FromMinutes(5));
        var code = Totp.Code(key, Totp.StepOf(web.Clock.GetUtcNow().UtcDateTime));

        Assert.Equal(HttpStatusCode.Redirect, await SecondStepAsync(web, code));
        Assert.Equal(HttpStatusCode.OK, await SecondStepAsync(web, code));
        Assert.Equal(HttpStatusCode.Redirect, await SecondStepAsync(web, recovery[3]));
        Assert.Equal(HttpStatusCode.OK, await SecondStepAsync(web, recovery[3]));
    }

    [Fact]
    public async Task New_recovery_codes_are_given_for_a_code_only()
    {
        await using var web = await WebTest.OpenAsync();
        using var client = await web.SignInAsync("vanphong");
        await client.SubmitAsync(await client.PageAsync("/toi/hai-buoc"), "form[action*=Start]", []);
        var enrolment = await client.PageAsync("/toi/hai-buoc");
        var key = enrolment.QuerySelector("ol code")!.TextContent;
        await client.SubmitForPageAsync(enrolment, "form[action*=Confirm]", new() { ["Input.Code"] = Totp.Code(key, Totp.StepOf(web.Clock.GetUtcNow().UtcDateTime)) });
        web.Clock.Move(TimeSpan.FromMinutes(5));

        foreach (var wrong in new[] { "", "000000" })
        {
            var refused = await client.SubmitForPageAsync(await client.PageAsync("/toi/hai-buoc"), "form[action*=NewCodes]", new() { ["Input.Code"] = wrong });
            Assert.Empty(refused.QuerySelectorAll(".notice ul code"));
        }

        var given = await client.SubmitForPageAsync(
            await client.PageAsync("/toi/hai-buoc"), "form[action*=NewCodes]", new() { ["Input.Code"] = Totp.Code(key, Totp.StepOf(web.Clock.GetUtcNow().UtcDateTime)) });
        Assert.Equal(10, given.QuerySelectorAll(".notice ul code").Length);
    }

    [Fact]
    public async Task Guessing_the_present_password_at_an_open_screen_locks_like_guessing_at_the_door()
    {
        await using var web = await WebTest.OpenAsync();
        var right = web.PasswordOf("vanphong");
        using var client = await web.SignInAsync("vanphong");
        Task<AngleSharp.Html.Dom.IHtmlDocument> TryAsync(string present) => ChangeAsync(client, present);
        for (var i = 0; i < 5; i++)
        {
            await TryAsync("sai rồi nhé");
        }

        Assert.Contains("bị khóa", (await TryAsync(right)).Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await web.SignInAsync("vanphong", right)).Answer.StatusCode);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> ChangeAsync(Browser client, string present) => await client.SubmitForPageAsync(
        await client.PageAsync("/toi/mat-khau"), "main form.form", new() { ["Input.Present"] = present, ["Input.Fresh"] = "mật khẩu mới của tôi", ["Input.Again"] = "mật khẩu mới của tôi" });

    [Fact]
    public async Task A_one_time_password_opens_nothing_but_the_page_that_changes_it()
    {
        await using var web = await WebTest.OpenAsync();
        using var administrator = await web.SignInAsync("quantri");
        var reset = await administrator.SubmitForPageAsync(await administrator.PageAsync("/tai-khoan/vanphong"), "form[action*=Reset]", []);
        var oneTime = reset.QuerySelector("#one-time")!.TextContent;

        var (client, _) = await web.SignInAsync("vanphong", oneTime);
        using var elsewhere = await client.GetAsync("/toi");
        var page = await client.PageAsync("/toi/mat-khau");
        using var changed = await client.SubmitAsync(page, "form.form", new() { ["Input.Present"] = oneTime, ["Input.Fresh"] = "con trâu đi trước", ["Input.Again"] = "con trâu đi trước" });

        Assert.Equal("/toi/mat-khau", elsewhere.Headers.Location!.ToString());
        Assert.Equal("/toi", changed.Headers.Location!.ToString());
        await client.PageAsync("/toi");
    }

    private static async Task<HttpStatusCode> SecondStepAsync(WebTest web, string code)
    {
        var (client, answer) = await web.SignInAsync("vanphong", web.PasswordOf("vanphong"));
        Assert.StartsWith("/dang-nhap/ma", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var second = await client.SubmitAsync(await client.PageAsync(answer.Headers.Location!.ToString()), "form.form", new() { ["Input.Code"] = code });

        return second.StatusCode;
    }
}
