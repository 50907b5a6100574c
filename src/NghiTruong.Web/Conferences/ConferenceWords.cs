using NghiTruong.Conferences;
using NghiTruong.Texts;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Conferences;

/// <summary>Vocabulary of conferences in the reader's language.</summary>
public static class ConferenceWords
{
    /// <summary>How conferences are told in their story.</summary>
    public static StoryWords OfStory { get; } = new("conference", "conferences.field.", (texts, field, value) => field == "state" ? texts["conference.state." + Words.Camel(value)] : null);

    public static string Of(this TextTable texts, ConferenceState state) => texts["conference.state." + Words.CodeOf(state)];

    public static string Of(this TextTable texts, ProposalState state) => texts["conference.proposal." + Words.CodeOf(state)];

    public static Tone ToneOf(ConferenceState state) => state switch
    {
        ConferenceState.Planned => Tone.Soon,
        ConferenceState.Held => Tone.Going,
        _ => Tone.Done,
    };

    public static Tone ToneOf(ProposalState state) => state switch
    {
        ProposalState.Following => Tone.Going,
        ProposalState.Done => Tone.Done,
        _ => Tone.Plain,
    };
}
