using System.Buffers;
using System.Globalization;
using System.Text;

namespace NghiTruong.Language;

/// <summary>
/// Vietnamese text as the house stores, finds and compares it. Pure and independent of the culture and of how the text was typed: composed or
/// decomposed letters, old or new placement of tones.
/// </summary>
public static class VietnameseText
{
    private const int OnStack = 512;

    /// <summary>The form every text is stored in: NFC; halves of broken surrogate pairs become U+FFFD, so that no input throws.</summary>
    public static string Nfc(string text)
    {
        // Everything below the combining marks is composed already.
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u02FF'))
        {
            return text;
        }

        var whole = Whole(text);

        return whole.IsNormalized(NormalizationForm.FormC) ? whole : whole.Normalize(NormalizationForm.FormC);
    }

    /// <summary>What a person or a file gave, made fit to store: NFC, lines end in LF, no control or zero-width characters, no blanks around it.</summary>
    public static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in Nfc(text.ReplaceLineEndings("\n")))
        {
            if (c is '\n' or '\t' || char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                kept.Append(c is '\u00A0' ? ' ' : c);
            }
        }

        return kept.ToString().Trim();
    }

    /// <summary>
    /// For search: lower case, no marks, đ as d, anything but letters and digits as one space, none around it. <c>Đường liên thôn, xã Hoà-An</c> gives
    /// <c>duong lien thon xa hoa an</c>. Folding twice changes nothing.
    /// </summary>
    public static string Fold(string text)
    {
        if (!LetterTable.Covers(text))
        {
            return FoldRare(text);
        }

        var rented = text.Length <= OnStack ? null : ArrayPool<char>.Shared.Rent(text.Length);
        var buffer = rented ?? stackalloc char[OnStack];
        var length = FoldInto(text, buffer);
        var folded = buffer[..length].SequenceEqual(text) ? text : new string(buffer[..length]);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return folded;
    }

    /// <summary>Like <see cref="Fold"/>, but marks stay: lower case NFC with every tone at one place, so that exact matches can go first.</summary>
    public static string FoldKeepingMarks(string text)
    {
        var composed = Nfc(text);
        var kept = new StringBuilder(composed.Length);
        foreach (var rune in composed.EnumerateRunes())
        {
            if (LetterTable.KindOf(rune) is LetterKind.Gap)
            {
                Part(kept);
            }
            else if (!LetterTable.IsHidden(rune))
            {
                kept.Append(rune.ToString());
            }
        }

        // Composed before it is lowered: what stood between a letter and its mark is gone only now.
        var letters = Nfc(Nfc(kept.ToString().TrimEnd()).ToLowerInvariant()).ToCharArray();
        foreach (var word in new string(letters).AsSpan().Split(' '))
        {
            Syllable.PlaceTone(letters.AsSpan(word));
        }

        return new string(letters);
    }

    /// <summary>The words of a text, folded, in order.</summary>
    public static IReadOnlyList<string> Tokens(string text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Folds letters alone: lower case without marks, punctuation and blanks as they stand.</summary>
    internal static string FoldLetters(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in Whole(text).Normalize(NormalizationForm.FormD))
        {
            var folded = LetterTable.Of(c);
            if (folded != LetterTable.Dropped)
            {
                kept.Append(folded is ' ' or LetterTable.Unknown ? c : folded);
            }
        }

        return kept.ToString();
    }

    private static int FoldInto(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var (length, parted) = (0, false);
        foreach (var c in text)
        {
            var folded = LetterTable.Of(c);
            if (folded == ' ')
            {
                parted = length > 0;
            }
            else if (folded != LetterTable.Dropped)
            {
                if (parted)
                {
                    buffer[length++] = ' ';
                    parted = false;
                }

                buffer[length++] = folded;
            }
        }

        return length;
    }

    private static string FoldRare(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (LetterTable.KindOf(rune) is LetterKind.Gap)
            {
                Part(kept);
            }
            else if (LetterTable.KindOf(rune) is LetterKind.Word)
            {
                AppendFolded(kept, Rune.ToLowerInvariant(rune));
            }
        }

        return kept.ToString().TrimEnd();
    }

    private static void AppendFolded(StringBuilder kept, Rune lower)
    {
        var folded = lower.IsBmp ? LetterTable.Of((char)lower.Value) : LetterTable.Unknown;
        if (folded == LetterTable.Unknown)
        {
            kept.Append(lower.ToString());
        }
        else
        {
            kept.Append(folded);
        }
    }

    private static void Part(StringBuilder kept)
    {
        if (kept.Length > 0 && kept[^1] != ' ')
        {
            kept.Append(' ');
        }
    }

    /// <summary>Broken surrogate pairs and the noncharacters that normalisation refuses become U+FFFD.</summary>
    private static string Whole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= '\uFFFE' || (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i]))))
            {
                return Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text)).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD');
            }
        }

        return text;
    }
}
