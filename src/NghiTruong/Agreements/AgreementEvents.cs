using NghiTruong.Journal;

namespace NghiTruong.Agreements;

/// <summary>What can happen to an agreement.</summary>
public abstract record AgreementEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "agreement";

    public static Subject About(CoordinationAgreement agreement) => new(SubjectKind, agreement.Id, agreement.Code, agreement.CouncilId);
}

public sealed record AgreementRecorded(Subject Subject, string Number, DateOnly On) : AgreementEvent(Subject)
{
    public override string Code => "agreement.recorded";
}

public sealed record AgreementEdited(Subject Subject) : AgreementEvent(Subject)
{
    public override string Code => "agreement.edited";

    public override bool CanBeUndone => true;
}

public sealed record AgreementStepsSet(Subject Subject, int Steps) : AgreementEvent(Subject)
{
    public override string Code => "agreement.stepsSet";
}

public sealed record AgreementDutyAdded(Subject Subject, string Content, DutyCadence Cadence, string Owner) : AgreementEvent(Subject)
{
    public override string Code => "agreement.dutyAdded";
}

public sealed record AgreementDutyEnded(Subject Subject, string Content, string? Reason) : AgreementEvent(Subject)
{
    public override string Code => "agreement.dutyEnded";
}

/// <summary>Its end is near; the desk of the council was told.</summary>
public sealed record AgreementEndWarned(Subject Subject, DateOnly Until) : AgreementEvent(Subject)
{
    public override string Code => "agreement.endWarned";
}

public sealed record AgreementRenewed(Subject Subject, string By, DateOnly On) : AgreementEvent(Subject)
{
    public override string Code => "agreement.renewed";
}

public sealed record AgreementEnded(Subject Subject, DateOnly On, string Reason) : AgreementEvent(Subject)
{
    public override string Code => "agreement.ended";
}

/// <summary>What can happen to a period's share of a duty.</summary>
public abstract record AgreementTaskEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "agreementTask";

    public static Subject About(AgreementTask task) => new(SubjectKind, task.Id, task.Code, task.CouncilId);
}

public sealed record AgreementTaskOpened(Subject Subject, DateOnly DueOn) : AgreementTaskEvent(Subject)
{
    public override string Code => "agreementTask.opened";
}

public sealed record AgreementTaskDone(Subject Subject, string By, string? Document, DateOnly On, bool OnBehalf) : AgreementTaskEvent(Subject)
{
    public override string Code => "agreementTask.done";
}

/// <summary>Its duty or its agreement ended.</summary>
public sealed record AgreementTaskLetGo(Subject Subject, string? Reason) : AgreementTaskEvent(Subject)
{
    public override string Code => "agreementTask.letGo";
}
