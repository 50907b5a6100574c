namespace NghiTruong.Counting;

/// <summary>
/// One record as it is counted: every dimension by which somebody may ask how many there are. Two records with the same values are one line of the counts.
/// </summary>
/// <param name="Kind">What is counted, <c>Petition</c>, <c>Opinion</c>.</param>
/// <param name="CouncilId">The owner, who alone counts it.</param>
/// <param name="ProvinceId">Unit of the province it lies in.</param>
/// <param name="Session">Term and number of the session, <c>2026-2031/2</c>; empty where there is none.</param>
/// <param name="Day">The civil day it is counted on (received).</param>
/// <param name="Due">The day by which something is owed; <see cref="NotOwed"/> where nothing is.</param>
/// <param name="Field">Code of the field, or empty.</param>
/// <param name="Authority">Code of the authority, or empty.</param>
/// <param name="AgencyId">The leading agency, or the empty id.</param>
/// <param name="Outcome">Name of the outcome, or empty.</param>
/// <param name="Status">Name of the state.</param>
public sealed record Counted(
    string Kind,
    Guid CouncilId,
    Guid ProvinceId,
    string Session,
    DateOnly Day,
    DateOnly Due,
    string Field,
    string Authority,
    Guid AgencyId,
    string Outcome,
    string Status)
{
    /// <summary>Later than any day, so that "late" stays one comparison. Not <see cref="DateOnly.MaxValue"/>, which PostgreSQL's driver turns into infinity.</summary>
    public static readonly DateOnly NotOwed = new(9999, 1, 1);
}

/// <summary>A change of the counts, written in the transaction of the change itself: -1 for what a record was, +1 for what it has become. Nobody waits for it.</summary>
public sealed class CountDelta
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public required Guid CouncilId { get; init; }

    public required Guid ProvinceId { get; init; }

    public required string Session { get; init; }

    public required DateOnly Day { get; init; }

    public required DateOnly Due { get; init; }

    public required string Field { get; init; }

    public required string Authority { get; init; }

    public required Guid AgencyId { get; init; }

    public required string Outcome { get; init; }

    public required string Status { get; init; }

    public required int N { get; init; }
}

/// <summary>How many records of one council share all dimensions: the finest grain, folded from the deltas. Answers for councils and for the edge days of a province.</summary>
public sealed class CountLine
{
    public required string Kind { get; init; }

    public required Guid CouncilId { get; init; }

    public required Guid ProvinceId { get; init; }

    public required string Session { get; init; }

    public required DateOnly Day { get; init; }

    public required DateOnly Due { get; init; }

    public required string Field { get; init; }

    public required string Authority { get; init; }

    public required Guid AgencyId { get; init; }

    public required string Outcome { get; init; }

    public required string Status { get; init; }

    public required int N { get; init; }
}

/// <summary>
/// The lines of a province (by month) or of the nation (by month and by day), one dimension at a time, so that a figure of the whole land touches a few
/// hundred rows.
/// </summary>
public sealed class CountCell
{
    /// <summary>Unit of the province; the empty id for the nation.</summary>
    public required Guid Place { get; init; }

    /// <summary>Empty for all sessions together, else one of them.</summary>
    public required string Session { get; init; }

    /// <summary><c>M</c> for a month, <c>D</c> for a day.</summary>
    public required string Grain { get; init; }

    /// <summary>First day of the month, or the day.</summary>
    public required DateOnly Period { get; init; }

    public required string Kind { get; init; }

    /// <summary>One of <see cref="CountDimensions"/>.</summary>
    public required string Dimension { get; init; }

    public required string Value { get; init; }

    /// <summary>Name of the outcome where the dimension is crossed with it, else empty.</summary>
    public required string Outcome { get; init; }

    public required int N { get; init; }
}

/// <summary>By what the figures are split.</summary>
public static class CountDimensions
{
    public const string Field = "field";

    public const string Authority = "authority";

    public const string Status = "status";

    /// <summary>Leading agency; answered for councils, for whole provinces where it is asked for, not for the nation.</summary>
    public const string Agency = "agency";

    /// <summary>The next level down: the councils of a province, the provinces of the nation.</summary>
    public const string Place = "place";

    /// <summary>Due day of what is owed; a reader gets it as one figure, <see cref="Late"/>.</summary>
    public const string Owed = "owed";

    /// <summary>What is owed, by how late it is: one of <see cref="Lateness"/>'s values.</summary>
    public const string Late = "late";

    /// <summary>Owed and its day is past, by leading agency; answered where <see cref="Agency"/> is.</summary>
    public const string LateByAgency = "lateByAgency";

    /// <summary>The same by the next level down, where <see cref="Place"/> is asked for.</summary>
    public const string LateByPlace = "lateByPlace";
}

/// <summary>How late something owed is, in calendar days past its due day.</summary>
public static class Lateness
{
    /// <summary>Owed, and its day is not past.</summary>
    public const string OnTime = "onTime";

    /// <summary>1 to 15 days.</summary>
    public const string Days15 = "days15";

    /// <summary>16 to 30 days.</summary>
    public const string Days30 = "days30";

    /// <summary>More than 30 days.</summary>
    public const string Over30 = "over30";

    /// <summary>In the order of haste, the day that passed longest ago last.</summary>
    public static readonly IReadOnlyList<string> All = [OnTime, Days15, Days30, Over30];

    /// <summary>The due days of each, both ends included; null is an open end.</summary>
    public static (DateOnly? From, DateOnly? To) DueDays(string lateness, DateOnly today) => lateness switch
    {
        OnTime => (today, null),
        Days15 => (today.AddDays(-15), today.AddDays(-1)),
        Days30 => (today.AddDays(-30), today.AddDays(-16)),
        Over30 => (null, today.AddDays(-31)),
        _ => throw new ArgumentOutOfRangeException(nameof(lateness), lateness, "Not a lateness"),
    };
}
