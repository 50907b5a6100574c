using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Interpellations;

/// <summary>Nhóm vấn đề chất vấn of a session: slips of one matter, chosen by a criterion (Resolution 594/NQ-UBTVQH15).</summary>
public sealed class IssueGroup : IRecord
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }

    public required Guid SessionId { get; init; }

    public required string Title { get; init; }

    /// <summary>Code in <see cref="SelectionCriteria"/>.</summary>
    public required string Criterion { get; init; }

    public required DateTime CreatedAt { get; init; }
}

/// <summary>A turn of speaking, at a sitting of questioning or an explanation session: the minutes, in their order.</summary>
public sealed class SpokenTurn : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    /// <summary>The slip or the explanation session.</summary>
    public required Guid OwnerId { get; init; }

    public required TurnKind Kind { get; init; }

    public required string Speaker { get; init; }

    public required string Text { get; init; }

    public required DateTime RecordedAt { get; init; }

    public Guid SubjectId => OwnerId;
}
