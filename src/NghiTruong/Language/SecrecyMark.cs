namespace NghiTruong.Language;

/// <summary>The degrees of state secrets (Law 117/2025/QH15): Mật, Tối mật, Tuyệt mật. Documents so marked may not enter the platform.</summary>
public enum SecrecyDegree
{
    Confidential,
    Secret,
    TopSecret,
}

/// <summary>A mark of secrecy found in a text: its degree, the words as written and where they stand in the NFC text.</summary>
public sealed record SecrecyMark(SecrecyDegree Degree, string Words, int Position)
{
    // Words that make "mật" something else: bí mật, bảo mật, túi mật; mật ong, mật độ, mật khẩu. Marks count here (mặt and mát are other words).
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal)
    {
        "bí", "bảo", "cơ", "cẩn", "thân", "giữ", "lộ", "túi", "sỏi", "gan", "ống", "đường", "rỉ", "gỉ", "mía", "ong", "lấy", "hút", "gấu", "trăn", "dịch", "ngọt", "kín",
    };

    private static readonly HashSet<string> After = new(StringComparer.Ordinal)
    {
        "ong", "độ", "khẩu", "thiết", "mã", "vụ", "thư", "mía", "ngọt", "gấu", "hoa", "thám", "báo", "danh", "lệnh", "tông", "nghị", "đàm", "phục", "hiệu", "sơn", "kế",
    };

    /// <summary>
    /// The first mark of secrecy, or null. <c>Tối mật</c> and <c>Tuyệt mật</c> count wherever they stand; <c>Mật</c> only as a stamp: alone on its line or in
    /// brackets, after "độ mật" or "dấu", or in capitals at the end of a phrase, and never within a compound word.
    /// </summary>
    public static SecrecyMark? Find(string text)
    {
        var composed = VietnameseText.Nfc(text);
        for (var at = 0; (at = composed.IndexOf("mật", at, StringComparison.OrdinalIgnoreCase)) >= 0; at += 3)
        {
            if (IsWord(composed, at) && MarkAt(composed, at) is { } mark)
            {
                return mark;
            }
        }

        return null;
    }

    private static SecrecyMark? MarkAt(string text, int at)
    {
        var start = WordBefore(text, at);
        var before = text[start..at].Trim().ToLowerInvariant();
        if (before is "tối" or "tuyệt")
        {
            return new SecrecyMark(before == "tối" ? SecrecyDegree.Secret : SecrecyDegree.TopSecret, text[start..(at + 3)], start);
        }

        var after = text[(at + 3)..WordAfter(text, at + 3)].Trim().ToLowerInvariant();
        var compound = Before.Contains(before) || After.Contains(after);

        return !compound && IsStamp(text, at, before, after) ? new SecrecyMark(SecrecyDegree.Confidential, text.Substring(at, 3), at) : null;
    }

    private static bool IsStamp(string text, int at, string before, string after)
    {
        var left = Neighbour(text, at - 1, -1);
        var right = Neighbour(text, at + 3, 1);
        var bounded = left is '\n' or '(' or '[' or '"' or '“' or '*' && right is '\n' or ')' or ']' or '"' or '”' or '*' or '.' or '/' or '-' or ',';
        var named = left is ':' && right is not ':' && IsLabel(text, at);
        var stamped = before is "dấu" && text[at] is 'M';
        var capitals = text.AsSpan(at, 3) is "MẬT" && after.Length == 0;

        return bounded || named || stamped || capitals;
    }

    // "Độ mật: Mật": what stands before the colon names the field.
    private static bool IsLabel(string text, int at)
    {
        var line = text.AsSpan(0, at);
        line = line[(line.LastIndexOf('\n') + 1)..].TrimEnd().TrimEnd(':').TrimEnd();

        return line.EndsWith("mật", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsWord(string text, int at) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + 3 >= text.Length || !char.IsLetterOrDigit(text[at + 3]));

    /// <summary>The nearest character that is no blank in the direction given; a line end or the end of the text is '\n'.</summary>
    private static char Neighbour(string text, int at, int step)
    {
        while (at >= 0 && at < text.Length && text[at] is ' ' or '\t' or '\u00A0')
        {
            at += step;
        }

        return at < 0 || at >= text.Length || text[at] is '\r' ? '\n' : text[at];
    }

    private static int WordBefore(string text, int at)
    {
        var end = at;
        while (end > 0 && text[end - 1] is ' ' or '\t' or '\u00A0' or '\n' or '\r')
        {
            end--;
        }

        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    private static int WordAfter(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\u00A0')
        {
            at++;
        }

        while (at < text.Length && char.IsLetter(text[at]))
        {
            at++;
        }

        return at;
    }
}
