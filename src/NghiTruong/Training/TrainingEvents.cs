using NghiTruong.Journal;

namespace NghiTruong.Training;

/// <summary>What can happen to a class.</summary>
public abstract record TrainingEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "training";

    public static Subject About(TrainingClass of) => new(SubjectKind, of.Id, of.Code, of.CouncilId);
}

public sealed record TrainingPlanned(Subject Subject, string Title, int Year) : HouseEvent(Subject)
{
    public override string Code => "trainingPlan.added";
}

public sealed record TrainingPlanDropped(Subject Subject, string Title, int Year) : HouseEvent(Subject)
{
    public override string Code => "trainingPlan.dropped";
}

public sealed record TrainingOpened(Subject Subject, string Title, DateOnly On) : TrainingEvent(Subject)
{
    public override string Code => "training.opened";
}

public sealed record TrainingEdited(Subject Subject) : TrainingEvent(Subject)
{
    public override string Code => "training.edited";

    public override bool CanBeUndone => true;
}

public sealed record TraineesEnrolled(Subject Subject, EnrolWhom Whom, int Added) : TrainingEvent(Subject)
{
    public override string Code => "training.enrolled";
}

public sealed record TraineeTakenOut(Subject Subject, string Delegate) : TrainingEvent(Subject)
{
    public override string Code => "training.takenOut";
}

/// <summary>The roll of a day; called again, what changed counts.</summary>
public sealed record TrainingRolled(Subject Subject, DateOnly On, int Present, int Enrolled) : TrainingEvent(Subject)
{
    public override string Code => "training.rolled";
}

public sealed record TrainingClosed(Subject Subject, int Completed, int NotCompleted) : TrainingEvent(Subject)
{
    public override string Code => "training.closed";
}
