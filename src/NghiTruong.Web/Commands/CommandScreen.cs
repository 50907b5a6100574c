using NghiTruong.Refusals;
using NghiTruong.Texts;

namespace NghiTruong.Web.Commands;

/// <summary>What a command says, in the language of the shell: results to the output, reasons and progress to the error stream.</summary>
public sealed class CommandScreen(TextTable texts, TextWriter output, TextWriter error)
{
    private const int Width = 40;
    private int _shown = -1;

    public void Say(string code, params object[] values) => output.WriteLine(Text(code, values));

    /// <summary>A line as it stands: a token, a code, a figure.</summary>
    public void SayPlain(string line) => output.WriteLine(line);

    public int Refuse(IEnumerable<Refusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            error.WriteLine(Text(refusal.Code, refusal.Values));
        }

        return ExitCode.Refused;
    }

    public int Refuse(string code, params object[] values) => Refuse([new Refusal(code, null, values)]);

    /// <summary>A bar that grows in place on a terminal, and one line per tenth in a log.</summary>
    public IProgress<double> Bar(string code) => new Progress(this, texts[code]);

    /// <summary>The same for a known number of steps.</summary>
    public IProgress<long> Bar(string code, long steps) => new Steps(Bar(code), steps);

    /// <summary>A text without values may hold braces of its own.</summary>
    private string Text(string code, object[] values) => values.Length == 0 ? texts[code] : texts[code, values];

    private void Show(string label, double share)
    {
        var percent = (int)(Math.Clamp(share, 0, 1) * 100);
        if (percent == _shown || (Console.IsErrorRedirected && percent / 10 == _shown / 10 && _shown >= 0 && percent >= _shown))
        {
            return;
        }

        _shown = percent;
        var done = percent * Width / 100;
        var line = $"{label} [{new string('#', done)}{new string('.', Width - done)}] {percent,3} %";
        error.Write(Console.IsErrorRedirected ? line + "\n" : "\r" + line + (percent == 100 ? "\n" : ""));
    }

    /// <summary>At once, in order: the framework's own Progress posts to the thread pool.</summary>
    private sealed class Progress(CommandScreen screen, string label) : IProgress<double>
    {
        public void Report(double value) => screen.Show(label, value);
    }

    private sealed class Steps(IProgress<double> bar, long steps) : IProgress<long>
    {
        public void Report(long value) => bar.Report(steps > 0 ? (double)value / steps : 1);
    }
}
