using System.Globalization;
using System.Net;
using NghiTruong.Database;
using NghiTruong.Refusals;
using NghiTruong.Web.Commands;

namespace NghiTruong.Web;

/// <summary>How <c>./run</c> was asked to serve. Loopback unless told otherwise; any other address demands a certificate or a proxy before it.</summary>
public sealed record RunOptions
{
    public const string DatabaseVariable = "NGHITRUONG_DATABASE";

    public int Port { get; init; } = 5080;

    /// <summary>Where a clone stands, for the default folders; the present folder when not told.</summary>
    public string Home { get; init; } = ".";

    public string? DataOption { get; init; }

    /// <summary>A PostgreSQL connection; null for SQLite in <see cref="Data"/>.</summary>
    public string? Connection { get; init; }

    public string? FilesOption { get; init; }

    public string? KeysOption { get; init; }

    public string? HeadsOption { get; init; }

    /// <summary>No demo: only the first administrator.</summary>
    public bool Empty { get; init; }

    /// <summary>Null for loopback.</summary>
    public IPAddress? Bind { get; init; }

    /// <summary>PFX file with certificate and key; its password, if any, is in NGHITRUONG_CERTIFICATE_PASSWORD.</summary>
    public string? Certificate { get; init; }

    /// <summary>A reverse proxy, which alone can reach this program, ends TLS and tells the client's address and scheme.</summary>
    public bool BehindProxy { get; init; }

    /// <summary>Folder of the SQLite file and of what else stays on this machine.</summary>
    public string Data => Path.GetFullPath(DataOption ?? Path.Combine(Home, "data"));

    public string Files => FilesOption ?? Path.Combine(Data, "files");

    /// <summary>Beside the data, never in it: a copy of the data must not carry the keys.</summary>
    public string Keys => KeysOption ?? (DataOption is null ? Path.Combine(Home, "keys") : Path.TrimEndingDirectorySeparator(Data) + "-keys");

    /// <summary>Signed heads of the journal and the list of erasures; with the files, which all nodes share, unless another disk is named.</summary>
    public string Heads => HeadsOption ?? Path.Combine(Files, "journal");

    public string SqliteFile => Path.Combine(Data, CommandPlaces.DatabaseFile);

    public DatabaseChoice Database => new(Connection ?? SqliteFile);

    public bool IsLoopback => Bind is null || IPAddress.IsLoopback(Bind);

    /// <summary>True where a demo may be reached: this machine only, nobody in between.</summary>
    public bool MayServeDemo => IsLoopback && !BehindProxy && Connection is null;

    /// <summary>Reads the arguments; refusals <c>run.unknownOption</c>, <c>run.valueMissing</c>, <c>run.valueWrong</c>, <c>run.openNeedsCertificate</c>.</summary>
    public static Result<RunOptions> Parse(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        var options = new RunOptions { Home = environment("NGHITRUONG_HOME") is { Length: > 0 } home ? home : "." };
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var left, var right] ? (left, right) : (args[i], null);
            if (name is "--empty" or "--behind-proxy")
            {
                options = name == "--empty" ? options with { Empty = true } : options with { BehindProxy = true };

                continue;
            }

            if (!name.StartsWith("--", StringComparison.Ordinal) || !Takes.TryGetValue(name, out var take))
            {
                return new Refusal("run.unknownOption", null, name);
            }

            if ((value ?? (i + 1 < args.Count ? args[++i] : null)) is not { Length: > 0 } given)
            {
                return new Refusal("run.valueMissing", null, name);
            }

            if (take(options, given) is not { } taken)
            {
                return new Refusal("run.valueWrong", null, name, given);
            }

            options = taken;
        }

        // As on the command line: a folder named here counts before a database named in the environment.
        options = options is { Connection: null, DataOption: null } && environment(DatabaseVariable) is { Length: > 0 } known ? options with { Connection = known } : options;

        options = options.DataOption is null ? FromEnvironment(options, environment) : options;

        return options is { IsLoopback: false, Certificate: null, BehindProxy: false } ? new Refusal("run.openNeedsCertificate") : options;
    }

    /// <summary>Folders of an installed house, named once for the service and for commands: <c>NGHITRUONG_FILES</c>, <c>NGHITRUONG_KEYS</c>, <c>NGHITRUONG_HEADS</c>.</summary>
    private static RunOptions FromEnvironment(RunOptions options, Func<string, string?> environment)
    {
        string? Named(string name) => environment($"NGHITRUONG_{name}") is { Length: > 0 } folder ? folder : null;

        return options with
        {
            FilesOption = options.FilesOption ?? Named("FILES"),
            KeysOption = options.KeysOption ?? Named("KEYS"),
            HeadsOption = options.HeadsOption ?? Named("HEADS"),
        };
    }

    private static readonly Dictionary<string, Func<RunOptions, string, RunOptions?>> Takes = new(StringComparer.Ordinal)
    {
        ["--port"] = (o, v) => ushort.TryParse(v, CultureInfo.InvariantCulture, out var port) ? o with { Port = port } : null,
        ["--data"] = (o, v) => o with { DataOption = v },
        ["--database"] = (o, v) => o with { Connection = v },
        ["--files"] = (o, v) => o with { FilesOption = v },
        ["--keys"] = (o, v) => o with { KeysOption = v },
        ["--heads"] = (o, v) => o with { HeadsOption = v },
        ["--bind"] = (o, v) => IPAddress.TryParse(v, out var address) ? o with { Bind = address } : null,
        ["--certificate"] = (o, v) => File.Exists(v) ? o with { Certificate = v } : null,
    };
}
