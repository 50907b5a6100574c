using System.Text;

namespace NghiTruong.Documents.Tables;

/// <summary>Text of cells as the house keeps it, and the letters that people call columns by.</summary>
public static class CellText
{
    /// <summary>NFC, one kind of line end, no-break spaces as spaces, no zero-width or control characters, trimmed.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value switch
            {
                '\r' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or '\u00AD' => "",
                '\u00A0' or '\t' or '\u202F' or '\u2007' => " ",
                '\u2028' or '\u2029' or '\v' => "\n",
                '\n' => "\n",
                _ => Rune.IsControl(rune) ? "" : rune.ToString(),
            });
        }

        return clean.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (c is (< ' ' and not '\n') or (>= '\u007F' and <= '\u00A0') or '\u00AD' or (>= '\u2000' and <= '\u206F') or '\uFEFF' || char.IsSurrogate(c))
            {
                return false;
            }
        }

        return !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && text.IsNormalized();
    }

    /// <summary>Column 0 is A, 25 is Z, 26 is AA.</summary>
    public static string Letter(int column)
    {
        var letters = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
        {
            letters = (char)('A' + (rest % 26)) + letters;
        }

        return letters;
    }
}
