using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace NghiTruong.Database;

/// <summary>The context on PostgreSQL 15 or later: as many stateless nodes as wanted.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : Db(options)
{
    public override SqlDialect Dialect => SqlDialect.Postgres;

    /// <summary>
    /// Statements that come again are prepared by themselves, and nothing of a session outlives an operation, so connections need no reset. Whoever pools in between
    /// (PgBouncer by transaction) says <c>Max Auto Prepare=0</c> in the connection, which prevails.
    /// </summary>
    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql($"Max Auto Prepare=200;Auto Prepare Min Usages=3;No Reset On Close=true;{connection}");

    internal static bool IsTransient(Exception e) => e is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable,
    };
}
