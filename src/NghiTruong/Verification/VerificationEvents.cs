using NghiTruong.Journal;

namespace NghiTruong.Verification;

/// <summary>What can happen to a dossier.</summary>
public abstract record VerificationEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "verification";

    public static Subject About(VerificationCase v) => new(SubjectKind, v.Id, v.Code, v.CouncilId);
}

public sealed record VerificationOpened(Subject Subject, string Title) : VerificationEvent(Subject)
{
    public override string Code => "verification.opened";
}

public sealed record VerificationPaperReceived(Subject Subject, string Part, DateOnly On) : VerificationEvent(Subject)
{
    public override string Code => "verification.paperReceived";
}

public sealed record VerificationCommented(Subject Subject, string From) : VerificationEvent(Subject)
{
    public override string Code => "verification.commented";
}

public sealed record VerificationCommentAnswered(Subject Subject, string From, bool IsAccepted) : VerificationEvent(Subject)
{
    public override string Code => "verification.commentAnswered";
}

public sealed record VerificationWritten(Subject Subject) : VerificationEvent(Subject)
{
    public override string Code => "verification.written";
}

public sealed record VerificationNoted(Subject Subject) : VerificationEvent(Subject)
{
    public override string Code => "verification.noted";
}

public sealed record VerificationScored(Subject Subject, int Total, ScoreGrade Grade) : VerificationEvent(Subject)
{
    public override string Code => "verification.scored";
}

public sealed record VerificationMet(Subject Subject, DateOnly On, VerificationPosition Position, int For, int Members) : VerificationEvent(Subject)
{
    public override string Code => "verification.met";
}

public sealed record VerificationReported(Subject Subject, string? Number, DateOnly On) : VerificationEvent(Subject)
{
    public override string Code => "verification.reported";
}
