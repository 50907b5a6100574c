using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NghiTruong.Law;
using NghiTruong.Verification.Register;

namespace NghiTruong.Database;

/// <summary>
/// Brings the schema up to date at start: only when something is pending, once though several nodes start together, under a lock that dies with its
/// holder (an advisory lock of the session on PostgreSQL, a lock on a file beside the database on SQLite). The SQLite file is copied before.
/// </summary>
public sealed class SchemaUpdate(IDbContextFactory<Db> contexts, ILogger<SchemaUpdate> log)
{
    private const long LockKey = 0x4E54_5343_4845_4D41;

    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (db.Dialect.IsPostgres)
        {
            await OnPostgresAsync(db, ct);
        }
        else
        {
            await OnSqliteAsync(db, ct);
        }
    }

    private async Task OnPostgresAsync(Db db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({LockKey})", ct);
        try
        {
            await MigrateAsync(db, ct);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({LockKey})", CancellationToken.None);
        }
    }

    private async Task OnSqliteAsync(Db db, CancellationToken ct)
    {
        var file = Path.GetFullPath(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
        KeepPrivate(file);
        await using var guard = await LockFileAsync(file + ".migrating", ct);
        var pending = await db.Database.GetPendingMigrationsAsync(ct);
        if (pending.Any() && File.Exists(file) && new FileInfo(file).Length > 0)
        {
            await CopyAsync(db, $"{file}.before-{pending.First()}", ct);
        }

        await ForgetStaleLockAsync(db, ct);
        await MigrateAsync(db, ct);
    }

    /// <summary>
    /// Voters' names and hashes of passwords lie in it: a folder and a file made here are their owner's alone, whatever the umask. SQLite gives its journal the file's own rights.
    /// What stands already keeps the rights its keeper gave it.
    /// </summary>
    private static void KeepPrivate(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);

            return;
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (!File.Exists(file))
        {
            using var made = new FileStream(file, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.ReadWrite,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
    }

    private static async Task<FileStream> LockFileAsync(string path, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.None);
            }
            catch (IOException)
            {
                await Task.Delay(100, ct);
            }
        }
    }

    private static async Task CopyAsync(Db db, string copy, CancellationToken ct)
    {
        if (!File.Exists(copy))
        {
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", ct);
        }
    }

    /// <summary>EF's own lock on SQLite is a row that a killed process leaves behind; whoever holds our file lock may clear it.</summary>
    private static async Task ForgetStaleLockAsync(Db db, CancellationToken ct)
    {
        var tables = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").ToListAsync(ct);
        if (tables[0] > 0)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", ct);
        }
    }

    private async Task MigrateAsync(Db db, CancellationToken ct)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        if (pending.Count > 0)
        {
            log.LogInformation("Updating the schema: {Migrations}", string.Join(", ", pending));
            await db.Database.MigrateAsync(ct);

            // A new table of rules is shipped filled; what an office has changed is left alone.
            await RuleBook.SeedAsync(db, ct);
            await LegalRegister.SeedAsync(db, ct);
        }

        await EngineScript.RunAsync(db, again: pending.Count > 0, ct);
    }
}
