using System.Globalization;
using System.Text.RegularExpressions;
using NghiTruong.Support;

namespace NghiTruong.Web.Tests.Commands;

public sealed partial class CommandLineTests
{
    private const string Units =
        """
        [{"Code":"96","Name":"Bản Mẫu","FullName":"Tỉnh Bản Mẫu","FullNameEn":"Ban Mau Province","AdministrativeUnitFullName":"Tỉnh",
          "Wards":[{"Code":"96001","Name":"Nà Mẫu","FullName":"Xã Nà Mẫu","FullNameEn":"Na Mau Commune","AdministrativeUnitFullName":"Xã","ProvinceCode":"96"}]}]
        """;

    [Theory, Engines]
    public async Task An_office_is_set_up_and_looked_after_from_a_shell(Engine engine)
    {
        await using var shell = await Shell.OpenAsync(engine);
        var units = await shell.FileAsync("units.json", Units);

        Assert.Equal(0, await shell.RunAsync("import", "units", units, "--term", "2026-2031"));
        Assert.Equal(0, await shell.RunAsync("import", "units", units, "--term", "2026-2031"));
        Assert.StartsWith("0 ", shell.Out, StringComparison.Ordinal);
        Assert.Equal(0, await shell.RunAsync("user", "create", "lan", "--name", "Lò Thị Lan", "--role", "clerk", "--council", "96001"));
        Assert.Matches(@"\A\S{12,}\r?\n\z", shell.Out);
        Assert.Equal(1, await shell.RunAsync("user", "create", "lan", "--role", "clerk", "--council", "96001"));
        Assert.Equal(0, await shell.RunAsync("user", "grant", "lan", "--role", "StandingCommittee", "--council", "96001", "--until", "31/12/2026"));
        Assert.Equal(0, await shell.RunAsync("token", "create", "lan", "--note", "báo cáo"));
        Assert.Matches(@"\Ant_\S{40,}\r?\n\z", shell.Out);
        Assert.Equal(0, await shell.RunAsync("user", "disable", "lan"));
        Assert.Equal(1, await shell.RunAsync("token", "create", "lan"));
        Assert.Equal(0, await shell.RunAsync("user", "enable", "lan"));
        Assert.Equal(0, await shell.RunAsync("user", "reset", "lan", "--second-step"));
        Assert.Equal(0, await shell.RunAsync("deadline", "--from", "2026-09-01", "--days", "1", "--day-type", "working"));
        Assert.Equal("2026-09-03", shell.Lines[0].Trim());

        Assert.Equal(0, await shell.RunAsync("journal", "export"));
        Assert.True(File.Exists(shell.Lines[0].Trim() + ".sig"));
        Assert.Equal(0, await shell.RunAsync("journal", "verify"));
        Assert.Equal(0, await shell.RunAsync("counts", "verify"));
        Assert.Equal(1, await shell.RunAsync("erase", "KNCT-96001-2026-00001", "--basis", "Đơn số 5"));
        Assert.Equal(0, await shell.RunAsync("keys", "rotate"));
        var backup = Path.Combine(shell.Folder, "backup.tar");
        Assert.Equal(0, await shell.RunAsync("backup", backup));
        Assert.Contains(Path.Combine(shell.Folder, "keys"), shell.Out, StringComparison.Ordinal);
        Assert.Equal(1, await shell.RunAsync("restore", backup));
        Assert.Equal(0, await shell.RunAsync("restore", backup, "--replace"));
        Assert.Equal(0, await shell.RunAsync("journal", "verify"));
    }

    [Fact]
    public async Task Forged_heads_and_a_folder_that_is_not_there_end_with_one()
    {
        await using var shell = await Shell.OpenAsync(Engine.Sqlite);
        await shell.RunAsync("import", "units", await shell.FileAsync("units.json", Units));
        await shell.RunAsync("journal", "export");
        var heads = shell.Lines[0].Trim();
        await File.AppendAllTextAsync(heads, "\n");

        Assert.Equal(1, await shell.RunAsync("journal", "verify"));
        Assert.Contains(heads, shell.Out, StringComparison.Ordinal);
        Assert.Equal(1, await shell.RunAsync("journal", "verify", "--heads", Path.Combine(shell.Folder, "nowhere")));
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Every_command_says_how_to_use_it_in_both_languages_and_touches_nothing(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        await using var shell = await Shell.OpenAsync(Engine.Sqlite);
        Assert.Equal(0, await shell.RunPlainAsync("--help"));
        var names = Named().Matches(shell.Out).Select(m => m.Groups["name"].Value).ToList();

        Assert.Superset(
            new HashSet<string>
            {
                "backup", "counts verify", "deadline", "erase", "import former-units", "import petitions", "import units", "journal export", "journal verify", "keys rotate", "restore",
                "token create", "user create", "user disable", "user enable", "user grant", "user reset",
            },
            names.ToHashSet(StringComparer.Ordinal));
        foreach (var name in names)
        {
            Assert.Equal(0, await shell.RunAsync([.. name.Split(' '), "--help"]));
            Assert.StartsWith($"./nghitruong {name}", shell.Out, StringComparison.Ordinal);
            Assert.True(shell.Lines.Length > 1, name);
        }

        Assert.Empty(Directory.GetFileSystemEntries(shell.Folder));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("user")]
    [InlineData("user", "create")]
    [InlineData("user", "create", "lan", "--role", "king")]
    [InlineData("token", "create")]
    [InlineData("import", "units")]
    [InlineData("import", "petitions", "so.xlsx")]
    [InlineData("import", "units", "x.json", "--nonsense")]
    [InlineData("deadline")]
    [InlineData("deadline", "--from", "2026-09-01")]
    [InlineData("deadline", "--from", "--days", "3")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("journal")]
    [InlineData("erase", "KNCT-96001-2026-00001")]
    public async Task Wrong_use_ends_with_two_and_says_how(params string[] words)
    {
        await using var shell = await Shell.OpenAsync(Engine.Sqlite);

        Assert.Equal(2, await shell.RunAsync(words));
        Assert.NotEmpty(shell.Error);
        Assert.Contains("./nghitruong", shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told_in_one_sentence()
    {
        await using var shell = await Shell.OpenAsync(Engine.Sqlite);

        Assert.Equal(1, await shell.RunPlainAsync(
            "counts", "verify", "--database", "Host=127.0.0.1;Port=1;Username=x;Database=y", "--keys", Path.Combine(shell.Folder, "keys"), "--files", Path.Combine(shell.Folder, "files")));
        Assert.Single(shell.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex(@"^  (?<name>[a-z][a-z-]*(?: [a-z-]+)?)  +\S", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
