using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Database;
using NghiTruong.Law;
using NghiTruong.Support;
using Npgsql;

namespace NghiTruong.Tests.Database;

public sealed class StartTogetherTests
{
    private const long SchemaLock = 0x4E54_5343_4845_4D41;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Nodes_that_start_together_apply_the_schema_once(Engine engine)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(engine);
        var nodes = Enumerable.Range(0, 5).Select(_ => NodeOn(database)).ToList();

        await Task.WhenAll(nodes.Select(node => Task.Run(() => node.GetRequiredService<SchemaUpdate>().RunAsync(Ct), Ct)));

        await using var db = nodes[0].GetRequiredService<IDbContextFactory<Db>>().CreateDbContext();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Ct));
        var rules = await db.Set<DeadlineRule>().Select(r => new { r.Code, r.Tier, r.ValidFrom }).ToListAsync(Ct);
        Assert.NotEmpty(rules);
        Assert.Equal(rules.Count, rules.Distinct().Count());
        Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT CAST(COUNT(*) AS int) AS \"Value\" FROM engine_script").SingleAsync(Ct));
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task On_postgres_the_lock_of_a_killed_node_dies_with_it()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(Engine.Postgres);
        await using var node = NodeOn(database);
        await using var killed = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.Connection) { Pooling = false }.ToString());
        await killed.OpenAsync(Ct);
        await using (var take = new NpgsqlCommand($"SELECT pg_advisory_lock({SchemaLock})", killed))
        {
            await take.ExecuteNonQueryAsync(Ct);
        }

        var start = Task.Run(() => node.GetRequiredService<SchemaUpdate>().RunAsync(Ct), Ct);
        await Task.Delay(500, Ct);
        Assert.False(start.IsCompleted);
        await using (var server = new NpgsqlConnection(database.Connection))
        {
            await server.OpenAsync(Ct);
            await using var kill = new NpgsqlCommand($"SELECT pg_terminate_backend({killed.ProcessID})", server);
            await kill.ExecuteNonQueryAsync(Ct);
        }

        await start.WaitAsync(TimeSpan.FromSeconds(60), Ct);
    }

    [Fact]
    public async Task On_sqlite_what_a_killed_process_left_behind_locks_nobody_out()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(Engine.Sqlite);
        await File.WriteAllTextAsync(database.Connection + ".migrating", "", Ct);
        await using (var connection = new SqliteConnection($"Data Source={database.Connection}"))
        {
            await connection.OpenAsync(Ct);
            await using var leave = connection.CreateCommand();
            leave.CommandText =
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-09-15 02:00:00');
                """;
            await leave.ExecuteNonQueryAsync(Ct);
        }

        await using var node = NodeOn(database);

        await node.GetRequiredService<SchemaUpdate>().RunAsync(Ct).WaitAsync(TimeSpan.FromSeconds(60), Ct);
    }

    [Fact]
    public async Task A_database_file_put_back_by_hand_is_opened_again()
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);
        await using var place = await TestDatabase.CreateEmptyAsync(Engine.Sqlite);
        await using (var db = house.Db())
        {
            // As the copy before a migration is made; it is not in WAL.
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {place.Connection}", Ct);
        }

        await using var node = NodeOn(place);
        await node.GetRequiredService<SchemaUpdate>().RunAsync(Ct);
        await using var again = node.GetRequiredService<IDbContextFactory<Db>>().CreateDbContext();

        Assert.NotEmpty(await again.Set<NghiTruong.Councils.Council>().ToListAsync(Ct));
    }

    private static ServiceProvider NodeOn(TestDatabase database) =>
        new ServiceCollection().AddLogging().AddDatabase(new DatabaseChoice(database.Connection)).BuildServiceProvider();
}
