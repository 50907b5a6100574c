using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.FollowUp.Recounting;

/// <summary>That running due dates were computed anew, and why.</summary>
public sealed class DueRecount : IRecord
{
    public required Guid Id { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The council whose own rule or session it was; null for all.</summary>
    public Guid? CouncilId { get; init; }

    /// <summary>Code of the rule, the year of the days off, or null for a session.</summary>
    public required string Cause { get; init; }

    public required int Moved { get; init; }

    public required int Councils { get; init; }
}

/// <summary>One item whose due day moved; written by one statement for many.</summary>
public sealed class DueMove
{
    public required Guid RecountId { get; init; }

    public required Guid ItemId { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    public required string SubjectCode { get; init; }

    public required Guid CouncilId { get; init; }

    public Guid? AgencyId { get; init; }

    public required FollowUpPart Part { get; init; }

    public required DateOnly WasOn { get; init; }

    public required DateOnly NowOn { get; init; }

    /// <summary>What the letter printed, which a correcting notice names.</summary>
    public DateOnly? PrintedOn { get; init; }
}

/// <summary>Due dates moved. Activities move their own copies by the rows of <see cref="DueMove"/> with this id, in the same transaction.</summary>
public sealed record DuesRecounted(Subject Subject, string Cause, int Moved) : HouseEvent(Subject)
{
    public override string Code => "followUp.duesRecounted";

    public Guid RecountId => Subject.Id;
}

/// <summary>In the chain of each council whose items moved.</summary>
public sealed record CouncilDuesMoved(Subject Subject, string Cause, int Moved, Guid RecountId) : HouseEvent(Subject)
{
    public override string Code => "followUp.duesMoved";
}
