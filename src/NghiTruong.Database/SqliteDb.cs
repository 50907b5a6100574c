using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NghiTruong.Database;

/// <summary>The context on SQLite: one file serves a commune.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : Db(options)
{
    public override SqlDialect Dialect => SqlDialect.Sqlite;

    /// <summary>Options for a connection string or a bare file name.</summary>
    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connection) => options
        .UseSqlite(connection.Contains('=') ? connection : new SqliteConnectionStringBuilder { DataSource = connection, ForeignKeys = true }.ToString())
        .AddInterceptors(Pragmas.Instance);

    /// <summary>5 busy, 6 locked: another writer (the command line writes too) had the file.</summary>
    internal static bool IsTransient(Exception e) => e is SqliteException { SqliteErrorCode: 5 or 6 };

    private sealed class Pragmas : DbConnectionInterceptor
    {
        public static readonly Pragmas Instance = new();

        // A public register must survive a power cut: FULL, not NORMAL.
        private const string Reading = "PRAGMA busy_timeout=5000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;";
        private const string Settings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; " + Reading;

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = SettingsOf(connection);
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = SettingsOf(connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        // EF looks whether a database exists through a connection that may not write, so not set WAL either: a copy put back by hand is not in WAL yet.
        private static string SettingsOf(DbConnection connection) =>
            connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase) ? Reading : Settings;
    }
}
