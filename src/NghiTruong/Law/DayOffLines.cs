using System.Globalization;
using NghiTruong.Language;
using NghiTruong.Refusals;

namespace NghiTruong.Law;

/// <summary>
/// A year's days off as people write them, one a line: <c>2/9/2026; Quốc khánh</c>, <c>16/2/2026 - 20/2/2026; Tết Nguyên đán</c>, and for a weekend day worked
/// instead <c>22/8/2026; làm bù; hoán đổi dịp Quốc khánh</c>. Semicolons, tabs or bars part the columns.
/// </summary>
public static class DayOffLines
{
    private const int LongestRun = 31;
    private static readonly char[] Partings = [';', '\t', '|'];
    private static readonly string[] WorkedWords = ["lam bu", "di lam", "worked"];

    /// <param name="isChecked">Whether the list was compared with the official notice.</param>
    /// <returns>Refusals <c>law.dayLineUnread</c> (with the line), and those of <see cref="Wrong"/>.</returns>
    public static Result<IReadOnlyList<DayOffRow>> Read(string text, int year, bool isChecked)
    {
        List<DayOffRow> rows = [];
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Row(line, isChecked) is not { } read)
            {
                return new Refusal("law.dayLineUnread", "Lines", line);
            }

            rows.AddRange(read);
        }

        return Wrong(year, rows) is { } wrong ? wrong : rows;
    }

    /// <summary>The list again, one line a day.</summary>
    public static string Write(IEnumerable<DayOffRow> rows) => string.Join('\n', rows.OrderBy(r => r.Date).Select(r =>
        r.Kind is DayOffKind.Off ? $"{OfficialDate.Short(r.Date)}; {r.Reason.NameVietnamese}" : $"{OfficialDate.Short(r.Date)}; làm bù; {r.Reason.NameVietnamese}"));

    internal static Refusal? Wrong(int year, IReadOnlyList<DayOffRow> rows)
    {
        if (rows.FirstOrDefault(r => r.Date.Year != year) is { } outside)
        {
            return new Refusal("law.dayOutsideYear", "Lines", OfficialDate.Short(outside.Date), year);
        }

        if (rows.GroupBy(r => r.Date).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
        {
            return new Refusal("law.dayTwice", "Lines", OfficialDate.Short(twice.Key));
        }

        return rows.FirstOrDefault(r => r.Kind is DayOffKind.WorkedInstead && r.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) is { } weekday
            ? new Refusal("law.workedOnWeekday", "Lines", OfficialDate.Short(weekday.Date))
            : null;
    }

    private static List<DayOffRow>? Row(string line, bool isChecked)
    {
        var parts = line.Split(Partings, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0 || Days(parts[0]) is not { } days)
        {
            return null;
        }

        var worked = parts.Skip(1).Any(p => WorkedWords.Contains(VietnameseText.Fold(p)));
        var name = parts.Skip(1).FirstOrDefault(p => !WorkedWords.Contains(VietnameseText.Fold(p))) ?? (worked ? "làm bù" : "nghỉ lễ");
        var reason = new DayOffReason(CodeOf(name), name, name, isChecked);

        return [.. days.Select(day => new DayOffRow(day, worked ? DayOffKind.WorkedInstead : DayOffKind.Off, reason))];
    }

    private static IEnumerable<DateOnly>? Days(string text)
    {
        if (Day(text) is { } only)
        {
            return [only];
        }

        if (text.Split(['-', '–'], 2, StringSplitOptions.TrimEntries) is not [var left, var right] || Day(left) is not { } first || Day(right) is not { } last)
        {
            return null;
        }

        var length = last.DayNumber - first.DayNumber + 1;

        return length is < 1 or > LongestRun ? null : Enumerable.Range(0, length).Select(first.AddDays);
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || OfficialDate.TryParse(text, out day) ? day : null;

    private static string CodeOf(string name) => new([.. VietnameseText.Fold(name).ToUpperInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_').Take(40)]);
}
