namespace NghiTruong.Database.Backups;

/// <summary>The files of the house as they lie on disk, <c>DIR/COUNCIL/ab/abcdef…</c>; what else lies in the folder (drafts, exported heads) is none.</summary>
internal static class StoredBlobs
{
    private const int NameLength = 64;

    public static string PathOf(string folder, Guid councilId, string name) => Path.Combine(folder, councilId.ToString("N"), name[..2], name);

    public static IEnumerable<(Guid CouncilId, string Name)> In(string folder) =>
        from council in Directory.Exists(folder) ? Directory.EnumerateDirectories(folder) : []
        where Guid.TryParseExact(Path.GetFileName(council), "N", out _)
        from path in Directory.EnumerateFiles(council, "*", SearchOption.AllDirectories)
        let name = Path.GetFileName(path)
        where name.Length == NameLength && name.All(char.IsAsciiHexDigitLower)
        select (Guid.ParseExact(Path.GetFileName(council), "N"), name);
}
