using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Councils;

/// <summary>Biên bản bàn giao: what a council that ended gave to one that takes its matters on; it stays with the giver's chain and can be printed again.</summary>
public sealed class HandOverRecord : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid FromCouncilId { get; init; }

    /// <summary>Its change stands in the story of the council that gave.</summary>
    public Guid SubjectId => FromCouncilId;

    public required Guid ToCouncilId { get; init; }

    public required DateOnly On { get; init; }

    public required string Basis { get; init; }

    public required DateTime CreatedAt { get; init; }

    public List<HandOverLine> Lines { get; init; } = [];
}

/// <summary>One matter of a hand-over record, as it stood on the day.</summary>
public sealed class HandOverLine
{
    public required Guid RecordId { get; init; }

    /// <summary>From 1.</summary>
    public required int Ordinal { get; init; }

    public required string Kind { get; init; }

    public required Guid MatterId { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public string? Place { get; init; }

    public DateOnly? DueOn { get; init; }
}
