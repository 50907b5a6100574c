using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Verification.Checks;

namespace NghiTruong.Verification.Register;

/// <summary>A legal document with its validity: what drafts rest on is compared with these. Kept by the administrator of the nation, in the browser or from Excel.</summary>
public sealed class LegalDocument : IRecord, IVersioned
{
    public required Guid Id { get; init; }

    /// <summary><c>121/2025/QH15</c>, as printed.</summary>
    public required string Number { get; init; }

    /// <summary><see cref="LegalNumber.KeyOf"/>: one row a number, whatever its dashes.</summary>
    [NotInJournal]
    public required string NumberKey { get; init; }

    /// <summary>Luật, Nghị quyết, Nghị định ...</summary>
    public required string Kind { get; set; }

    /// <summary>Title without its kind: <c>Tổ chức chính quyền địa phương</c>.</summary>
    public required string Title { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public DateOnly? InForceFrom { get; set; }

    /// <summary>The first day without force; null while it holds.</summary>
    public DateOnly? ExpiredOn { get; set; }

    /// <summary>Number of the document that replaced it.</summary>
    public string? ReplacedBy { get; set; }

    /// <summary>What says so.</summary>
    public required string Source { get; set; }

    /// <summary>Its validity was compared with the text that says so; otherwise "chưa đối chiếu".</summary>
    public required bool Checked { get; set; }

    public int Version { get; private set; }

    public LegalDocumentRow Row => new(Number, Kind, Title, IssuedOn, InForceFrom, ExpiredOn, ReplacedBy, Source, Checked);

    public static LegalDocument From(LegalDocumentRow row) => new()
    {
        Id = Guid.CreateVersion7(),
        Number = row.Number,
        NumberKey = LegalNumber.KeyOf(row.Number),
        Kind = row.Kind,
        Title = row.Title,
        IssuedOn = row.IssuedOn,
        InForceFrom = row.InForceFrom,
        ExpiredOn = row.ExpiredOn,
        ReplacedBy = row.ReplacedBy,
        Source = row.Source,
        Checked = row.Checked,
    };

    /// <summary>Takes what a row says, the number aside.</summary>
    /// <returns>False when it said the same.</returns>
    public bool Take(LegalDocumentRow row)
    {
        var before = Row;
        (Kind, Title, IssuedOn, InForceFrom) = (row.Kind, row.Title, row.IssuedOn, row.InForceFrom);
        (ExpiredOn, ReplacedBy, Source, Checked) = (row.ExpiredOn, row.ReplacedBy, row.Source, row.Checked);

        return before != Row;
    }
}

internal sealed class LegalDocumentMapping : IEntityTypeConfiguration<LegalDocument>
{
    public void Configure(EntityTypeBuilder<LegalDocument> builder)
    {
        builder.Ignore(d => d.Row);
        builder.Property(d => d.Number).HasMaxLength(80);
        builder.Property(d => d.NumberKey).HasMaxLength(80);
        builder.Property(d => d.Kind).HasMaxLength(60);
        builder.Property(d => d.ReplacedBy).HasMaxLength(200);
        builder.HasIndex(d => d.NumberKey).IsUnique();
    }
}

/// <summary>The register changed: one document, or many by a file.</summary>
public sealed record LegalDocumentSaved(Subject Subject, string Number, DateOnly? ExpiredOn, string? ReplacedBy) : HouseEvent(Subject)
{
    public override string Code => "legalRegister.saved";
}

public sealed record LegalDocumentRemoved(Subject Subject, string Number) : HouseEvent(Subject)
{
    public override string Code => "legalRegister.removed";
}

public sealed record LegalRegisterImported(Subject Subject, string File, int Added, int Changed) : HouseEvent(Subject)
{
    public override string Code => "legalRegister.imported";
}
