namespace NghiTruong.Web.Commands;

/// <summary>
/// One command of <c>./nghitruong</c>. Its summary and its help are the texts <c>command.NAME</c> and <c>command.NAME.help</c> (blanks of the name
/// written as dots). It returns 0 when done, 1 when refused, with the reason; throws <see cref="WrongUseException"/> for 2.
/// </summary>
public interface ICommand
{
    /// <summary>The words that call it, <c>import units</c>.</summary>
    string Name { get; }

    /// <summary>Options of its own that take a value, <c>--term</c>.</summary>
    IReadOnlyList<string> Options { get; }

    /// <summary>Options of its own that stand alone, <c>--dry-run</c>.</summary>
    IReadOnlyList<string> Flags { get; }

    /// <summary>Whether the schema is brought up to date first; not before a backup, and not where a restore will put one.</summary>
    bool UpdatesSchema => true;

    Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct);
}

/// <summary>What a command ends with.</summary>
public static class ExitCode
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUse = 2;
}
