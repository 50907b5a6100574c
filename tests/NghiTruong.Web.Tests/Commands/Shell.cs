using System.Globalization;
using NghiTruong.Support;
using NghiTruong.Texts;
using NghiTruong.Web.Commands;

namespace NghiTruong.Web.Tests.Commands;

/// <summary>A shell in front of a house of its own on an engine; what a command says is kept.</summary>
public sealed class Shell : IAsyncDisposable
{
    private static readonly TextTable Texts = new(typeof(House).Assembly, typeof(CommandLine).Assembly);
    private readonly TestDatabase? _database;

    private Shell(TestDatabase? database) => _database = database;

    public string Folder { get; } = Directory.CreateTempSubdirectory("nt_shell_").FullName;

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    /// <summary>The lines of the last command's output.</summary>
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static async Task<Shell> OpenAsync(Engine engine) => new(engine == Engine.Postgres ? await TestDatabase.CreateEmptyAsync(engine) : null);

    /// <summary>Runs a command against the house; returns its exit code.</summary>
    public Task<int> RunAsync(params string[] words) => RunPlainAsync([.. words, .. Place()]);

    /// <summary>Runs the words as they are.</summary>
    public async Task<int> RunPlainAsync(params string[] words)
    {
        using StringWriter output = new(CultureInfo.InvariantCulture), error = new(CultureInfo.InvariantCulture);
        var code = await CommandLine.RunAsync(words, new CommandScreen(Texts, output, error), TestContext.Current.CancellationToken);
        (Out, Error) = (output.ToString(), error.ToString());

        return code;
    }

    public async Task<string> FileAsync(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        await File.WriteAllTextAsync(path, text);

        return path;
    }

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private string[] Place() =>
    [
        .. _database is null ? new[] { "--data", Path.Combine(Folder, "data") } : ["--database", _database.Connection],
        "--files", Path.Combine(Folder, "files"), "--keys", Path.Combine(Folder, "keys"),
    ];
}
