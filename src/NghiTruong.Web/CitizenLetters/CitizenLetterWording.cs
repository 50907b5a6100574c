using NghiTruong.CitizenLetters;
using NghiTruong.Law;
using NghiTruong.Texts;
using NghiTruong.Web.Law;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.CitizenLetters;

/// <summary>Vocabulary of the room in the reader's language.</summary>
public static class CitizenLetterWording
{
    /// <summary>How letters are told in their stories.</summary>
    public static StoryWords OfStories { get; } = new("citizenLetter", "citizenLetters.field.", Value);

    public static string Of(this TextTable texts, CitizenLetterState state) => texts["citizenLetter.state." + Words.CodeOf(state)];

    public static string Of(this TextTable texts, CitizenLetterKind kind) => texts["citizenLetter.kind." + Words.CodeOf(kind)];

    public static string Of(this TextTable texts, CitizenLetterSource source) => texts["citizenLetter.source." + Words.CodeOf(source)];

    public static string Of(this TextTable texts, HandlingAuthority authority) => texts["citizenLetter.authority." + Words.CodeOf(authority)];

    public static string Of(this TextTable texts, CitizenLetterDuty duty) => texts["citizenLetter.duty." + Words.CodeOf(duty)];

    public static string Of(this TextTable texts, CitizenLetterOutcome outcome) => texts["citizenLetter.outcome." + Words.CodeOf(outcome)];

    /// <summary>A reason as shipped; one a council added stands by its code.</summary>
    public static string Reason(string? code) => CitizenLetterCatalogues.Reasons.List("")!.Entries.FirstOrDefault(e => e.Code == code)?.NameIn(System.Globalization.CultureInfo.CurrentUICulture) ?? code ?? "";

    /// <summary>A rule by its name.</summary>
    public static string Rule(string? code) => DeadlineRuleCatalogue.Rows.FirstOrDefault(r => r.Code == code)?.NameIn(System.Globalization.CultureInfo.CurrentUICulture) ?? code ?? "";

    /// <summary>Red is late and nothing else, so a state is never red by itself.</summary>
    public static Tone ToneOf(CitizenLetterState state) => state switch
    {
        CitizenLetterState.Registered => Tone.Plain,
        CitizenLetterState.NotEligible or CitizenLetterState.ToTransfer or CitizenLetterState.Answered => Tone.Soon,
        CitizenLetterState.Accepted or CitizenLetterState.Transferred => Tone.Going,
        _ => Tone.Done,
    };

    private static string? Value(TextTable texts, string field, string value) => field switch
    {
        "state" or "source" or "authority" or "duty" or "kind" or "reading" => texts[$"citizenLetter.{field}.{Words.Camel(value)}"],
        "letterKind" => texts["citizenLetter.kind." + Words.Camel(value)],
        "reasonCode" => Reason(value),
        "field" => CatalogueWords.Field(value),
        "settleRule" => Rule(value),
        _ => null,
    };
}
