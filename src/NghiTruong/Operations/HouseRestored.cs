using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Refusals;

namespace NghiTruong.Operations;

/// <summary>The database was put back from a backup; in the nation's chain.</summary>
/// <param name="BackupAt">UTC instant the backup shows.</param>
public sealed record HouseRestored(Subject Subject, string BackupAt, int ErasuresDoneAgain) : HouseEvent(Subject)
{
    public override string Code => "house.restored";
}

/// <summary>What has to happen in a restored database before anybody works with it.</summary>
public sealed class AfterRestore(OperationRunner operations, Erasure erasure, IEnumerable<IAfterRestore> rooms, IDbContextFactory<Db> contexts)
{
    /// <returns>How many erasures were done again.</returns>
    public async Task<int> RunAsync(DateTime backupAt, IReadOnlyList<ErasureRecord> erasures, CancellationToken ct)
    {
        var again = await erasure.ReplayAsync(erasures, ct);
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            foreach (var room in rooms)
            {
                await room.RunAsync(db, ct);
            }
        }

        var at = backupAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        await operations.RunAsync(Acting.System, (work, _) =>
        {
            work.Record(new HouseRestored(new Subject("house", Guid.Empty, null, Guid.Empty), at, again), Acting.System.Capacities[0]);

            return Task.FromResult(Result.Done);
        }, ct);

        return again;
    }
}

/// <summary>A room's part: what a backup shows as still to be done, and may have been done since.</summary>
public interface IAfterRestore
{
    Task RunAsync(Db db, CancellationToken ct);
}
