using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NghiTruong.Operations;

/// <summary>What the house measures of itself, for whoever listens (the telemetry of the web floor); costs next to nothing when nobody does. No name, code or text of a record goes in.</summary>
public static class HouseMeter
{
    public const string Name = "NghiTruong";

    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Operations = Meter.CreateHistogram<double>("nghitruong.operation.duration", "s", "Operations of the house, by result");
    private static readonly Histogram<double> Jobs = Meter.CreateHistogram<double>("nghitruong.job.duration", "s", "Jobs and outbox work, by name and result");
    private static readonly Counter<long> Mails = Meter.CreateCounter<long>("nghitruong.mail.sent", "{mail}", "Letters by e-mail, by what is known of them");

    /// <param name="started">From <see cref="Stopwatch.GetTimestamp"/>.</param>
    /// <param name="result"><c>done</c>, <c>refused</c> or <c>failed</c>.</param>
    public static void Operation(long started, string result) => Operations.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("result", result));

    /// <param name="name">Of the job, or the kind of outbox work.</param>
    public static void Work(long started, string name, bool failed) => Jobs.Record(
        Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("name", name), new KeyValuePair<string, object?>("result", failed ? "failed" : "done"));

    public static void Mail(string fate) => Mails.Add(1, new KeyValuePair<string, object?>("fate", fate));
}
