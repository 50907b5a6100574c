using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using NghiTruong.Refusals;
using Npgsql;

namespace NghiTruong.Database.Backups;

/// <summary>Runs a client program of PostgreSQL against the house's database. The password goes by the environment, which other users of the machine cannot read.</summary>
internal sealed class PostgresClient(string connection)
{
    private readonly NpgsqlConnectionStringBuilder _to = new(connection);

    public string Database => _to.Database ?? "";

    /// <returns>Refusals <c>backup.clientMissing</c> (which, and how to get it), <c>backup.failed</c> with what the program said.</returns>
    public async Task<Result> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(Find(program), arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in Environment().Where(v => v.Value is { Length: > 0 }))
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            await using var stop = ct.Register(() => process.Kill(entireProcessTree: true));
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var said = await process.StandardError.ReadToEndAsync(CancellationToken.None);
            await output;
            await process.WaitForExitAsync(CancellationToken.None);
            ct.ThrowIfCancellationRequested();

            return process.ExitCode == 0 ? Result.Done : new Refusal("backup.failed", null, said.Trim());
        }
        catch (Win32Exception)
        {
            return new Refusal("backup.clientMissing", null, program);
        }
    }

    /// <summary>On the path, else the newest that Debian keeps apart by version: an older client refuses a newer server.</summary>
    private static string Find(string program)
    {
        var onPath = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        const string versions = "/usr/lib/postgresql";

        return onPath ?? (Directory.Exists(versions) ? Directory.GetDirectories(versions) : [])
            .OrderByDescending(folder => double.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin", program))
            .FirstOrDefault(File.Exists) ?? program;
    }

    private Dictionary<string, string?> Environment() => new()
    {
        ["PGHOST"] = string.Join(',', Hosts().Select(h => h.Host)),
        ["PGPORT"] = string.Join(',', Hosts().Select(h => h.Port)),
        ["PGUSER"] = _to.Username,
        ["PGDATABASE"] = _to.Database,
        ["PGPASSWORD"] = _to.Password,
        ["PGPASSFILE"] = _to.Passfile,
        ["PGSSLMODE"] = _to.SslMode switch
        {
            SslMode.Disable => "disable",
            SslMode.Allow => "allow",
            SslMode.Require => "require",
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            _ => "prefer",
        },
        ["PGSSLROOTCERT"] = _to.RootCertificate,
        // Several hosts in the connection: only the primary may be restored to, and it is the freshest to dump.
        ["PGTARGETSESSIONATTRS"] = _to.Host?.Contains(',', StringComparison.Ordinal) == true ? "read-write" : null,
    };

    /// <summary>Npgsql writes several servers as <c>db1:5432,db2:5433</c>; the clients want two lists.</summary>
    private IEnumerable<(string Host, string Port)> Hosts()
    {
        var port = _to.Port.ToString(CultureInfo.InvariantCulture);

        return (_to.Host ?? "").Split(',').Select(h => h.Split(':') is [var host, var own] ? (host, own) : (h, port));
    }
}
