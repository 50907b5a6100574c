using System.Globalization;
using System.Text;
using NghiTruong.Language;
using NghiTruong.Texts;

namespace NghiTruong.FollowUp.Reminding;

/// <summary>One line of what somebody owes.</summary>
public sealed record OwedLine(string Code, string Title, DateOnly Due);

/// <summary>The short text that is mailed, or copied into a messenger (Zalo): everything one recipient owes, late first. Plain text, no markup.</summary>
public static class DueText
{
    private const int LongestTitle = 120;

    /// <summary>A line of the text; only for items that are owed.</summary>
    public static OwedLine Owed(this FollowUpItem item) => new(item.SubjectCode, item.Title, item.OwedBy!.Value);

    public static string Write(string agency, string council, IEnumerable<OwedLine> lines, DateOnly today, TextTable texts, CultureInfo language)
    {
        string Say(string code, params object[] values) => string.Format(CultureInfo.InvariantCulture, texts.Find(code, language) ?? code, values);

        var all = lines.OrderBy(l => l.Due).ThenBy(l => l.Code, StringComparer.Ordinal).ToList();
        var late = all.FindAll(l => l.Due < today);
        var text = new StringBuilder();
        text.AppendLine(Say("followUp.text.greeting", agency));
        text.AppendLine(Say("followUp.text.lead", council, all.Count, late.Count));
        foreach (var line in all)
        {
            var state = line.Due < today ? Say("followUp.text.late", today.DayNumber - line.Due.DayNumber)
                : line.Due == today ? Say("followUp.text.today")
                : Say("followUp.text.left", line.Due.DayNumber - today.DayNumber);
            text.AppendLine(Say("followUp.text.line", line.Code, Short(line.Title), OfficialDate.Short(line.Due), state));
        }

        return text.Append(Say("followUp.text.close", council)).ToString();
    }

    private static string Short(string title) => title.Length <= LongestTitle ? title : title[..(LongestTitle - 1)].TrimEnd() + "…";
}
