using NghiTruong.Journal;

namespace NghiTruong.Resolutions;

/// <summary>What can happen to a resolution of the register.</summary>
public abstract record ResolutionEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "resolution";

    public static Subject About(Resolution resolution) => new(SubjectKind, resolution.Id, resolution.Code, resolution.CouncilId);
}

public sealed record ResolutionRecorded(Subject Subject, string Number, DateOnly On) : ResolutionEvent(Subject)
{
    public override string Code => "resolution.recorded";
}

public sealed record ResolutionEdited(Subject Subject) : ResolutionEvent(Subject)
{
    public override string Code => "resolution.edited";

    public override bool CanBeUndone => true;
}

/// <summary>A row of an imported register: entered, or told anew.</summary>
public sealed record ResolutionImported(Subject Subject, string File, int Row) : ResolutionEvent(Subject)
{
    public override string Code => "resolution.imported";
}

public sealed record ResolutionChanged(Subject Subject, ResolutionChangeKind Change, string Number, DateOnly On, string? Part) : ResolutionEvent(Subject)
{
    public override string Code => "resolution.changed";
}

/// <summary>The register saw that it holds no more.</summary>
public sealed record ResolutionEnded(Subject Subject, ResolutionState As, DateOnly On) : ResolutionEvent(Subject)
{
    public override string Code => "resolution.ended";
}

public sealed record ResolutionFileAdded(Subject Subject, string File) : ResolutionEvent(Subject)
{
    public override string Code => "resolution.fileAdded";
}

public sealed record ResolutionClauseAdded(Subject Subject, string Place) : ResolutionEvent(Subject)
{
    public override string Code => "resolution.clauseAdded";
}

/// <summary>Words or day of a clause set right; the tasks still open under it follow.</summary>
public sealed record ResolutionClauseEdited(Subject Subject, string Place, DateOnly? DueOn) : ResolutionEvent(Subject)
{
    public override string Code => "resolution.clauseEdited";
}

public sealed record ResolutionClauseFollowed(Subject Subject, string Place, string Agency, ClauseCadence Cadence, DateOnly? DueOn) : ResolutionEvent(Subject)
{
    public override string Code => "resolution.clauseFollowed";
}

public sealed record ResolutionClauseEnded(Subject Subject, string Place, string? Reason) : ResolutionEvent(Subject)
{
    public override string Code => "resolution.clauseEnded";
}

/// <summary>Somebody looked. What was found stands with the look, not in the story, which others read.</summary>
public sealed record ResolutionLookedAt(Subject Subject, string By, LookVerdict Verdict, DateOnly On) : ResolutionEvent(Subject)
{
    public override string Code => "resolution.lookedAt";
}

public sealed record ResolutionReported(Subject Subject, string By, string? Number, string? Period, DateOnly On, bool OnBehalf) : ResolutionEvent(Subject)
{
    public override string Code => "resolution.reported";
}

/// <summary>What can happen to a task of a resolution.</summary>
public abstract record ResolutionTaskEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "resolutionTask";

    public static Subject About(ResolutionTask task) => new(SubjectKind, task.Id, task.Code, task.CouncilId);
}

public sealed record ResolutionTaskOpened(Subject Subject, DateOnly DueOn) : ResolutionTaskEvent(Subject)
{
    public override string Code => "resolutionTask.opened";
}

public sealed record ResolutionTaskReported(Subject Subject, string By, string? Document, DateOnly On, bool OnBehalf) : ResolutionTaskEvent(Subject)
{
    public override string Code => "resolutionTask.reported";

    public override bool CanBeUndone => true;
}

public sealed record ResolutionTaskJudged(Subject Subject, TaskOutcome Outcome, DateOnly On, bool Ends) : ResolutionTaskEvent(Subject)
{
    public override string Code => Ends ? "resolutionTask.closed" : "resolutionTask.judged";
}

/// <summary>Its clause is followed no more.</summary>
public sealed record ResolutionTaskLetGo(Subject Subject, string? Reason) : ResolutionTaskEvent(Subject)
{
    public override string Code => "resolutionTask.letGo";
}
