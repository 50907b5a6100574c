using NghiTruong.Documents.Registers;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Resolutions.Import;
using NghiTruong.Texts;

namespace NghiTruong.Web.Commands;

/// <summary><c>import resolutions FILE --council CODE [--dry-run]</c>.</summary>
internal sealed class ImportResolutionsCommand : ICommand
{
    public string Name => "import resolutions";

    public IReadOnlyList<string> Options => ["--council"];

    public IReadOnlyList<string> Flags => ["--dry-run"];

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
        var told = await services.GetRequiredService<ResolutionImport>().RunAsync(new RegisterFile(council.Id, content, Path.GetFileName(path)), args.Has("--dry-run"), Acting.System, ct);
        if (told.IsRefused)
        {
            return screen.Refuse(told.Refusals);
        }

        var texts = services.GetRequiredService<TextTable>();
        screen.Say(args.Has("--dry-run") ? "command.import.resolutions.trial" : "command.import.resolutions.done", told.Value.Accepted, told.Value.Changed, told.Value.Unchanged, told.Value.Rejected.Count);
        foreach (var row in told.Value.Rejected)
        {
            screen.Say("command.import.petitions.rejected", row.Row, row.Column ?? "-", texts[row.Code, row.Value ?? ""]);
        }

        return ExitCode.Done;
    }
}
