using NghiTruong.Journal;

namespace NghiTruong.Schemes.RollOuts;

/// <summary>What can happen to a roll-out.</summary>
public abstract record RollOutEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "rollOut";

    public static Subject About(RollOut rollOut) => new(SubjectKind, rollOut.Id, rollOut.Code, rollOut.CouncilId);
}

public sealed record RollOutOpened(Subject Subject, string Title, int Units) : RollOutEvent(Subject)
{
    public override string Code => "rollOut.opened";
}

public sealed record RollOutStepDone(Subject Subject, string Unit, string Step, DateOnly On, string? Number, bool OnBehalf) : RollOutEvent(Subject)
{
    public override string Code => "rollOut.stepDone";
}

public sealed record RollOutStepTakenBack(Subject Subject, string Unit, string Step) : RollOutEvent(Subject)
{
    public override string Code => "rollOut.stepTakenBack";
}

public sealed record RollOutCellsTold(Subject Subject, string Unit, int Reached, int Cells) : RollOutEvent(Subject)
{
    public override string Code => "rollOut.cellsTold";
}

public sealed record RollOutUrged(Subject Subject, int Units, string Step) : RollOutEvent(Subject)
{
    public override string Code => "rollOut.urged";
}
