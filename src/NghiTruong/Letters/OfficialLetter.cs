using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Letters;

/// <summary>The signing path: dự thảo -> trình ký -> đã ký -> lấy số -> đóng dấu -> phát hành.</summary>
public enum LetterState
{
    Draft,
    Submitted,
    Signed,
    Numbered,
    Sealed,
    Issued,

    /// <summary>Thu hồi: number and letter stay, the recipient is told.</summary>
    Withdrawn,

    /// <summary>Bỏ dự thảo: it never had a number and was never sent.</summary>
    Discarded,
}

/// <summary>Sets of states a clerk would name.</summary>
public static class LetterStates
{
    /// <summary>Not sent yet.</summary>
    public static readonly IReadOnlyList<LetterState> OnTheWay =
        [LetterState.Draft, LetterState.Submitted, LetterState.Signed, LetterState.Numbered, LetterState.Sealed];

    /// <summary>Signed and still in the house: Decree 30/2020 Art 18 wants it out by the next working day.</summary>
    public static readonly IReadOnlyList<LetterState> SignedNotOut = [LetterState.Signed, LetterState.Numbered, LetterState.Sealed];

    public static readonly IReadOnlyList<LetterState> WasIssued = [LetterState.Issued, LetterState.Withdrawn];

    /// <summary>The words of the letter may still change.</summary>
    public static readonly IReadOnlyList<LetterState> Editable = [LetterState.Draft, LetterState.Submitted];

    /// <summary>The signing path in its order.</summary>
    public static readonly IReadOnlyList<LetterState> Path = [.. OnTheWay, LetterState.Issued];
}

