using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Petitions.Import;
using NghiTruong.Texts;
using NghiTruong.Web.Petitions;

namespace NghiTruong.Web.Commands;

/// <summary><c>import petitions FILE --council CODE [--dry-run] [--opening-balance] [--received DAY]</c>.</summary>
internal sealed class ImportPetitionsCommand : ICommand
{
    public string Name => "import petitions";

    public IReadOnlyList<string> Options => ["--council", "--received"];

    public IReadOnlyList<string> Flags => ["--dry-run", "--opening-balance"];

    public async Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        var screen = services.GetRequiredService<CommandScreen>();
        var path = args.Required(0, "FILE");
        var code = args["--council"] ?? throw new WrongUseException("command.valueMissing", "--council");
        if (CommandFiles.Missing(path) is { } missing)
        {
            return screen.Refuse("command.fileMissing", missing);
        }

        if (await services.GetRequiredService<CouncilDirectory>().FindAsync(code, ct) is not { } council)
        {
            return screen.Refuse("council.notFound");
        }

        await using var content = File.OpenRead(path);
        var asked = new ImportInput
        {
            CouncilId = council.Id,
            FileName = Path.GetFileName(path),
            Content = content,
            ReceivedOn = args.Day("--received"),
            IsOpeningBalance = args.Has("--opening-balance"),
        };
        var imports = services.GetRequiredService<PetitionImports>();
        var result = args.Has("--dry-run")
            ? await imports.TryAsync(asked, Acting.System, ct)
            : await imports.ImportAsync(asked, Acting.System, ct, screen.Bar("command.import.petitions.bar"));
        if (result.IsRefused)
        {
            return screen.Refuse(result.Refusals);
        }

        Report(screen, result.Value, services.GetRequiredService<TextTable>(), args.Has("--dry-run"));

        return ExitCode.Done;
    }

    private static void Report(CommandScreen screen, ImportReport report, TextTable texts, bool isTrial)
    {
        screen.Say(isTrial ? "command.import.petitions.trial" : "command.import.petitions.done", report.Accepted, report.Changed, report.Unchanged, report.LeftOut, report.Rejected.Count);
        foreach (var row in report.Rejected)
        {
            screen.Say("command.import.petitions.rejected", row.Row, row.Column ?? "-", texts[row.Code, [.. row.Values]]);
        }

        foreach (var row in report.Warnings)
        {
            screen.Say("command.import.petitions.warning", row.Row, row.Column ?? "-", texts[row.Code, [.. row.Values]]);
        }
    }
}
