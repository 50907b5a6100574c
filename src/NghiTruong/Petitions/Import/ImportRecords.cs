using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Petitions.Import;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>Its rows are being read; goes on by itself after the process was killed.</summary>
    Staging,

    /// <summary>Read and compared; a person decides.</summary>
    Ready,

    Published,

    /// <summary>Left by a person.</summary>
    Discarded,
}

/// <summary>What becomes of a row.</summary>
public enum ImportRowState
{
    /// <summary>A petition the council does not have yet.</summary>
    New,

    /// <summary>Known, and the ledger tells more.</summary>
    Changed,

    Unchanged,

    /// <summary>Cannot be taken; the reason stands with it.</summary>
    Rejected,

    /// <summary>Known, changed here since, and the ledger says something else: decided by hand.</summary>
    MovedOn,

    /// <summary>Over already: not part of an opening balance.</summary>
    LeftOut,
}

/// <summary>One ledger on its way in.</summary>
public sealed class ImportBatch : ICouncilRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    public required string FileName { get; init; }

    public required Guid UserId { get; init; }

    public required string UserName { get; init; }

    public required DateTime CreatedAt { get; init; }

    public ImportState State { get; set; } = ImportState.Staging;

    /// <summary>Day of receipt for rows that have none.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Last term's open items: only what is not over is taken.</summary>
    public bool IsOpeningBalance { get; init; }

    /// <summary>Make agencies that the council's list does not have.</summary>
    public bool CreatesAgencies { get; init; } = true;

    public int Total { get; set; }

    [NotInJournal]
    public int Staged { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Rejected { get; set; }

    public int MovedOn { get; set; }

    public int LeftOut { get; set; }

    public DateTime? PublishedAt { get; set; }

    /// <summary>JSON of <see cref="StagedTable"/>s: the person's own columns, and what was made of them.</summary>
    [NotInJournal]
    public string Tables { get; set; } = "[]";

    public int Version { get; private set; }
}

/// <summary>The bytes of a ledger while its import is not decided, so that reading it can go on or start again.</summary>
public sealed class ImportFile
{
    public required Guid BatchId { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>One staged row. Rows that were taken are deleted when the import is published; the others stay to be given back.</summary>
public sealed class ImportRow
{
    public required Guid BatchId { get; init; }

    /// <summary>Place among all rows of the file, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Which table of the file, from 1.</summary>
    public required int Table { get; init; }

    /// <summary>Row number as the person sees it.</summary>
    public required int Number { get; init; }

    public required ImportRowState State { get; set; }

    public string? KeyByCode { get; init; }

    public string? KeyByContent { get; init; }

    /// <summary>JSON of <see cref="StagedCells"/>: the person's own words.</summary>
    public required string Cells { get; init; }

    /// <summary>JSON of <see cref="LedgerRow"/>; null for a row that cannot be taken.</summary>
    public string? Told { get; init; }

    public string? Digest { get; init; }

    /// <summary>JSON of <see cref="RowProblem"/>s.</summary>
    public string? Problems { get; set; }

    /// <summary>JSON of <see cref="FieldChange"/>s.</summary>
    public string? Changes { get; set; }

    /// <summary>The petition it is known as.</summary>
    public Guid? PetitionId { get; set; }
}

/// <summary>A field that a later ledger tells otherwise.</summary>
/// <param name="Field">Name of the petition's property, camel case; its title is the text <c>imports.field.NAME</c>.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>A table of the file as staged.</summary>
public sealed record StagedTable(int Ordinal, string Name, int HeaderRow, IReadOnlyList<NghiTruong.Documents.Tables.FoundColumn> Columns);

/// <summary>Cells of a row by column index, and the section titles above it.</summary>
public sealed record StagedCells(IReadOnlyList<string> Cells, IReadOnlyList<NghiTruong.Documents.Tables.Section>? Sections);

internal sealed class ImportMapping
    : IEntityTypeConfiguration<ImportBatch>, IEntityTypeConfiguration<ImportFile>, IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.ToTable("import_batch");
        builder.Property(b => b.FileName).HasMaxLength(160);
        builder.HasIndex(b => new { b.CouncilId, b.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<ImportFile> builder)
    {
        builder.ToTable("import_file");
        builder.HasKey(f => f.BatchId);
        builder.Property(f => f.BatchId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("import_row");
        builder.HasKey(r => new { r.BatchId, r.Ordinal });
        builder.HasIndex(r => new { r.BatchId, r.State, r.Ordinal });
    }
}
