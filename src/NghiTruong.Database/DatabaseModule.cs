using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Database.Backups;
using NghiTruong.Operations;
using Npgsql;

namespace NghiTruong.Database;

/// <summary>Which engine, and where.</summary>
public sealed record DatabaseChoice
{
    /// <param name="connection">A PostgreSQL connection string (<c>Host=...</c>), an address <c>postgres://user:password@host:port/database</c>, or a SQLite file.</param>
    public DatabaseChoice(string connection) =>
        Connection = connection.StartsWith("postgres://", StringComparison.Ordinal) || connection.StartsWith("postgresql://", StringComparison.Ordinal)
            ? FromAddress(new Uri(connection))
            : connection;

    public string Connection { get; }

    public bool IsPostgres => Connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    private static string FromAddress(Uri address)
    {
        var (user, password) = address.UserInfo.Split(':', 2) is [var name, var secret] ? (name, secret) : (address.UserInfo, "");

        return new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.IsDefaultPort || address.Port < 0 ? 5432 : address.Port,
            Username = Uri.UnescapeDataString(user),
            Password = Uri.UnescapeDataString(password),
            Database = address.AbsolutePath.Trim('/'),
        }.ToString();
    }
}

/// <summary>Registers the context of the chosen engine: pooled, by factory for operations, one a request for lists.</summary>
public static class DatabaseModule
{
    static DatabaseModule()
    {
        Transient.Add(SqliteDb.IsTransient);
        Transient.Add(PostgresDb.IsTransient);
    }

    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseChoice choice)
    {
        services.AddSingleton(choice);
        if (choice.IsPostgres)
        {
            services.AddPooledDbContextFactory<PostgresDb>(o => Quiet(PostgresDb.Configure(o, choice.Connection)));
            services.AddSingleton<IDbContextFactory<Db>, Factory<PostgresDb>>();
        }
        else
        {
            services.AddPooledDbContextFactory<SqliteDb>(o => Quiet(SqliteDb.Configure(o, choice.Connection)));
            services.AddSingleton<IDbContextFactory<Db>, Factory<SqliteDb>>();
        }

        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<Db>>().CreateDbContext());
        services.AddSingleton<SchemaUpdate>();
        services.AddSingleton<IDatabaseCopy>(choice.IsPostgres ? new PostgresCopy(choice.Connection) : new SqliteCopy(choice.Connection));
        services.AddSingleton<BackupWriter>();
        services.AddSingleton<Restoring>();

        return services;
    }

    /// <summary>"Up to a hundred" is counted without an order on purpose: any hundred will do.</summary>
    /// <remarks>A context never leaves its operation or its list, so EF need not watch for two threads in it.</remarks>
    private static void Quiet(DbContextOptionsBuilder options) =>
        options.EnableThreadSafetyChecks(false).ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    private sealed class Factory<T>(IDbContextFactory<T> inner) : IDbContextFactory<Db>
        where T : Db
    {
        public Db CreateDbContext() => inner.CreateDbContext();

        public async Task<Db> CreateDbContextAsync(CancellationToken cancellationToken = default) => await inner.CreateDbContextAsync(cancellationToken);
    }
}
