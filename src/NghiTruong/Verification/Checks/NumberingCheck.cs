using System.Globalization;
using System.Text.RegularExpressions;

namespace NghiTruong.Verification.Checks;

/// <summary>
/// Articles, clauses and points in their order (Decree 30/2020/NĐ-CP, Annex I: Điều, khoản in Arabic numbers, điểm in Vietnamese letters). What Word numbers itself is right by
/// itself; articles quoted from another document, tables and attached regulations count on their own.
/// </summary>
internal sealed partial class NumberingCheck
{
    /// <summary>Letters of points as legal documents use them: đ follows d; there is no f, j, w, z.</summary>
    private static readonly string[] Letters = ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"];

    private readonly List<DraftWarning> _warnings = [];
    private int _article;
    private int _clause;
    private int _point = -1;
    private bool _isUnsure;
    private int _quotes;
    private bool _isInStraightQuotes;

    public static IReadOnlyList<DraftWarning> Check(Draft draft)
    {
        var check = new NumberingCheck();
        if (draft.FirstArticle >= 0)
        {
            foreach (var p in draft.Paragraphs.Skip(draft.FirstArticle))
            {
                check.See(p);
            }
        }

        return check._warnings;
    }

    private void See(DraftParagraph p)
    {
        var quoted = _quotes > 0 || _isInStraightQuotes;
        _isInStraightQuotes ^= p.Text.Count(c => c == '"') % 2 == 1;
        _quotes = Math.Max(0, _quotes + p.Text.Count(c => c == '“') - p.Text.Count(c => c == '”'));
        if (quoted || p.Source.InTable)
        {
            return;
        }

        if (p.Source.AutoNumber is { } auto)
        {
            SeeAutomatic(auto);
        }
        else if (ArticleNumber().Match(p.Text) is { Success: true } article)
        {
            SeeArticle(p, article);
        }
        else if (ClauseNumber().Match(p.Text) is { Success: true } clause)
        {
            SeeClause(p, clause);
        }
        else if (PointLetter().Match(p.Text) is { Success: true } point)
        {
            SeePoint(p, point);
        }
        else if (Heading().IsMatch(p.Text))
        {
            (_clause, _point) = (0, -1);
            _article = Attachment().IsMatch(p.Text) ? 0 : _article;
        }
    }

    private void SeeAutomatic(string format)
    {
        if (format.StartsWith("Điều", StringComparison.OrdinalIgnoreCase))
        {
            (_article, _clause, _point, _isUnsure) = (-1, 0, -1, false);
        }
        else
        {
            _isUnsure = true;
        }
    }

    private void SeeArticle(DraftParagraph p, Match m)
    {
        (_clause, _point, _isUnsure) = (0, -1, false);
        if (m.Groups["inserted"].Success)
        {
            return;
        }

        var (number, expected) = (int.Parse(m.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), _article + 1);
        if (_article >= 0 && number != expected)
        {
            _warnings.Add(new DraftWarning("articleOrder", Grounds.Form, p.Number, m.Groups["label"].Value, m.Groups["label"].Value, $"Điều {expected}"));
        }

        _article = _article >= 0 ? number : -1;
    }

    private void SeeClause(DraftParagraph p, Match m)
    {
        var number = int.Parse(m.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        // A list may begin anew within an article; the same number twice is a slip.
        var isAnew = number == 1 && _clause != 1;
        if (!_isUnsure && !isAnew && number != _clause + 1)
        {
            _warnings.Add(new DraftWarning("clauseOrder", Grounds.Form, p.Number, m.Groups["label"].Value, number, _clause + 1));
        }

        (_clause, _point) = (number, -1);
    }

    private void SeePoint(DraftParagraph p, Match m)
    {
        var at = Array.IndexOf(Letters, m.Groups["letter"].Value);
        var isAnew = at == 0 && _point != 0;
        if (at < 0)
        {
            _warnings.Add(new DraftWarning("pointLetter", Grounds.Form, p.Number, m.Groups["label"].Value, m.Groups["letter"].Value));

            return;
        }

        if (!_isUnsure && !isAnew && at != _point + 1 && _point + 1 < Letters.Length)
        {
            _warnings.Add(new DraftWarning("pointOrder", Grounds.Form, p.Number, m.Groups["label"].Value, m.Groups["letter"].Value, Letters[_point + 1]));
        }

        _point = at;
    }

    [GeneratedRegex(@"^\s*(?<label>Điều\s+(?<number>[0-9]{1,3})(?<inserted>[a-zđ])?)\s*([.:]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex ArticleNumber();

    [GeneratedRegex(@"^\s*(?<label>(Khoản\s+)?(?<number>[0-9]{1,2})[.)])(\s+\S|(?=[^\s0-9]))", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex ClauseNumber();

    [GeneratedRegex(@"^\s*(?<label>(Điểm\s+)?(?<letter>[a-zđ])[.)])(\s|(?<=\))\S)", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex PointLetter();

    // Chương, Mục, Phần, Roman numbers, capital letters, lines in capitals: below them clauses may begin anew.
    [GeneratedRegex(@"^\s*((Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Tiểu mục)\s|[IVX]{1,6}\s*[.)]|[A-Z]\s*[.)]|[\p{Lu}\s\d.,:–-]{5,}$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*(QUY\s+ĐỊNH|QUY\s+CHẾ|PHỤ\s+LỤC|ĐỀ\s+ÁN|CHƯƠNG\s+TRÌNH|KẾ\s+HOẠCH|CHÍNH\s+SÁCH|ĐIỀU\s+LỆ|NỘI\s+QUY|DANH\s+MỤC)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Attachment();
}
