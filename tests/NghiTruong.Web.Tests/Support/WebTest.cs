using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Support;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Tests;

/// <summary>
/// The whole host in this process on a SQLite folder of its own that holds the demo province, with a still clock (15 September 2026, 9:00 in Vietnam).
/// The folder is made once per test run and copied.
/// </summary>
public sealed class WebTest : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private readonly WebApplication _app;
    private readonly string _folder;

    private WebTest(WebApplication app, string folder, FakeClock clock)
    {
        _app = app;
        _folder = folder;
        Clock = clock;
    }

    public FakeClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="adjust">Changes to the host: configuration, services.</param>
    /// <param name="settings">What stands in <c>settings.json</c>, read before the services are put together.</param>
    public static async Task<WebTest> OpenAsync(Action<WebApplicationBuilder>? adjust = null, string? settings = null)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"nt_web_{Guid.CreateVersion7():N}");
        Copy(await Template.Value, folder);
        if (settings is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "data", "settings.json"), settings);
        }

        return await StartAsync(new RunOptions { DataOption = Path.Combine(folder, "data") }, folder, adjust);
    }

    /// <summary>A host on an empty folder with the options given; its data folder is made up.</summary>
    public static async Task<WebTest> OpenEmptyAsync(Func<RunOptions, RunOptions> options)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"nt_web_{Guid.CreateVersion7():N}");

        return await StartAsync(options(new RunOptions { DataOption = Path.Combine(folder, "data") }), folder, null);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Db Db() => Get<IDbContextFactory<Db>>().CreateDbContext();

    public async Task<Council> CouncilAsync(string code)
    {
        await using var db = Db();

        return await db.Set<Council>().AsNoTracking().FirstAsync(c => c.Code == code);
    }

    public string DataFile(string name) => Path.Combine(_folder, "data", name);

    /// <summary>A browser without a cookie; follows no redirects.</summary>
    public WebClient Anonymous() => new(new HttpClient(new CookieContainerHandler { InnerHandler = _app.GetTestServer().CreateHandler() })
    {
        BaseAddress = new Uri("http://localhost"),
    });

    /// <summary>A browser signed in as an account of the demo, by one press.</summary>
    public async Task<WebClient> SignInAsync(string userName)
    {
        var client = Anonymous();
        var page = await client.PageAsync("/dang-nhap");
        var answer = await client.SubmitAsync(page, "form[action*=Demo]", new() { ["userName"] = userName });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        return client;
    }

    /// <summary>The password of a demo account, from the file that the demo wrote.</summary>
    public string PasswordOf(string userName) => File.ReadLines(DataFile(DemoMode.AccountsFile))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .First(parts => parts[0] == userName)[1];

    /// <summary>Signs in by name and password; the answer tells how it went.</summary>
    public async Task<(WebClient Client, HttpResponseMessage Answer)> SignInAsync(string userName, string password, string back = "/")
    {
        var client = Anonymous();
        var page = await client.PageAsync($"/dang-nhap?ve={Uri.EscapeDataString(back)}");

        return (client, await client.SubmitAsync(page, "form.form", new() { ["Input.UserName"] = userName, ["Input.Password"] = password }));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<WebTest> StartAsync(RunOptions options, string folder, Action<WebApplicationBuilder>? adjust)
    {
        var clock = new FakeClock(new DateTime(2026, 9, 15, 2, 0, 0, DateTimeKind.Utc));
        var app = WebHouse.Build(options, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton<TimeProvider>(clock);
            // The province and its people; what happens there each test tells itself.
            builder.Services.RemoveAll<IDemo>();
            adjust?.Invoke(builder);
        });
        Assert.False((await WebHouse.PrepareAsync(app, CancellationToken.None)).IsRefused);
        await app.StartAsync();

        return new WebTest(app, folder, clock);
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
