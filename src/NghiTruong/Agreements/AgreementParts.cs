using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Agreements;

/// <summary>One who signed, in the order of the document; the name as signed stays when the body or agency is renamed.</summary>
public sealed class AgreementParty : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid AgreementId { get; init; }

    public required int Place { get; set; }

    public required PartyKind Kind { get; init; }

    public required string Name { get; init; }

    public Guid? BodyId { get; set; }

    public Guid? AgencyId { get; set; }

    public Guid? PartnerCouncilId { get; set; }

    public Guid SubjectId => AgreementId;

    /// <summary>The same one, whether its words changed or not.</summary>
    public bool Is(AgreementParty other) =>
        Kind == other.Kind && BodyId == other.BodyId && AgencyId == other.AgencyId && PartnerCouncilId == other.PartnerCouncilId && (Kind != PartyKind.Other || Name == other.Name);
}

/// <summary>A step of the procedure (quy trình): what is done, by whom, within which time as the document words it.</summary>
public sealed class AgreementStep : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid AgreementId { get; init; }

    public required int Place { get; init; }

    public required string Content { get; init; }

    /// <summary>The party that does it; null for all together.</summary>
    public Guid? PartyId { get; init; }

    public string? Term { get; init; }

    public Guid SubjectId => AgreementId;
}

/// <summary>Việc phải làm theo quy chế, again and again: each period's share is an <see cref="AgreementTask"/> that arises by itself.</summary>
public sealed class AgreementDuty : ICouncilRecord, IVersioned, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    public required Guid AgreementId { get; init; }

    public required string Content { get; init; }

    /// <summary>The party that owes it.</summary>
    public required Guid PartyId { get; init; }

    public required DutyCadence Cadence { get; init; }

    /// <summary>What it gives: a report, minutes.</summary>
    public string? Product { get; init; }

    /// <summary>The first period is the one of this day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The duty of the renewed agreement that it goes on from: what that opened is not opened twice.</summary>
    public Guid? ContinuesId { get; init; }

    public DateOnly? EndedOn { get; private set; }

    public string? EndedBecause { get; private set; }

    public int Version { get; private set; }

    public Guid SubjectId => AgreementId;

    public void End(DateOnly on, string? because) => (EndedOn, EndedBecause) = (on, because);
}

/// <summary>A duty's share of one period: a follow-up item of the party that owes it, done with a document.</summary>
public sealed class AgreementTask : ICouncilRecord, IVersioned, IRestored
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>VPH-26734-2026-00003</c>.</summary>
    public required string Code { get; init; }

    public required Guid AgreementId { get; init; }

    public required Guid DutyId { get; init; }

    /// <summary><c>2026-Q4</c>; for a session its key.</summary>
    public required string Period { get; init; }

    public required string Content { get; init; }

    /// <summary>The agency that owes it; null where the council's own body or somebody outside the list does.</summary>
    public Guid? AgencyId { get; set; }

    /// <summary>Who owes it, as the agreement names them.</summary>
    public required string Owner { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public required DateOnly DueOn { get; set; }

    /// <summary><see cref="DueOn"/> while it is owed.</summary>
    [NotInJournal]
    public DateOnly? OwedBy { get; private set; }

    public AgreementTaskState State { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    /// <summary>Number of the document that proves it.</summary>
    public string? Document { get; private set; }

    public string? Result { get; private set; }

    public int Version { get; private set; }

    public void Open() => Become(AgreementTaskState.Following);

    public void Finish(DateOnly on, string? document, string? result)
    {
        (DoneOn, Document, Result) = (on, document, result);
        Become(AgreementTaskState.Done);
    }

    public void LetGo() => Become(AgreementTaskState.LetGo);

    public void AfterRestoring() => Become(State);

    private void Become(AgreementTaskState state)
    {
        State = state;
        OwedBy = state == AgreementTaskState.Following ? DueOn : null;
    }
}
