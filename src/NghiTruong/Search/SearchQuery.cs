using System.Text.RegularExpressions;
using NghiTruong.Language;

namespace NghiTruong.Search;

/// <summary>A word folded, and as it was written, with its marks.</summary>
public sealed record SearchWord(string Folded, string Marked)
{
    public bool HasMarks => Folded != Marked;
}

/// <summary>One or more words that stand side by side.</summary>
/// <param name="IsPrefix">The last word may go on.</param>
public sealed record SearchTerm(IReadOnlyList<SearchWord> Words, bool IsPrefix)
{
    public bool HasMarks => Words.Any(w => w.HasMarks);
}

/// <summary>
/// What a person typed: words that must all be there (the last may be unfinished), phrases in quotes, perhaps a code. Anything can be typed; nothing of it
/// reaches an engine but letters and digits.
/// </summary>
public sealed partial record SearchQuery(IReadOnlyList<SearchTerm> Terms, string? CodeKey)
{
    private const int LongestQuery = 300;
    private const int MostTerms = 16;
    private const int ShortestPrefix = 2;

    public bool IsEmpty => Terms.Count == 0;

    /// <summary>Typed with marks, so records written just so go first.</summary>
    public bool HasMarks => Terms.Any(t => t.HasMarks);

    public static SearchQuery Of(string? typed)
    {
        var text = typed is null ? "" : typed.Length <= LongestQuery ? typed : typed[..LongestQuery];
        var pieces = text.Split(['"', '“', '”']);
        var terms = new List<SearchTerm>();
        for (var i = 0; i < pieces.Length; i++)
        {
            var words = SearchKeys.WordsOf(pieces[i]).ToList();
            // An opening quote without its closing one quotes nothing.
            if (i % 2 == 1 && i < pieces.Length - 1)
            {
                terms.AddRange(words.Count == 0 ? [] : [new SearchTerm(words, IsPrefix: false)]);
            }
            else
            {
                terms.AddRange(words.Select(w => new SearchTerm([w], IsPrefix: false)));
            }
        }

        return new SearchQuery([.. WithPrefix(terms.Take(MostTerms).ToList(), pieces[^1])], CodeIn(text));
    }

    /// <summary>Only the word the person was typing may be unfinished.</summary>
    private static IEnumerable<SearchTerm> WithPrefix(List<SearchTerm> terms, string tail) =>
        terms.Select((term, i) =>
            i == terms.Count - 1 && term.Words.Count == 1 && term.Words[0].Folded.Length >= ShortestPrefix && tail.Length > 0 && !char.IsWhiteSpace(tail[^1])
                ? term with { IsPrefix = true }
                : term);

    private static string? CodeIn(string text) => VietnameseText.Fold(text) is var folded && CodeShape().IsMatch(folded) ? folded : null;

    /// <summary>Letters, then numbers: <c>knct 96001 2026 00012</c>, <c>vv 005</c>.</summary>
    [GeneratedRegex("^[a-z]{1,12}( [0-9a-z]*[0-9][0-9a-z]*)+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex CodeShape();
}
