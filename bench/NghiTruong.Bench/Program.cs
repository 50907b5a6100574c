using System.Globalization;
using NghiTruong.Bench;
using NghiTruong.Database;

const string Usage = """
    bench/run fill --database CONNECTION [--petitions 1000000] [--supervisions 40000] [--delegates 75000] [--seed 20260915]   fills an empty database
    bench/run all  --database CONNECTION [--times 200] [--only pages,create,...]   measures and prints the table of docs/performance.md
    Parts: start, pages, boards, indicators, summary, search, create, import, papers, sqlite.
    """;

if (args is not [var command, ..] || Option("--database") is not { } connection || !new DatabaseChoice(connection).IsPostgres)
{
    Console.Error.WriteLine(Usage);

    return 2;
}

switch (command)
{
    case "fill":
        await using (var services = await BenchHouse.OpenAsync(connection))
        {
            await new Fill(services, Number("--seed", 20260915)).RunAsync(Number("--petitions", 1_000_000), Number("--supervisions", 40_000), Number("--delegates", 75_000));
        }

        return 0;
    case "all":
        await new Run(connection, Number("--times", 200), Option("--only")?.Split(',')).RunAsync();

        return 0;
    default:
        Console.Error.WriteLine(Usage);

        return 2;
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

int Number(string name, int otherwise) => Option(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
