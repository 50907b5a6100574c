using System.Globalization;
using System.Text;

namespace NghiTruong.Language;

/// <summary>
/// Keys that sort Vietnamese as dictionaries do when compared as bytes. Syllable by syllable: first the letters (a ă â b c d đ e ê ...), then the tone
/// (ngang, huyền, hỏi, ngã, sắc, nặng), then the next syllable; numbers by value and before letters (Thôn 2, Thôn 10). Case and punctuation do not count.
/// Keys are ASCII unless the text has letters of another script; a key is at most about twice as long as its text.
/// </summary>
public static class SortKeys
{
    // Lower than every letter, so that a syllable ends before a longer one: an < anh.
    private const char FirstTone = '!';
    private const char FirstLetter = 'A';
    private const string OtherScript = "~";

    // A length is one character below the letters; longer numbers are compared in pieces.
    private const int LongestNumber = FirstLetter - 1 - '0';

    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length + 16);
        var tone = -1;
        var lower = VietnameseText.Nfc(text).ToLowerInvariant();
        for (var i = 0; i < lower.Length; i++)
        {
            var c = lower[i];
            if (char.IsAsciiDigit(c) || !IsPartOfWord(c))
            {
                tone = EndSyllable(key, tone);
                i = char.IsAsciiDigit(c) ? AppendNumber(key, lower, i) : i;
            }
            else
            {
                tone = AppendLetter(key, c, tone);
            }
        }

        EndSyllable(key, tone);

        return key.ToString();
    }

    private static bool IsPartOfWord(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    private static int AppendLetter(StringBuilder key, char c, int tone)
    {
        var (letter, its) = Syllable.Part(c);
        var place = Syllable.Alphabet.IndexOf(letter, StringComparison.Ordinal);
        var folded = place >= 0 ? letter : LetterTable.Of(c);
        place = place >= 0 ? place : Syllable.Alphabet.IndexOf(folded, StringComparison.Ordinal);
        if (place >= 0)
        {
            key.Append((char)(FirstLetter + place));
        }
        else if (folded != LetterTable.Dropped)
        {
            // A surrogate pair stays whole.
            key.Append(char.IsLowSurrogate(c) ? "" : OtherScript).Append(c);
        }

        return Math.Max(Math.Max(tone, its), 0);
    }

    private static int EndSyllable(StringBuilder key, int tone)
    {
        if (tone >= 0)
        {
            key.Append((char)(FirstTone + tone));
        }

        return -1;
    }

    /// <summary>Length before digits makes numbers of different length compare by value.</summary>
    private static int AppendNumber(StringBuilder key, string text, int start)
    {
        while (start + 1 < text.Length && text[start] == '0' && char.IsAsciiDigit(text[start + 1]))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && end - start < LongestNumber && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        key.Append((char)('0' + end - start)).Append(text, start, end - start).Append(FirstTone);

        return end - 1;
    }
}
