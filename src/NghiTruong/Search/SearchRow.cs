using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Search;

/// <summary>
/// One record that can be found, on both engines. The words themselves lie in what only the engine can say (Engine/Postgres.sql, Engine/Sqlite.sql):
/// folded, with marks, and the places from which the record may be seen.
/// </summary>
public sealed class SearchRow
{
    /// <summary>Orders all rows by day and gives each its own place on the day: list order, cursor, and key of the engine's index.</summary>
    public required long Number { get; init; }

    public required Guid SubjectId { get; init; }

    public required string Kind { get; init; }

    public string? Code { get; init; }

    /// <summary><see cref="Code"/> folded, for equality and prefix.</summary>
    public string? CodeKey { get; init; }

    public string? OtherCodeKey { get; init; }

    public required Guid CouncilId { get; init; }

    public required Guid ProvinceId { get; init; }

    public required DateOnly Dated { get; init; }

    public required string Text { get; init; }

    /// <summary>MinHash band keys within the province; empty when the record takes no part in near-duplicates.</summary>
    public required int[] Bands { get; init; }

    public required int Version { get; init; }
}

internal sealed class SearchMapping : IEntityTypeConfiguration<SearchRow>
{
    public void Configure(EntityTypeBuilder<SearchRow> builder)
    {
        builder.HasKey(r => r.Number);
        builder.Property(r => r.Number).ValueGeneratedNever();
        builder.Property(r => r.Kind).HasMaxLength(40);
        builder.Property(r => r.Code).HasMaxLength(40);
        builder.HasIndex(r => r.SubjectId).IsUnique();
        builder.HasIndex(r => new { r.CouncilId, r.Number });
        builder.HasIndex(r => new { r.ProvinceId, r.Number });
        builder.HasIndex(r => r.CodeKey);
        builder.HasIndex(r => r.OtherCodeKey);
    }
}
