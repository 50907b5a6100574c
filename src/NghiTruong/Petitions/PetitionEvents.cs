using NghiTruong.Journal;

namespace NghiTruong.Petitions;

/// <summary>What can happen to a petition. Search, counting, follow-up and the journal read these.</summary>
public abstract record PetitionEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "petition";

    public static Subject About(Petition petition) => new(SubjectKind, petition.Id, petition.Code, petition.CouncilId);
}

public sealed record PetitionRecorded(Subject Subject) : PetitionEvent(Subject)
{
    public override string Code => "petition.recorded";
}

/// <summary>Theo sổ: taken in from a ledger, which stands as told.</summary>
public sealed record PetitionImported(Subject Subject, string File, int Row) : PetitionEvent(Subject)
{
    public override string Code => "petition.imported";
}

/// <summary>A later ledger told more, and a person took the update.</summary>
public sealed record PetitionLedgerUpdated(Subject Subject, string File, int Row) : PetitionEvent(Subject)
{
    public override string Code => "petition.ledgerUpdated";
}

public sealed record PetitionEdited(Subject Subject) : PetitionEvent(Subject)
{
    public override string Code => "petition.edited";

    public override bool CanBeUndone => true;
}

public sealed record PetitionClassified(Subject Subject, string? Field, string? Authority) : PetitionEvent(Subject)
{
    public override string Code => "petition.classified";

    public override bool CanBeUndone => true;
}

public sealed record PetitionPutIntoSession(Subject Subject, string Session) : PetitionEvent(Subject)
{
    public override string Code => "petition.putIntoSession";

    public override bool CanBeUndone => true;
}

public sealed record PetitionMerged(Subject Subject, string Into) : PetitionEvent(Subject)
{
    public override string Code => "petition.merged";

    public override bool CanBeUndone => true;
}

public sealed record PetitionUnmerged(Subject Subject, string From) : PetitionEvent(Subject)
{
    public override string Code => "petition.unmerged";
}

public sealed record PetitionPassed(Subject Subject, string To) : PetitionEvent(Subject)
{
    public override string Code => "petition.passed";
}

public sealed record PetitionForwarded(Subject Subject, string To, string? Letter, DateOnly? DueOn) : PetitionEvent(Subject)
{
    public override string Code => "petition.forwarded";
}

public sealed record PetitionWithdrawn(Subject Subject, string Reason) : PetitionEvent(Subject)
{
    public override string Code => "petition.withdrawn";
}

public sealed record PetitionAccepted(Subject Subject, string By, DateOnly On) : PetitionEvent(Subject)
{
    public override string Code => "petition.accepted";

    public override bool CanBeUndone => true;
}

public sealed record DepartmentNamed(Subject Subject, string Department) : PetitionEvent(Subject)
{
    public override string Code => "petition.departmentNamed";

    public override bool CanBeUndone => true;
}

public sealed record PetitionRefused(Subject Subject, string By, string Reason, string? Document) : PetitionEvent(Subject)
{
    public override string Code => "petition.refused";

    public override bool CanBeUndone => true;
}

public sealed record PetitionExtended(Subject Subject, DateOnly? From, DateOnly To, string? Document) : PetitionEvent(Subject)
{
    public override string Code => "petition.extended";

    public override bool CanBeUndone => true;
}

public sealed record PetitionAnswered(Subject Subject, string By, string? Document, Outcome? AgencyOutcome, bool OnBehalf) : PetitionEvent(Subject)
{
    public override string Code => "petition.answered";

    public override bool CanBeUndone => true;
}

public sealed record PetitionEvaluated(Subject Subject, Outcome Proposed) : PetitionEvent(Subject)
{
    public override string Code => "petition.evaluated";

    public override bool CanBeUndone => true;
}

public sealed record PetitionVerified(Subject Subject, DateOnly On) : PetitionEvent(Subject)
{
    public override string Code => "petition.verified";

    public override bool CanBeUndone => true;
}

public sealed record PetitionConcluded(Subject Subject, Outcome Concluded) : PetitionEvent(Subject)
{
    public override string Code => "petition.concluded";

    public override bool CanBeUndone => true;
}

public sealed record VotersNotified(Subject Subject, NoticeChannel Channel, DateOnly On) : PetitionEvent(Subject)
{
    public override string Code => "petition.votersNotified";

    public override bool CanBeUndone => true;
}

public sealed record PetitionClosed(Subject Subject) : PetitionEvent(Subject)
{
    public override string Code => "petition.closed";

    public override bool CanBeUndone => true;
}

public sealed record PetitionReopened(Subject Subject, string Reason) : PetitionEvent(Subject)
{
    public override string Code => "petition.reopened";
}

public sealed record PetitionMarkedPressing(Subject Subject, bool Pressing, string? Reason) : PetitionEvent(Subject)
{
    public override string Code => "petition.pressing";

    public override bool CanBeUndone => true;
}

/// <summary>What can happen to a voter meeting.</summary>
public abstract record VoterMeetingEvent(Subject Subject) : HouseEvent(Subject)
{
    public static Subject About(VoterMeeting meeting) => new("voterMeeting", meeting.Id, null, meeting.CouncilId);
}

public sealed record VoterMeetingRecorded(Subject Subject, string Place, DateOnly HeldOn) : VoterMeetingEvent(Subject)
{
    public override string Code => "voterMeeting.recorded";
}

public sealed record VoterMeetingEdited(Subject Subject) : VoterMeetingEvent(Subject)
{
    public override string Code => "voterMeeting.edited";
}
