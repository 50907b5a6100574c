using NghiTruong.Texts;
using NghiTruong.Training;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Training;

/// <summary>Vocabulary of training in the reader's language.</summary>
public static class TrainingWords
{
    /// <summary>How classes are told in their story.</summary>
    public static StoryWords OfStory { get; } = new("training", "trainings.field.", (texts, field, value) => field switch
    {
        "format" or "audience" or "state" or "whom" => texts[$"training.{field}.{Words.Camel(value)}"],
        _ => null,
    });

    public static string Of(this TextTable texts, TrainingFormat format) => texts["training.format." + Words.CodeOf(format)];

    public static string Of(this TextTable texts, TrainingAudience audience) => texts["training.audience." + Words.CodeOf(audience)];

    public static string Of(this TextTable texts, TrainingState state) => texts["training.state." + Words.CodeOf(state)];

    public static string Of(this TextTable texts, TrainingResult result) => texts["training.result." + Words.CodeOf(result)];

    public static Tone ToneOf(TrainingState state) => state switch
    {
        TrainingState.Planned => Tone.Soon,
        TrainingState.Held => Tone.Going,
        _ => Tone.Done,
    };

    /// <summary>The days of a class: one, or from the first to the last.</summary>
    public static string DaysOf(DateOnly from, DateOnly until) => from == until ? $"{Ui.Date(from)}" : $"{Ui.Date(from)} – {Ui.Date(until)}";
}
