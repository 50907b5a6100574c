using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace NghiTruong.Database;

/// <summary>The context on PostgreSQL 15 or later: as many stateless nodes as wanted.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : Db(options)
{
    public override SqlDialect Dialect => SqlDialect.Postgres;

    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connection) => options.UseNpgsql(connection);

    internal static bool IsTransient(Exception e) => e is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable,
    };
}
