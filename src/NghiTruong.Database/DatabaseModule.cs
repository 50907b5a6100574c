using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Operations;

namespace NghiTruong.Database;

/// <summary>Which engine, and where.</summary>
/// <param name="Connection">A PostgreSQL connection string (<c>Host=...</c> or <c>postgres://</c>), or a SQLite file.</param>
public sealed record DatabaseChoice(string Connection)
{
    public bool IsPostgres => Connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);
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

        return services;
    }

    /// <summary>"Up to a hundred" is counted without an order on purpose: any hundred will do.</summary>
    private static void Quiet(DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    private sealed class Factory<T>(IDbContextFactory<T> inner) : IDbContextFactory<Db>
        where T : Db
    {
        public Db CreateDbContext() => inner.CreateDbContext();

        public async Task<Db> CreateDbContextAsync(CancellationToken cancellationToken = default) => await inner.CreateDbContextAsync(cancellationToken);
    }
}
