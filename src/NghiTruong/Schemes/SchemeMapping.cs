using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Councils;

namespace NghiTruong.Schemes;

internal sealed class SchemeMapping :
    IEntityTypeConfiguration<Scheme>, IEntityTypeConfiguration<SchemeNode>, IEntityTypeConfiguration<NodeUnit>, IEntityTypeConfiguration<NodeGoal>, IEntityTypeConfiguration<NodeResolution>,
    IEntityTypeConfiguration<NodeValue>
{
    public void Configure(EntityTypeBuilder<Scheme> builder)
    {
        builder.Ignore(s => s.NumberAndTitle);
        builder.Property(s => s.Code).HasMaxLength(40);
        builder.Property(s => s.Number).HasMaxLength(60);
        builder.Property(s => s.Title).HasMaxLength(500);
        builder.Property(s => s.IssuedBy).HasMaxLength(200);
        builder.HasIndex(s => s.Code).IsUnique();
        builder.HasIndex(s => new { s.CouncilId, s.IssuedOn, s.Id });
        builder.HasIndex(s => new { s.ProvinceId, s.IssuedOn, s.Id });
        builder.HasIndex(s => s.ParentId);
    }

    public void Configure(EntityTypeBuilder<SchemeNode> builder)
    {
        builder.Ignore(n => n.SubjectId);
        builder.Property(n => n.Code).HasMaxLength(48);
        builder.Property(n => n.Title).HasMaxLength(1000);
        builder.Property(n => n.Unit).HasMaxLength(60);
        builder.Property(n => n.OwnerName).HasMaxLength(200);
        builder.Property(n => n.DataSource).HasMaxLength(300);
        builder.Property(n => n.OutsideBecause).HasMaxLength(500);
        builder.HasIndex(n => n.Code).IsUnique();
        builder.HasIndex(n => new { n.SchemeId, n.Ordinal });
        builder.HasIndex(n => n.UpperNodeId);
        builder.HasIndex(n => new { n.CouncilId, n.Outcome, n.IssuedOn, n.Id });
        builder.HasIndex(n => new { n.ProvinceId, n.Outcome, n.IssuedOn, n.Id });
        Exact(builder.Property(n => n.Baseline));
    }

    public void Configure(EntityTypeBuilder<NodeUnit> builder)
    {
        builder.Ignore(u => u.SubjectId);
        builder.Property(u => u.Unit).HasMaxLength(60);
        builder.HasIndex(u => u.NodeId);
        builder.HasIndex(u => u.SchemeId);
    }

    public void Configure(EntityTypeBuilder<NodeGoal> builder)
    {
        builder.Ignore(g => g.SubjectId);
        builder.Property(g => g.Unit).HasMaxLength(60);
        builder.Property(g => g.Goal).HasPrecision(20, 4);
        builder.HasIndex(g => new { g.NodeId, g.Year }).IsUnique();
        builder.HasIndex(g => g.SchemeId);
    }

    public void Configure(EntityTypeBuilder<NodeResolution> builder)
    {
        builder.Ignore(r => r.SubjectId);
        builder.Property(r => r.ResolutionCode).HasMaxLength(60);
        builder.Property(r => r.Title).HasMaxLength(1000);
        builder.HasIndex(r => new { r.NodeId, r.ResolutionId }).IsUnique();
        builder.HasIndex(r => r.SchemeId);
        builder.HasIndex(r => r.ResolutionId);
    }

    public void Configure(EntityTypeBuilder<NodeValue> builder)
    {
        builder.Ignore(v => v.SubjectId);
        builder.Ignore(v => v.Measured);
        builder.Property(v => v.Unit).HasMaxLength(60);
        builder.Property(v => v.Source).HasMaxLength(300);
        Exact(builder.Property(v => v.Numerator));
        Exact(builder.Property(v => v.Denominator));
        Exact(builder.Property(v => v.Value));

        // Entered once a period, however often it is pressed.
        builder.HasIndex(v => new { v.NodeId, v.Year, v.Half }).IsUnique();
        builder.HasIndex(v => v.SchemeId);
        builder.HasIndex(v => v.CouncilId);
    }

    private static void Exact(PropertyBuilder<decimal?> figure) => figure.HasPrecision(20, 4);
}
