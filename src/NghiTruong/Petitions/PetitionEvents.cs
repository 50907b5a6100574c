using NghiTruong.Journal;

namespace NghiTruong.Petitions;

/// <summary>What can happen to a petition. Search, counting, follow-up and the journal read these.</summary>
public abstract record PetitionEvent(Subject Subject) : HouseEvent(Subject)
{
    public static Subject About(Petition petition) => new("petition", petition.Id, petition.Code, petition.CouncilId);
}

public sealed record PetitionRecorded(Subject Subject) : PetitionEvent(Subject)
{
    public override string Code => "petition.recorded";
}
