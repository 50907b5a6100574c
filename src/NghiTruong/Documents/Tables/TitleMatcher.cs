using System.Text;

namespace NghiTruong.Documents.Tables;

/// <summary>Compares titles of columns by their folded words, with what stands in brackets left out when the whole does not match.</summary>
internal sealed class TitleMatcher
{
    /// <summary>Shorter beginnings ("Nội dung", "Thời hạn") open too many different columns to mean one of them.</summary>
    private const int WordsOfABeginning = 3;

    private readonly Func<string, string> _fold;
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    public TitleMatcher(IReadOnlyList<KnownColumn> catalogue, Func<string, string> fold)
    {
        _fold = fold;
        foreach (var column in catalogue)
        {
            foreach (var title in column.Titles)
            {
                _keys.TryAdd(Words(title), column.Key);
            }
        }
    }

    /// <summary>Letters and digits of the folded text, one space between words.</summary>
    public string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var c in _fold(text))
        {
            if (char.IsLetterOrDigit(c))
            {
                words.Append(c);
            }
            else if (words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words.ToString().TrimEnd();
    }

    /// <summary>The key of a column from its titles, upper row first; null when nobody knows them.</summary>
    public (string? Key, ColumnMatch Match) Find(IReadOnlyList<string> titles)
    {
        if (titles.Count == 0)
        {
            return (null, ColumnMatch.Unknown);
        }

        var path = string.Join(' ', titles);
        if (Exact(path) is { } whole)
        {
            return (whole, ColumnMatch.Exact);
        }

        // A single title may itself be a group and its part, as our own file of rejected rows writes them.
        var last = titles.Count == 1 && titles[0].LastIndexOf(" / ", StringComparison.Ordinal) is var cut and > 0 ? titles[0][(cut + 3)..] : titles[^1];
        var key = Exact(last) ?? Exact(WithoutBrackets(path)) ?? Exact(WithoutBrackets(last));
        if (key is not null)
        {
            return (key, titles.Count == 1 ? ColumnMatch.Exact : ColumnMatch.Likely);
        }

        return titles.Count == 1 && Beginning(titles[0]) is { } beginning ? (beginning, ColumnMatch.Likely) : (null, ColumnMatch.Unknown);
    }

    public static string WithoutBrackets(string title)
    {
        var kept = new StringBuilder(title.Length);
        var depth = 0;
        foreach (var c in title)
        {
            depth += c is '(' or '[' ? 1 : 0;
            if (depth == 0)
            {
                kept.Append(c);
            }

            depth -= c is ')' or ']' && depth > 0 ? 1 : 0;
        }

        return kept.ToString();
    }

    private string? Exact(string title) => Words(title) is { Length: > 0 } words ? _keys.GetValueOrDefault(words) : null;

    private string? Beginning(string title)
    {
        var words = Words(title);

        return _keys
            .Where(known => words.StartsWith(known.Key + " ", StringComparison.Ordinal) && known.Key.Count(c => c == ' ') >= WordsOfABeginning - 1)
            .OrderByDescending(known => known.Key.Length)
            .Select(known => known.Value)
            .FirstOrDefault();
    }
}
