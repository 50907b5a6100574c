using NghiTruong.Journal;

namespace NghiTruong.Conferences;

/// <summary>What can happen to a conference.</summary>
public abstract record ConferenceEvent(Subject Subject) : HouseEvent(Subject)
{
    public const string SubjectKind = "conference";

    public static Subject About(Conference conference) => new(SubjectKind, conference.Id, conference.Code, conference.CouncilId);
}

public sealed record ConferenceRecorded(Subject Subject, string Title, DateOnly On) : ConferenceEvent(Subject)
{
    public override string Code => "conference.recorded";
}

public sealed record ConferenceEdited(Subject Subject) : ConferenceEvent(Subject)
{
    public override string Code => "conference.edited";

    public override bool CanBeUndone => true;
}

public sealed record ConferenceSitesSet(Subject Subject, int Sites) : ConferenceEvent(Subject)
{
    public override string Code => "conference.sitesSet";
}

public sealed record ConferenceParticipantsAdded(Subject Subject, string Site, int Added) : ConferenceEvent(Subject)
{
    public override string Code => "conference.participantsAdded";
}

public sealed record ConferenceRolled(Subject Subject, int Present) : ConferenceEvent(Subject)
{
    public override string Code => "conference.rolled";
}

public sealed record ConferencePaperAdded(Subject Subject, string Title, string By) : ConferenceEvent(Subject)
{
    public override string Code => "conference.paperAdded";
}

/// <summary>Somebody spoke. The words stand with the opinion.</summary>
public sealed record ConferenceOpinionAdded(Subject Subject, int Place, string By) : ConferenceEvent(Subject)
{
    public override string Code => "conference.opinionAdded";
}

public sealed record ConferenceProposalAdded(Subject Subject, string? Lead, DateOnly? DueOn) : ConferenceEvent(Subject)
{
    public override string Code => "conference.proposalAdded";
}

public sealed record ConferenceProposalDone(Subject Subject, string Result, DateOnly On) : ConferenceEvent(Subject)
{
    public override string Code => "conference.proposalDone";
}

public sealed record ConferenceConcluded(Subject Subject) : ConferenceEvent(Subject)
{
    public override string Code => "conference.concluded";
}

public sealed record ConferenceNotified(Subject Subject, string? Number, DateOnly On) : ConferenceEvent(Subject)
{
    public override string Code => "conference.notified";
}
