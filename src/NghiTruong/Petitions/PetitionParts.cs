using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Petitions;

/// <summary>Who raised it, where they said so. Personal: never flows up the tiers, can be erased.</summary>
public sealed class PetitionPerson : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid PetitionId { get; init; }

    public Guid SubjectId => PetitionId;

    [Personal]
    public string? Name { get; set; }

    [Personal]
    public string? Phone { get; set; }

    [Personal]
    public string? Address { get; set; }
}

/// <summary>What somebody outside the owning council is to a petition.</summary>
public enum PartyRole
{
    Lead,
    Cooperating,

    /// <summary>A council it was passed to.</summary>
    Receiving,
}

/// <summary>An agency or council that may see a petition that is not its own.</summary>
public sealed class PetitionParty : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid PetitionId { get; init; }

    public Guid SubjectId => PetitionId;

    public Guid? AgencyId { get; init; }

    public Guid? CouncilId { get; init; }

    public required PartyRole Role { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>From that day it reads only: the matter was reopened, and what is owed now is owed by whom it is sent to anew.</summary>
    public DateOnly? ActsUntil { get; set; }

    /// <summary>From that day it reads nothing any more: the matter was taken back, or returned.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>A petition sent with a letter.</summary>
public sealed class PetitionForwarding : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid PetitionId { get; init; }

    public Guid SubjectId => PetitionId;

    public required Guid LetterId { get; init; }

    /// <summary>Place in the annex, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Who is to settle it once the letter is issued; until then no agency sees it.</summary>
    public required Guid LeadAgencyId { get; init; }

    [NotInJournal]
    public List<Guid> CooperatingAgencyIds { get; init; } = [];

    public DateOnly? WithdrawnOn { get; set; }
}

/// <summary>An answering document (công văn trả lời) of an agency; one document settles any number of petitions.</summary>
public sealed class AnswerDocument : ICouncilRecord
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    public Guid? AgencyId { get; init; }

    /// <summary>Number and notation as printed, <c>21/UBND-VP</c>.</summary>
    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public Guid? FileId { get; set; }

    /// <summary>Recorded by the clerk for an agency that never signs in.</summary>
    public required bool OnBehalf { get; init; }
}

/// <summary>What an answering document says to one petition.</summary>
public sealed class PetitionAnswer : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid PetitionId { get; init; }

    public Guid SubjectId => PetitionId;

    public required Guid DocumentId { get; init; }

    /// <summary>The extract that concerns this petition.</summary>
    public string? Extract { get; init; }

    /// <summary>The agency's own classification.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>It answers for the matter; false for the word a cooperating agency adds.</summary>
    public bool IsOfLead { get; init; } = true;

    public required DateTime RecordedAt { get; init; }
}

/// <summary>Voters were told: how, when, by what evidence.</summary>
public sealed class VoterNotice : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid PetitionId { get; init; }

    public Guid SubjectId => PetitionId;

    public required NoticeChannel Channel { get; init; }

    public required DateOnly On { get; init; }

    public string? Evidence { get; init; }

    public Guid? FileId { get; init; }
}

/// <summary>A meeting with voters (tiếp xúc cử tri). A joint meeting of several levels is entered once by the council that keeps its minutes.</summary>
public sealed class VoterMeeting : ICouncilRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    public required DateOnly HeldOn { get; set; }

    public required string Place { get; set; }

    public int? Voters { get; set; }

    /// <summary>Delegates present, one name a line.</summary>
    public string? Delegates { get; set; }

    public Guid? SessionId { get; set; }

    /// <summary>Other councils whose delegates met the voters together; each item is addressed to one level.</summary>
    public List<VoterMeetingCouncil> JointWith { get; init; } = [];

    public string? Note { get; set; }

    public int Version { get; private set; }
}

/// <summary>A council that took part in a joint meeting.</summary>
public sealed class VoterMeetingCouncil
{
    public required Guid MeetingId { get; init; }

    public required Guid CouncilId { get; init; }
}
