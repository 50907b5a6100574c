using Microsoft.EntityFrameworkCore;

namespace NghiTruong.Database;

/// <summary>What is deleted to be forgotten leaves no bytes behind in the file, nor in a backup of its pages.</summary>
public static class Forgetting
{
    /// <summary>From here on this connection overwrites what it deletes (SQLite; PostgreSQL's backups hold no dead rows).</summary>
    public static Task ForgetWhollyAsync(this Db db, CancellationToken ct) =>
        db.Dialect.IsPostgres ? Task.CompletedTask : db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", ct);
}
