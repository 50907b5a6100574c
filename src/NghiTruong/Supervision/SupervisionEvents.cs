using NghiTruong.Journal;

namespace NghiTruong.Supervision;

/// <summary>What can happen to a supervision.</summary>
public abstract record SupervisionEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "supervision";

    public static Subject About(SupervisionCase supervision) => new(SubjectKind, supervision.Id, supervision.Code, supervision.CouncilId);
}

public sealed record SupervisionProposed(Subject Subject, string Theme) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.proposed";
}

public sealed record SupervisionEdited(Subject Subject) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.edited";

    public override bool CanBeUndone => true;
}

public sealed record SupervisionProgrammed(Subject Subject, string Number, DateOnly On) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.programmed";
}

public sealed record SupervisionPutOff(Subject Subject, DateOnly To, string Number, string Reason) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.putOff";
}

public sealed record SupervisionCancelled(Subject Subject, string Number, string Reason) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.cancelled";
}

public sealed record SupervisionTeamSet(Subject Subject, int Members) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.teamSet";
}

public sealed record SupervisionBodiesSet(Subject Subject, int Bodies) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.bodiesSet";
}

public sealed record SupervisionPaperRecorded(Subject Subject, SupervisionPaperKind Paper, string? Number, DateOnly On) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.paperRecorded";
}

public sealed record SupervisionVisited(Subject Subject, string Place, DateOnly On) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.visited";
}

public sealed record SupervisionFound(Subject Subject, FindingKind Finding) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.found";
}

public sealed record SupervisionHeld(Subject Subject, DateOnly On, DateOnly? ReportDueOn) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.held";

    public override bool CanBeUndone => true;
}

public sealed record SupervisionReported(Subject Subject, string? Number, DateOnly On) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.reported";
}

public sealed record SupervisionConcluded(Subject Subject, string? Number, DateOnly On, int Recommendations) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.concluded";
}

public sealed record SupervisionDelivered(Subject Subject, string To, string Channel, DateOnly On) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.delivered";
}

public sealed record SupervisionReceived(Subject Subject, string To, string? By, DateOnly On) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.received";
}

/// <summary>Somebody of the agency opened the results here for the first time.</summary>
public sealed record SupervisionOpened(Subject Subject, string To, DateOnly On) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.opened";
}

public sealed record SupervisionClosed(Subject Subject) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.closed";
}

public sealed record SupervisionImported(Subject Subject, string File, int Row) : SupervisionEvent(Subject)
{
    public override string Code => "supervision.imported";
}

/// <summary>What can happen to a recommendation.</summary>
public abstract record RecommendationEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "recommendation";

    public static Subject About(Recommendation recommendation) => new(SubjectKind, recommendation.Id, recommendation.Code, recommendation.CouncilId);
}

public sealed record RecommendationDrafted(Subject Subject) : RecommendationEvent(Subject)
{
    public override string Code => "recommendation.drafted";
}

public sealed record RecommendationEdited(Subject Subject) : RecommendationEvent(Subject)
{
    public override string Code => "recommendation.edited";

    public override bool CanBeUndone => true;
}

public sealed record RecommendationDropped(Subject Subject) : RecommendationEvent(Subject)
{
    public override string Code => "recommendation.dropped";
}

public sealed record RecommendationMade(Subject Subject, string? Number, DateOnly On, DateOnly? DueOn) : RecommendationEvent(Subject)
{
    public override string Code => "recommendation.made";
}

public sealed record RecommendationAnswered(Subject Subject, string By, string? Document, DateOnly On, bool OnBehalf) : RecommendationEvent(Subject)
{
    public override string Code => "recommendation.answered";

    public override bool CanBeUndone => true;
}

public sealed record RecommendationLookedAt(Subject Subject, RecommendationOutcome Outcome, DateOnly On) : RecommendationEvent(Subject)
{
    public override string Code => "recommendation.lookedAt";

    public override bool CanBeUndone => true;
}

public sealed record RecommendationExplanationAsked(Subject Subject, DateOnly On, DateOnly? DueOn, bool IsComplex) : RecommendationEvent(Subject)
{
    public override string Code => "recommendation.explanationAsked";
}

public sealed record RecommendationExplained(Subject Subject, DateOnly On) : RecommendationEvent(Subject)
{
    public override string Code => "recommendation.explained";

    public override bool CanBeUndone => true;
}

public sealed record RecommendationMarkedPressing(Subject Subject, bool Pressing, string? Reason) : RecommendationEvent(Subject)
{
    public override string Code => "recommendation.pressing";

    public override bool CanBeUndone => true;
}

public sealed record RecommendationConfirmed(Subject Subject) : RecommendationEvent(Subject)
{
    public override string Code => "recommendation.confirmed";
}

public sealed record RecommendationClosedNotDone(Subject Subject, string Reason) : RecommendationEvent(Subject)
{
    public override string Code => "recommendation.notDone";
}
