using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Refusals;

namespace NghiTruong.Operations;

/// <summary>
/// Runs an operation: one transaction that loads, decides, changes, records events, and commits, or is refused and leaves nothing behind.
/// It is run again whole when the engine asks for it (a busy SQLite file, a deadlock, a record changed in between).
/// </summary>
public sealed class OperationRunner(IDbContextFactory<Db> contexts, CommitSteps steps, TimeProvider clock, ILogger<OperationRunner> log)
{
    private const int Attempts = 8;

    /// <summary>Runs the act. Refusals roll back; anything unexpected is thrown after the roll-back.</summary>
    public async Task<Result<T>> RunAsync<T>(Acting acting, Func<Work, CancellationToken, Task<Result<T>>> act, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await TryAsync(acting, act, ct);
                HouseMeter.Operation(started, result.IsRefused ? "refused" : "done");

                return result;
            }
            catch (Exception e) when (attempt < Attempts && IsWorthAnotherTry(e))
            {
                log.LogDebug(e, "Operation is run again, attempt {Attempt}", attempt);
                await Task.Delay(TimeSpan.FromMilliseconds(5 * attempt * attempt), ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                HouseMeter.Operation(started, "failed");
                throw;
            }
        }
    }

    /// <summary>The same for an act that returns nothing but done or refused.</summary>
    public async Task<Result> RunAsync(Acting acting, Func<Work, CancellationToken, Task<Result>> act, CancellationToken ct)
    {
        var result = await RunAsync<bool>(
            acting,
            async (work, token) => await act(work, token) is { IsRefused: true } refused ? Result<bool>.Refuse(refused.Refusals) : true,
            ct);

        return result.IsRefused ? Result.Refuse(result.Refusals) : Result.Done;
    }

    private static bool IsWorthAnotherTry(Exception e) => e switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => Transient.Judges.Any(judge => judge(inner)),
        _ => Transient.Judges.Any(judge => judge(e)),
    };

    private async Task<Result<T>> TryAsync<T>(Acting acting, Func<Work, CancellationToken, Task<Result<T>>> act, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // An operation is run again whole or not at all: a savepoint would only cost two round trips.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var work = new Work(db, acting, clock);
        var result = await act(work, ct);
        if (result.IsRefused)
        {
            return result;
        }

        await steps.RunAsync(work, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return result;
    }
}

/// <summary>Which exceptions of an engine mean "try the whole operation again"; each engine adds its own at start.</summary>
public static class Transient
{
    internal static List<Func<Exception, bool>> Judges { get; } = [];

    public static void Add(Func<Exception, bool> judge)
    {
        lock (Judges)
        {
            Judges.Add(judge);
        }
    }
}
