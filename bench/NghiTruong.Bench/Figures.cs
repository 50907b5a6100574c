using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace NghiTruong.Bench;

/// <summary>One measured figure beside what is owed and what the engine alone does in the same run.</summary>
/// <param name="IsMet">Null where nothing is owed.</param>
internal sealed record Figure(string Work, string Owed, string Reached, string Raw, bool? IsMet);

/// <summary>Collects the figures of a run and writes them as the table of <c>docs/performance.md</c>.</summary>
internal sealed class Figures
{
    private readonly List<Figure> _figures = [];

    public void Add(string work, string owed, string reached, string raw, bool? isMet)
    {
        var figure = new Figure(work, owed, reached, raw, isMet);
        _figures.Add(figure);
        Console.WriteLine($"  {work}: {reached} (owed {owed}; raw {raw}){(isMet == false ? "  NOT REACHED" : "")}");
    }

    public string Table()
    {
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"Machine: {Environment.ProcessorCount} cores, {Memory()}, {RuntimeInformation.OSDescription}, .NET {Environment.Version}.");
        table.AppendLine();
        table.AppendLine("| Work | Owed | Reached | Raw, same run | |");
        table.AppendLine("|---|---|---|---|---|");
        foreach (var f in _figures)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"| {f.Work} | {f.Owed} | {f.Reached} | {f.Raw} | {f.IsMet switch { true => "reached", false => "**not reached**", null => "" }} |");
        }

        return table.ToString();
    }

    private static string Memory() => File.Exists("/proc/meminfo")
        ? $"{long.Parse(File.ReadLines("/proc/meminfo").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024 / 1024} GiB"
        : "memory unknown";
}

/// <summary>Times in milliseconds, and the shares of them.</summary>
internal sealed class Times
{
    private readonly List<double> _all = [];

    public int Count => _all.Count;

    public void Add(TimeSpan time) => _all.Add(time.TotalMilliseconds);

    public double At(double share)
    {
        _all.Sort();

        return _all[(int)((_all.Count - 1) * share)];
    }

    public string Spread() => string.Create(CultureInfo.InvariantCulture, $"p50 {At(0.5):0.0} ms, p95 {At(0.95):0.0} ms, p99 {At(0.99):0.0} ms");
}
