using System.Globalization;
using System.Text;

namespace NghiTruong.Language;

internal enum LetterKind
{
    Word,
    Mark,
    Gap,
}

/// <summary>What each character folds to for search: one look-up for the scripts Vietnamese texts are written in.</summary>
internal static class LetterTable
{
    /// <summary>The character leaves no trace: a mark, a zero-width character.</summary>
    public const char Dropped = '\0';

    /// <summary>The table does not hold the character.</summary>
    public const char Unknown = '\uFFFF';

    // Through the box drawings: Latin with all Vietnamese letters, marks, Greek, Cyrillic, punctuation, signs.
    private const int Size = 0x2500;

    private static readonly char[] Table = Build();

    public static char Of(char c) => c < Size ? Table[c] : Unknown;

    public static bool Covers(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c >= Size || Table[c] == Unknown)
            {
                return false;
            }
        }

        return true;
    }

    public static LetterKind KindOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => LetterKind.Mark,
        _ => Rune.IsLetterOrDigit(rune) ? LetterKind.Word : LetterKind.Gap,
    };

    public static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format;

    private static char[] Build()
    {
        var table = new char[Size];
        for (var i = 0; i < Size; i++)
        {
            table[i] = FoldOf((char)i);
        }

        // The crossed D of other alphabets looks like Đ and is typed for it.
        foreach (var c in "đĐðÐɖƉ")
        {
            table[c] = 'd';
        }

        return table;
    }

    private static char FoldOf(char c)
    {
        var parts = c.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes().Where(r => KindOf(r) is not LetterKind.Mark).ToList();
        if (parts.Count == 0)
        {
            return Dropped;
        }

        if (parts.Count > 1 || !parts[0].IsBmp)
        {
            return Unknown;
        }

        return KindOf(parts[0]) is LetterKind.Gap ? ' ' : (char)Rune.ToLowerInvariant(parts[0]).Value;
    }
}
