using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Support;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Tests;

/// <summary>
/// The whole host in this process on a SQLite folder of its own that holds the demo province, with a still clock (15 September 2026, 9:00 in Vietnam).
/// The folder is made once per test run and copied. One for a test (<see cref="OpenAsync"/>), or for a class of them as its fixture.
/// </summary>
public sealed class WebTest : IAsyncLifetime
{
    /// <summary>Of accounts made by <see cref="EnsureAccountAsync"/>.</summary>
    private const string Password = "mật khẩu của người đóng vai 2026";

    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"nt_web_{Guid.CreateVersion7():N}");
    private WebApplication _app = null!;

    public FakeClock Clock { get; } = new(new DateTime(2026, 9, 15, 2, 0, 0, DateTimeKind.Utc));

    /// <summary>The commune council whose desk the demo's accounts work at.</summary>
    public Council Home { get; private set; } = null!;

    public Council Neighbour { get; private set; } = null!;

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public Agency Committee => Agencies.First(a => a.CouncilId == Home.Id && a.Kind == AgencyKind.PeoplesCommittee);

    public Agency Economy => Agencies.First(a => a.CouncilId == Home.Id && a.ShortName == "KT");

    public IServiceProvider Services => _app.Services;

    /// <param name="adjust">Changes to the host: configuration, services.</param>
    /// <param name="settings">What stands in <c>settings.json</c>, read before the services are put together.</param>
    public static async Task<WebTest> OpenAsync(Action<WebApplicationBuilder>? adjust = null, string? settings = null)
    {
        var web = new WebTest();
        await web.OpenDemoAsync(adjust, settings);

        return web;
    }

    /// <summary>A host on an empty folder with the options given; its data folder is made up.</summary>
    public static async Task<WebTest> OpenEmptyAsync(Func<RunOptions, RunOptions> options)
    {
        var web = new WebTest();
        await web.StartAsync(options(web.Options), null);

        return web;
    }

    /// <summary>As the fixture of a class.</summary>
    public ValueTask InitializeAsync() => new(OpenDemoAsync(null, null));

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Db Db() => Get<IDbContextFactory<Db>>().CreateDbContext();

    public async Task<Council> CouncilAsync(string code)
    {
        await using var db = Db();

        return await db.Set<Council>().AsNoTracking().FirstAsync(c => c.Code == code);
    }

    public string DataFile(string name) => Path.Combine(_folder, "data", name);

    /// <summary>A browser without a cookie.</summary>
    public Browser Anonymous() => new(_app.GetTestServer().CreateHandler());

    /// <summary>A browser signed in as an account of the demo, by one press.</summary>
    public async Task<Browser> SignInAsync(string userName)
    {
        var browser = Anonymous();
        var page = await browser.PageAsync("/dang-nhap");
        using var answer = await browser.SubmitAsync(page, "form[action*=Demo]", new() { ["userName"] = userName });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        return browser;
    }

    /// <summary>The password of a demo account, from the file that the demo wrote.</summary>
    public string PasswordOf(string userName) => File.ReadLines(DataFile(DemoMode.AccountsFile))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .First(parts => parts[0] == userName)[1];

    /// <summary>Signs in by name and password; the answer tells how it went.</summary>
    public async Task<(Browser Client, HttpResponseMessage Answer)> SignInAsync(string userName, string password, string back = "/")
    {
        var client = Anonymous();
        var page = await client.PageAsync($"/dang-nhap?ve={Uri.EscapeDataString(back)}");

        return (client, await client.SubmitAsync(page, "form.form", new() { ["Input.UserName"] = userName, ["Input.Password"] = password }));
    }

    /// <summary>A program with a token of a user of the demo.</summary>
    public async Task<HttpClient> ApiAsync(string userName)
    {
        await using var db = Db();
        var user = await db.Set<User>().SingleAsync(u => u.UserName == userName);
        var token = await Get<AccessTokens>().CreateAsync(user.Id, null, Acting.System, CancellationToken.None);
        var client = _app.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);

        return client;
    }

    /// <summary>An account of that name with that grant, made once; it signs in with <see cref="ByPasswordAsync"/>.</summary>
    public async Task<Acting> EnsureAccountAsync(string name, GrantInput grant)
    {
        await using var db = Db();
        if (!await db.Set<User>().AnyAsync(u => u.UserName == name))
        {
            var hash = new PasswordHasher<User>().HashPassword(null!, Password);
            _ = (await Get<AccountDesk>().CreateAsync(new AccountInput { UserName = name, FullName = $"Người {name}" }, grant, hash, Acting.System, CancellationToken.None)).Value;
            await db.Set<User>().Where(u => u.UserName == name).ExecuteUpdateAsync(s => s.SetProperty(u => u.MustChangePassword, false));
        }

        var id = await db.Set<User>().Where(u => u.UserName == name).Select(u => u.Id).SingleAsync();

        return (await Get<AccountBook>().FindAsync(id, CancellationToken.None))!.Acting;
    }

    /// <summary>A browser signed in as an account of <see cref="EnsureAccountAsync"/>.</summary>
    public async Task<Browser> ByPasswordAsync(string userName) => (await SignInAsync(userName, Password)).Client;

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private RunOptions Options => new() { DataOption = Path.Combine(_folder, "data") };

    private async Task OpenDemoAsync(Action<WebApplicationBuilder>? adjust, string? settings)
    {
        Copy(await Template.Value, _folder);
        if (settings is not null)
        {
            await File.WriteAllTextAsync(DataFile("settings.json"), settings);
        }

        await StartAsync(Options, adjust);
        await using var db = Db();
        var communes = await db.Set<Council>().AsNoTracking().Where(c => c.Tier == Tier.Commune).OrderBy(c => c.Code).ToListAsync();
        (Home, Neighbour) = (communes[0], communes[1]);
        Agencies = await db.Set<Agency>().AsNoTracking().ToListAsync();
    }

    private async Task StartAsync(RunOptions options, Action<WebApplicationBuilder>? adjust)
    {
        _app = WebHouse.Build(options, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton<TimeProvider>(Clock);
            // The province and its people; what happens there each test tells itself.
            builder.Services.RemoveAll<IDemo>();
            adjust?.Invoke(builder);
        });
        Assert.False((await WebHouse.PrepareAsync(_app, CancellationToken.None)).IsRefused);
        await _app.StartAsync();
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var web = await OpenEmptyAsync(options => options);
        var kept = web._folder + "_template";
        await web._app.StopAsync();
        await web._app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Move(web._folder, kept);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(kept, recursive: true);

        return kept;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.GetDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
