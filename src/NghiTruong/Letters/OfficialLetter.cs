using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Database;

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
}

/// <summary>A document the council sends out (công văn). Signed and numbered inside or outside the product; the signed PDF or scan is the official copy.</summary>
public sealed class OfficialLetter : ICouncilRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary>The body that signs it.</summary>
    public Guid? BodyId { get; init; }

    /// <summary>What it is for: <c>petitions.forwarding</c>, <c>followUp.urging</c> ...; picks the template.</summary>
    public required string Kind { get; init; }

    /// <summary>The trích yếu.</summary>
    public required string Abstract { get; set; }

    public Guid? RecipientAgencyId { get; init; }

    public Guid? RecipientCouncilId { get; init; }

    public required string RecipientName { get; init; }

    public LetterState State { get; set; } = LetterState.Draft;

    /// <summary>Number only, as typed from the clerk's register or given by the council's own series.</summary>
    public string? Number { get; set; }

    /// <summary>Ký hiệu, <c>HĐND-VP</c>.</summary>
    public string? Notation { get; set; }

    public DateOnly? IssuedOn { get; set; }

    /// <summary>The signed scan or PDF: the official copy.</summary>
    public Guid? SignedFileId { get; set; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    /// <summary><c>21/HĐND-VP</c>, or null before it has a number.</summary>
    public string? FullNumber => Number is null ? null : Notation is null ? Number : $"{Number}/{Notation}";
}

internal sealed class OfficialLetterMapping : IEntityTypeConfiguration<OfficialLetter>
{
    public void Configure(EntityTypeBuilder<OfficialLetter> builder)
    {
        builder.Property(l => l.Kind).HasMaxLength(40);
        builder.Property(l => l.Abstract).HasMaxLength(500);
        builder.Property(l => l.Number).HasMaxLength(20);
        builder.Property(l => l.Notation).HasMaxLength(40);
        builder.Ignore(l => l.FullNumber);
        builder.HasIndex(l => new { l.CouncilId, l.CreatedAt });
    }
}
