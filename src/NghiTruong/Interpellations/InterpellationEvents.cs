using NghiTruong.Journal;

namespace NghiTruong.Interpellations;

/// <summary>What can happen to a question slip.</summary>
public abstract record InterpellationEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "interpellation";

    public static Subject About(Interpellation slip) => new(SubjectKind, slip.Id, slip.Code, slip.CouncilId);
}

public sealed record SlipHandedIn(Subject Subject, string Asker, string PersonAsked, DateOnly On) : InterpellationEvent(Subject)
{
    public override string Code => "interpellation.handedIn";
}

public sealed record SlipEdited(Subject Subject) : InterpellationEvent(Subject)
{
    public override string Code => "interpellation.edited";

    public override bool CanBeUndone => true;
}

public sealed record SlipSelected(Subject Subject, string Group, string Criterion, string? Number, DateOnly On) : InterpellationEvent(Subject)
{
    public override string Code => "interpellation.selected";
}

public sealed record SlipNotSelected(Subject Subject, string Reason, string? Number, DateOnly? DueOn) : InterpellationEvent(Subject)
{
    public override string Code => "interpellation.notSelected";
}

public sealed record InterpellationAsked(Subject Subject, DateOnly On) : InterpellationEvent(Subject)
{
    public override string Code => "interpellation.asked";

    public override bool CanBeUndone => true;
}

public sealed record InterpellationSpoken(Subject Subject, TurnKind Turn, string Speaker) : InterpellationEvent(Subject)
{
    public override string Code => "interpellation.spoken";
}

public sealed record InterpellationAnswered(Subject Subject, string By, DateOnly On, string? OtherBecause) : InterpellationEvent(Subject)
{
    public override string Code => "interpellation.answered";

    public override bool CanBeUndone => true;
}

public sealed record InterpellationPutInWriting(Subject Subject, WrittenReason Because, DateOnly? DueOn) : InterpellationEvent(Subject)
{
    public override string Code => "interpellation.putInWriting";
}

public sealed record InterpellationAnsweredInWriting(Subject Subject, string By, string? Number, DateOnly On, bool OnBehalf, int DaysLate) : InterpellationEvent(Subject)
{
    public override string Code => "interpellation.answeredInWriting";
}

public sealed record AnswerAccepted(Subject Subject, DateOnly On) : InterpellationEvent(Subject)
{
    public override string Code => "interpellation.accepted";
}

public sealed record AnswerNotAccepted(Subject Subject, DateOnly On, NextWish Wish) : InterpellationEvent(Subject)
{
    public override string Code => "interpellation.notAccepted";
}

public sealed record InterpellationResolved(Subject Subject, string Number, DateOnly On) : InterpellationEvent(Subject)
{
    public override string Code => "interpellation.resolved";
}

/// <summary>What can happen to a promise.</summary>
public abstract record PromiseEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "promise";

    public static Subject About(Promise promise) => new(SubjectKind, promise.Id, promise.Code, promise.CouncilId);
}

public sealed record PromiseMade(Subject Subject, string By, DateOnly On, DateOnly DueOn) : PromiseEvent(Subject)
{
    public override string Code => "promise.made";
}

public sealed record PromiseReportOwed(Subject Subject, string Session, DateOnly DueOn) : PromiseEvent(Subject)
{
    public override string Code => "promise.reportOwed";
}

public sealed record PromiseReported(Subject Subject, string By, string? Document, DateOnly On, bool OnBehalf, bool IsDone) : PromiseEvent(Subject)
{
    public override string Code => IsDone ? "promise.reportedDone" : "promise.reported";

    public override bool CanBeUndone => true;
}

public sealed record PromiseJudged(Subject Subject, PromiseOutcome Outcome, string By, string Reason, DateOnly? DueOn) : PromiseEvent(Subject)
{
    public override string Code => "promise.judged";

    public override bool CanBeUndone => true;
}

public sealed record PromiseClosed(Subject Subject, PromiseOutcome Outcome, string By, string Reason) : PromiseEvent(Subject)
{
    public override string Code => "promise.closed";

    public override bool CanBeUndone => true;
}

/// <summary>What can happen to an explanation session.</summary>
public abstract record ExplanationEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "explanationSession";

    public static Subject About(ExplanationSession session) => new(SubjectKind, session.Id, session.Code, session.CouncilId);
}

public sealed record ExplanationDecided(Subject Subject, string Number, DateOnly On, DateOnly PlannedOn, DateOnly? NoticeDueOn) : ExplanationEvent(Subject)
{
    public override string Code => "explanationSession.decided";
}

public sealed record ExplanationNotified(Subject Subject, string? Number, DateOnly On, int DaysLate) : ExplanationEvent(Subject)
{
    public override string Code => DaysLate > 0 ? "explanationSession.notifiedLate" : "explanationSession.notified";
}

public sealed record ExplanationPutOff(Subject Subject, DateOnly To, string Number, string Reason) : ExplanationEvent(Subject)
{
    public override string Code => "explanationSession.putOff";

    public override bool CanBeUndone => true;
}

public sealed record ExplanationCancelled(Subject Subject, string Number, string Reason) : ExplanationEvent(Subject)
{
    public override string Code => "explanationSession.cancelled";
}

public sealed record ExplanationHeld(Subject Subject, DateOnly On, string? Place, string? LateBecause) : ExplanationEvent(Subject)
{
    public override string Code => "explanationSession.held";

    public override bool CanBeUndone => true;
}

public sealed record ExplanationSpoken(Subject Subject, TurnKind Turn, string Speaker) : ExplanationEvent(Subject)
{
    public override string Code => "explanationSession.spoken";

    public override bool CanBeUndone => true;
}

public sealed record ExplanationConcluded(Subject Subject, DateOnly On, int VotesFor, int Members, int Tasks) : ExplanationEvent(Subject)
{
    public override string Code => "explanationSession.concluded";
}

public sealed record ExplanationSent(Subject Subject, string? Number, string To, DateOnly On) : ExplanationEvent(Subject)
{
    public override string Code => "explanationSession.sent";
}

public sealed record ExplanationFailureReported(Subject Subject, string Number, DateOnly On, string Reason) : ExplanationEvent(Subject)
{
    public override string Code => "explanationSession.failureReported";
}

public sealed record ExplanationClosed(Subject Subject) : ExplanationEvent(Subject)
{
    public override string Code => "explanationSession.closed";
}
