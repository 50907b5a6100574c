using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Database;

// tools/migrations/add NAME: scaffolds a migration of that name for both engines.
if (args is not [var name, var projectDirectory])
{
    Console.Error.WriteLine("usage: migrations NAME DATABASE-PROJECT-DIRECTORY");
    return 2;
}

var sqlite = new SqliteDb((DbContextOptions<SqliteDb>)SqliteDb.Configure(new DbContextOptionsBuilder<SqliteDb>(), "design.db").Options);
var postgres = new PostgresDb((DbContextOptions<PostgresDb>)PostgresDb.Configure(new DbContextOptionsBuilder<PostgresDb>(), "Host=design").Options);
foreach (var db in new Db[] { sqlite, postgres })
{
    var folder = db.Dialect.IsPostgres ? "Postgres" : "Sqlite";
    var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(db);
    if (db.Dialect.IsPostgres)
    {
        new Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal.NpgsqlDesignTimeServices().ConfigureDesignTimeServices(services);
    }
    else
    {
        new Microsoft.EntityFrameworkCore.Sqlite.Design.Internal.SqliteDesignTimeServices().ConfigureDesignTimeServices(services);
    }

    using var scope = services.BuildServiceProvider().CreateScope();
    var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
    var migration = scaffolder.ScaffoldMigration(name, "NghiTruong.Database", $"Migrations.{folder}");
    scaffolder.Save(projectDirectory, migration, Path.Combine(projectDirectory, "Migrations", folder));
    Console.WriteLine($"{folder}: {migration.MigrationId}");
}

return 0;