/// <summary>A document the council sends out (công văn). Signed and numbered inside or outside the product; the signed PDF or scan is the official copy.</summary>
public sealed class OfficialLetter : ICouncilRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary>The body that signs it; null for the Standing Committee.</summary>
    public Guid? BodyId { get; set; }

    /// <summary>What it is for: <c>petitions.forwarding</c>, <c>followUp.urging</c> ...; picks the template.</summary>
    public required string Kind { get; init; }

    /// <summary>The trích yếu.</summary>
    public required string Abstract { get; set; }

    /// <summary>The words of a letter written by hand, or put before what the kind says; null for the kind's own words.</summary>
    public string? Text { get; set; }

    public Guid? RecipientAgencyId { get; set; }

    public Guid? RecipientCouncilId { get; set; }

    public required string RecipientName { get; set; }

    /// <summary>The letter this one is about: the one withdrawn, the one whose date is corrected.</summary>
    public Guid? AboutLetterId { get; init; }

    /// <summary>The day by which an answer is asked, where set by hand; else the rule says.</summary>
    public DateOnly? AnswerDueOn { get; set; }

    public LetterState State { get; private set; } = LetterState.Draft;

    public DateOnly? SubmittedOn { get; private set; }

    public DateOnly? SignedOn { get; private set; }

    /// <summary>Who signed, as printed; the body's signer when nobody else is named.</summary>
    public string? SignerName { get; private set; }

    /// <summary>Number only, as typed from the clerk's register or given by the council's own series.</summary>
    public string? Number { get; private set; }

    /// <summary>Ký hiệu, <c>HĐND-VP</c>.</summary>
    public string? Notation { get; set; }

    /// <summary>Year, notation and number as compared: unique in the council (Decree 30/2020, Art 15).</summary>
    [NotInJournal]
    public string? NumberKey { get; private set; }

    /// <summary>The day the number belongs to; its year is the register's.</summary>
    public DateOnly? NumberedOn { get; private set; }

    public DateOnly? SealedOn { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    /// <summary>Đã ký và cấp số ngoài hệ thống: its steps were recorded afterwards.</summary>
    public bool IsRecordedAfterwards { get; private set; }

    public DateOnly? WithdrawnOn { get; private set; }

    public string? WithdrawnReason { get; private set; }

    /// <summary>The signed scan or PDF: the official copy. Id of its file use.</summary>
    public Guid? SignedFileId { get; set; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    /// <summary><c>21/HĐND-VP</c>, or null before it has a number.</summary>
    public string? FullNumber => Number is null ? null : Notation is null ? Number : $"{Number}/{Notation}";

    /// <summary>The day of each step that was taken.</summary>
    public DateOnly? DayOf(LetterState step) => step switch
    {
        LetterState.Draft => CreatedAt.VietnamDate,
        LetterState.Submitted => SubmittedOn,
        LetterState.Signed => SignedOn,
        LetterState.Numbered => NumberedOn,
        LetterState.Sealed => SealedOn,
        LetterState.Issued => IssuedOn,
        LetterState.Withdrawn => WithdrawnOn,
        LetterState.Discarded => null,
    };

    public void Submit(DateOnly on)
    {
        SubmittedOn = on;
        State = LetterState.Submitted;
    }

    public void Return()
    {
        SubmittedOn = null;
        State = LetterState.Draft;
    }

    public void Sign(DateOnly on, string? signer)
    {
        SignedOn = on;
        SignerName = signer ?? SignerName;
        State = LetterState.Signed;
    }

    public void TakeNumber(LetterNumber number, DateOnly on)
    {
        (Number, Notation, NumberKey, NumberedOn) = (number.Number, number.Notation.Length == 0 ? null : number.Notation, number.KeyIn(on.Year), on);
        State = LetterState.Numbered;
    }

    public void Seal(DateOnly on)
    {
        SealedOn = on;
        State = LetterState.Sealed;
    }

    public void Issue(DateOnly on)
    {
        IssuedOn = on;
        State = LetterState.Issued;
    }

    /// <summary>Signed, numbered and sent outside: every step gets the day the document shows.</summary>
    public void StandAsIssued(DateOnly signedOn, string? signer, LetterNumber? number, DateOnly issuedOn)
    {
        IsRecordedAfterwards = true;
        SubmittedOn ??= signedOn;
        if (SignedOn is null)
        {
            Sign(signedOn, signer);
        }

        if (number is not null)
        {
            TakeNumber(number, issuedOn);
        }

        SealedOn ??= issuedOn;
        Issue(issuedOn);
    }

    public void Withdraw(DateOnly on, string reason)
    {
        (WithdrawnOn, WithdrawnReason) = (on, reason);
        State = LetterState.Withdrawn;
    }

    public void Discard() => State = LetterState.Discarded;
}

internal sealed class OfficialLetterMapping : IEntityTypeConfiguration<OfficialLetter>, IEntityTypeConfiguration<NumberSeries>, IEntityTypeConfiguration<LetterTemplate>
{
    public void Configure(EntityTypeBuilder<OfficialLetter> builder)
    {
        builder.Property(l => l.Kind).HasMaxLength(40);
        builder.Property(l => l.Abstract).HasMaxLength(500);
        builder.Property(l => l.Number).HasMaxLength(20);
        builder.Property(l => l.Notation).HasMaxLength(40);
        builder.Property(l => l.NumberKey).HasMaxLength(80);
        builder.Ignore(l => l.FullNumber);
        builder.HasIndex(l => new { l.CouncilId, l.CreatedAt });
        builder.HasIndex(l => new { l.CouncilId, l.State });
        builder.HasIndex(l => new { l.CouncilId, l.NumberKey }).IsUnique();
        builder.HasIndex(l => l.RecipientAgencyId);
    }

    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.Property(s => s.Notation).HasMaxLength(40);
        builder.HasIndex(s => new { s.CouncilId, s.Notation, s.Year }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LetterTemplate> builder)
    {
        builder.Property(t => t.Kind).HasMaxLength(40);
        builder.Property(t => t.FileName).HasMaxLength(160);
        builder.HasIndex(t => new { t.CouncilId, t.Kind }).IsUnique();
    }
}
