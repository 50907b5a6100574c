using NghiTruong.Petitions;
using NghiTruong.Texts;
using NghiTruong.Web.Law;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>Petition vocabulary in the reader's language.</summary>
public static class PetitionWords
{
    /// <summary>How petitions are told in their story.</summary>
    public static StoryWords OfStory { get; } = new("petition", "petitions.field.", (texts, field, value) => field switch
    {
        "field" => CatalogueWords.Field(value),
        "authority" => CatalogueWords.Authority(value),
        "status" or "statusBeforeMerge" => texts["petition.status." + Words.Camel(value)],
        "kind" or "source" or "channel" => texts[$"petition.{field}.{Words.Camel(value)}"],
        "outcome" or "agencyOutcome" or "officeOutcome" or "concludedOutcome" or "proposed" or "concluded" => texts["petition.outcome." + Words.Camel(value)],
        "isPressing" => texts[value == "True" ? "petitions.yes" : "petitions.no"],
        _ => null,
    });

    public static string Of(this TextTable texts, PetitionStatus status) => texts["petition.status." + Words.CodeOf(status)];

    public static string Of(this TextTable texts, PetitionKind kind) => texts["petition.kind." + Words.CodeOf(kind)];

    public static string Of(this TextTable texts, PetitionSource source) => texts["petition.source." + Words.CodeOf(source)];

    public static string Of(this TextTable texts, NoticeChannel channel) => texts["petition.channel." + Words.CodeOf(channel)];

    public static string Of(this TextTable texts, Outcome? outcome) => texts["petition.outcome." + (outcome is { } known ? Words.CodeOf(known) : "none")];

    /// <summary>Red is late and nothing else, so a state is never red by itself.</summary>
    public static Tone ToneOf(PetitionStatus status) => status switch
    {
        PetitionStatus.Passing or PetitionStatus.Forwarded or PetitionStatus.Accepted => Tone.Going,
        PetitionStatus.Answered or PetitionStatus.Evaluated or PetitionStatus.Concluded or PetitionStatus.Refused => Tone.Soon,
        PetitionStatus.Notified or PetitionStatus.Closed or PetitionStatus.ExplainedOnTheSpot => Tone.Done,
        PetitionStatus.Recorded or PetitionStatus.Classified or PetitionStatus.Merged => Tone.Plain,
        _ => Tone.Plain,
    };
}
