using NghiTruong.Database;

namespace NghiTruong.FollowUp.Reminding;

/// <summary>That a recipient was reminded of an item at one mark before or after its due day. One row each: a job run twice, or on two nodes, reminds once.</summary>
public sealed class Reminder : IRecord
{
    public required Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary><c>REMINDER_FIRST</c> ...</summary>
    public required string RuleCode { get; init; }

    /// <summary>The due day it reminded of: once that moves, the marks count anew.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The agency, or the council it was passed to.</summary>
    public required Guid RecipientId { get; init; }

    public required DateTime At { get; init; }
}
