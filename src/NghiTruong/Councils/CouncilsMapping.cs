using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Councils;

internal sealed class UnitMapping : IEntityTypeConfiguration<Unit>, IEntityTypeConfiguration<UnitVersion>, IEntityTypeConfiguration<UnitSuccession>
{
    public void Configure(EntityTypeBuilder<Unit> builder) =>
        builder.HasMany(u => u.Versions).WithOne(v => v.Unit).HasForeignKey(v => v.UnitId);

    public void Configure(EntityTypeBuilder<UnitVersion> builder)
    {
        builder.Property(v => v.Code).HasMaxLength(10);
        builder.Property(v => v.Name).HasMaxLength(120);
        builder.Property(v => v.FullName).HasMaxLength(160);
        builder.Property(v => v.FullNameEnglish).HasMaxLength(160);
        builder.HasIndex(v => new { v.Code, v.From });
        builder.HasIndex(v => v.ParentId);
        builder.HasIndex(v => v.Folded);
    }

    public void Configure(EntityTypeBuilder<UnitSuccession> builder)
    {
        builder.HasIndex(s => s.FromUnitId);
        builder.HasIndex(s => s.ToUnitId);
    }
}

internal sealed class CouncilMapping
    : IEntityTypeConfiguration<Council>,
        IEntityTypeConfiguration<CouncilTerm>,
        IEntityTypeConfiguration<DelegateTotal>,
        IEntityTypeConfiguration<Body>,
        IEntityTypeConfiguration<Responsibility>,
        IEntityTypeConfiguration<Agency>,
        IEntityTypeConfiguration<CouncilSession>,
        IEntityTypeConfiguration<HandOverRecord>,
        IEntityTypeConfiguration<HandOverLine>
{
    public void Configure(EntityTypeBuilder<Council> builder)
    {
        builder.Property(c => c.Code).HasMaxLength(10);
        builder.Property(c => c.Name).HasMaxLength(200);
        builder.HasOne(c => c.Unit).WithMany().HasForeignKey(c => c.UnitId);
        builder.HasMany(c => c.Terms).WithOne().HasForeignKey(t => t.CouncilId);
        builder.HasIndex(c => c.UnitId).IsUnique();
        builder.HasIndex(c => c.ProvinceId);
        builder.HasIndex(c => c.Folded);
    }

    public void Configure(EntityTypeBuilder<CouncilTerm> builder) =>
        builder.HasIndex(t => new { t.CouncilId, t.Term, t.From }).IsUnique();

    public void Configure(EntityTypeBuilder<DelegateTotal> builder) =>
        builder.HasIndex(t => new { t.CouncilId, t.From }).IsUnique();

    public void Configure(EntityTypeBuilder<Body> builder)
    {
        builder.Property(b => b.Name).HasMaxLength(200);
        builder.HasIndex(b => new { b.CouncilId, b.Code, b.From }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Responsibility> builder) => builder.HasIndex(r => r.CouncilId);

    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.Property(a => a.Name).HasMaxLength(200);
        builder.Property(a => a.OrganCode).HasMaxLength(35);
        builder.HasIndex(a => new { a.CouncilId, a.Folded });
    }

    public void Configure(EntityTypeBuilder<CouncilSession> builder) =>
        builder.HasIndex(s => new { s.CouncilId, s.Term, s.Number }).IsUnique();

    public void Configure(EntityTypeBuilder<HandOverRecord> builder)
    {
        builder.Ignore(r => r.SubjectId);
        builder.HasMany(r => r.Lines).WithOne().HasForeignKey(l => l.RecordId);
        builder.HasIndex(r => r.FromCouncilId);
        builder.HasIndex(r => r.ToCouncilId);
    }

    public void Configure(EntityTypeBuilder<HandOverLine> builder)
    {
        builder.HasKey(l => new { l.RecordId, l.Ordinal });
        builder.Property(l => l.Kind).HasMaxLength(40);
        builder.Property(l => l.Code).HasMaxLength(40);
    }
}
