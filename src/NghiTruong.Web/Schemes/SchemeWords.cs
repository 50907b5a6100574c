using System.Globalization;
using NghiTruong.Language;
using NghiTruong.Refusals;
using NghiTruong.Schemes;
using NghiTruong.Schemes.RollOuts;
using NghiTruong.Texts;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Schemes;

/// <summary>Vocabulary of schemes in the reader's language, and figures as people write them.</summary>
public static class SchemeWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    public static StoryWords OfStory { get; } = new(SchemeEvent.SubjectKind, "schemes.field.", (_, _, _) => null);

    public static StoryWords OfRollOutStory { get; } = new(RollOutEvent.SubjectKind, "schemes.field.", (_, _, _) => null);

    public static string Of(this TextTable texts, SchemeKind kind) => texts["scheme.kind." + Words.CodeOf(kind)];

    public static string Of(this TextTable texts, NodeKind kind) => texts["scheme.nodeKind." + Words.CodeOf(kind)];

    public static string Of(this TextTable texts, NodeOutcome outcome) => texts["scheme.outcome." + Words.CodeOf(outcome)];

    public static string Of(this TextTable texts, NodeStatus status) => texts["scheme.status." + Words.CodeOf(status)];

    public static string Of(this TextTable texts, RollOutTopic topic) => texts["rollOut.topic." + Words.CodeOf(topic)];

    public static string Of(this TextTable texts, SchemePeriod period) =>
        texts["schemes.period." + period.Half.ToString(CultureInfo.InvariantCulture), period.Year.ToString(CultureInfo.InvariantCulture)];

    public static Tone ToneOf(NodeStatus status) => status switch
    {
        NodeStatus.Reached or NodeStatus.Exceeded => Tone.Done,
        NodeStatus.NotReached => Tone.Going,
        _ => Tone.Plain,
    };

    public static Tone ToneOf(NodeOutcome outcome) => outcome switch
    {
        NodeOutcome.Concretised => Tone.Done,
        NodeOutcome.NotConcretised => Tone.Going,
        _ => Tone.Plain,
    };

    /// <summary>A figure in words: <c>94,4 % (17/18)</c>, <c>12,5 km</c>.</summary>
    public static string Of(this TextTable texts, Measured m) => m switch
    {
        { IsNothing: true } => "—",
        { IsRatio: true, Amount: null } => $"{texts["scheme.status.noBasis"]} ({SchemeProgressDesk.Say(m)})",
        { IsRatio: true } => string.Create(Vietnamese, $"{m.Amount:0.##} % ({SchemeProgressDesk.Say(m)})"),
        _ => SchemeProgressDesk.Say(m),
    };

    public static string Of(decimal? amount, string? unit) => amount is { } value ? string.Create(Vietnamese, $"{value:#,0.##} {unit}").Trim() : "—";

    /// <summary>The share of a part in per cent; a dash where there is nothing to divide by.</summary>
    public static string Share(int part, int whole) => whole == 0 ? "—" : string.Create(Vietnamese, $"{part * 100m / whole:0.#} %");

    /// <summary>A figure back as the form shows it.</summary>
    public static string? Typed(decimal? value) => value?.ToString("0.####", Vietnamese);

    /// <summary>A figure as typed: <c>12,5</c>, <c>12.5</c>, <c>1.234,5</c>, <c>1234</c>. Nothing typed is null.</summary>
    /// <returns>Refusal <c>schemes.figureUnreadable</c> at the field.</returns>
    public static Result<decimal?> Read(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return (decimal?)null;
        }

        return VietnameseNumber.TryParse(typed.Trim().TrimEnd('%'), out var value) && Math.Abs(value) < 1_000_000_000_000_000m ? value : new Refusal("schemes.figureUnreadable", field, typed);
    }

    /// <summary>Targets as typed, one a line: <c>2026: 100</c>.</summary>
    public static Result<IReadOnlyList<GoalInput>> ReadGoals(string? typed, string field)
    {
        List<GoalInput> goals = [];
        foreach (var line in (typed ?? "").Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(':', 2);
            if (parts.Length < 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || Read(parts[1], field) is not { IsRefused: false, Value: { } goal })
            {
                return new Refusal("schemes.goalUnreadable", field, line);
            }

            goals.Add(new GoalInput(year, goal));
        }

        return goals;
    }
}
