using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Councils;
using NghiTruong.Resolutions;
using NghiTruong.Texts;
using NghiTruong.Web.Law;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>Vocabulary of resolutions in the reader's language.</summary>
public static class ResolutionWords
{
    /// <summary>How resolutions are told in their story.</summary>
    public static StoryWords OfStory { get; } = new("resolution", "resolutions.field.", Value);

    /// <summary>How their tasks are told in theirs.</summary>
    public static StoryWords OfTaskStory { get; } = new("resolutionTask", "resolutionTasks.field.", Value);

    public static string Of(this TextTable texts, ResolutionState state) => texts["resolution.state." + Words.CodeOf(state)];

    public static string Of(this TextTable texts, ResolutionChangeKind change) => texts["resolution.change." + Words.CodeOf(change)];

    public static string Of(this TextTable texts, LookVerdict verdict) => texts["resolution.verdict." + Words.CodeOf(verdict)];

    public static string Of(this TextTable texts, ClauseCadence cadence) => texts["resolution.cadence." + Words.CodeOf(cadence)];

    public static string Of(this TextTable texts, ResolutionTaskState state) => texts["resolutionTask.state." + Words.CodeOf(state)];

    public static string Of(this TextTable texts, TaskOutcome outcome) => texts["resolutionTask.outcome." + Words.CodeOf(outcome)];

    public static string KindOf(string code) => ResolutionKinds.Of(code)?.NameIn(CultureInfo.CurrentUICulture) ?? code;

    public static List<SelectListItem> Kinds() => [.. ResolutionKinds.All.Select(k => new SelectListItem(k.NameIn(CultureInfo.CurrentUICulture), k.Code))];

    /// <summary>Who watches it: the committee by its name, else the Standing Committee.</summary>
    public static string Watcher(this TextTable texts, Guid? body, IReadOnlyDictionary<Guid, BodyName> bodies) =>
        body is { } id && bodies.TryGetValue(id, out var known) ? known.Name : texts["resolutions.standingCommittee"];

    /// <summary>A period as people say it: <c>quý III năm 2026</c>.</summary>
    public static string PeriodOf(this TextTable texts, string period) => period.Split('-') switch
    {
        [var year, ['Q', .. var quarter]] => texts["resolutions.period.quarter", quarter, year],
        [var year, ['H', .. var half]] => texts["resolutions.period.half", half, year],
        [{ Length: 4 } year] => texts["resolutions.period.year", year],
        _ => texts["resolution.cadence.once"],
    };

    /// <summary>Red is late and nothing else.</summary>
    public static Tone ToneOf(ResolutionState state) => state switch
    {
        ResolutionState.InForce => Tone.Going,
        ResolutionState.NotYet => Tone.Soon,
        _ => Tone.Plain,
    };

    public static Tone ToneOf(ResolutionTaskState state) => state switch
    {
        ResolutionTaskState.Following => Tone.Going,
        ResolutionTaskState.Reported => Tone.Soon,
        _ => Tone.Done,
    };

    private static string? Value(TextTable texts, string field, string value) => field switch
    {
        "change" or "verdict" or "cadence" => texts[$"resolution.{field}.{Words.Camel(value)}"],
        "as" or "endsAs" or "endedAs" => texts[$"resolution.state.{Words.Camel(value)}"],
        "outcome" or "state" => texts[$"resolutionTask.{field}.{Words.Camel(value)}"],
        "kind" => KindOf(value),
        "field" => CatalogueWords.Field(value),
        _ => null,
    };
}
