using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Schemes;

namespace NghiTruong.Reviews;

/// <summary>What is reported to whom.</summary>
public enum ReviewKind
{
    /// <summary>Báo cáo sơ kết of a scheme, to the upper council.</summary>
    Scheme,

    /// <summary>Thông báo hoạt động to the Front, twice a year (Law 72/2025/QH15, Art 31.12).</summary>
    FrontNotice,
}

public enum ReviewState
{
    Draft,
    Sent,

    /// <summary>Opened by the one it was sent to.</summary>
    Received,
}

/// <summary>A review of a period: its figures are frozen, its words written, and it goes up once.</summary>
public sealed class Review : ICouncilRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    public required Tier Tier { get; init; }

    /// <summary><c>SK-96001-2026-0002</c>.</summary>
    public required string Code { get; init; }

    public required ReviewKind Kind { get; init; }

    /// <summary>The council's own document that is reviewed, or the province's.</summary>
    public Guid? SchemeId { get; init; }

    /// <summary>The province's document it belongs to, by which the upper council sums up.</summary>
    public Guid? TopSchemeId { get; init; }

    public required int Year { get; init; }

    public required int Half { get; init; }

    public required string Title { get; set; }

    public ReviewState State { get; private set; }

    /// <summary>How often its figures were frozen; those of the last edition are sent.</summary>
    public int Edition { get; set; }

    public DateOnly? FrozenOn { get; set; }

    /// <summary>By when it must be sent (rules REVIEW_UPWARD, FRONT_NOTICE).</summary>
    public DateOnly? DueOn { get; set; }

    public Guid? LetterId { get; set; }

    public bool IsOnPaper { get; set; }

    public Guid? RecipientCouncilId { get; set; }

    public Guid? RecipientAgencyId { get; set; }

    public required string RecipientName { get; set; }

    public DateOnly? SentOn { get; private set; }

    public string? SentNumber { get; private set; }

    public DateOnly? ReceivedOn { get; private set; }

    public Guid? ReceivedBy { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    public SchemePeriod Period => new(Year, Half);

    /// <summary>Calendar days past its due day: until it was sent, or until today.</summary>
    public int DaysLate(DateOnly today) => DueOn is { } due && (SentOn ?? today) is var until && until > due ? until.DayNumber - due.DayNumber : 0;

    public void Send(DateOnly on, string? number)
    {
        (SentOn, SentNumber) = (on, number);
        State = ReviewState.Sent;
    }

    public void Receive(DateOnly on, Guid by)
    {
        (ReceivedOn, ReceivedBy) = (on, by);
        State = ReviewState.Received;
    }

    /// <summary>The letter was withdrawn, or its draft discarded: it is a draft again.</summary>
    public void TakeBack()
    {
        (SentOn, SentNumber, ReceivedOn, ReceivedBy, LetterId, IsOnPaper) = (null, null, null, null, null, false);
        State = ReviewState.Draft;
    }
}

/// <summary>What a frozen figure was taken from.</summary>
public enum ReviewFigureOrigin
{
    /// <summary>A node of the scheme, as its progress was told.</summary>
    Node,

    /// <summary>A step of a roll-out.</summary>
    RollOut,

    /// <summary>An indicator, counted from the records.</summary>
    Indicator,
}

/// <summary>A figure as it stood when it was frozen, with where it is from.</summary>
public sealed class ReviewFigure : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid ReviewId { get; init; }

    public required int Edition { get; init; }

    public required int Ordinal { get; init; }

    public required ReviewFigureOrigin Origin { get; init; }

    /// <summary>Code of the node, of the roll-out and its step, or of the indicator.</summary>
    public required string Key { get; init; }

    /// <summary>Code of the upper council's node it counts into.</summary>
    public string? UpperKey { get; init; }

    public required string Title { get; init; }

    /// <summary>Of nodes what they are; null for others.</summary>
    public NodeKind? NodeKind { get; init; }

    public decimal? Value { get; init; }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    public string? Unit { get; init; }

    public decimal? Goal { get; init; }

    public NodeStatus Status { get; init; }

    public NodeOutcome? Outcome { get; init; }

    public DateOnly? AsOf { get; init; }

    public string? Source { get; init; }

    public Guid SubjectId => ReviewId;

    public Measured Measured => new(Value, Numerator, Denominator, Unit);
}

/// <summary>What people write of a target: done, not yet, why, next. The empty key is the review as a whole.</summary>
public sealed class ReviewText : IRecord, IVersioned, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid ReviewId { get; init; }

    public required string Key { get; init; }

    public string? Done { get; set; }

    public string? NotYet { get; set; }

    public string? Causes { get; set; }

    public string? Next { get; set; }

    public int Version { get; private set; }

    public Guid SubjectId => ReviewId;

    public bool IsEmpty => string.IsNullOrWhiteSpace($"{Done}{NotYet}{Causes}{Next}");
}
