using System.Globalization;
using NghiTruong.Interpellations;
using NghiTruong.Texts;
using NghiTruong.Web.Law;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>Vocabulary of the room in the reader's language.</summary>
public static class InterpellationWording
{
    /// <summary>How slips, promises and explanation sessions are told in their stories.</summary>
    public static IReadOnlyList<StoryWords> OfStories { get; } =
    [
        new("interpellation", "interpellations.field.", SlipValue),
        new("promise", "promises.field.", (texts, field, value) => field is "outcome" or "state" ? texts[$"promise.{field}.{Words.Camel(value)}"] : null),
        new("explanationSession", "explanations.field.", (texts, field, value) => field switch
        {
            "turn" => texts["interpellation.turn." + Words.Camel(value)],
            "state" => texts["explanation.state." + Words.Camel(value)],
            _ => null,
        }),
    ];

    public static string Of(this TextTable texts, InterpellationState state) => texts["interpellation.state." + Words.CodeOf(state)];

    public static string Of(this TextTable texts, WrittenReason reason) => texts["interpellation.written." + Words.CodeOf(reason)];

    public static string Of(this TextTable texts, NextWish wish) => texts["interpellation.wish." + Words.CodeOf(wish)];

    public static string Of(this TextTable texts, TurnKind kind) => texts["interpellation.turn." + Words.CodeOf(kind)];

    public static string Of(this TextTable texts, PromiseState state) => texts["promise.state." + Words.CodeOf(state)];

    public static string Of(this TextTable texts, PromiseOutcome outcome) => texts["promise.outcome." + Words.CodeOf(outcome)];

    public static string Of(this TextTable texts, ExplanationState state) => texts["explanation.state." + Words.CodeOf(state)];

    public static string Criterion(string? code) => SelectionCriteria.Shipped.Of(code)?.NameIn(CultureInfo.CurrentUICulture) ?? code ?? "";

    /// <summary>Red is late and nothing else, so a state is never red by itself.</summary>
    public static Tone ToneOf(InterpellationState state) => state switch
    {
        InterpellationState.Submitted => Tone.Plain,
        InterpellationState.Accepted => Tone.Done,
        InterpellationState.Answered or InterpellationState.Written or InterpellationState.NotAccepted => Tone.Soon,
        _ => Tone.Going,
    };

    public static Tone ToneOf(PromiseState state) => state switch
    {
        PromiseState.Following => Tone.Going,
        PromiseState.Reported => Tone.Soon,
        PromiseState.Closed => Tone.Done,
    };

    public static Tone ToneOf(ExplanationState state) => state switch
    {
        ExplanationState.Decided or ExplanationState.Notified or ExplanationState.Sent => Tone.Going,
        ExplanationState.Held or ExplanationState.Concluded => Tone.Soon,
        ExplanationState.Closed => Tone.Done,
        _ => Tone.Plain,
    };

    private static string? SlipValue(TextTable texts, string field, string value) => field switch
    {
        "state" or "turn" or "wish" => texts[$"interpellation.{field}.{Words.Camel(value)}"],
        "because" or "writtenBecause" => texts["interpellation.written." + Words.Camel(value)],
        "criterion" => Criterion(value),
        "field" => CatalogueWords.Field(value),
        _ => null,
    };
}
