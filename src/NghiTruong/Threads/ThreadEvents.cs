using NghiTruong.Journal;

namespace NghiTruong.Threads;

/// <summary>What can happen to a thread.</summary>
public abstract record ThreadEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "thread";

    public static Subject About(MatterThread thread) => new(SubjectKind, thread.Id, thread.Code, thread.CouncilId);
}

public sealed record ThreadOpened(Subject Subject, string Title) : ThreadEvent(Subject)
{
    public override string Code => "thread.opened";
}

public sealed record ThreadEdited(Subject Subject) : ThreadEvent(Subject)
{
    public override string Code => "thread.edited";

    public override bool CanBeUndone => true;
}

/// <param name="Linked">Code of the record.</param>
public sealed record ThreadRecordLinked(Subject Subject, string Kind, string Linked) : ThreadEvent(Subject)
{
    public override string Code => "thread.linked";

    public override bool CanBeUndone => true;
}

/// <summary>Somebody who does not keep threads says that a record belongs here.</summary>
public sealed record ThreadLinkProposed(Subject Subject, string Kind, string Linked, string? Note) : ThreadEvent(Subject)
{
    public override string Code => "thread.linkProposed";
}

public sealed record ThreadRecordUnlinked(Subject Subject, string Kind, string Linked) : ThreadEvent(Subject)
{
    public override string Code => "thread.unlinked";
}

/// <param name="StillOpen">How many matters of it were open; null when none.</param>
public sealed record ThreadEnded(Subject Subject, DateOnly On, string Result, int? StillOpen) : ThreadEvent(Subject)
{
    public override string Code => "thread.ended";
}

public sealed record ThreadReopened(Subject Subject, string Reason) : ThreadEvent(Subject)
{
    public override string Code => "thread.reopened";
}
