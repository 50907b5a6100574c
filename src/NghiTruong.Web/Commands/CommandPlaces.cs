namespace NghiTruong.Web.Commands;

/// <summary>Where the data of a command lie: the same options, environment and defaults as those of <c>./run</c>.</summary>
public static class CommandPlaces
{
    /// <summary>Name of the SQLite file in the data folder.</summary>
    public const string DatabaseFile = "nghitruong.db";

    internal static RunOptions Of(CommandArguments args)
    {
        if (args["--database"] is not null && args["--data"] is not null)
        {
            throw new WrongUseException("command.dataAndDatabase");
        }

        string[] given =
        [
            .. CommandArguments.Everywhere.Where(option => args[option] is not null).SelectMany(option => new[] { option, args[option]! }),
        ];
        var parsed = RunOptions.Parse(given, Environment.GetEnvironmentVariable);

        return parsed.IsRefused ? throw new WrongUseException(parsed.Refusals[0].Code, parsed.Refusals[0].Values) : parsed.Value;
    }
}
