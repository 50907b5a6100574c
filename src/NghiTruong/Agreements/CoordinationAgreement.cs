using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Language;

namespace NghiTruong.Agreements;

/// <summary>
/// Quy chế, quy trình phối hợp that a body of the council signed with others: what it is about, since and until when it holds. Whether it holds is a question of the day
/// (<see cref="StateOn"/>). By its last day somebody decides: renewed, or ended.
/// </summary>
public sealed class CoordinationAgreement : ICouncilRecord, IVersioned, IRestored
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>QCPH-26734-2026-00003</c>.</summary>
    public required string Code { get; init; }

    public required AgreementKind Kind { get; set; }

    public required string Title { get; set; }

    /// <summary>As the document prints it: <c>06/QC-TT.HĐND-UBND</c>.</summary>
    public required string Number { get; set; }

    public required DateOnly SignedOn { get; set; }

    /// <summary>What the parties work together on.</summary>
    public string? Scope { get; set; }

    public string? Note { get; set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day, where the agreement sets one.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>From then on its end is warned of (rule AGREEMENT_RENEWAL).</summary>
    public DateOnly? WarnOn { get; private set; }

    public DateOnly? WarnedOn { get; private set; }

    /// <summary><see cref="ValidUntil"/> until it is renewed or ended: by then somebody decides.</summary>
    [NotInJournal]
    public DateOnly? OwedBy { get; private set; }

    /// <summary>First day on which it holds no more because it was ended or renewed.</summary>
    public DateOnly? EndedOn { get; private set; }

    public string? EndedBecause { get; private set; }

    /// <summary>The one that took its place.</summary>
    public Guid? SuccessorId { get; private set; }

    /// <summary>The one whose place it took.</summary>
    public Guid? RenewsId { get; init; }

    /// <summary>Title, number and parties as lists compare them.</summary>
    [NotInJournal]
    public string Folded { get; private set; } = "";

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    public bool IsClosed => EndedOn is not null;

    public AgreementState StateOn(DateOnly day) =>
        EndedOn <= day ? SuccessorId is null ? AgreementState.Ended : AgreementState.Renewed
        : day < ValidFrom ? AgreementState.NotYet
        : ValidUntil < day ? AgreementState.Expired
        : AgreementState.InForce;

    public void Hold(DateOnly from, DateOnly? until)
    {
        (ValidFrom, ValidUntil) = (from, until);
        Settle();
    }

    /// <param name="day">Null where it has no last day, or no rule is in force. A moved day is warned of anew.</param>
    public void Warn(DateOnly? day)
    {
        WarnedOn = WarnOn == day ? WarnedOn : null;
        WarnOn = day;
    }

    public void Warned(DateOnly on) => WarnedOn = on;

    public void End(DateOnly on, string? because)
    {
        (EndedOn, EndedBecause) = (on, because);
        Settle();
    }

    public void RenewBy(Guid successor, DateOnly on)
    {
        (SuccessorId, EndedOn) = (successor, on);
        Settle();
    }

    public void AfterRestoring() => Settle();

    internal void Fold(IEnumerable<string> parties) => Folded = VietnameseText.Fold($"{Number} {Title} {string.Join(' ', parties)} {Code}");

    private void Settle() => OwedBy = EndedOn is null ? ValidUntil : null;
}
