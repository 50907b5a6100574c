namespace NghiTruong.Language;

/// <summary>The vowels and tones of a Vietnamese syllable, in lower case NFC.</summary>
internal static class Syllable
{
    /// <summary>The alphabet in the order of dictionaries, foreign letters in their Latin place.</summary>
    public const string Alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    // Each vowel with its tones in the order of dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng.
    private static readonly string[] Vowels =
    [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    ];

    private static readonly byte[] VowelOf = Index((vowel, _) => vowel + 1);
    private static readonly byte[] ToneOf = Index((_, tone) => tone);

    /// <summary>The letter without its tone, and the tone 0-5; a letter that carries none comes back as it is with tone 0.</summary>
    public static (char Letter, int Tone) Part(char c) => IsVowel(c) ? (Vowels[VowelOf[c] - 1][0], ToneOf[c]) : (c, 0);

    /// <summary>
    /// Moves the tone of a syllable to one place whatever the typist's school: <c>hoà</c> and <c>hòa</c> become <c>hòa</c>, <c>thuỷ</c> <c>thủy</c>, <c>qúy</c> <c>quý</c>.
    /// A word with no tone, several tones, several groups of vowels or loose marks is left alone.
    /// </summary>
    public static void PlaceTone(Span<char> word)
    {
        var at = OnlyTone(word);
        if (at >= 0 && !word.ContainsAnyInRange('\u0300', '\u036F'))
        {
            var (letter, tone) = Part(word[at]);
            word[at] = letter;
            var place = PlaceOf(word, at);
            word[place] = Vowels[VowelOf[word[place]] - 1][tone];
        }
    }

    private static int OnlyTone(ReadOnlySpan<char> word)
    {
        var at = -1;
        for (var i = 0; i < word.Length; i++)
        {
            if (Part(word[i]).Tone > 0)
            {
                if (at >= 0)
                {
                    return -1;
                }

                at = i;
            }
        }

        return at;
    }

    private static int PlaceOf(ReadOnlySpan<char> word, int now)
    {
        var first = OnsetOf(word);
        while (!IsVowel(word[first]))
        {
            first++;
        }

        var end = first;
        var shaped = -1;
        for (; end < word.Length && IsVowel(word[end]); end++)
        {
            shaped = "ăâêôơư".Contains(word[end]) ? end : shaped;
        }

        if (now >= end || now < first || HasVowel(word[end..]))
        {
            return Foreign(word, now, first, end);
        }

        if (shaped >= 0)
        {
            return shaped;
        }

        return (end - first) switch
        {
            1 => first,
            2 => end == word.Length ? first : first + 1,
            _ => first + 1,
        };
    }

    // A tone typed on the u of qu- or the i of gi- belongs to the vowel after it; anything else is no syllable and stays.
    private static int Foreign(ReadOnlySpan<char> word, int now, int first, int end) =>
        now == 1 && first == 2 && !HasVowel(word[end..]) ? PlaceOf(word, first) : now;

    private static int OnsetOf(ReadOnlySpan<char> word) =>
        word.Length > 2 && IsVowel(word[2]) && (word.StartsWith("qu") || word.StartsWith("gi")) ? 2 : 0;

    private static bool HasVowel(ReadOnlySpan<char> rest)
    {
        foreach (var c in rest)
        {
            if (IsVowel(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVowel(char c) => c < VowelOf.Length && VowelOf[c] > 0;

    private static byte[] Index(Func<int, int, int> what)
    {
        var index = new byte[0x1F00];
        for (var vowel = 0; vowel < Vowels.Length; vowel++)
        {
            for (var tone = 0; tone < 6; tone++)
            {
                index[Vowels[vowel][tone]] = (byte)what(vowel, tone);
            }
        }

        return index;
    }
}
