using NghiTruong.Law.Catalogues;

namespace NghiTruong.Web.Petitions.Demo;

/// <summary>One matter that voters of the made-up province ask for, a line of <c>matters.txt</c>.</summary>
/// <param name="Settler">Short name of the department that settles it, or <c>UBND</c>.</param>
internal sealed record MatterLine(string Field, string Authority, string Settler, string Asked, string Done, string UnderWay);

/// <summary>The words of the story: what voters ask, what agencies answer, what offices note.</summary>
internal sealed class DemoWords
{
    private readonly Dictionary<string, string> _words;

    private DemoWords(Dictionary<string, string> words, IReadOnlyList<MatterLine> matters)
    {
        _words = words;
        OfCommune = [.. matters.Where(m => m.Authority == AuthorityCatalogue.Commune)];
        OfProvince = [.. matters.Where(m => m.Authority == AuthorityCatalogue.Province)];
        Central = matters.First(m => m.Authority == AuthorityCatalogue.Central);
    }

    public IReadOnlyList<MatterLine> OfCommune { get; }

    public IReadOnlyList<MatterLine> OfProvince { get; }

    public MatterLine Central { get; }

    public string this[string name] => _words[name];

    public static DemoWords Read() => new(
        Lines("words").Select(line => line.Split(" = ", 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal),
        [.. Lines("matters").Select(line => line.Split(" | ")).Select(cell => new MatterLine(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]))]);

    /// <summary>With the hamlet, and what was asked before, in their places.</summary>
    public string Of(string name, string hamlet, string matter = "") => Fill(this[name], hamlet, matter);

    public IReadOnlyList<string> List(string name) => this[name].Split("; ");

    public static string Fill(string text, string hamlet, string matter = "") =>
        text.Replace("{p}", hamlet, StringComparison.Ordinal).Replace("{m}", matter, StringComparison.Ordinal);

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(typeof(DemoWords).Assembly.GetManifestResourceStream($"PetitionDemo.{file}.txt")!);

        return [.. reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#')];
    }
}
