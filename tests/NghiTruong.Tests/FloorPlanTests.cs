using System.Text.RegularExpressions;

namespace NghiTruong.Tests;

public sealed partial class FloorPlanTests
{
    [Fact]
    public void Every_room_knows_only_the_rooms_the_floor_plan_allows()
    {
        var core = Path.Combine(RepositoryRoot(), "src", "NghiTruong");
        var wrong =
            from file in Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            let parts = Path.GetRelativePath(core, file).Split(Path.DirectorySeparatorChar)
            where parts.Length > 1
            from Match named in UsingOfTheHouse().Matches(File.ReadAllText(file))
            let known = named.Groups["room"].Value
            where known != parts[0] && !(FloorPlan.Rooms.GetValueOrDefault(parts[0]) ?? []).Contains(known)
            select $"{string.Join('/', parts)} knows {known}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_room_stands_on_the_floor_plan()
    {
        var core = Path.Combine(RepositoryRoot(), "src", "NghiTruong");
        var rooms = Directory.EnumerateDirectories(core).Select(folder => Path.GetFileName(folder)).Where(r => r is not ("obj" or "bin"));

        Assert.Empty(rooms.Except(FloorPlan.Rooms.Keys));
    }

    [Fact]
    public void The_core_knows_nothing_of_the_web()
    {
        var referenced = typeof(House).Assembly.GetReferencedAssemblies().Select(a => a.Name!);

        Assert.DoesNotContain(referenced, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    internal static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NghiTruong.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^(?:global )?using (?:static )?NghiTruong\.(?<room>[A-Za-z]+)|(?<![\w.])NghiTruong\.(?<room>[A-Z][A-Za-z]+)\.", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UsingOfTheHouse();
}
