using System.Text.RegularExpressions;

namespace NghiTruong.Documents.Tables;

/// <summary>The marks that open a section: <c>II</c>, <c>A</c>, <c>1</c>, <c>a)</c>.</summary>
internal static partial class RowMarks
{
    public enum Mark
    {
        None,
        Roman,
        Letter,
        Number,
        Small,
    }

    public static Mark Kind(string text)
    {
        var mark = text.TrimEnd('.', ')', ':', ' ');
        if (mark.Length is 0 or > 6)
        {
            return Mark.None;
        }

        // C, D and M alone are letters of a list far more often than a hundred, five hundred or a thousand.
        return Roman().IsMatch(mark) ? Mark.Roman
            : mark.Length == 1 && char.IsAsciiLetterUpper(mark[0]) ? Mark.Letter
            : mark.All(char.IsAsciiDigit) ? Mark.Number
            : mark.Length == 1 && char.IsAsciiLetterLower(mark[0]) ? Mark.Small
            : Mark.None;
    }

    /// <summary>"II. CÁC KIẾN NGHỊ" into its mark and its words; a text without a mark keeps an empty one.</summary>
    public static Section Split(string text)
    {
        var match = Marked().Match(text);

        return match.Success && Kind(match.Groups["mark"].Value) is Mark.Roman or Mark.Letter
            ? new Section(match.Groups["mark"].Value, match.Groups["title"].Value)
            : new Section("", text);
    }

    [GeneratedRegex("^[IVX]{1,6}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Roman();

    [GeneratedRegex(@"^(?<mark>[IVX]{1,6}|[A-Z])\s*[.)\-–:/]\s*(?<title>\S.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Marked();
}
