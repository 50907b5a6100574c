using NghiTruong.Database;

namespace NghiTruong.Web.Commands;

/// <summary>Where the data of a command lie, by its options, else by the environment, else in <c>data/</c> of the program's home.</summary>
public static class CommandPlaces
{
    /// <summary>Name of the SQLite file in the data folder.</summary>
    public const string DatabaseFile = "nghitruong.db";

    public static DatabaseChoice DatabaseOf(CommandArguments args)
    {
        if (args["--database"] is not null && args["--data"] is not null)
        {
            throw new WrongUseException("command.dataAndDatabase");
        }

        if (args["--database"] is { } connection)
        {
            return new DatabaseChoice(connection);
        }

        return args["--data"] is null && Environment.GetEnvironmentVariable("NGHITRUONG_DATABASE") is { Length: > 0 } known
            ? new DatabaseChoice(known)
            : new DatabaseChoice(Path.Combine(DataOf(args), DatabaseFile));
    }

    public static string DataOf(CommandArguments args) =>
        Path.GetFullPath(args["--data"] ?? Path.Combine(Environment.GetEnvironmentVariable("NGHITRUONG_HOME") ?? ".", "data"));
}
