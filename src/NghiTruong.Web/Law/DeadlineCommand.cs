using System.Globalization;
using NghiTruong.Councils;
using NghiTruong.Law;
using NghiTruong.Texts;
using NghiTruong.Web.Commands;

namespace NghiTruong.Web.Law;

/// <summary><c>deadline --from 2026-09-01 --days 1 --day-type working</c> or <c>deadline --from 2026-09-01 --rule CODE [--council UNIT-CODE]</c>: the due date, then why.</summary>
internal sealed class DeadlineCommand : ICommand
{
    public string Name => "deadline";

    public IReadOnlyList<string> Options => ["--from", "--days", "--day-type", "--rule", "--council"];

    public IReadOnlyList<string> Flags => [];

    public async Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        var screen = services.GetRequiredService<CommandScreen>();
        var from = args["--from"] ?? throw new WrongUseException("command.valueMissing", "--from");
        if (args["--days"] is null == args["--rule"] is null)
        {
            throw new WrongUseException("command.deadline.oneOf");
        }

        var council = await services.GetRequiredService<CouncilDirectory>().FindAsync(args["--council"], ct);
        if (args["--council"] is not null && council is null)
        {
            return screen.Refuse("council.notFound");
        }

        var question = new DeadlineQuestion(services.GetRequiredService<RuleBook>(), services.GetRequiredService<TextTable>());
        var answer = await question.AskAsync(from, args["--days"], args["--day-type"] ?? "working", args["--rule"], council, CultureInfo.CurrentUICulture, ct);
        if (answer.IsRefused)
        {
            return screen.Refuse(answer.Refusals);
        }

        screen.SayPlain(answer.Value.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var sentence in answer.Value.Explanation)
        {
            screen.SayPlain(sentence);
        }

        return ExitCode.Done;
    }
}
