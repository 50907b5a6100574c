using System.Text;
using NghiTruong.Language;
using NghiTruong.Law.Catalogues;

namespace NghiTruong.Petitions;

/// <summary>Words that speak for a field, one file a field (<c>Keywords/transport.txt</c>), one phrase a line; a longer phrase says more.</summary>
internal static class FieldKeywords
{
    private const string Folder = "Keywords.";
    private const int WordsNamed = 3;

    /// <summary>Words alone never weigh more than a few decisions of the council itself.</summary>
    private const double MostSure = 0.75;

    private static readonly List<Keyword> All = [.. Read()];

    /// <summary>Fields whose words the text has, with those words as the reason.</summary>
    public static IEnumerable<Suggestion<string>> Suggest(string content, DateOnly on)
    {
        var marked = VietnameseText.FoldKeepingMarks(content);
        var folded = VietnameseText.Fold(content);
        // Who types without marks is understood; who types them meant them: cầu is not cấu.
        var typedPlain = marked == folded;
        var text = $" {(typedPlain ? folded : marked)} ";
        var spoken = All
            .Where(k => text.Contains(typedPlain ? k.Folded : k.Marked, StringComparison.Ordinal))
            .GroupBy(k => k.Field, StringComparer.Ordinal)
            .Where(g => Catalogue.Of(CatalogueKind.Field, g.Key)?.HoldsOn(on) == true)
            .Select(g => (Field: g.Key, Weight: g.Sum(k => k.Weight), Words: g.OrderByDescending(k => k.Weight).Take(WordsNamed).Select(k => k.Marked.Trim()).ToArray()))
            .ToList();
        var whole = spoken.Sum(s => s.Weight);

        return spoken.Select(s => new Suggestion<string>(
            s.Field, new Reason("suggestion.words", string.Join(", ", s.Words)), Math.Round(MostSure * s.Weight / (whole + 1), 2)));
    }

    private static IEnumerable<Keyword> Read()
    {
        var assembly = typeof(FieldKeywords).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)))
        {
            var field = Path.GetFileNameWithoutExtension(name[Folder.Length..]);
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            while (reader.ReadLine() is { } line)
            {
                if (VietnameseText.FoldKeepingMarks(line) is { Length: > 0 } phrase)
                {
                    var words = phrase.Count(c => c == ' ') + 1;
                    yield return new Keyword(field, $" {VietnameseText.Fold(phrase)} ", $" {phrase} ", words * words);
                }
            }
        }
    }

    private sealed record Keyword(string Field, string Folded, string Marked, int Weight);
}
