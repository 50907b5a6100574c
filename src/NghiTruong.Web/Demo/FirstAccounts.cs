using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Texts;
using NghiTruong.Web.Accounts;

namespace NghiTruong.Web.Demo;

/// <summary>A house without anybody gets one administrator of the nation with a one-time password.</summary>
public sealed class FirstAccounts(IDbContextFactory<Db> contexts, AccountDesk desk, IServiceScopeFactory scopes, RunOptions options, TextTable texts)
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
        var password = OneTimePassword.New();
        var account = new AccountInput { UserName = Administrator, FullName = texts["account.firstAdministrator"] };
        await using var scope = scopes.CreateAsyncScope();
        var hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<User>>().HashPassword(null!, password);
        _ = (await desk.CreateAsync(account, new GrantInput { Role = Role.Administrator }, hash, Acting.System, ct)).Value;
        var file = await PasswordFile.WriteAsync(Path.Combine(options.Data, OneTimeFile), [(Administrator, password, "")], ct);
        await Console.Out.WriteLineAsync(texts["run.firstAdministrator", Administrator, file].AsMemory(), ct);
    }
}
