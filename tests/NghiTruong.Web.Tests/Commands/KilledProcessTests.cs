using System.Diagnostics;
using NghiTruong.Support;

namespace NghiTruong.Web.Tests.Commands;

public sealed class KilledProcessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_process_killed_while_it_made_the_schema_leaves_no_lock_behind(Engine engine)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(engine);
        var folder = Directory.CreateTempSubdirectory("nt_killed_");
        string[] place = engine == Engine.Sqlite ? ["--data", folder.FullName] : ["--database", database.Connection];
        string[] words = ["deadline", "--from", "2026-09-01", "--days", "1", .. place, "--keys", Path.Combine(folder.FullName, "keys"), "--files", Path.Combine(folder.FullName, "files")];
        foreach (var after in new[] { 300, 600, 900 })
        {
            using var killed = Program(words);
            await Task.Delay(after, Ct);
            killed.Kill();
            await killed.WaitForExitAsync(Ct);
        }

        using var whole = Program(words);
        var said = await whole.StandardOutput.ReadToEndAsync(Ct).WaitAsync(TimeSpan.FromSeconds(60), Ct);
        await whole.WaitForExitAsync(Ct);

        Assert.StartsWith("2026-09-03", said, StringComparison.Ordinal);
        Assert.Equal(0, whole.ExitCode);
        folder.Delete(recursive: true);
    }

    private static Process Program(string[] words) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(House).Assembly.Location.Replace("NghiTruong.dll", "NghiTruong.Web.dll", StringComparison.Ordinal), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
}
