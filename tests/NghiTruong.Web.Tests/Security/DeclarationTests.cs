using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Tests.Security;

/// <summary>Every role at every door: what is expected follows from what the door declares.</summary>
public sealed class DeclarationTests
{
    private static readonly string[] Everybody = ["quantri", "vanphong", "thuongtruc", "truongban", "daibieu", "coquan", "mattran", "captren"];

    [Fact]
    public async Task Every_page_and_endpoint_declares_who_may_open_it()
    {
        await using var web = await WebTest.OpenAsync();

        var silent = Doors(web).Where(e => e.Metadata.GetMetadata<IDeclaration>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null);

        Assert.Empty(silent.Select(e => e.RoutePattern.RawText));
    }

    [Fact]
    public async Task A_door_that_declares_nothing_opens_for_nobody()
    {
        await using var web = await WebTest.OpenAsync();
        var policies = web.Get<IAuthorizationPolicyProvider>();
        var fallback = await policies.GetFallbackPolicyAsync();
        await using var scope = web.Services.CreateAsyncScope();
        var administrator = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity([], "test"));

        var decision = await scope.ServiceProvider.GetRequiredService<IAuthorizationService>().AuthorizeAsync(administrator, null, fallback!);

        Assert.False(decision.Succeeded);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_sign_in_and_the_api_says_401()
    {
        await using var web = await WebTest.OpenAsync();
        using var nobody = web.Anonymous();
        var doors = Doors(web).Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && TakesGet(e)).ToList();

        foreach (var address in doors.Select(AddressOf))
        {
            using var answer = await nobody.GetAsync(address);

            Assert.True(
                address.StartsWith("/api/", StringComparison.Ordinal)
                    ? answer.StatusCode == HttpStatusCode.Unauthorized
                    : answer.Headers.Location?.ToString().StartsWith("/dang-nhap?ve=", StringComparison.Ordinal) == true,
                $"{address} answered {(int)answer.StatusCode}");
        }

        Assert.NotEmpty(doors);
    }

    [Fact]
    public async Task Every_role_meets_an_open_or_a_closed_door_as_its_permission_says()
    {
        await using var web = await WebTest.OpenAsync();
        var doors = Doors(web).Where(e => e.Metadata.GetMetadata<IDeclaration>()?.Permission is not null && TakesGet(e)).ToList();
        List<string> wrong = [];
        foreach (var userName in Everybody)
        {
            using var client = await web.SignInAsync(userName);
            var account = await AccountOf(web, userName);
            foreach (var door in doors)
            {
                var permission = door.Metadata.GetMetadata<IDeclaration>()!.Permission!;
                var may = account.Acting.Capacities.Any(c => permission.ReachOf(c.Role) is not null);
                using var answer = await client.GetAsync(AddressOf(door));
                if (may == (answer.StatusCode == HttpStatusCode.Forbidden) || answer.StatusCode >= HttpStatusCode.InternalServerError)
                {
                    wrong.Add($"{userName} at {AddressOf(door)} ({permission.Code}, may: {may}) got {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.NotEmpty(doors);
    }

    [Fact]
    public async Task A_page_of_a_record_that_does_not_exist_is_not_found_for_all_who_may_open_such_pages()
    {
        await using var web = await WebTest.OpenAsync();
        var doors = Doors(web).Where(e => e.RoutePattern.Parameters.Count > 0 && e.Metadata.GetMetadata<IDeclaration>()?.Permission is not null && TakesGet(e)).ToList();
        List<string> wrong = [];
        foreach (var userName in Everybody)
        {
            using var client = await web.SignInAsync(userName);
            foreach (var address in doors.Select(AddressOf))
            {
                using var answer = await client.GetAsync(address);
                if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden))
                {
                    wrong.Add($"{userName} at {address} got {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    internal static async Task<Account> AccountOf(WebTest web, string userName)
    {
        await using var db = web.Db();
        var id = db.Set<User>().Single(u => u.UserName == userName).Id;

        return (await web.Get<AccountBook>().FindAsync(id, TestContext.Current.CancellationToken))!;
    }

    private static IEnumerable<RouteEndpoint> Doors(WebTest web) => web.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static bool TakesGet(RouteEndpoint door) => door.Metadata.GetMetadata<IHttpMethodMetadata>() is not { } methods || methods.HttpMethods.Count == 0 || methods.HttpMethods.Contains("GET");

    private static string AddressOf(RouteEndpoint door) => "/" + Regex.Replace(
        door.RoutePattern.RawText!.TrimStart('/'),
        @"\{[^}]*\}",
        hole => hole.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.CreateVersion7().ToString() : hole.Value.Contains(":int", StringComparison.Ordinal) ? "999999" : "khong-co",
        RegexOptions.None,
        TimeSpan.FromSeconds(1));
}
