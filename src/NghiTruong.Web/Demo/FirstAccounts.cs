using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Texts;
using NghiTruong.Web.Accounts;

namespace NghiTruong.Web.Demo;

/// <summary>A house without anybody gets its first accounts: the demo's, or one administrator of the nation with a one-time password.</summary>
public sealed class FirstAccounts(
    IDbContextFactory<Db> contexts, AccountDesk desk, IServiceScopeFactory scopes, DemoMode demo, DemoProvince province, IEnumerable<IDemo> parts, RunOptions options, TextTable texts)
{
    public const string Administrator = "quantri";
    private const string OneTimeFile = "quantri-one-time-password.txt";

    public async Task EnsureAsync(CancellationToken ct)
    {
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (await db.Set<User>().AnyAsync(ct))
            {
                return;
            }
        }

        Directory.CreateDirectory(options.Data);
        if (demo.IsNew)
        {
            await MakeDemoAsync(ct);

            return;
        }

        var password = OneTimePassword.New();
        await CreateAsync(new AccountInput { UserName = Administrator, FullName = texts["account.firstAdministrator"] }, new GrantInput { Role = Role.Administrator }, password, ct);
        var file = await PasswordFile.WriteAsync(Path.Combine(options.Data, OneTimeFile), [(Administrator, password, "")], ct);
        await Console.Out.WriteLineAsync(texts["run.firstAdministrator", Administrator, file].AsMemory(), ct);
    }

    private async Task MakeDemoAsync(CancellationToken ct)
    {
        var world = await province.BuildAsync(ct);
        var accounts = DemoProvince.Accounts(world).Select(a => (Account: a, Password: OneTimePassword.New())).ToList();
        foreach (var (account, password) in accounts)
        {
            await CreateAsync(new AccountInput { UserName = account.UserName, FullName = account.FullName }, account.Grant, password, ct);
        }

        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            // The passwords of the file are random and the demo is on this machine only: nothing to change at the first sign-in.
            await db.Set<User>().ExecuteUpdateAsync(set => set.SetProperty(u => u.MustChangePassword, false), ct);
        }

        foreach (var part in parts.OrderBy(p => p.Order))
        {
            await part.FillAsync(world, ct);
        }

        var file = await PasswordFile.WriteAsync(
            Path.Combine(options.Data, DemoMode.AccountsFile), accounts.Select(a => (a.Account.UserName, a.Password, texts[$"role.{a.Account.Grant.Role}"])), ct);
        await Console.Out.WriteLineAsync(texts["run.demoAccounts", file].AsMemory(), ct);
    }

    private async Task CreateAsync(AccountInput account, GrantInput grant, string password, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<User>>().HashPassword(null!, password);
        _ = (await desk.CreateAsync(account, grant, hash, Acting.System, ct)).Value;
    }
}
