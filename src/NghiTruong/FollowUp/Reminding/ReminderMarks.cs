using NghiTruong.Law;

namespace NghiTruong.FollowUp.Reminding;

/// <summary>Which reminder an item has come to: rows <c>REMINDER_*</c> of the rule table, counted from the due day. Pure.</summary>
public static class ReminderMarks
{
    /// <summary>How many days a mark may lie back and still be acted on, should the house have stood still; older ones are left to the lists.</summary>
    public const int Grace = 7;

    /// <summary>From first to last.</summary>
    public static readonly IReadOnlyList<string> Codes =
    [
        DeadlineRuleCatalogue.ReminderFirst,
        DeadlineRuleCatalogue.ReminderSecond,
        DeadlineRuleCatalogue.ReminderThird,
        DeadlineRuleCatalogue.ReminderDue,
        DeadlineRuleCatalogue.ReminderLate,
    ];

    /// <summary>
    /// The latest mark reached by today, of several reached at once only the last; null when none was, or when it was passed longer ago than <see cref="Grace"/>,
    /// or fell on the day the item was sent or before.
    /// </summary>
    public static string? Reached(Rules rules, string tier, Guid councilId, DateOnly due, DateOnly sent, DateOnly today)
    {
        for (var i = Codes.Count - 1; i >= 0; i--)
        {
            if (DeadlineRules.Pick(rules.Rows, Codes[i], tier, councilId, due) is not { } rule)
            {
                continue;
            }

            var mark = Deadlines.DueOn(due, rule.Terms, rules.Calendar);
            if (mark <= today)
            {
                return mark > sent && today.DayNumber - mark.DayNumber <= Grace ? Codes[i] : null;
            }
        }

        return null;
    }

    /// <summary>The due days that can have come to a mark today, whatever the council's own rules.</summary>
    public static (DateOnly First, DateOnly Last) Window(Rules rules, DateOnly today)
    {
        var (before, after) = (0, 0);
        foreach (var row in rules.Rows)
        {
            if (Codes.Contains(row.Code))
            {
                // Working days spread over at most this many calendar days, the longest holiday of the year included.
                var spread = row.Terms.DayType is DayType.Working ? (row.Terms.Days * 7 / 5) + 14 : row.Terms.Days;
                before = row.Terms.Direction is DeadlineDirection.Before ? Math.Max(before, spread) : before;
                after = row.Terms.Direction is DeadlineDirection.After ? Math.Max(after, spread) : after;
            }
        }

        return (today.AddDays(-after - Grace), today.AddDays(before));
    }
}
