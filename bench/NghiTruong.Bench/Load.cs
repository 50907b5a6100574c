using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace NghiTruong.Bench;

/// <summary>What a load reached.</summary>
/// <param name="PerSecond">Pages, or transactions.</param>
/// <param name="P99">Milliseconds; 0 where the tool does not tell.</param>
/// <param name="Failed">Answers that were no success.</param>
internal sealed record Reached(double PerSecond, double P50, double P99, int Failed)
{
    public string Words(string what) => string.Create(CultureInfo.InvariantCulture, $"{PerSecond:0} {what}/s, p50 {P50:0.0} ms, p99 {P99:0.0} ms{(Failed > 0 ? $", {Failed} failed" : "")}");
}

/// <summary>Drives wrk and pgbench, bounded in time, on loopback only.</summary>
internal static partial class Load
{
    public const int Seconds = 10;

    public static async Task<Reached> WrkAsync(Uri address, int connections, IEnumerable<string> headers, string? script = null)
    {
        List<string> args = ["-t1", $"-c{connections}", $"-d{Seconds}s", "--latency"];
        args.AddRange(headers.SelectMany(h => new[] { "-H", h }));
        args.AddRange(script is null ? [] : ["-s", script]);
        args.Add(address.ToString());
        var said = await RunAsync("wrk", args);
        var failed = Failed().Match(said);

        return new Reached(
            Number(Rate().Match(said).Groups["value"].Value), Time(said, "50%"), Time(said, "99%"), failed.Success ? int.Parse(failed.Groups["value"].Value, CultureInfo.InvariantCulture) : 0);
    }

    /// <summary>The same statements by pgbench, prepared, without anything of ours in between.</summary>
    public static async Task<Reached> PgBenchAsync(string database, string script, int connections)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, script);
        var at = new NpgsqlConnectionStringBuilder(database);
        var log = Path.Combine(Path.GetTempPath(), $"pgbench-{Guid.CreateVersion7():N}");
        var said = await RunAsync(
            PgBench(),
            ["-n", "-M", "prepared", $"-c{connections}", "-j1", $"-T{Seconds}", "-l", $"--log-prefix={log}", "-f", file, "-h", at.Host!, "-p", at.Port.ToString(CultureInfo.InvariantCulture), "-U", at.Username!, at.Database!]);
        var times = new Times();
        foreach (var written in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(log) + "*"))
        {
            foreach (var line in File.ReadLines(written))
            {
                times.Add(TimeSpan.FromMicroseconds(Number(line.Split(' ')[2])));
            }

            File.Delete(written);
        }

        File.Delete(file);

        return new Reached(Number(Tps().Match(said).Groups["value"].Value), times.At(0.5), times.At(0.99), 0);
    }

    private static string PgBench() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetFiles("/usr/lib/postgresql", "pgbench", SearchOption.AllDirectories).Order().LastOrDefault() ?? "pgbench"
        : "pgbench";

    private static async Task<string> RunAsync(string program, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started: install it");
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program}: {await errors} {said}");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>wrk writes <c>812.00us</c>, <c>3.27ms</c>, <c>1.02s</c>.</summary>
    private static double Time(string said, string share)
    {
        var found = Regex.Match(said, $@"{share}\s+([\d.]+)(us|ms|s)", RegexOptions.None, TimeSpan.FromSeconds(1));

        return Number(found.Groups[1].Value) * found.Groups[2].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 };
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<value>[\d.]+)", RegexOptions.None, 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (?<value>\d+)", RegexOptions.None, 1000)]
    private static partial Regex Failed();

    [GeneratedRegex(@"tps = (?<value>[\d.]+)", RegexOptions.None, 1000)]
    private static partial Regex Tps();
}
