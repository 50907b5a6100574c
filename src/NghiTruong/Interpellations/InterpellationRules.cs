using System.Globalization;
using System.Text.Json;
using NghiTruong.Language;
using NghiTruong.Refusals;

namespace NghiTruong.Interpellations;

/// <summary>Human codes of slips (CV), explanation sessions (GT) and promises (LH): council's code at birth, year, number.</summary>
public static class InterpellationCode
{
    public const string Slip = "CV";
    public const string Explanation = "GT";
    public const string Promise = "LH";

    public static string Series(string kind, string councilCode, int year) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{councilCode}-{year:0000}");

    public static string Of(string kind, string councilCode, int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{Series(kind, councilCode, year)}-{number:00000}");
}

/// <summary>A criterion by which issues are chosen for questioning.</summary>
public sealed record SelectionCriterion(string Code, string Vietnamese, string English)
{
    public string NameIn(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : Vietnamese;
}

/// <summary>The criteria of Resolution 594/NQ-UBTVQH15 (domain 2.6), <c>criteria.json</c> of this room: changing them changes no program.</summary>
public sealed record SelectionCriteria(string Source, IReadOnlyList<SelectionCriterion> Criteria)
{
    public static SelectionCriteria Shipped { get; } = Read();

    public SelectionCriterion? Of(string? code) => Criteria.FirstOrDefault(c => c.Code == code);

    private static SelectionCriteria Read()
    {
        using var file = typeof(SelectionCriteria).Assembly.GetManifestResourceStream("interpellation-criteria.json")!;

        return JsonSerializer.Deserialize<SelectionCriteria>(file, JsonSerializerOptions.Web)!;
    }
}

/// <summary>Rules of the house on questioning and explanation, pure; each refusal has the name its test asserts.</summary>
public static class InterpellationRules
{
    /// <summary>Written answer (Law 87/2015 Art 60.5, kept as an unchecked default).</summary>
    public const string WrittenAnswerRule = "QUESTION_WRITTEN_ANSWER";

    /// <summary>Promises are reported before the next session (Law 87/2015 Art 60.7).</summary>
    public const string PromisesReportRule = "PROMISES_REPORT";

    /// <summary>Notice before an explanation session (Law 87/2015 Art 72).</summary>
    public const string NoticeRule = "EXPLANATION_SESSION_NOTICE";

    /// <summary>The person asked answers in person and does not delegate; somebody else needs a recorded reason (Law 87/2015 Art 60).</summary>
    public static Refusal? WrongAnswerer(string personAsked, string? answeredBy, string? because) =>
        string.IsNullOrWhiteSpace(answeredBy) ? new Refusal("interpellation.answererMissing", "By")
        : !IsSame(personAsked, answeredBy) && string.IsNullOrWhiteSpace(because) ? new Refusal("interpellation.answeredByAnother", "OtherBecause", personAsked)
        : null;

    /// <summary>The same post, however it is typed; a name after the post is no other person.</summary>
    public static bool IsSame(string personAsked, string answeredBy)
    {
        var (asked, by) = (VietnameseText.Fold(personAsked), VietnameseText.Fold(answeredBy));

        return by == asked || by.StartsWith(asked + " ", StringComparison.Ordinal) || by.StartsWith(asked + ",", StringComparison.Ordinal);
    }

    /// <summary>The counts add up, and more than half of all members of the Standing Committee are for it (Law 87/2015 Art 72).</summary>
    public static IReadOnlyList<Refusal> WrongIn(StandingVotes votes) => votes switch
    {
        { Members: < 1 } or { Present: < 0 } or { For: < 0 } or { Against: < 0 } or { Abstained: < 0 } => [new Refusal("explanation.votesWrong", nameof(votes.Members))],
        _ when votes.Present > votes.Members => [new Refusal("explanation.morePresentThanMembers", nameof(votes.Present), votes.Members)],
        _ when votes.For + votes.Against + votes.Abstained != votes.Present => [new Refusal("explanation.votesDoNotAddUp", nameof(votes.For), votes.Present)],
        _ when !votes.IsCarried => [new Refusal("explanation.notCarried", nameof(votes.For), votes.Needed, votes.Members)],
        _ => [],
    };
}
