using System.Globalization;
using NghiTruong.Language;
using NghiTruong.Texts;

namespace NghiTruong.Law;

/// <summary>"Vì sao ngày này?": the sentences that tell how a due date came about, from the text codes <c>law.explain.*</c>.</summary>
public static class DeadlineExplanation
{
    /// <param name="rule">The rule the terms came from; null for a plain computation.</param>
    /// <param name="language">English, else Vietnamese.</param>
    public static IReadOnlyList<string> Sentences(Deadline deadline, DeadlineRuleRow? rule, TextTable texts, CultureInfo language)
    {
        var voice = new Voice(texts, language);

        return [.. OfRule(rule, voice), .. OfTerms(deadline, voice), .. OfDays(deadline, voice), .. OfEnd(deadline, voice), .. OfDoubts(deadline, voice)];
    }

    private static IEnumerable<string> OfRule(DeadlineRuleRow? rule, Voice voice)
    {
        if (rule is null)
        {
            yield break;
        }

        yield return voice.Say("law.explain.rule", rule.NameIn(voice.Language));
        yield return voice.Say("law.explain.basis", rule.LegalBasis);
        if (rule.CouncilId is not null)
        {
            yield return voice.Say("law.explain.councilValue");
        }

        if (!rule.Checked)
        {
            yield return voice.Say("law.explain.ruleUnchecked");
        }
    }

    private static IEnumerable<string> OfTerms(Deadline deadline, Voice voice)
    {
        var (terms, from) = (deadline.Terms, voice.Date(deadline.From));
        if (terms.Days == 0)
        {
            yield return voice.Say("law.explain.zero", from);
            yield break;
        }

        yield return voice.Say(terms.DayType is DayType.Working ? "law.explain.working" : "law.explain.calendar", terms.Days);
        yield return voice.Say(terms.Direction is DeadlineDirection.After ? "law.explain.after" : "law.explain.before", from);
    }

    private static IEnumerable<string> OfDays(Deadline deadline, Voice voice)
    {
        if (deadline.Terms.DayType is DayType.Calendar)
        {
            yield break;
        }

        foreach (var group in deadline.Skipped.GroupBy(d => d.Reason))
        {
            yield return voice.Say("law.explain.skipped", group.Count(), voice.Name(group.Key), voice.Dates(group));
        }

        foreach (var group in deadline.WorkedInstead.GroupBy(d => d.Reason))
        {
            yield return voice.Say("law.explain.workedInstead", voice.Dates(group), voice.Name(group.Key));
        }
    }

    private static IEnumerable<string> OfEnd(Deadline deadline, Voice voice)
    {
        if (deadline.Rolled)
        {
            var code = deadline.Terms.Direction is DeadlineDirection.After ? "law.explain.rolledForward" : "law.explain.rolledBack";
            var why = deadline.Skipped.First(d => d.Date == deadline.BeforeRolling).Reason;

            yield return voice.Say(code, voice.Date(deadline.BeforeRolling), voice.Name(why), voice.Date(deadline.Due));
        }
        else if (deadline is { DueOnDayOff: { } reason, Terms.Days: > 0 })
        {
            yield return voice.Say("law.explain.staysOnDayOff", voice.Date(deadline.Due), voice.Name(reason));
        }

        yield return voice.Say("law.explain.due", voice.Weekday(deadline.Due), voice.Date(deadline.Due));
    }

    private static IEnumerable<string> OfDoubts(Deadline deadline, Voice voice)
    {
        var years = deadline.Skipped.Concat(deadline.WorkedInstead).Where(d => !d.Reason.Checked).Select(d => d.Date.Year).Distinct();
        foreach (var year in years)
        {
            yield return voice.Say("law.explain.daysOffUnchecked", year);
        }

        foreach (var year in deadline.YearsWithoutDaysOff)
        {
            yield return voice.Say("law.explain.daysOffUnknown", year);
        }
    }

    private sealed record Voice(TextTable Texts, CultureInfo Language)
    {
        private bool English => Language.TwoLetterISOLanguageName == "en";

        public string Say(string code, params object[] values) =>
            string.Format(CultureInfo.InvariantCulture, Texts.Find(code, Language) ?? code, values);

        public string Name(DayOffReason reason) => reason.NameIn(Language);

        public string Weekday(DateOnly day) => Say($"law.weekday.{(int)day.DayOfWeek}");

        public string Date(DateOnly day) => English ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : OfficialDate.Short(day);

        /// <summary>Dates as runs: <c>5/9/2026 - 6/9/2026; 12/9/2026</c>.</summary>
        public string Dates(IEnumerable<NotedDay> days)
        {
            var runs = new List<(DateOnly First, DateOnly Last)>();
            foreach (var day in days.Select(d => d.Date))
            {
                if (runs.Count > 0 && runs[^1].Last.AddDays(1) == day)
                {
                    runs[^1] = (runs[^1].First, day);
                }
                else
                {
                    runs.Add((day, day));
                }
            }

            return string.Join("; ", runs.Select(r => r.First == r.Last ? Date(r.First) : $"{Date(r.First)} - {Date(r.Last)}"));
        }
    }
}
