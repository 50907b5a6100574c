using NghiTruong.Councils;
using NghiTruong.Supervision;
using NghiTruong.Texts;
using NghiTruong.Web.Law;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Vocabulary of supervisions and recommendations in the reader's language.</summary>
public static class SupervisionWords
{
    /// <summary>How supervisions are told in their story.</summary>
    public static StoryWords OfStory { get; } = new("supervision", "supervisions.field.", Value);

    /// <summary>How recommendations are told in theirs.</summary>
    public static StoryWords OfRecommendationStory { get; } = new("recommendation", "recommendations.field.", RecommendationValue);

    public static string Of(this TextTable texts, SupervisionKind kind) => texts["supervision.kind." + Words.CodeOf(kind)];

    public static string Of(this TextTable texts, SupervisionState state) => texts["supervision.state." + Words.CodeOf(state)];

    public static string Of(this TextTable texts, SupervisionPaperKind paper) => texts["supervision.paper." + Words.CodeOf(paper)];

    public static string Of(this TextTable texts, TeamRole role) => texts["supervision.role." + Words.CodeOf(role)];

    public static string Of(this TextTable texts, FindingKind finding) => texts["supervision.finding." + Words.CodeOf(finding)];

    public static string Of(this TextTable texts, RecommendationState state) => texts["recommendation.state." + Words.CodeOf(state)];

    public static string Of(this TextTable texts, RecommendationOutcome outcome) => texts["recommendation.outcome." + Words.CodeOf(outcome)];

    /// <summary>Who supervises: the committee or delegate group by its name, else the subject.</summary>
    public static string Subject(this TextTable texts, SupervisionSubject subject, Guid? body, IReadOnlyDictionary<Guid, BodyName> bodies) =>
        body is { } id && bodies.TryGetValue(id, out var known) ? known.Name : texts["supervision.subject." + Words.CodeOf(subject)];

    /// <summary>Red is late and nothing else, so a state is never red by itself.</summary>
    public static Tone ToneOf(SupervisionState state) => state switch
    {
        SupervisionState.Programmed or SupervisionState.UnderWay => Tone.Going,
        SupervisionState.Held or SupervisionState.Reported => Tone.Soon,
        SupervisionState.Concluded => Tone.Going,
        SupervisionState.Closed => Tone.Done,
        _ => Tone.Plain,
    };

    public static Tone ToneOf(RecommendationState state) => state switch
    {
        RecommendationState.Following => Tone.Going,
        RecommendationState.Answered => Tone.Soon,
        RecommendationState.Confirmed => Tone.Done,
        _ => Tone.Plain,
    };

    private static string? Value(TextTable texts, string field, string value) => field switch
    {
        "paper" or "finding" or "kind" or "state" => texts[$"supervision.{field}.{Words.Camel(value)}"],
        "field" => CatalogueWords.Field(value),
        _ => null,
    };

    private static string? RecommendationValue(TextTable texts, string field, string value) => field switch
    {
        "outcome" or "state" => texts[$"recommendation.{field}.{Words.Camel(value)}"],
        _ => null,
    };
}
