using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace NghiTruong.Database;

/// <summary>
/// What the model cannot say (full text, triggers) is one embedded script per engine, every statement of which may run again. It runs after migrations, which
/// may have rebuilt its tables, and whenever its text has changed; its hash is kept beside the schema.
/// </summary>
internal static class EngineScript
{
    public static async Task RunAsync(Db db, bool again, CancellationToken ct)
    {
        var script = Read(db.Dialect.IsPostgres ? "Postgres.sql" : "Sqlite.sql");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        await db.Database.ExecuteSqlAsync($"CREATE TABLE IF NOT EXISTS engine_script (hash text NOT NULL)", ct);
        var stored = await db.Database.SqlQuery<string>($"SELECT hash AS \"Value\" FROM engine_script").ToListAsync(ct);
        if (!again && stored is [var same] && same == hash)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        // Not through EF, which would read the script's braces as places for values.
        command.CommandText = script;
        await command.ExecuteNonQueryAsync(ct);
        await db.Database.ExecuteSqlAsync($"DELETE FROM engine_script", ct);
        await db.Database.ExecuteSqlAsync($"INSERT INTO engine_script (hash) VALUES ({hash})", ct);
        await transaction.CommitAsync(ct);
    }

    private static string Read(string name)
    {
        using var stream = typeof(EngineScript).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The engine script {name} is not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);

        return reader.ReadToEnd();
    }
}
