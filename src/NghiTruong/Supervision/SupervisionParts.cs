using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Supervision;

/// <summary>Chương trình giám sát năm of one subject; decided by resolution (council) or decision, with its number. Law 87/2015 Art 58, 67, 77.</summary>
public sealed class SupervisionProgramme : ICouncilRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    public required int Year { get; init; }

    public required SupervisionSubject Subject { get; init; }

    public Guid? BodyId { get; init; }

    /// <summary>How many there must be at least, where the council set a quota.</summary>
    public int? Quota { get; set; }

    public string? Number { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public int Version { get; private set; }
}

/// <summary>A body under supervision, and what it must hand in by when.</summary>
public sealed class SupervisedBody : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid SupervisionId { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>What it must hand in: <c>báo cáo theo đề cương</c>.</summary>
    public string? MustHandIn { get; set; }

    public DateOnly? HandInBy { get; set; }

    public DateOnly? HandedInOn { get; set; }

    public Guid SubjectId => SupervisionId;
}

/// <summary>A member of the team. People of the house may be named by their account, so that they find the supervision among their own.</summary>
public sealed class TeamMember : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid SupervisionId { get; init; }

    public required string Name { get; init; }

    public required TeamRole Role { get; init; }

    public Guid? UserId { get; init; }

    /// <summary>Taken off the team on that day; what they wrote stays.</summary>
    public DateOnly? Until { get; set; }

    public Guid SubjectId => SupervisionId;
}

/// <summary>A paper of the supervision: number, day, title, a file where there is one. Versions of a kind are kept, the newest counts.</summary>
public sealed class SupervisionPaper : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid SupervisionId { get; init; }

    public required SupervisionPaperKind Kind { get; init; }

    public string? Number { get; init; }

    public required DateOnly On { get; init; }

    public string? Title { get; init; }

    /// <summary>Whose it is: the body that reported, the member who wrote.</summary>
    public string? By { get; init; }

    public Guid? FileId { get; set; }

    /// <summary>The letter it went out as, where the house wrote it.</summary>
    public Guid? LetterId { get; init; }

    /// <summary>Thu hồi: number and paper stay, it counts no more.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    public required DateTime RecordedAt { get; init; }

    public Guid SubjectId => SupervisionId;
}

/// <summary>A visit with its notes; the phone gives the id, so that a note sent three times on a poor line is one.</summary>
public sealed class SupervisionVisit : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid SupervisionId { get; init; }

    public required DateOnly On { get; init; }

    public required string Place { get; init; }

    public required string Notes { get; init; }

    public required string By { get; init; }

    public required DateTime RecordedAt { get; init; }

    public Guid SubjectId => SupervisionId;
}

/// <summary>A finding, tied to its evidence: without evidence it is an opinion and is refused.</summary>
public sealed class SupervisionFinding : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid SupervisionId { get; init; }

    public required FindingKind Kind { get; init; }

    public required string Text { get; set; }

    /// <summary>Evidence in words: which document, page, place, person in office.</summary>
    public string? Evidence { get; set; }

    public Guid? VisitId { get; set; }

    public Guid? PaperId { get; set; }

    /// <summary>Code of a petition that shows it.</summary>
    public string? PetitionCode { get; set; }

    public required DateTime RecordedAt { get; init; }

    public Guid SubjectId => SupervisionId;
}

/// <summary>Proof that report or conclusion reached somebody: sent how, received, opened, by whom, when.</summary>
public sealed class SupervisionDelivery : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid SupervisionId { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>Trục văn bản, bưu điện, trực tiếp, thư điện tử.</summary>
    public required string Channel { get; init; }

    public required DateOnly SentOn { get; init; }

    public DateOnly? ReceivedOn { get; set; }

    public string? ReceivedBy { get; set; }

    /// <summary>UTC: when an officer of the agency first opened it here.</summary>
    public DateTime? OpenedAt { get; set; }

    public string? OpenedBy { get; set; }

    public Guid SubjectId => SupervisionId;
}
