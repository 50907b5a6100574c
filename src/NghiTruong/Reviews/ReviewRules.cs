using System.ComponentModel.DataAnnotations;
using System.Globalization;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Law;
using NghiTruong.Refusals;
using NghiTruong.Schemes;

namespace NghiTruong.Reviews;

/// <summary>A review as it is started.</summary>
/// <param name="Scheme">Code of the document reviewed; not needed for a notice to the Front.</param>
/// <param name="Period"><c>2026</c>, <c>2026-1</c>.</param>
public sealed record ReviewInput(Guid CouncilId, ReviewKind Kind, [property: StringLength(60)] string? Scheme, [property: StringLength(8)] string Period, Guid? Id = null);

/// <summary>What is written of a target, or with an empty key of the whole.</summary>
public sealed record ReviewTextInput(
    [property: StringLength(60)] string? Key, [property: StringLength(4000)] string? Done, [property: StringLength(4000)] string? NotYet, [property: StringLength(4000)] string? Causes, [property: StringLength(4000)] string? Next,
    int? Version = null);

/// <summary>How it was signed and goes out, where that was done outside the product.</summary>
/// <param name="OnPaper">Recorded as sent on paper; else it arrives inside the system.</param>
/// <param name="To">Whom it went to, where no upper council is known.</param>
public sealed record SendReviewInput(
    [property: StringLength(20)] string? Number, [property: StringLength(40)] string? Notation, DateOnly? SignedOn = null, [property: StringLength(120)] string? Signer = null, bool OnPaper = false, [property: StringLength(300)] string? To = null);

/// <summary>Rules of reviews, pure.</summary>
public static class ReviewRules
{
    public static string Series(string councilCode, int year) => string.Create(CultureInfo.InvariantCulture, $"SK-{councilCode}-{year:0000}");

    public static string Code(string councilCode, int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{Series(councilCode, year)}-{number:0000}");

    /// <summary>By when a review of a period goes up: counted from the period's last day.</summary>
    public static DateOnly? Due(Rules rules, ReviewKind kind, Tier tier, Guid council, SchemePeriod period) =>
        rules.Due(kind == ReviewKind.Scheme ? DeadlineRuleCatalogue.ReviewUpward : DeadlineRuleCatalogue.FrontNotice, tier.ToString(), council, period.Last)?.Deadline.Due;

    /// <summary>A notice to the Front is of a half year; a review of a year or a half; neither of a time that has not begun.</summary>
    public static IReadOnlyList<Refusal> WrongIn(ReviewInput asked, DateOnly today)
    {
        List<Refusal> wrong = [.. InputShape.WrongIn(asked)];
        if (SchemePeriod.Parse(asked.Period) is not { } period)
        {
            wrong.Add(new Refusal("scheme.periodUnreadable", nameof(asked.Period)));
        }
        else if (period.First > today)
        {
            wrong.Add(new Refusal("scheme.periodAhead", nameof(asked.Period)));
        }
        else if (asked.Kind == ReviewKind.FrontNotice && period.Half == 0)
        {
            wrong.Add(new Refusal("review.noticeIsHalfYearly", nameof(asked.Period)));
        }

        if (asked.Kind == ReviewKind.Scheme && string.IsNullOrWhiteSpace(asked.Scheme))
        {
            wrong.Add(new Refusal("review.schemeMissing", nameof(asked.Scheme)));
        }

        return wrong;
    }

    public static IReadOnlyList<Refusal> WrongIn(ReviewTextInput asked) =>
    [
        .. InputShape.WrongIn(asked),
        .. new[] { (asked.Done, nameof(asked.Done)), (asked.NotYet, nameof(asked.NotYet)), (asked.Causes, nameof(asked.Causes)), (asked.Next, nameof(asked.Next)) }
            .Select(t => Secrets.InText(t.Item1, t.Item2)).OfType<Refusal>(),
    ];
}
