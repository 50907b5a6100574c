using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Database;

namespace NghiTruong.Coverage;

/// <summary>
/// What one subject has done of one thing in one period: "Đinh Văn Mẫu, 2026, training: 0 of 1". Not a record of its own but a count over records, so the journal does not keep it: the
/// act itself stands there.
/// </summary>
public sealed class CoverageLine : IVersioned
{
    public required string Kind { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly PeriodFrom { get; init; }

    /// <summary>Last day, included.</summary>
    public required DateOnly PeriodTo { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required string Tier { get; set; }

    /// <summary>What figures are split by: <c>FullTime</c>; or empty.</summary>
    public required string Grp { get; set; }

    public required string Name { get; set; }

    public required string SortKey { get; set; }

    public required int Needed { get; set; }

    public int Done { get; private set; }

    /// <summary>Still to be done: key of the lists of missing names.</summary>
    public bool IsMissing { get; private set; } = true;

    public int Version { get; private set; }

    public void Count(int done)
    {
        Done = Math.Max(0, done);
        IsMissing = Done < Needed;
    }
}

internal sealed class CoverageMapping : IEntityTypeConfiguration<CoverageLine>
{
    public void Configure(EntityTypeBuilder<CoverageLine> builder)
    {
        builder.HasKey(l => new { l.Kind, l.SubjectId, l.PeriodFrom });
        builder.Property(l => l.Kind).HasMaxLength(30);
        builder.Property(l => l.Tier).HasMaxLength(40);
        builder.Property(l => l.Grp).HasMaxLength(40);
        builder.Property(l => l.Name).HasMaxLength(300);
        // Missing names of the nation page by page, of a province, of a council: one walk each.
        builder.HasIndex(l => new { l.Kind, l.PeriodFrom, l.IsMissing, l.ProvinceId, l.CouncilId, l.SortKey, l.SubjectId });
        builder.HasIndex(l => l.SubjectId);
        builder.HasIndex(l => l.CouncilId);
    }
}
