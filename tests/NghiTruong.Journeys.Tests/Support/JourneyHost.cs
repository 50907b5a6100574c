using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Petitions;
using NghiTruong.Support;
using NghiTruong.Web;
using NghiTruong.Web.Demo;

namespace NghiTruong.Journeys.Tests;

/// <summary>
/// The program as people meet it: served on a loopback port of its own, with the whole demo. The SQLite folder is made once per test run and copied;
/// a PostgreSQL database is filled with the same story.
/// </summary>
public sealed class JourneyHost : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly TestDatabase? _postgres;
    private readonly Dictionary<string, string> _passwords;

    private JourneyHost(WebApplication app, string folder, TestDatabase? postgres, Dictionary<string, string> passwords)
    {
        (_app, _folder, _postgres, _passwords) = (app, folder, postgres, passwords);
        var listening = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Address = $"http://localhost:{listening.Port}";
    }

    /// <summary>By name, as the house tells it: passkeys belong to a name, never to a number.</summary>
    public string Address { get; }

    /// <summary>The sign-in page offers the roles by one press; on PostgreSQL people type their password.</summary>
    public bool OffersRoles => _postgres is null;

    public static async Task<JourneyHost> OpenAsync(Engine engine = Engine.Sqlite)
    {
        var folder = NewFolder();
        if (engine == Engine.Postgres)
        {
            return await OpenPostgresAsync(folder);
        }

        Copy(await Template.Value, folder);

        return await StartAsync(WebHouse.Build(OptionsIn(folder)), folder, null, PasswordsIn(folder));
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Db Db() => Get<IDbContextFactory<Db>>().CreateDbContext();

    public string PasswordOf(string userName) => _passwords[userName];

    /// <summary>Somebody of the demo, to act behind the pages.</summary>
    public async Task<Acting> ActingAsync(string userName)
    {
        await using var db = Db();
        var id = await db.Set<User>().Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync();

        return (await Get<AccountBook>().FindAsync(id, CancellationToken.None))!.Acting;
    }

    public async Task<Petition> PetitionAsync(string code)
    {
        await using var db = Db();

        return await db.Set<Petition>().AsNoTracking().SingleAsync(p => p.Code == code);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }
    }

    private static async Task<JourneyHost> OpenPostgresAsync(string folder)
    {
        var database = await TestDatabase.CreateAsync(Engine.Postgres);
        var app = WebHouse.Build(OptionsIn(folder) with { Connection = database.Connection });
        var accounts = await app.Services.GetRequiredService<DemoHouse>().FillAsync(new DatabaseChoice(database.Connection), CancellationToken.None);

        return await StartAsync(app, folder, database, accounts.ToDictionary(a => a.UserName, a => a.Password, StringComparer.Ordinal));
    }

    private static async Task<JourneyHost> StartAsync(WebApplication app, string folder, TestDatabase? postgres, Dictionary<string, string> passwords)
    {
        Assert.False((await WebHouse.PrepareAsync(app, CancellationToken.None)).IsRefused);
        await app.StartAsync();

        return new JourneyHost(app, folder, postgres, passwords);
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var folder = NewFolder();
        await using (var app = WebHouse.Build(OptionsIn(folder)))
        {
            Assert.False((await WebHouse.PrepareAsync(app, CancellationToken.None)).IsRefused);
        }

        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);

        return folder;
    }

    private static RunOptions OptionsIn(string folder) => new() { DataOption = Path.Combine(folder, "data"), Port = 0 };

    private static string NewFolder() => Path.Combine(Path.GetTempPath(), $"nt_journey_{Guid.CreateVersion7():N}");

    private static Dictionary<string, string> PasswordsIn(string folder) => File.ReadLines(Path.Combine(folder, "data", DemoMode.AccountsFile))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

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
