using NghiTruong.Accounts;
using NghiTruong.Database.Backups;

namespace NghiTruong.Web.Commands;

/// <summary><c>backup FILE_OR_DIR</c>: database, files, heads and erasures; never the keys. The house may go on working.</summary>
internal sealed class BackupCommand : ICommand
{
    public string Name => "backup";

    public IReadOnlyList<string> Options => [];

    public IReadOnlyList<string> Flags => [];

    public bool UpdatesSchema => false;

    public async Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        var screen = services.GetRequiredService<CommandScreen>();
        var written = await services.GetRequiredService<BackupWriter>().WriteAsync(args.Required(0, "FILE_OR_DIR"), screen.Bar("command.backup.bar"), ct);
        if (written.IsRefused)
        {
            return screen.Refuse(written.Refusals);
        }

        screen.Say("command.backup.done", written.Value.Path, written.Value.Files, written.Value.Bytes / 1024);
        screen.Say("command.backup.keys", services.GetRequiredService<MasterKeys>().Directory);

        return ExitCode.Done;
    }
}

/// <summary><c>restore FILE_OR_DIR [--replace] [--erasures FILE | --without-erasures] [--any-signature]</c>: the house must be stopped.</summary>
internal sealed class RestoreCommand : ICommand
{
    public string Name => "restore";

    public IReadOnlyList<string> Options => ["--erasures"];

    public IReadOnlyList<string> Flags => ["--replace", "--without-erasures", "--any-signature"];

    public bool UpdatesSchema => false;

    public async Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        var screen = services.GetRequiredService<CommandScreen>();
        var asked = new RestoreInput
        {
            Path = args.Required(0, "FILE_OR_DIR"),
            Replace = args.Has("--replace"),
            Erasures = args["--erasures"],
            WithoutErasures = args.Has("--without-erasures"),
            AnySignature = args.Has("--any-signature"),
        };
        if (CommandFiles.Missing(asked.Erasures) is { } missing)
        {
            return screen.Refuse("command.fileMissing", missing);
        }

        var restored = await services.GetRequiredService<Restoring>().RunAsync(asked, screen.Bar("command.restore.bar"), ct);

        return restored.IsRefused ? screen.Refuse(restored.Refusals) : await ReportAsync(services, screen, restored.Value, ct);
    }

    private static async Task<int> ReportAsync(IServiceProvider services, CommandScreen screen, RestoreReport report, CancellationToken ct)
    {
        screen.Say("command.restore.done", report.BackupAt.ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture), report.Files, report.ErasuresDoneAgain);
        if (report.Former is { } former)
        {
            screen.Say("command.restore.former", former);
        }

        if (report.Missing > 0)
        {
            screen.Say("command.restore.missing", report.Missing);
        }

        var isWhole = await JournalWords.SayAsync(services, report.Journal, report.Heads, ct);

        return isWhole && report.Missing == 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
