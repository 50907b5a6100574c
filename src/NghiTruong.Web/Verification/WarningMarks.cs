namespace NghiTruong.Web.Verification;

/// <summary>Splits a paragraph at the words that warnings quote, for marking them; a long one is shown around its first quote.</summary>
public static class WarningMarks
{
    private const int Around = 400;

    public static IReadOnlyList<(string Part, bool Marked)> Of(string text, IEnumerable<string> quotes)
    {
        List<(int From, int Until)> spans = [];
        foreach (var quote in quotes.Where(q => q.Length > 0).Distinct())
        {
            if (text.IndexOf(quote, StringComparison.Ordinal) is >= 0 and var at && !spans.Exists(s => at < s.Until && s.From < at + quote.Length))
            {
                spans.Add((at, at + quote.Length));
            }
        }

        spans.Sort();
        List<(string, bool)> parts = [];
        var done = spans.Count > 0 && spans[0].From > Around ? text.IndexOf(' ', spans[0].From - Around) + 1 : 0;
        if (done > 0)
        {
            parts.Add(("… ", false));
        }

        foreach (var (from, until) in spans)
        {
            parts.Add((text[done..from], false));
            parts.Add((text[from..until], true));
            done = until;
        }

        var rest = text[done..];
        parts.Add((rest.Length > Around ? rest[..Around] + " …" : rest, false));

        return parts;
    }
}
