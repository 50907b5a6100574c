using System.Net;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Journal;

namespace NghiTruong.Web.Tests.Accounts;

public sealed class AccountPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_makes_an_account_and_its_holder_comes_in_and_works_for_that_council()
    {
        await using var web = await WebTest.OpenAsync();
        using var administrator = await web.SignInAsync("quantri");
        var page = await administrator.PageAsync("/tai-khoan/moi");

        var made = await administrator.SubmitForPageAsync(page, "form.form", Asked("lo.van.moi", "HĐND xã Lũng Mẫu"));

        var password = made.QuerySelector("#one-time")!.TextContent;
        Assert.Contains("HĐND xã Lũng Mẫu, tỉnh Bản Mẫu (96002)", made.Body!.TextContent, StringComparison.Ordinal);
        var (_, answer) = await web.SignInAsync("lo.van.moi", password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var account = await Security.DeclarationTests.AccountOf(web, "lo.van.moi");
        Assert.Equal((Role.Clerk, "HĐND xã Lũng Mẫu"), (account.Acting.Capacities[0].Role, account.Acting.Capacities[0].PlaceName));
        await using var db = web.Db();
        Assert.DoesNotContain(await db.Set<JournalEntry>().ToListAsync(Ct), e => e.Data.Contains("securityStamp", StringComparison.OrdinalIgnoreCase) || e.Data.Contains("passwordHash", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_place_that_fits_several_councils_is_chosen_from_a_list()
    {
        await using var web = await WebTest.OpenAsync();
        using var administrator = await web.SignInAsync("quantri");
        var page = await administrator.PageAsync("/tai-khoan/moi");

        var asked = await administrator.SubmitForPageAsync(page, "form.form", Asked("lo.van.moi", "Mẫu"));

        var choices = asked.QuerySelectorAll("[name='Grant.CouncilId'] option").Select(o => o.TextContent).ToList();
        Assert.True(choices.Count > 3);
        // Communes of one name are told apart by province and code.
        Assert.Contains("HĐND xã Nà Mẫu, tỉnh Bản Mẫu (96001)", choices);
        Assert.Contains("HĐND tỉnh Bản Mẫu (96)", choices);
        Assert.Equal("lo.van.moi", asked.QuerySelector("[name='Input.UserName']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_communes_administrator_sees_and_touches_nobody_of_another_commune()
    {
        await using var web = await WebTest.OpenAsync();
        await AddAsync(web, "quantri.lung", Role.Administrator, "96002");
        await AddAsync(web, "clerk.lung", Role.Clerk, "96002");
        using var local = (await web.SignInAsync("quantri.lung", OneTime)).Client;

        using var foreign = await local.GetAsync("/tai-khoan/vanphong");
        var list = await local.PageAsync("/tai-khoan");

        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.DoesNotContain("Hoàng Thị Phòng", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("clerk.lung", list.Body.TextContent, StringComparison.Ordinal);
        await using var db = web.Db();
        var refused = await db.Set<JournalEntry>().SingleAsync(e => e.EventCode == "access.refused", Ct);
        Assert.Contains("/tai-khoan/vanphong", refused.Data, StringComparison.Ordinal);
        Assert.Equal((await web.CouncilAsync("96002")).Id, refused.CouncilId);
    }

    [Fact]
    public async Task A_communes_administrator_gives_no_right_elsewhere_and_none_over_the_nation()
    {
        await using var web = await WebTest.OpenAsync();
        await AddAsync(web, "quantri.lung", Role.Administrator, "96002");
        var acting = (await Security.DeclarationTests.AccountOf(web, "quantri.lung")).Acting;
        var desk = web.Get<AccountDesk>();

        var elsewhere = await desk.GrantAsync("quantri.lung", new GrantInput { Role = Role.Clerk, CouncilId = (await web.CouncilAsync("96001")).Id }, acting, Ct);
        var nation = await desk.GrantAsync("quantri.lung", new GrantInput { Role = Role.Administrator }, acting, Ct);

        Assert.Equal("account.placeNotFound", Assert.Single(elsewhere.Refusals).Code);
        Assert.Equal("account.placeNotFound", Assert.Single(nation.Refusals).Code);
    }

    [Fact]
    public async Task Whoever_also_serves_above_gets_no_password_from_below()
    {
        await using var web = await WebTest.OpenAsync();
        await AddAsync(web, "quantri.lung", Role.Administrator, "96002");
        var desk = web.Get<AccountDesk>();
        await desk.GrantAsync("captren", new GrantInput { Role = Role.UpperViewer, CouncilId = (await web.CouncilAsync("96002")).Id }, Acting.System, Ct);
        var acting = (await Security.DeclarationTests.AccountOf(web, "quantri.lung")).Acting;
        var target = (await Security.DeclarationTests.AccountOf(web, "captren")).Id;

        var reset = await desk.ResetPasswordAsync(target, "hash", removeSecondStep: false, acting, Ct);
        var disabled = await desk.DisableAsync(target, acting, Ct);

        Assert.Equal("account.reachesBeyond", Assert.Single(reset.Refusals).Code);
        Assert.Equal("account.reachesBeyond", Assert.Single(disabled.Refusals).Code);
    }

    [Fact]
    public async Task A_right_holds_from_its_first_to_its_last_day()
    {
        await using var web = await WebTest.OpenAsync();
        await web.Get<AccountDesk>().GrantAsync(
            "daibieu",
            new GrantInput { Role = Role.Auditor, CouncilId = (await web.CouncilAsync("96001")).Id, From = new DateOnly(2026, 9, 20), Until = new DateOnly(2026, 9, 30) },
            Acting.System,
            Ct);
        using var client = await web.SignInAsync("daibieu");
        List<(DateOnly, HttpStatusCode)> seen = [];
        foreach (var day in new[] { new DateOnly(2026, 9, 19), new(2026, 9, 20), new(2026, 9, 30), new(2026, 10, 1) })
        {
            web.Clock.SetDay(day);
            using var day1 = await web.SignInAsync("daibieu");
            using var answer = await day1.GetAsync("/tai-khoan");
            seen.Add((day, answer.StatusCode));
        }

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden], seen.Select(s => s.Item2));
    }

    [Fact]
    public async Task Guessing_addresses_fills_no_more_than_twenty_lines_of_the_journal_an_hour()
    {
        await using var web = await WebTest.OpenAsync();
        using var client = await web.SignInAsync("daibieu");

        for (var i = 0; i < 30; i++)
        {
            using var answer = await client.GetAsync("/tai-khoan");
        }

        await using var db = web.Db();
        Assert.Equal(20, await db.Set<JournalEntry>().CountAsync(e => e.EventCode == "access.refused", Ct));
    }

    private const string OneTime = "mot-lan-thoi-nhe";

    private static Dictionary<string, string> Asked(string userName, string place) => new()
    {
        ["Input.UserName"] = userName,
        ["Input.FullName"] = "Lò Văn Mới",
        ["Grant.Role"] = "Clerk",
        ["Grant.Place"] = place,
    };

    private static async Task AddAsync(WebTest web, string userName, Role role, string council)
    {
        var hash = Web.Accounts.AccountCommands.Hash(OneTime);
        var made = await web.Get<AccountDesk>().CreateAsync(
            new AccountInput { UserName = userName, FullName = userName }, new GrantInput { Role = role, CouncilId = (await web.CouncilAsync(council)).Id }, hash, Acting.System, Ct);
        await using var db = web.Db();
        await db.Set<User>().Where(u => u.Id == made.Value).ExecuteUpdateAsync(set => set.SetProperty(u => u.MustChangePassword, false), Ct);
    }
}
