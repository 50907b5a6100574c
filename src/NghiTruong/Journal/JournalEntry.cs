namespace NghiTruong.Journal;

/// <summary>One line of a council's journal: append-only, chained by hash to the line before.</summary>
public sealed class JournalEntry
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }

    /// <summary>1, 2, 3 ... without gaps in its chain.</summary>
    public required long Sequence { get; init; }

    /// <summary>Entries of one act share it.</summary>
    public required Guid OperationId { get; init; }

    public required DateTime At { get; init; }

    public required Guid UserId { get; init; }

    public required string UserName { get; init; }

    /// <summary>The capacity (tư cách) it was done in.</summary>
    public required string Capacity { get; init; }

    public string? Because { get; init; }

    public required string EventCode { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    public string? SubjectCode { get; init; }

    /// <summary>JSON: the event's own facts and the changes (record, field, before, after), without personal values.</summary>
    public required string Data { get; init; }

    /// <summary>JSON object: name of each personal value to its salted digest.</summary>
    public required string PersonalDigests { get; init; }

    public required bool CanBeUndone { get; init; }

    public required byte[] PreviousHash { get; init; }

    public byte[] Hash { get; private set; } = [];

    internal JournalEntry Seal()
    {
        Hash = JournalHash.Of(this);

        return this;
    }
}

/// <summary>A personal value of an entry, with its salt; lawful erasure deletes the row and the chain still verifies.</summary>
public sealed class JournalPersonalValue
{
    public required Guid EntryId { get; init; }

    public required Guid SubjectId { get; init; }

    public required string Name { get; init; }

    public required byte[] Salt { get; init; }

    public required string Value { get; init; }
}

/// <summary>The end of a council's chain, locked while an act appends to it.</summary>
public sealed class JournalHead
{
    public required Guid CouncilId { get; init; }

    public required long Sequence { get; set; }

    public required byte[] Hash { get; set; }
}
