using System.Data.Common;
using System.Net.Sockets;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Journal;
using NghiTruong.Texts;
using NghiTruong.Web.Accounts;
using NghiTruong.Web.Law;
using NghiTruong.Web.Search;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Commands;

/// <summary>
/// <c>./nghitruong COMMAND [--data DIR | --database CONNECTION] [--files DIR] [--keys DIR] [--heads DIR]</c>: administers the house from a shell, through the same
/// operations as its pages. Exit codes: 0 done, 1 refused with the reason, 2 wrong use.
/// </summary>
public static class CommandLine
{
    private static readonly ICommand[] All =
    [
        new ImportUnitsCommand(), new ImportFormerUnitsCommand(), new ImportPetitionsCommand(), new ImportResolutionsCommand(), new DeadlineCommand(), .. AccountCommands.All, new RebuildSearchCommand(),
        new VerifyJournalCommand(), new ExportJournalCommand(), new VerifyCountsCommand(), new BackupCommand(), new RestoreCommand(), new RotateKeysCommand(), new EraseCommand(),
    ];

    private static readonly TextTable Texts = new(typeof(House).Assembly, typeof(CommandLine).Assembly);

    /// <summary>Whether the program was called to administer and not to serve: it begins with a word that is no option.</summary>
    public static bool IsCalled(IReadOnlyList<string> args) => args is [['-', ..], ..] ? args[0] is "--help" or "-h" : args.Count > 0;

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        try
        {
            return await RunAsync(args, new CommandScreen(Texts, Console.Out, Console.Error), stop.Token);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Refused;
        }
    }

    internal static async Task<int> RunAsync(IReadOnlyList<string> args, CommandScreen screen, CancellationToken ct)
    {
        if (args is [] or ["help" or "--help" or "-h", ..])
        {
            SayAll(screen);

            return ExitCode.Done;
        }

        if (Find(args) is not { } command)
        {
            screen.Refuse("command.unknown", string.Join(' ', args.TakeWhile(a => !a.StartsWith('-')).Take(2)));
            SayAll(screen);

            return ExitCode.WrongUse;
        }

        var rest = args.Skip(command.Name.Count(c => c == ' ') + 1).ToList();
        if (rest.Contains("--help") || rest.Contains("-h"))
        {
            screen.Say($"{Key(command)}.help");

            return ExitCode.Done;
        }

        try
        {
            return await RunAsync(command, CommandArguments.Parse(command, rest), screen, ct);
        }
        catch (WrongUseException wrong)
        {
            screen.Refuse(wrong.Code, [.. wrong.Values]);
            screen.Say($"{Key(command)}.help");

            return ExitCode.WrongUse;
        }
        catch (Exception e) when (IsOfTheMachine(e))
        {
            return screen.Refuse("command.failed", e.GetBaseException().Message);
        }
    }

    /// <summary>A database that does not answer, a full disk, a folder of somebody else's: a sentence for the operator, not a trace.</summary>
    private static bool IsOfTheMachine(Exception e) => e is IOException or UnauthorizedAccessException || e.GetBaseException() is DbException or SocketException;

    private static async Task<int> RunAsync(ICommand command, CommandArguments args, CommandScreen screen, CancellationToken ct)
    {
        var options = CommandPlaces.Of(args);
        await using var services = new ServiceCollection()
            .AddLogging(log => log.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None))
            .AddHouse()
            .AddDatabase(options.Database)
            .AddKeys(options.Keys)
            .AddSingleton(new FilesDirectory(options.Files))
            .AddSingleton(new HeadsDirectory(options.Heads))
            .AddSingleton(Texts)
            .AddSingleton(screen)
            .BuildServiceProvider();
        if (command.UpdatesSchema)
        {
            await services.GetRequiredService<SchemaUpdate>().RunAsync(ct);
        }

        return await command.RunAsync(services, args, ct);
    }

    private static ICommand? Find(IReadOnlyList<string> args) =>
        All.OrderByDescending(c => c.Name.Length).FirstOrDefault(c => c.Name.Split(' ') is var words && args.Take(words.Length).SequenceEqual(words));

    private static void SayAll(CommandScreen screen)
    {
        screen.Say("command.usage");
        foreach (var command in All.OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            screen.SayPlain($"  {command.Name,-22} {Texts[Key(command)]}");
        }
    }

    private static string Key(ICommand command) => $"command.{command.Name.Replace(' ', '.')}";
}
