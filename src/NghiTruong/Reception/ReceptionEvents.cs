using NghiTruong.CitizenLetters;
using NghiTruong.Journal;

namespace NghiTruong.Reception;

public abstract record ReceptionEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "citizenReception";

    public static Subject About(CitizenReception reception) => new(SubjectKind, reception.Id, reception.Code, reception.CouncilId);
}

public sealed record ReceptionScheduled(Subject Subject, DateOnly On, string Receiver) : ReceptionEvent(Subject)
{
    public override string Code => "citizenReception.scheduled";
}

public sealed record ReceptionChanged(Subject Subject) : ReceptionEvent(Subject)
{
    public override string Code => "citizenReception.changed";
}

public sealed record ReceptionPublished(Subject Subject, DateOnly On) : ReceptionEvent(Subject)
{
    public override string Code => "citizenReception.published";
}

public sealed record ReceptionPrepared(Subject Subject, ReceptionPreparation Step) : ReceptionEvent(Subject)
{
    public override string Code => "citizenReception.prepared";
}

public sealed record ReceptionHeld(Subject Subject, DateOnly On) : ReceptionEvent(Subject)
{
    public override string Code => "citizenReception.held";
}

public sealed record ReceptionMissed(Subject Subject, string Reason) : ReceptionEvent(Subject)
{
    public override string Code => "citizenReception.missed";
}

/// <summary>What happened with a visit; no event names the citizen.</summary>
public abstract record VisitEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "citizenVisit";

    public static Subject About(CitizenVisit visit) => new(SubjectKind, visit.Id, visit.Code, visit.CouncilId);
}

public sealed record CitizenReceived(Subject Subject, CitizenLetterKind LetterKind, DateOnly On) : VisitEvent(Subject)
{
    public override string Code => "citizenVisit.received";
}

public sealed record VisitSettled(Subject Subject, VisitOutcome Outcome, string? Record) : VisitEvent(Subject)
{
    public override string Code => "citizenVisit.settled";
}

public sealed record RefusalSent(Subject Subject, string? Number, DateOnly On) : VisitEvent(Subject)
{
    public override string Code => "citizenVisit.refusalSent";
}
