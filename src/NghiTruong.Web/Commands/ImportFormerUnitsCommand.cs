using System.Security.Cryptography;
using NghiTruong.Accounts;
using NghiTruong.Councils;

namespace NghiTruong.Web.Commands;

/// <summary><c>import former-units FILE</c>: districts until 30 June 2025, communes and provinces before it.</summary>
internal sealed class ImportFormerUnitsCommand : ICommand
{
    public string Name => "import former-units";

    public IReadOnlyList<string> Options => [];

    public IReadOnlyList<string> Flags => [];

    public async Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        var screen = services.GetRequiredService<CommandScreen>();
        if (CommandFiles.Missing(args.Required(0, "FILE")) is { } missing)
        {
            return screen.Refuse("command.fileMissing", missing);
        }

        var bytes = await File.ReadAllBytesAsync(args.Values[0], ct);
        using var file = new MemoryStream(bytes);
        var rows = await UnitFile.ReadAsync(file, ct);
        if (rows.IsRefused)
        {
            return screen.Refuse(rows.Refusals);
        }

        var result = await services.GetRequiredService<FormerUnits>().EnterAsync(rows.Value, Convert.ToHexString(SHA256.HashData(bytes)), Acting.System, ct);
        if (result.IsRefused)
        {
            return screen.Refuse(result.Refusals);
        }

        screen.Say("command.import.former-units.done", result.Value.Added, result.Value.Unchanged, result.Value.Councils);

        return ExitCode.Done;
    }
}
