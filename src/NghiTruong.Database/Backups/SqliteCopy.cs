using System.Globalization;
using Microsoft.Data.Sqlite;
using NghiTruong.Refusals;

namespace NghiTruong.Database.Backups;

/// <summary>SQLite's online backup: pages as they are, at one instant, while others read and write.</summary>
internal sealed class SqliteCopy(string file) : IDatabaseCopy
{
    /// <summary>Seconds to wait for another user of the file.</summary>
    private const int Patience = 2;

    private readonly string _file = Path.GetFullPath(file);

    public string Engine => "sqlite";

    public string FileName => "database.sqlite";

    public async Task<Result> CopyAsync(string to, CancellationToken ct)
    {
        await using var source = await OpenAsync(_file, SqliteOpenMode.ReadWrite, ct);
        await using var copy = await OpenAsync(to, SqliteOpenMode.ReadWriteCreate, ct);
        await Task.Run(() => source.BackupDatabase(copy), ct);
        // One file, nothing beside it.
        await AskAsync(copy, "PRAGMA journal_mode=DELETE", ct);
        var sound = await AskAsync(copy, "PRAGMA quick_check", ct);

        return sound == "ok" ? Result.Done : new Refusal("backup.failed", null, sound);
    }

    public Task<bool> HoldsAnythingAsync(CancellationToken ct) => Task.FromResult(File.Exists(_file) && new FileInfo(_file).Length > 0);

    public async Task<Result<string?>> PutAsync(string copy, DateTime now, CancellationToken ct)
    {
        SqliteConnection.ClearAllPools();
        var isThere = await HoldsAnythingAsync(ct);
        if (isThere && !await IsLeftAloneAsync(ct))
        {
            return new Refusal("restore.inUse");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        var draft = _file + ".restoring";
        File.Copy(copy, draft, overwrite: true);
        string? aside = null;
        if (isThere)
        {
            aside = string.Create(CultureInfo.InvariantCulture, $"{_file}.replaced-{now:yyyyMMdd'T'HHmmss}");
            File.Move(_file, aside);
        }

        File.Delete(_file + "-wal");
        File.Delete(_file + "-shm");
        File.Move(draft, _file, overwrite: true);

        return Result.Of(aside);
    }

    /// <summary>Leaving WAL is possible only for the sole user of a file; it also brings everything into the one file that is set aside.</summary>
    private async Task<bool> IsLeftAloneAsync(CancellationToken ct)
    {
        await using var connection = await OpenAsync(_file, SqliteOpenMode.ReadWrite, ct);
        try
        {
            return await AskAsync(connection, "PRAGMA journal_mode=DELETE", ct) == "delete";
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6)
        {
            return false;
        }
    }

    private static async Task<SqliteConnection> OpenAsync(string path, SqliteOpenMode mode, CancellationToken ct)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        await connection.OpenAsync(ct);

        return connection;
    }

    private static async Task<string> AskAsync(SqliteConnection connection, string statement, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.CommandTimeout = statement.Contains("quick_check", StringComparison.Ordinal) ? 0 : Patience;

        return Convert.ToString(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture) ?? "";
    }
}
