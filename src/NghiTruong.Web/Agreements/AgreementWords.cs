using NghiTruong.Agreements;
using NghiTruong.Texts;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Agreements;

/// <summary>Vocabulary of agreements in the reader's language.</summary>
public static class AgreementWords
{
    /// <summary>How agreements are told in their story.</summary>
    public static StoryWords OfStory { get; } = new("agreement", "agreements.field.", Value);

    public static StoryWords OfTaskStory { get; } = new("agreementTask", "agreements.task.field.", Value);

    public static string Of(this TextTable texts, AgreementKind kind) => texts["agreement.kind." + Words.CodeOf(kind)];

    public static string Of(this TextTable texts, AgreementState state) => texts["agreement.state." + Words.CodeOf(state)];

    public static string Of(this TextTable texts, DutyCadence cadence) => texts["agreement.cadence." + Words.CodeOf(cadence)];

    public static string Of(this TextTable texts, AgreementTaskState state) => texts["agreementTask.state." + Words.CodeOf(state)];

    /// <summary>A period as people say it: <c>quý IV năm 2026</c>, <c>kỳ họp thứ 3</c>.</summary>
    public static string DutyPeriodOf(this TextTable texts, string period) => period.Split('-', '/') switch
    {
        [_, _, var session] => texts["agreements.period.session", session],
        [var year, ['Q', .. var quarter]] => texts["agreements.period.quarter", quarter, year],
        [var year, ['H', .. var half]] => texts["agreements.period.half", half, year],
        [var year, var month] => texts["agreements.period.month", month, year],
        _ => texts["agreements.period.year", period],
    };

    /// <summary>Red is late and nothing else.</summary>
    public static Tone ToneOf(AgreementState state) => state switch
    {
        AgreementState.InForce => Tone.Going,
        AgreementState.NotYet or AgreementState.Expired => Tone.Soon,
        _ => Tone.Plain,
    };

    public static Tone ToneOf(AgreementTaskState state) => state switch
    {
        AgreementTaskState.Following => Tone.Going,
        AgreementTaskState.Done => Tone.Done,
        _ => Tone.Plain,
    };

    private static string? Value(TextTable texts, string field, string value) => field switch
    {
        "cadence" or "kind" => texts[$"agreement.{field}.{Words.Camel(value)}"],
        "state" => texts[$"agreementTask.state.{Words.Camel(value)}"],
        _ => null,
    };
}
