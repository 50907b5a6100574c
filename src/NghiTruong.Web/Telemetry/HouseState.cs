using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Notifications;
using NghiTruong.Operations;

namespace NghiTruong.Web.Telemetry;

/// <summary>What waits in the house, looked at four times a minute: how late the outbox is, failed work, jobs in error, letters waiting or of unknown fate.</summary>
internal sealed class HouseState : BackgroundService
{
    public const string MeterName = "NghiTruong.State";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private readonly IDbContextFactory<Db> _contexts;
    private readonly TimeProvider _clock;
    private readonly Meter _meter = new(MeterName);
    private volatile Seen _seen = new(0, 0, 0, 0, 0, 0);

    public HouseState(IDbContextFactory<Db> contexts, TimeProvider clock)
    {
        (_contexts, _clock) = (contexts, clock);
        _meter.CreateObservableGauge("nghitruong.outbox.lag", () => _seen.LagSeconds, "s", "How long the oldest piece of due slow work has waited");
        _meter.CreateObservableGauge("nghitruong.outbox.due", () => _seen.Due, "{message}", "Pieces of slow work that are due");
        _meter.CreateObservableGauge("nghitruong.outbox.failing", () => _seen.Failing, "{message}", "Pieces of slow work whose last attempt failed");
        _meter.CreateObservableGauge("nghitruong.job.failing", () => _seen.FailingJobs, "{job}", "Jobs whose last run failed");
        _meter.CreateObservableGauge("nghitruong.mail.waiting", () => _seen.MailWaiting, "{mail}", "Letters waiting to be mailed");
        _meter.CreateObservableGauge("nghitruong.mail.unknown", () => _seen.MailUnknown, "{mail}", "Letters whose fate a person has to find out");
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    internal async Task LookAsync(CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var now = _clock.Now;
        var due = db.Set<OutboxMessage>().Where(m => m.DueAt <= now);
        var oldest = await due.OrderBy(m => m.DueAt).Select(m => (DateTime?)m.DueAt).FirstOrDefaultAsync(ct);
        _seen = new Seen(
            oldest is { } since ? Math.Max(0, (now - since).TotalSeconds) : 0,
            await due.CountAsync(ct),
            await db.Set<OutboxMessage>().CountAsync(m => m.LastError != null, ct),
            await db.Set<ScheduledJob>().CountAsync(j => j.LastError != null, ct),
            await db.Set<MailMessage>().CountAsync(m => m.State == MailState.Waiting, ct),
            await db.Set<MailMessage>().CountAsync(m => m.State == MailState.Unknown, ct));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            do
            {
                try
                {
                    await LookAsync(stoppingToken);
                }
                catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
                {
                    // A database that is away shows in its own telemetry; the last figures stand.
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The house is closing.
        }
    }

    private sealed record Seen(double LagSeconds, long Due, long Failing, long FailingJobs, long MailWaiting, long MailUnknown);
}
