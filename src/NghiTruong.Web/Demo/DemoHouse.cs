using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Operations;
using NghiTruong.Texts;
using NghiTruong.Web.Accounts;

namespace NghiTruong.Web.Demo;

/// <summary>
/// Makes the demo in a house of its own, whose clock is set to the days of the story, through the operations that everybody uses. The file is made aside and
/// put in place whole: a start that is broken off leaves no half-told demo.
/// </summary>
public sealed class DemoHouse(
    IServiceScopeFactory scopes, MasterKeys keys, Protector protector, FilesDirectory files, IEnumerable<IDemo> parts, TimeProvider clock, RunOptions options, TextTable texts)
{
    /// <summary>How far back the story reaches, in days.</summary>
    public const int StoryDays = 165;

    /// <summary>Makes the SQLite file and, before it, the file of passwords, whose place is printed.</summary>
    public async Task MakeAsync(CancellationToken ct)
    {
        var aside = options.SqliteFile + ".making";
        Remove(aside);
        var connection = new SqliteConnectionStringBuilder { DataSource = aside, ForeignKeys = true }.ToString();
        var accounts = await FillAsync(new DatabaseChoice(connection), ct);
        var passwords = await PasswordFile.WriteAsync(Path.Combine(options.Data, DemoMode.AccountsFile), accounts, ct);
        await CloseAsync(connection);
        File.Move(aside, options.SqliteFile);
        Remove(aside);
        await Console.Out.WriteLineAsync(texts["run.demoAccounts", passwords].AsMemory(), ct);
    }

    /// <summary>Fills an empty database; tests fill a PostgreSQL one.</summary>
    /// <returns>The accounts with their passwords.</returns>
    public async Task<IReadOnlyList<(string UserName, string Password, string Note)>> FillAsync(DatabaseChoice database, CancellationToken ct)
    {
        var story = new StoryClock(clock.Today);
        await using var house = Open(database, story);
        await house.GetRequiredService<SchemaUpdate>().RunAsync(ct);
        story.GoTo(story.DaysAgo(StoryDays));
        var world = await new DemoProvince(house.GetRequiredService<IDbContextFactory<Db>>()).BuildAsync(ct);
        var accounts = DemoProvince.Accounts(world).Select(a => (Account: a, Password: OneTimePassword.New())).ToList();
        // Clerks and chairs of the other councils act in the story; nobody signs in as them, so they share a password nobody knows.
        var unknown = Hash(OneTimePassword.New());
        var hashes = await Task.WhenAll(accounts.Select(a => Task.Run(() => Hash(a.Password), ct)));
        Dictionary<string, Acting> people = [];
        foreach (var (account, hash) in accounts.Select((a, i) => (a.Account, hashes[i])).Concat(DemoProvince.Others(world).Select(o => (o, unknown))))
        {
            people[account.UserName] = await CreateAsync(house, account, hash, ct);
        }

        await KeepPasswordsAsync(house, ct);
        var stage = new DemoStage(world, story, house, people);
        foreach (var part in parts.OrderBy(p => p.Order))
        {
            await part.TellAsync(stage, ct);
        }

        await stage.Script.PlayAsync(ct);
        await WorkOffAsync(house, story, ct);

        return [.. accounts.Select(a => (a.Account.UserName, a.Password, texts[$"role.{a.Account.Grant.Role}"]))];
    }

    /// <summary>Reminded, counted and mostly searchable before the first visitor comes: the first round enters the jobs, the second does them.</summary>
    private async Task WorkOffAsync(ServiceProvider house, StoryClock story, CancellationToken ct)
    {
        story.GoTo(clock.Today);
        var worker = house.GetRequiredService<OutboxWorker>();
        await worker.RunOnceAsync(ct);
        await worker.RunOnceAsync(ct);
    }

    private ServiceProvider Open(DatabaseChoice database, StoryClock story) => new ServiceCollection()
        .AddLogging()
        .AddHouse()
        .AddDatabase(database)
        .AddSingleton<TimeProvider>(story)
        .AddSingleton(keys)
        .AddSingleton(protector)
        .AddSingleton(files)
        .AddSingleton(texts)
        .BuildServiceProvider();

    private string Hash(string password)
    {
        using var scope = scopes.CreateScope();

        return scope.ServiceProvider.GetRequiredService<IPasswordHasher<User>>().HashPassword(null!, password);
    }

    private static async Task<Acting> CreateAsync(ServiceProvider house, DemoAccount account, string hash, CancellationToken ct)
    {
        var input = new AccountInput { UserName = account.UserName, FullName = account.FullName };
        var id = (await house.GetRequiredService<AccountDesk>().CreateAsync(input, account.Grant, hash, Acting.System, ct)).Value;

        return (await house.GetRequiredService<AccountBook>().FindAsync(id, ct))!.Acting;
    }

    /// <summary>The passwords of the file are random and the demo is on this machine only: nothing to change at the first sign-in.</summary>
    private static async Task KeepPasswordsAsync(ServiceProvider house, CancellationToken ct)
    {
        await using var db = await house.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(ct);
        await db.Set<User>().ExecuteUpdateAsync(set => set.SetProperty(u => u.MustChangePassword, false), ct);
    }

    /// <summary>The last connection to close takes the write-ahead log into the file.</summary>
    private static async Task CloseAsync(string connection)
    {
        await using var last = new SqliteConnection(connection);
        SqliteConnection.ClearPool(last);
    }

    private static void Remove(string aside)
    {
        foreach (var left in Directory.Exists(Path.GetDirectoryName(aside)) ? Directory.GetFiles(Path.GetDirectoryName(aside)!, Path.GetFileName(aside) + "*") : [])
        {
            File.Delete(left);
        }
    }
}
