using NghiTruong.Counting;

namespace NghiTruong.Web.Commands;

/// <summary><c>counts verify [--repair]</c>: counts again from the records; 1 when a figure differs and was not repaired.</summary>
internal sealed class VerifyCountsCommand : ICommand
{
    /// <summary>A shell shows no more; the number of all is told.</summary>
    private const int Shown = 100;

    public string Name => "counts verify";

    public IReadOnlyList<string> Options => [];

    public IReadOnlyList<string> Flags => ["--repair"];

    public async Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        var screen = services.GetRequiredService<CommandScreen>();
        var counts = services.GetRequiredService<CountCheck>();
        var differences = await counts.VerifyAsync(ct);
        foreach (var difference in differences.Take(Shown))
        {
            screen.Say("command.counts.difference", difference.Where, difference.Counted, difference.Recounted);
        }

        if (differences.Count == 0)
        {
            screen.Say("command.counts.agree");

            return ExitCode.Done;
        }

        screen.Say("command.counts.differ", differences.Count);
        if (!args.Has("--repair"))
        {
            return ExitCode.Refused;
        }

        await counts.RebuildAsync(ct);
        var left = await counts.VerifyAsync(ct);
        screen.Say(left.Count == 0 ? "command.counts.repaired" : "command.counts.differ", left.Count);

        return left.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
