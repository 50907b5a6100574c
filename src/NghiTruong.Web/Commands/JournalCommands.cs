using NghiTruong.Councils;
using NghiTruong.Journal;
using NghiTruong.Texts;

namespace NghiTruong.Web.Commands;

/// <summary><c>journal verify [--heads DIR] [--public-key FILE]</c>: walks every chain and compares it with the signed heads; 1 when anything is found.</summary>
internal sealed class VerifyJournalCommand : ICommand
{
    public string Name => "journal verify";

    public IReadOnlyList<string> Options => ["--public-key"];

    public IReadOnlyList<string> Flags => [];

    public async Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        var screen = services.GetRequiredService<CommandScreen>();
        var folder = services.GetRequiredService<HeadsFolder>();
        if (CommandFiles.Missing(args["--public-key"]) is { } missing)
        {
            return screen.Refuse("command.fileMissing", missing);
        }

        if (args["--heads"] is not null && !Directory.Exists(folder.Path))
        {
            return screen.Refuse("command.folderMissing", folder.Path);
        }

        var publicKey = args["--public-key"] is { } file ? await File.ReadAllTextAsync(file, ct) : null;
        var exported = await folder.ReadAsync(null, publicKey, ct);
        var verifier = services.GetRequiredService<JournalVerifier>();
        var bar = screen.Bar("command.journal.verify.bar", await verifier.LengthAsync(ct));
        var report = await verifier.VerifyAsync(exported.Heads, bar, ct);
        var isWhole = await JournalWords.SayAsync(services, report, exported, ct);

        return isWhole ? ExitCode.Done : ExitCode.Refused;
    }
}

/// <summary><c>journal export [--heads DIR]</c>: signs the heads now, as the house does once a day.</summary>
internal sealed class ExportJournalCommand : ICommand
{
    public string Name => "journal export";

    public IReadOnlyList<string> Options => [];

    public IReadOnlyList<string> Flags => [];

    public async Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        var written = await services.GetRequiredService<HeadsFolder>().ExportAsync(ct);
        services.GetRequiredService<CommandScreen>().SayPlain(written);

        return ExitCode.Done;
    }
}

/// <summary>What was found in the journal, chain by chain, in words.</summary>
internal static class JournalWords
{
    /// <returns>True when nothing was found.</returns>
    public static async Task<bool> SayAsync(IServiceProvider services, JournalReport report, ExportedHeads exported, CancellationToken ct)
    {
        var screen = services.GetRequiredService<CommandScreen>();
        var texts = services.GetRequiredService<TextTable>();
        var councils = await services.GetRequiredService<CouncilDirectory>().CouncilsAsync(ct);
        foreach (var finding in report.Findings)
        {
            var chain = finding.CouncilId == Guid.Empty ? texts["command.journal.nation"]
                : councils.GetValueOrDefault(finding.CouncilId) is { } council ? $"{council.Name} ({council.Code})" : finding.CouncilId.ToString("D");
            screen.Say("command.journal.finding", chain, finding.Sequence, texts[$"command.journal.fault.{finding.Fault}"]);
        }

        foreach (var finding in exported.Findings)
        {
            screen.Say("command.journal.fileFinding", finding.File, texts[$"command.journal.fileFault.{finding.Fault}"]);
        }

        if (exported.Excused > 0)
        {
            screen.Say("command.journal.excused", exported.Excused);
        }

        var found = report.Findings.Count + exported.Findings.Count;
        screen.Say("command.journal.walked", report.Entries, report.Chains, exported.Files.Count);
        screen.Say(found == 0 ? "command.journal.whole" : "command.journal.notWhole", found);

        return found == 0;
    }
}
