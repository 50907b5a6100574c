namespace NghiTruong.Web.Demo;

/// <summary>Passwords the program made up, in a file that only its owner may read.</summary>
internal static class PasswordFile
{
    /// <returns>The file's full path.</returns>
    public static async Task<string> WriteAsync(string path, IEnumerable<(string UserName, string Password, string Note)> accounts, CancellationToken ct)
    {
        var full = Path.GetFullPath(path);
        File.Delete(full);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var writer = new StreamWriter(full, options);
        foreach (var (userName, password, note) in accounts)
        {
            await writer.WriteLineAsync($"{userName,-12} {password}   {note}".TrimEnd().AsMemory(), ct);
        }

        return full;
    }
}
