using System.Globalization;
using NghiTruong.Documents.Files;
using NghiTruong.Refusals;

namespace NghiTruong.Schemes;

/// <summary>Human codes of documents and their nodes.</summary>
public static class SchemeCode
{
    public static string Series(string councilCode, int year) => string.Create(CultureInfo.InvariantCulture, $"DA-{councilCode}-{year:0000}");

    public static string Of(string councilCode, int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{Series(councilCode, year)}-{number:0000}");

    public static string Node(string scheme, int number) => string.Create(CultureInfo.InvariantCulture, $"{scheme}-{number:00}");
}

/// <summary>A period of progress: a year, or a half of one.</summary>
/// <param name="Half">0 for the whole year.</param>
public sealed record SchemePeriod(int Year, int Half)
{
    public DateOnly First => new(Year, Half == 2 ? 7 : 1, 1);

    public DateOnly Last => Half == 1 ? new DateOnly(Year, 6, 30) : new DateOnly(Year, 12, 31);

    /// <summary>As addresses write it: <c>2026</c>, <c>2026-1</c>.</summary>
    public string Key => Half == 0 ? Year.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Year}-{Half}");

    public static SchemePeriod? Parse(string? key) => (key ?? "").Split('-') is var parts
        && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2099
        ? parts switch
        {
            [_] => new SchemePeriod(year, 0),
            [_, "1"] => new SchemePeriod(year, 1),
            [_, "2"] => new SchemePeriod(year, 2),
            _ => null,
        }
        : null;

    /// <summary>The latest half or year that has ended before a day.</summary>
    public static SchemePeriod EndedBefore(DateOnly day) => day.Month > 6 ? new SchemePeriod(day.Year, 1) : new SchemePeriod(day.Year - 1, 0);
}

/// <summary>A figure as it was given: a numerator over a denominator, or a plain value in a unit.</summary>
public sealed record Measured(decimal? Value, decimal? Numerator, decimal? Denominator, string? Unit)
{
    public static Measured Nothing { get; } = new(null, null, null, null);

    public bool IsRatio => Numerator is not null || Denominator is not null;

    public bool IsNothing => Value is null && !IsRatio;

    /// <summary>What it comes to, in per cent for a ratio; null where there is nothing to divide by, or nothing at all.</summary>
    public decimal? Amount => IsRatio ? Denominator is > 0 and { } by ? Math.Round((Numerator ?? 0) * 100 / by, 2) : null : Value;
}

/// <summary>States and sums of figures, pure.</summary>
public static class SchemeFigures
{
    /// <summary>A figure against the target of its period, by the direction that is better. Dividing by nothing gives no state.</summary>
    public static NodeStatus Judge(Measured measured, decimal? goal, NodeDirection better)
    {
        if (measured.IsNothing)
        {
            return NodeStatus.NoValue;
        }

        if (measured.Amount is not { } amount)
        {
            return NodeStatus.NoBasis;
        }

        return goal is not { } target ? NodeStatus.NoValue
            : amount == target ? NodeStatus.Reached
            : amount > target == (better == NodeDirection.Higher) ? NodeStatus.Exceeded
            : NodeStatus.NotReached;
    }

    /// <summary>Figures of one node over its councils: numerators and denominators are added, plain values too, never an average. What is given in another unit is told apart.</summary>
    /// <param name="unit">The unit of the sum; of figures in another one only their number is told.</param>
    public static SchemeSum Sum(IEnumerable<Measured> figures, string? unit)
    {
        var all = figures.Where(f => !f.IsNothing).ToList();
        var alike = all.FindAll(f => f.IsRatio || string.Equals(f.Unit ?? "", unit ?? "", StringComparison.OrdinalIgnoreCase));
        var ratios = alike.FindAll(f => f.IsRatio);
        var values = alike.FindAll(f => !f.IsRatio);

        // A node measures one way; should its measure have changed, the ratios are the later ones and values are not added to them.
        var sum = ratios.Count > 0
            ? new Measured(null, ratios.Sum(r => r.Numerator ?? 0), ratios.Sum(r => r.Denominator ?? 0), unit)
            : values.Count > 0 ? new Measured(values.Sum(v => v.Value ?? 0), null, null, unit) : Measured.Nothing;
        var counted = ratios.Count > 0 ? ratios.Count : values.Count;

        return new SchemeSum(sum, counted, all.Count - counted);
    }

    /// <summary>The target in force for a year: its own, else the latest set before it.</summary>
    public static NodeGoal? GoalOf(IEnumerable<NodeGoal> goals, int year) => goals.Where(g => g.Year <= year).MaxBy(g => g.Year);

    /// <summary>The unit a node is measured in on a day.</summary>
    public static string? UnitOn(SchemeNode node, IEnumerable<NodeUnit> former, DateOnly day) => former.Where(u => u.NodeId == node.Id && u.Until >= day).MinBy(u => u.Until)?.Unit ?? node.Unit;

