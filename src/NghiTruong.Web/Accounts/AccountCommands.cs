using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Language;
using NghiTruong.Refusals;
using NghiTruong.Web.Commands;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Accounts;

/// <summary><c>token create USER [--note TEXT]</c>: prints the token alone.</summary>
internal sealed class CreateTokenCommand : ICommand
{
    public string Name => "token create";

    public IReadOnlyList<string> Options => ["--note"];

    public IReadOnlyList<string> Flags => [];

    public async Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        var screen = services.GetRequiredService<CommandScreen>();
        if (await AccountCommands.FindAsync(services, args.Required(0, "USER"), ct) is not { } user)
        {
            return screen.Refuse("account.notFound");
        }

        var made = await services.GetRequiredService<AccessTokens>().CreateAsync(user.Id, args["--note"], Acting.System, ct);
        if (made.IsRefused)
        {
            return screen.Refuse(made.Refusals);
        }

        screen.SayPlain(made.Value);

        return ExitCode.Done;
    }
}

/// <summary><c>user create USER --name NAME --role ROLE [--council CODE] [--agency NAME] [--until DAY]</c>: prints the one-time password alone.</summary>
internal sealed class CreateUserCommand : ICommand
{
    public string Name => "user create";

    public IReadOnlyList<string> Options => ["--name", "--role", "--council", "--agency", "--until", "--email"];

    public IReadOnlyList<string> Flags => [];

    public async Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        var screen = services.GetRequiredService<CommandScreen>();
        var account = new AccountInput { UserName = args.Required(0, "USER"), FullName = args["--name"] ?? args.Required(0, "USER"), Email = args["--email"] };
        var grant = await AccountCommands.GrantOfAsync(services, args, ct);
        if (grant.IsRefused)
        {
            return screen.Refuse(grant.Refusals);
        }

        var password = OneTimePassword.New();
        var created = await services.GetRequiredService<AccountDesk>().CreateAsync(account, grant.Value, AccountCommands.Hash(password), Acting.System, ct);
        if (created.IsRefused)
        {
            return screen.Refuse(created.Refusals);
        }

        screen.SayPlain(password);

        return ExitCode.Done;
    }
}

/// <summary><c>user grant USER --role ROLE [--council CODE] [--agency NAME] [--until DAY]</c>.</summary>
internal sealed class GrantUserCommand : ICommand
{
    public string Name => "user grant";

    public IReadOnlyList<string> Options => ["--role", "--council", "--agency", "--until"];

    public IReadOnlyList<string> Flags => [];

    public async Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        var screen = services.GetRequiredService<CommandScreen>();
        var grant = await AccountCommands.GrantOfAsync(services, args, ct);
        if (grant.IsRefused)
        {
            return screen.Refuse(grant.Refusals);
        }

        var given = await services.GetRequiredService<AccountDesk>().GrantAsync(args.Required(0, "USER"), grant.Value, Acting.System, ct);

        return given.IsRefused ? screen.Refuse(given.Refusals) : ExitCode.Done;
    }
}

/// <summary><c>user reset USER [--second-step]</c>: prints a one-time password alone.</summary>
internal sealed class ResetUserCommand : ICommand
{
    public string Name => "user reset";

    public IReadOnlyList<string> Options => [];

    public IReadOnlyList<string> Flags => ["--second-step"];

    public async Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        var screen = services.GetRequiredService<CommandScreen>();
        if (await AccountCommands.FindAsync(services, args.Required(0, "USER"), ct) is not { } user)
        {
            return screen.Refuse("account.notFound");
        }

        var password = OneTimePassword.New();
        var reset = await services.GetRequiredService<AccountDesk>().ResetPasswordAsync(user.Id, AccountCommands.Hash(password), args.Has("--second-step"), Acting.System, ct);
        if (reset.IsRefused)
        {
            return screen.Refuse(reset.Refusals);
        }

        screen.SayPlain(password);

        return ExitCode.Done;
    }
}

/// <summary><c>user disable USER</c> and <c>user enable USER</c>.</summary>
internal sealed class SwitchUserCommand(bool disable) : ICommand
{
    public string Name => disable ? "user disable" : "user enable";

    public IReadOnlyList<string> Options => [];

    public IReadOnlyList<string> Flags => [];

    public async Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        var screen = services.GetRequiredService<CommandScreen>();
        if (await AccountCommands.FindAsync(services, args.Required(0, "USER"), ct) is not { } user)
        {
            return screen.Refuse("account.notFound");
        }

        var desk = services.GetRequiredService<AccountDesk>();
        var done = disable ? await desk.DisableAsync(user.Id, Acting.System, ct) : await desk.EnableAsync(user.Id, Acting.System, ct);

        return done.IsRefused ? screen.Refuse(done.Refusals) : ExitCode.Done;
    }
}

/// <summary>What the commands about accounts share.</summary>
internal static class AccountCommands
{
    public static IReadOnlyList<ICommand> All =>
        [new CreateTokenCommand(), new CreateUserCommand(), new GrantUserCommand(), new ResetUserCommand(), new SwitchUserCommand(disable: true), new SwitchUserCommand(disable: false)];

    public static string Hash(string password) =>
        new PasswordHasher<User>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = SecurityModule.PasswordIterations })).HashPassword(null!, password);

    public static async Task<User?> FindAsync(IServiceProvider services, string userName, CancellationToken ct)
    {
        var name = AccountRules.NameOf(userName);
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(ct);

        return await db.Set<User>().AsNoTracking().FirstOrDefaultAsync(u => u.UserName == name, ct);
    }

    /// <summary>The right that the options name: role by its English name, council by its code, agency by its name.</summary>
    public static async Task<Result<GrantInput>> GrantOfAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        if (!Enum.TryParse<Role>(args["--role"], ignoreCase: true, out var role) || !Enum.IsDefined(role))
        {
            throw new WrongUseException("command.user.roles", string.Join(", ", Enum.GetNames<Role>()));
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(ct);
        Guid? council = null;
        if (args["--council"] is { } code)
        {
            council = (await services.GetRequiredService<CouncilDirectory>().FindAsync(code, ct))?.Id;
            if (council is null)
            {
                return new Refusal("account.placeNotFound");
            }
        }

        Guid? agency = null;
        if (args["--agency"] is { } name)
        {
            var folded = VietnameseText.Fold(name);
            agency = await db.Set<Agency>().Where(a => a.CouncilId == council && a.Folded == folded).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct);
            if (agency is null)
            {
                return new Refusal("account.placeNotFound");
            }
        }

        return new GrantInput { Role = role, CouncilId = council, AgencyId = agency, Until = args.Day("--until") };
    }
}
