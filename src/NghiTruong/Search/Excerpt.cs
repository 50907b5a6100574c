using System.Globalization;
using System.Runtime.InteropServices;
using NghiTruong.Language;

namespace NghiTruong.Search;

/// <summary>Some characters of an excerpt, counted in UTF-16 units from its start.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextSpan(int Start, int Length);

/// <summary>A piece of a text around what was searched for. Positions only: how a hit looks is for the page to say.</summary>
/// <param name="Marked">Where the words stand in <paramref name="Text"/>, in order, not overlapping.</param>
/// <param name="GoesBefore">The text has more before the excerpt.</param>
/// <param name="GoesOn">The text has more after it.</param>
public sealed record Excerpt(string Text, IReadOnlyList<TextSpan> Marked, bool GoesBefore, bool GoesOn)
{
    public const int Length = 240;
    private const int LeadIn = 40;

    /// <summary>The stretch of at most <see cref="Length"/> characters that holds most of the words; the beginning when none is there.</summary>
    public static Excerpt Of(string text, SearchQuery query)
    {
        var hits = WordsIn(text).Where(w => IsMeant(text, w, query)).ToList();
        var (from, to) = Window(text, hits);
        var marked = hits.Where(h => h.Start >= from && h.Start + h.Length <= to).Select(h => h with { Start = h.Start - from }).ToList();

        return new Excerpt(text[from..to], marked, from > 0, to < text.Length);
    }

    private static bool IsMeant(string text, TextSpan word, SearchQuery query)
    {
        var folded = VietnameseText.Fold(text.Substring(word.Start, word.Length));

        return query.Terms.Any(t => t.Words.Any(w => t.IsPrefix ? folded.StartsWith(w.Folded, StringComparison.Ordinal) : folded == w.Folded));
    }

    private static List<TextSpan> WordsIn(string text)
    {
        var words = new List<TextSpan>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i])
                || (start >= 0 && char.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(new TextSpan(start, i - start));
                start = -1;
            }
        }

        return words;
    }

    private static (int From, int To) Window(string text, List<TextSpan> hits)
    {
        if (text.Length <= Length)
        {
            return (0, text.Length);
        }

        var best = hits.Count == 0 ? 0 : hits.MaxBy(h => hits.Count(o => o.Start >= h.Start && o.Start < h.Start + Length - LeadIn)).Start;
        var from = best <= LeadIn ? 0 : NextWord(text, best - LeadIn, best);
        var to = Math.Min(text.Length, from + Length);

        return (from, to == text.Length ? to : LastBlank(text, from, to));
    }

    private static int NextWord(string text, int from, int upTo)
    {
        var blank = text.AsSpan(from, upTo - from).IndexOfAny(' ', '\n');

        return blank < 0 ? upTo : from + blank + 1;
    }

    private static int LastBlank(string text, int from, int to)
    {
        var blank = text.AsSpan(from, to - from).LastIndexOfAny(' ', '\n');
        var end = blank > Length / 2 ? from + blank : to;

        return char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }
}
