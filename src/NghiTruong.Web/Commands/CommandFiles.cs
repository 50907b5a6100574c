namespace NghiTruong.Web.Commands;

/// <summary>Files named on the command line.</summary>
internal static class CommandFiles
{
    /// <summary>The first of the named files that is not there; null when all are.</summary>
    public static string? Missing(params IEnumerable<string?> paths) => paths.FirstOrDefault(p => p is not null && !File.Exists(p));
}
