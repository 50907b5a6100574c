using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NghiTruong.Database;
using Npgsql;
using Xunit.Sdk;
using Xunit.v3;

namespace NghiTruong.Support;

/// <summary>The two engines every database test runs on.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>Runs a theory once per engine. A missing PostgreSQL fails the tests: <c>./test</c> starts one, else name it in NGHITRUONG_TEST_DATABASE.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EnginesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow(Engine.Sqlite), new TheoryDataRow(Engine.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>A fresh, migrated database of its own on an engine; copied from a template migrated once per test run.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Engine, Lazy<Task<string>>> Templates = new();
    private static readonly SemaphoreSlim Copying = new(1);
    private readonly Func<ValueTask> _drop;

    private TestDatabase(Engine engine, string connection, Func<ValueTask> drop)
    {
        Engine = engine;
        Connection = connection;
        _drop = drop;
    }

    public Engine Engine { get; }

    public string Connection { get; }

    public static async Task<TestDatabase> CreateAsync(Engine engine)
    {
        var template = await Templates.GetOrAdd(engine, e => new Lazy<Task<string>>(() => MakeTemplateAsync(e))).Value;

        return engine == Engine.Sqlite ? CopySqlite(template) : await CopyPostgresAsync(template);
    }

    /// <summary>A place for a database: nothing in it, not even a schema.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(Engine engine)
    {
        var name = $"nt_{Guid.CreateVersion7():N}";
        if (engine == Engine.Postgres)
        {
            return new TestDatabase(engine, await CreatePostgresAsync(name, null), () => DropAsync(name));
        }

        return AtFile(Path.Combine(Path.GetTempPath(), $"{name}.db"));
    }

    public ValueTask DisposeAsync() => _drop();

    private static string Server() =>
        Environment.GetEnvironmentVariable("NGHITRUONG_TEST_DATABASE")
        ?? throw new InvalidOperationException("No PostgreSQL for the tests: run ./test, or name one in NGHITRUONG_TEST_DATABASE (Host=...;Username=...;Database=postgres)");

    private static async Task<string> MakeTemplateAsync(Engine engine)
    {
        var name = $"nt_template_{Guid.CreateVersion7():N}";
        var connection = engine == Engine.Sqlite ? Path.Combine(Path.GetTempPath(), $"{name}.db") : await CreatePostgresAsync(name, null);
        await MigrateAsync(connection);
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Forget(engine, name, connection);

        return engine == Engine.Sqlite ? connection : name;
    }

    private static async Task MigrateAsync(string connection)
    {
        await using var services = new ServiceCollection().AddLogging().AddDatabase(new DatabaseChoice(connection)).BuildServiceProvider();
        await services.GetRequiredService<SchemaUpdate>().RunAsync(CancellationToken.None);
    }

    private static TestDatabase CopySqlite(string template)
    {
        var copy = Path.Combine(Path.GetTempPath(), $"nt_{Guid.CreateVersion7():N}.db");
        File.Copy(template, copy);

        return AtFile(copy);
    }

    private static TestDatabase AtFile(string path) => new(Engine.Sqlite, path, () =>
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"))
        {
            File.Delete(file);
        }

        return ValueTask.CompletedTask;
    });

    private static async Task<TestDatabase> CopyPostgresAsync(string template)
    {
        var name = $"nt_{Guid.CreateVersion7():N}";
        // PostgreSQL copies one template at a time.
        await Copying.WaitAsync();
        try
        {
            return new TestDatabase(Engine.Postgres, await CreatePostgresAsync(name, template), () => DropAsync(name));
        }
        finally
        {
            Copying.Release();
        }
    }

    private static async Task<string> CreatePostgresAsync(string name, string? template)
    {
        await using var server = new NpgsqlConnection(Server());
        await server.OpenAsync();
        await using var create = server.CreateCommand();
        create.CommandText = template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template}";
        await create.ExecuteNonQueryAsync();

        return new NpgsqlConnectionStringBuilder(Server()) { Database = name, MaxPoolSize = 20 }.ToString();
    }

    private static async ValueTask DropAsync(string name)
    {
        await using var server = new NpgsqlConnection(Server());
        await server.OpenAsync();
        await using var drop = server.CreateCommand();
        drop.CommandText = $"DROP DATABASE IF EXISTS {name} WITH (FORCE)";
        await drop.ExecuteNonQueryAsync();
    }

    private static void Forget(Engine engine, string name, string connection)
    {
        if (engine == Engine.Sqlite)
        {
            File.Delete(connection);

            return;
        }

        using var server = new NpgsqlConnection(Server());
        server.Open();
        using var drop = server.CreateCommand();
        drop.CommandText = $"DROP DATABASE IF EXISTS {name} WITH (FORCE)";
        drop.ExecuteNonQuery();
    }
}

/// <summary>A clock that stands still until it is moved.</summary>
public sealed class FakeClock(DateTime utcNow) : TimeProvider
{
    private DateTime _now = utcNow;

    public override DateTimeOffset GetUtcNow() => new(_now, TimeSpan.Zero);

    public void Move(TimeSpan by) => _now += by;

    /// <summary>Sets the civil date, at 9 in the morning in Vietnam.</summary>
    public void SetDay(DateOnly day) => _now = new DateTime(day, new TimeOnly(2, 0), DateTimeKind.Utc);
}
