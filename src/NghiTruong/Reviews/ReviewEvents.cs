using NghiTruong.Journal;

namespace NghiTruong.Reviews;

/// <summary>What can happen to a review.</summary>
public abstract record ReviewEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "review";

    public static Subject About(Review review) => new(SubjectKind, review.Id, review.Code, review.CouncilId);
}

public sealed record ReviewStarted(Subject Subject, string Title) : ReviewEvent(Subject)
{
    public override string Code => "review.started";
}

public sealed record ReviewFrozen(Subject Subject, int Edition, int Figures) : ReviewEvent(Subject)
{
    public override string Code => "review.frozen";
}

public sealed record ReviewWritten(Subject Subject, string? Of) : ReviewEvent(Subject)
{
    public override string Code => "review.written";
}

public sealed record ReviewSubmitted(Subject Subject) : ReviewEvent(Subject)
{
    public override string Code => "review.submitted";
}

public sealed record ReviewSent(Subject Subject, string To, string? Number, DateOnly On) : ReviewEvent(Subject)
{
    public override string Code => "review.sent";
}

public sealed record ReviewReceived(Subject Subject, DateOnly On) : ReviewEvent(Subject)
{
    public override string Code => "review.received";
}

public sealed record ReviewTakenBack(Subject Subject) : ReviewEvent(Subject)
{
    public override string Code => "review.takenBack";
}
