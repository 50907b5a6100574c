using System.Globalization;
using NghiTruong.Councils;
using NghiTruong.Language;
using NghiTruong.Law;
using NghiTruong.Refusals;
using NghiTruong.Texts;

namespace NghiTruong.Web.Law;

/// <summary>A due date and the sentences that say why.</summary>
public sealed record DeadlineAnswer(DateOnly Due, IReadOnlyList<string> Explanation);

/// <summary>Reads a question about a deadline as it comes from an address or a command line, and answers it.</summary>
public sealed class DeadlineQuestion(RuleBook rules, TextTable texts)
{
    /// <returns>Refusals <c>law.fromUnread</c>, <c>law.daysUnread</c>, <c>law.dayTypeUnknown</c>, <c>law.ruleUnknown</c>, <c>law.daysOutOfRange</c>, <c>law.startOutOfRange</c>.</returns>
    public async Task<Result<DeadlineAnswer>> AskAsync(
        string? from, string? days, string? dayType, string? rule, CouncilName? council, CultureInfo language, CancellationToken ct)
    {
        if (Day(from) is not { } start)
        {
            return new Refusal("law.fromUnread", "From", from ?? "");
        }

        var known = await rules.ReadAsync(ct);
        if (rule is not null)
        {
            if (Deadlines.Check(start, 0) is { } outside)
            {
                return outside;
            }

            return known.Due(rule, council?.Tier.ToString(), council?.Id, start) is { } ruled
                ? new DeadlineAnswer(ruled.Deadline.Due, DeadlineExplanation.Sentences(ruled.Deadline, ruled.Rule, texts, language))
                : new Refusal("law.ruleUnknown", "Rule");
        }

        if (!int.TryParse(days, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
        {
            return new Refusal("law.daysUnread", "Days", days ?? "");
        }

        DayType? type = dayType switch { "working" => DayType.Working, "calendar" => DayType.Calendar, _ => null };
        if (type is not { } counted)
        {
            return new Refusal("law.dayTypeUnknown", "DayType", dayType ?? "");
        }

        if (Deadlines.Check(start, count) is { } wrong)
        {
            return wrong;
        }

        var deadline = Deadlines.Compute(start, new DeadlineTerms(count, counted), known.Calendar);

        return new DeadlineAnswer(deadline.Due, DeadlineExplanation.Sentences(deadline, null, texts, language));
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || (text is not null && OfficialDate.TryParse(text, out day)) ? day : null;
}
