using NghiTruong.Reception;
using NghiTruong.Texts;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reception;

/// <summary>Vocabulary of the room in the reader's language.</summary>
public static class ReceptionWording
{
    public static IReadOnlyList<StoryWords> OfStories { get; } =
    [
        new("citizenReception", "receptions.field.", (texts, field, value) => field is "state" or "kind" or "step" ? texts[$"reception.{field}.{Words.Camel(value)}"] : null),
        new("citizenVisit", "visits.field.", (texts, field, value) => field switch
        {
            "outcome" => texts["visit.outcome." + Words.Camel(value)],
            "letterKind" or "kind" => texts["citizenLetter.kind." + Words.Camel(value)],
            _ => null,
        }),
    ];

    public static string Of(this TextTable texts, ReceptionKind kind) => texts["reception.kind." + Words.CodeOf(kind)];

    public static string Of(this TextTable texts, ReceptionState state) => texts["reception.state." + Words.CodeOf(state)];

    public static string Of(this TextTable texts, ReceptionPreparation step) => texts["reception.step." + Words.CodeOf(step)];

    public static string Of(this TextTable texts, VisitOutcome outcome) => texts["visit.outcome." + Words.CodeOf(outcome)];

    public static Tone ToneOf(ReceptionState state) => state switch { ReceptionState.Scheduled => Tone.Going, ReceptionState.Held => Tone.Done, _ => Tone.Plain };

    public static Tone ToneOf(VisitOutcome outcome) => outcome switch { VisitOutcome.Pending => Tone.Soon, VisitOutcome.Refused => Tone.Plain, VisitOutcome.Letter or VisitOutcome.Petition => Tone.Going, _ => Tone.Done };
}