    /// <summary>Whether a node has become a resolution, or need not.</summary>
    public static NodeOutcome OutcomeOf(bool hasResolution, string? outsideBecause) =>
        outsideBecause is not null ? NodeOutcome.OutsideAuthority : hasResolution ? NodeOutcome.Concretised : NodeOutcome.NotConcretised;
}

/// <param name="Counted">How many figures were added.</param>
/// <param name="OtherUnits">How many were given in another unit and so were not.</param>
public sealed record SchemeSum(Measured Total, int Counted, int OtherUnits);

/// <summary>Rules of the house on what is typed, pure; each refusal has the name its test asserts.</summary>
public static class SchemeRules
{
    public static IReadOnlyList<Refusal> WrongIn(SchemeInput asked, DateOnly today)
    {
        List<Refusal> wrong = [.. InputShape.WrongIn(asked)];
        Need(wrong, asked.Number, "scheme.numberMissing", nameof(asked.Number));
        Need(wrong, asked.Title, "scheme.titleMissing", nameof(asked.Title));
        Need(wrong, asked.IssuedBy, "scheme.issuerMissing", nameof(asked.IssuedBy));
        if (asked.IssuedOn > today)
        {
            wrong.Add(new Refusal("scheme.issuedInFuture", nameof(asked.IssuedOn)));
        }

        if (asked.PeriodTo < asked.PeriodFrom)
        {
            wrong.Add(new Refusal("scheme.periodWrong", nameof(asked.PeriodTo)));
        }

        Open(wrong, (asked.Number, nameof(asked.Number)), (asked.Title, nameof(asked.Title)), (asked.IssuedBy, nameof(asked.IssuedBy)));

        return wrong;
    }

    public static IReadOnlyList<Refusal> WrongIn(NodeInput asked)
    {
        List<Refusal> wrong = [.. InputShape.WrongIn(asked)];
        Need(wrong, asked.Title, "scheme.nodeTitleMissing", nameof(asked.Title));
        if (asked.Measure == NodeMeasure.Value && string.IsNullOrWhiteSpace(asked.Unit))
        {
            wrong.Add(new Refusal("scheme.unitMissing", nameof(asked.Unit)));
        }

        if (asked.Measure == NodeMeasure.None && (asked.Baseline is not null || asked.Goals.Count > 0))
        {
            wrong.Add(new Refusal("scheme.measureMissing", nameof(asked.Measure)));
        }

        if (asked.Goals.Any(g => g.Year is < 1990 or > 2099) || asked.Goals.GroupBy(g => g.Year).Any(g => g.Count() > 1))
        {
            wrong.Add(new Refusal("scheme.goalYearWrong", nameof(asked.Goals)));
        }

        Open(wrong, (asked.Title, nameof(asked.Title)), (asked.OwnerName, nameof(asked.OwnerName)), (asked.DataSource, nameof(asked.DataSource)));

        return wrong;
    }

    /// <summary>A ratio needs both its parts, neither below nothing; a plain value itself. A period that has not begun has no progress.</summary>
    public static IReadOnlyList<Refusal> WrongIn(ProgressInput asked, SchemeNode node, DateOnly today)
    {
        List<Refusal> wrong = [.. InputShape.WrongIn(asked)];
        if (node.Measure == NodeMeasure.None)
        {
            wrong.Add(new Refusal("scheme.notMeasured", null, node.Code));
        }
        else if (node.Measure == NodeMeasure.Ratio && (asked.Numerator is null || asked.Denominator is null))
        {
            wrong.Add(new Refusal("scheme.ratioMissing", asked.Numerator is null ? nameof(asked.Numerator) : nameof(asked.Denominator)));
        }
        else if (node.Measure == NodeMeasure.Value && asked.Value is null)
        {
            wrong.Add(new Refusal("scheme.valueMissing", nameof(asked.Value)));
        }

        if (asked.Numerator < 0 || asked.Denominator < 0)
        {
            wrong.Add(new Refusal("scheme.belowNothing", asked.Numerator < 0 ? nameof(asked.Numerator) : nameof(asked.Denominator)));
        }

        if (SchemePeriod.Parse(asked.Period) is not { } period)
        {
            wrong.Add(new Refusal("scheme.periodUnreadable", nameof(asked.Period)));
        }
        else if (period.First > today)
        {
            wrong.Add(new Refusal("scheme.periodAhead", nameof(asked.Period)));
        }

        if (asked.AsOf > today)
        {
            wrong.Add(new Refusal("scheme.asOfInFuture", nameof(asked.AsOf)));
        }

        Open(wrong, (asked.Source, nameof(asked.Source)));

        return wrong;
    }

    internal static void Need(List<Refusal> wrong, string? text, string code, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            wrong.Add(new Refusal(code, field));
        }
    }

    /// <summary>Nothing secret is typed into an open system.</summary>
    internal static void Open(List<Refusal> wrong, params IReadOnlyList<(string? Text, string Field)> texts) =>
        wrong.AddRange(texts.Select(t => Secrets.InText(t.Text, t.Field)).OfType<Refusal>());
}
