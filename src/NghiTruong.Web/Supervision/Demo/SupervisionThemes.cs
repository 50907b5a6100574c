namespace NghiTruong.Web.Supervision.Demo;

/// <summary>One theme of the made-up story, a line of <c>themes.txt</c>.</summary>
internal sealed record ThemeLine(string Field, string Theme, string Achieved, string Missing, string Assessment, string Recommendation, string Product);

/// <summary>The themes of the story.</summary>
internal static class SupervisionThemes
{
    public static IReadOnlyList<ThemeLine> Read()
    {
        using var reader = new StreamReader(typeof(SupervisionThemes).Assembly.GetManifestResourceStream("SupervisionDemo.themes.txt")!);

        return
        [
            .. reader.ReadToEnd().Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0 && l[0] != '#')
                .Select(l => l.Split(" | ")).Select(c => new ThemeLine(c[0], c[1], c[2], c[3], c[4], c[5], c[6])),
        ];
    }
}
