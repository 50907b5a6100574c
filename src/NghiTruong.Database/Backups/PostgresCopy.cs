using System.Globalization;
using NghiTruong.Refusals;
using Npgsql;

namespace NghiTruong.Database.Backups;

/// <summary>PostgreSQL's own clients, <c>pg_dump</c> and <c>pg_restore</c>: one consistent snapshot, all work going on. The house lives in the schema <c>public</c>.</summary>
internal sealed class PostgresCopy(string connection) : IDatabaseCopy
{
    private readonly PostgresClient _client = new(connection);

    public string Engine => "postgres";

    public string FileName => "database.pgdump";

    public async Task<Result> CopyAsync(string to, CancellationToken ct) =>
        await _client.RunAsync("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--schema=public", $"--file={to}"], ct);

    public async Task<bool> HoldsAnythingAsync(CancellationToken ct) =>
        await AskAsync<long>("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')", ct) > 0;

    public async Task<Result<string?>> PutAsync(string copy, DateTime now, CancellationToken ct)
    {
        NpgsqlConnection.ClearAllPools();
        var isThere = await HoldsAnythingAsync(ct);
        if (isThere && await AskAsync<long>(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'", ct) > 0)
        {
            return new Refusal("restore.inUse");
        }

        var aside = string.Create(CultureInfo.InvariantCulture, $"replaced_{now:yyyyMMddHHmmss}");
        if (isThere)
        {
            await DoAsync($"ALTER SCHEMA public RENAME TO {aside}; CREATE SCHEMA public;", ct);
        }

        var put = await _client.RunAsync("pg_restore", ["--no-owner", "--no-privileges", "--schema=public", "--exit-on-error", "--single-transaction", $"--dbname={_client.Database}", copy], ct);
        if (put.IsRefused)
        {
            if (isThere)
            {
                await DoAsync($"DROP SCHEMA public CASCADE; ALTER SCHEMA {aside} RENAME TO public;", CancellationToken.None);
            }

            return Result<string?>.Refuse(put.Refusals);
        }

        // The planner knows nothing of the tables just filled.
        await DoAsync("ANALYZE", ct);
        NpgsqlConnection.ClearAllPools();

        return Result.Of(isThere ? $"schema {aside}" : null);
    }

    private async Task<T> AskAsync<T>(string statement, CancellationToken ct)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync(ct);
        await using var command = new NpgsqlCommand(statement, open);

        return (T)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task DoAsync(string statement, CancellationToken ct)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync(ct);
        await using var command = new NpgsqlCommand(statement, open) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
