using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NghiTruong;
using NghiTruong.Bench;
using NghiTruong.Database;

const string Usage = """
    bench/run fill    --database CONNECTION [--petitions 1000000] [--seed 20260915]
    bench/run summary --database CONNECTION [--times 200]
    """;

if (args is not [var command, ..] || Option("--database") is not { } connection || !new DatabaseChoice(connection).IsPostgres)
{
    Console.Error.WriteLine(Usage);

    return 2;
}

await using var services = new ServiceCollection()
    .AddLogging(log => log.SetMinimumLevel(LogLevel.Warning))
    .AddHouse()
    .AddDatabase(new DatabaseChoice(connection))
    .BuildServiceProvider();
await services.GetRequiredService<SchemaUpdate>().RunAsync(CancellationToken.None);

switch (command)
{
    case "fill":
        await new Fill(services, Number("--seed", 20260915)).RunAsync(Number("--petitions", 1_000_000));

        return 0;
    case "summary":
        await new SummaryBench(services).RunAsync(Number("--times", 200));

        return 0;
    default:
        Console.Error.WriteLine(Usage);

        return 2;
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

int Number(string name, int otherwise) => Option(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
