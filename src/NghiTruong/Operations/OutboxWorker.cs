using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NghiTruong.Database;

namespace NghiTruong.Operations;

/// <summary>
/// Reads the outbox and the schedule on this node. Claims are leases: a killed node's work is taken over when its lease runs out.
/// Done messages are deleted; failed ones wait longer each time and keep their last error for a person to see.
/// </summary>
public sealed class OutboxWorker(
    IDbContextFactory<Db> contexts, IEnumerable<IOutboxHandler> handlers, IEnumerable<IJob> jobs, TimeProvider clock, ILogger<OutboxWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private const int Batch = 200;
    private readonly string _node = $"{Environment.MachineName}-{Environment.ProcessId}";

    /// <summary>Does everything that is due now; returns how many messages were handled. Tests and the command line call it directly.</summary>
    public async Task<int> RunOnceAsync(CancellationToken ct)
    {
        var handled = 0;
        foreach (var handler in handlers)
        {
            handled += await HandleKindAsync(handler, ct);
        }

        foreach (var job in jobs)
        {
            await RunJobAsync(job, ct);
        }

        return handled;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var started = Stopwatch.GetTimestamp();
                var handled = await RunOnceAsync(stoppingToken);
                await Task.Delay(handled > 0 ? Breath(Stopwatch.GetElapsedTime(started)) : Pause, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "The outbox could not be read; trying again");
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    /// <summary>The brake: a rest half as long as the work took, so that ten thousand imported rows leave people a part of every second. As long a rest as the work let the search fall 5.4 s behind.</summary>
    private static TimeSpan Breath(TimeSpan worked) => TimeSpan.FromMilliseconds(Math.Clamp(worked.TotalMilliseconds / 2, 50, 250));

    private async Task<int> HandleKindAsync(IOutboxHandler handler, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var messages = await ClaimAsync(db, handler.Kind, ct);
        if (messages.Count == 0)
        {
            return 0;
        }

        var ids = messages.Select(m => m.Id).ToList();
        var started = Stopwatch.GetTimestamp();
        var failed = false;
        try
        {
            await handler.HandleAsync(messages, ct);
            await db.Set<OutboxMessage>().Where(m => ids.Contains(m.Id)).ExecuteDeleteAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failed = true;
            log.LogWarning(e, "Outbox work {Kind} failed for {Count} messages", handler.Kind, messages.Count);
            var later = clock.Now.AddSeconds(Math.Min(3600, 5 * Math.Pow(2, messages.Max(m => m.Attempts))));
            await db.Set<OutboxMessage>().Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.DueAt, later).SetProperty(m => m.LeasedUntil, (DateTime?)null).SetProperty(m => m.LastError, e.Message), ct);
        }

        HouseMeter.Work(started, handler.Kind, failed);

        return messages.Count;
    }

    private async Task<List<OutboxMessage>> ClaimAsync(Db db, string kind, CancellationToken ct)
    {
        var now = clock.Now;
        var until = now + Lease;
        var claim = Guid.CreateVersion7().ToString("N");
        var statement =
            $$"""
            UPDATE outbox_message SET leased_until = {0}, leased_by = {1}, attempts = attempts + 1
            WHERE id IN (SELECT id FROM outbox_message WHERE kind = {2} AND due_at <= {3} AND (leased_until IS NULL OR leased_until < {3})
                         ORDER BY due_at LIMIT {{Batch}} {{db.Dialect.SkipLocked}})
            """;
        var claimed = await db.Database.ExecuteSqlRawAsync(statement, [until, $"{_node}-{claim}", kind, now], ct);
        if (claimed == 0)
        {
            return [];
        }

        return await db.Set<OutboxMessage>().AsNoTracking().Where(m => m.Kind == kind && m.LeasedBy == $"{_node}-{claim}").OrderBy(m => m.Id).ToListAsync(ct);
    }

    private async Task RunJobAsync(IJob job, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.Now;
        var schedule = db.Set<ScheduledJob>().Where(j => j.Name == job.Name);
        var mine = await schedule
            .Where(j => j.DueAt <= now && (j.LeasedUntil == null || j.LeasedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, now + Lease).SetProperty(j => j.LeasedBy, _node), ct);
        if (mine == 0)
        {
            await EnterAsync(db, job, now, ct);

            return;
        }

        string? error = null;
        var started = Stopwatch.GetTimestamp();
        try
        {
            await job.RunAsync(now, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            error = e.Message;
            log.LogError(e, "Job {Job} failed", job.Name);
        }

        HouseMeter.Work(started, job.Name, error is not null);

        await schedule.ExecuteUpdateAsync(
            set => set
                .SetProperty(j => j.DueAt, now + job.Every)
                .SetProperty(j => j.LeasedUntil, (DateTime?)null)
                .SetProperty(j => j.LastRunAt, now)
                .SetProperty(j => j.LastError, error),
            ct);
    }

    private static async Task EnterAsync(Db db, IJob job, DateTime now, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"INSERT INTO scheduled_job (name, due_at) VALUES ({job.Name}, {now}) ON CONFLICT (name) DO NOTHING", ct);
}
