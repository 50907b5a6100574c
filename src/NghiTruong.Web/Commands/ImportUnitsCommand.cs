using System.Security.Cryptography;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Refusals;

namespace NghiTruong.Web.Commands;

/// <summary><c>import units FILE [--term 2026-2031] [--term-from DAY] [--from DAY] [--successions FILE]</c>.</summary>
internal sealed class ImportUnitsCommand : ICommand
{
    public string Name => "import units";

    public IReadOnlyList<string> Options => ["--term", "--term-from", "--from", "--successions"];

    public IReadOnlyList<string> Flags => [];

    public async Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        var screen = services.GetRequiredService<CommandScreen>();
        if (CommandFiles.Missing(args.Required(0, "FILE"), args["--successions"]) is { } missing)
        {
            return screen.Refuse("command.fileMissing", missing);
        }

        var bytes = await File.ReadAllBytesAsync(args.Values[0], ct);
        using var file = new MemoryStream(bytes);
        var rows = await UnitFile.ReadAsync(file, ct);
        var successions = await SuccessionsAsync(args["--successions"], ct);
        if (rows.IsRefused || successions.IsRefused)
        {
            return screen.Refuse([.. rows.Refusals, .. successions.Refusals]);
        }

        var asked = new UnitImportInput
        {
            Rows = rows.Value,
            Successions = successions.Value,
            From = args.Day("--from"),
            Term = args["--term"],
            TermFrom = args.Day("--term-from"),
            FileDigest = Convert.ToHexString(SHA256.HashData(bytes)),
        };
        var result = await services.GetRequiredService<UnitImport>().RunAsync(asked, Acting.System, screen.Bar("command.import.units.bar"), ct);
        if (result.IsRefused)
        {
            return screen.Refuse(result.Refusals);
        }

        Report(screen, result.Value);

        return ExitCode.Done;
    }

    private static async Task<Result<IReadOnlyList<SuccessionRow>>> SuccessionsAsync(string? path, CancellationToken ct)
    {
        if (path is null)
        {
            return Result.Of<IReadOnlyList<SuccessionRow>>([]);
        }

        await using var file = File.OpenRead(path);

        return await UnitFile.ReadSuccessionsAsync(file, ct);
    }

    private static void Report(CommandScreen screen, UnitImportReport report)
    {
        screen.Say("command.import.units.done", report.Added, report.Changed.Count, report.Unchanged, report.Ended.Count, report.Councils);
        foreach (var changed in report.Changed)
        {
            screen.Say("command.import.units.changed", changed.Code, changed.Before, changed.After);
        }

        foreach (var ended in report.Ended)
        {
            screen.Say(
                ended.Successors.Count == 0 ? "command.import.units.endedAlone" : "command.import.units.ended", ended.Code, ended.Name, string.Join(", ", ended.Successors));
        }

        if (report.MattersMoved > 0)
        {
            screen.Say("command.import.units.moved", report.MattersMoved);
        }

        if (report.LeftAlone.Count > 0)
        {
            screen.Say("command.import.units.leftAlone", report.LeftAlone.Count, string.Join(", ", report.LeftAlone.Take(10)));
        }
    }
}
