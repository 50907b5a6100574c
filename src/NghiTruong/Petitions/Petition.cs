using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Petitions;

/// <summary>
/// A petition or opinion of voters (kiến nghị cử tri), one record from the meeting to the voters told. Only its owner counts it; agencies and receiving
/// councils see it through its <see cref="PetitionParty">parties</see>.
/// </summary>
public sealed class Petition : ICouncilRecord, IVersioned, IRestored
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>KNCT-26734-2026-00123</c>: council's code at birth, year, number; unique in the nation, never changes.</summary>
    public required string Code { get; init; }

    public required PetitionKind Kind { get; set; }

    public PetitionStatus Status { get; private set; } = PetitionStatus.Recorded;

    public required string Content { get; set; }

    /// <summary>The hamlet or unit whose voters raised it (cử tri đơn vị).</summary>
    public string? Place { get; set; }

    public required PetitionSource Source { get; set; }

    /// <summary>The source as the office writes it: <c>TXCT trước kỳ họp thứ 2</c>.</summary>
    public string? SourceNote { get; set; }

    public required DateOnly ReceivedOn { get; set; }

    public Guid? SessionId { get; set; }

    public Guid? MeetingId { get; set; }

    /// <summary>Number of voters who raised it, where it was counted.</summary>
    public int? Voters { get; set; }

    /// <summary>Code of the field (lĩnh vực) in the catalogue.</summary>
    public string? Field { get; set; }

    /// <summary>Code of the authority (thẩm quyền) in the dated catalogue: central, province, district, commune, other.</summary>
    public string? Authority { get; set; }

    public Guid? LeadAgencyId { get; set; }

    /// <summary>The council it was passed to and that holds it now.</summary>
    public Guid? HolderCouncilId { get; set; }

    public DateOnly? DueOn { get; private set; }

    /// <summary><see cref="DueOn"/> while an answer is owed, else null: the key of the overdue list.</summary>
    [NotInJournal]
    public DateOnly? OwedBy { get; private set; }

    /// <summary>What counts: the Standing Committee's conclusion, else the office's proposal, else the agency's own word.</summary>
    public Outcome? Outcome { get; private set; }

    public Outcome? AgencyOutcome { get; private set; }

    public Outcome? OfficeOutcome { get; private set; }

    public string? OfficeNote { get; private set; }

    /// <summary>A committee verified the UBND's report on it (Law 87/2015 Art 74, kept by practice).</summary>
    public DateOnly? VerifiedOn { get; set; }

    public string? VerificationNote { get; set; }

    public Outcome? ConcludedOutcome { get; private set; }

    public DateOnly? ConcludedOn { get; private set; }

    public string? ConclusionNote { get; private set; }

    /// <summary>Who explained it on the spot.</summary>
    public string? ExplainedBy { get; set; }

    /// <summary>The petition that carries this one on after a merge.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>State before the merge, so that it can be undone.</summary>
    public PetitionStatus? StatusBeforeMerge { get; private set; }

    /// <summary>An earlier petition of the same matter: raised again across sessions.</summary>
    public Guid? RaisedAgainOfId { get; set; }

    public int Reopened { get; private set; }

    /// <summary>Nổi cộm: marked by the Standing Committee with a reason.</summary>
    public bool IsPressing { get; set; }

    public string? PressingReason { get; set; }

    public DateOnly? ForwardedOn { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    public DateOnly? NotifiedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Theo sổ: what an imported ledger says happened stands as told and sent nothing out.</summary>
    public bool FromLedger { get; init; }

    public string? LedgerCode { get; set; }

    public int? LedgerYear { get; set; }

    /// <summary>How an imported row is known again (see the import).</summary>
    [NotInJournal]
    public string? ImportKey { get; set; }

    /// <summary>Digest of what a ledger last told of it: a later ledger that tells the same changes nothing.</summary>
    [NotInJournal]
    public string? LedgerDigest { get; set; }

    public string? Note { get; set; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    public void BecomeClassified() => Become(PetitionStatus.Classified);

    public void ExplainOnTheSpot(string by)
    {
        ExplainedBy = by;
        Outcome = Petitions.Outcome.Explained;
        Become(PetitionStatus.ExplainedOnTheSpot);
    }

    public void MergeInto(Guid kept)
    {
        StatusBeforeMerge = Status;
        MergedIntoId = kept;
        Become(PetitionStatus.Merged);
    }

    public void Unmerge()
    {
        MergedIntoId = null;
        Become(StatusBeforeMerge ?? PetitionStatus.Recorded);
        StatusBeforeMerge = null;
    }

    public void PassTo(Guid council, DateOnly on, DateOnly? due)
    {
        HolderCouncilId = council;
        Send(PetitionStatus.Passing, on, due);
    }

    public void ForwardTo(Guid? leadAgency, DateOnly on, DateOnly? due)
    {
        LeadAgencyId = leadAgency ?? LeadAgencyId;
        Send(PetitionStatus.Forwarded, on, due);
    }

    public void Withdraw()
    {
        DueOn = null;
        HolderCouncilId = null;
        Become(PetitionStatus.Classified);
    }

    public void Accept() => Become(PetitionStatus.Accepted);

    public void Refuse()
    {
        HolderCouncilId = null;
        DueOn = null;
        Become(PetitionStatus.Refused);
    }

    public void MoveDue(DateOnly? due)
    {
        DueOn = due;
        Become(Status);
    }

    public void Answer(Outcome? agencyOutcome, DateOnly on)
    {
        AgencyOutcome = agencyOutcome ?? AgencyOutcome;
        AnsweredOn = on;
        Weigh();
        Become(PetitionStatus.Answered);
    }

    public void Evaluate(Outcome outcome, string? note)
    {
        OfficeOutcome = outcome;
        OfficeNote = note;
        Weigh();
        Become(PetitionStatus.Evaluated);
    }

    public void Conclude(Outcome outcome, string? note, DateOnly on)
    {
        ConcludedOutcome = outcome;
        ConclusionNote = note;
        ConcludedOn = on;
        Weigh();
        Become(PetitionStatus.Concluded);
    }

    public void NotifyVoters(DateOnly on)
    {
        NotifiedOn = on;
        Become(Status == PetitionStatus.ExplainedOnTheSpot ? Status : PetitionStatus.Notified);
    }

    public void Close(DateOnly on)
    {
        ClosedOn = on;
        Become(PetitionStatus.Closed);
    }

    /// <summary>Voters raise it again, or the conclusion did not hold: it goes back to the owner's desk and keeps everything that was said.</summary>
    public void Reopen()
    {
        Reopened++;
        ClosedOn = null;
        ConcludedOutcome = null;
        ConcludedOn = null;
        OfficeOutcome = null;
        HolderCouncilId = null;
        DueOn = null;
        Weigh();
        Become(PetitionStatus.Classified);
    }

    /// <summary>An imported row stands as the ledger told it.</summary>
    public void StandAsTold(PetitionStatus status, Outcome? outcome, DateOnly? due, DateOnly? answeredOn, DateOnly? forwardedOn = null)
    {
        AgencyOutcome = outcome;
        DueOn = due;
        AnsweredOn = answeredOn ?? AnsweredOn;
        ForwardedOn = forwardedOn ?? ForwardedOn;
        Weigh();
        Become(status);
    }

    public void AfterRestoring() => Become(Status);

    private void Send(PetitionStatus status, DateOnly on, DateOnly? due)
    {
        ForwardedOn = on;
        DueOn = due;
        Become(status);
    }

    private void Weigh() => Outcome = ConcludedOutcome ?? OfficeOutcome ?? AgencyOutcome;

    private void Become(PetitionStatus status)
    {
        Status = status;
        OwedBy = PetitionStatuses.WithAgency.Contains(status) ? DueOn : null;
    }
}
