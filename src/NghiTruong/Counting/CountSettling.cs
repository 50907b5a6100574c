using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Operations;

namespace NghiTruong.Counting;

/// <summary>The day before which everything owed is long late: one row.</summary>
public sealed class SettledDay
{
    public required int Id { get; init; }

    public required DateOnly Day { get; set; }
}

/// <summary>
/// What has been late for more than thirty days stays so on any day to come, so its due day need not be told apart any more: once a month those cells come together into one. Without it a board
/// of the nation would add up a row for every day that anything was ever due.
/// </summary>
public sealed class CountSettling(IDbContextFactory<Db> contexts) : IJob
{
    /// <summary>Stands in the cells for every due day that is settled.</summary>
    public const string LongPast = "1900-01-01";

    private const int Row = 1;

    private static readonly DateOnly Never = new(1900, 1, 1);

    public string Name => "counts.settle";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task RunAsync(DateTime now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var longLate = Lateness.DueDays(Lateness.Over30, now.VietnamDate).To!.Value;
        var settled = new DateOnly(longLate.Year, longLate.Month, 1);
        if (await DayAsync(db, ct) >= settled)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (db.Dialect.IsPostgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({CountFold.FoldLock})", ct);
        }

        var (together, gone) = (CountSql.SettleCells(settled), CountSql.SettledCells(settled));
        await db.Database.ExecuteSqlRawAsync(together, ct);
        await db.Database.ExecuteSqlRawAsync(gone, ct);
        if (await db.Set<SettledDay>().FirstOrDefaultAsync(s => s.Id == Row, ct) is { } row)
        {
            row.Day = settled;
        }
        else
        {
            db.Add(new SettledDay { Id = Row, Day = settled });
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Read under the fold's lock by whoever writes cells.</summary>
    internal static async Task<DateOnly> DayAsync(Db db, CancellationToken ct) =>
        await db.Set<SettledDay>().AsNoTracking().Where(s => s.Id == Row).Select(s => (DateOnly?)s.Day).FirstOrDefaultAsync(ct) ?? Never;
}
