using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Supervision.Groups;

namespace NghiTruong.Supervision;

internal sealed class SupervisionMapping
    : IEntityTypeConfiguration<SupervisionCase>,
        IEntityTypeConfiguration<SupervisionProgramme>,
        IEntityTypeConfiguration<SupervisedBody>,
        IEntityTypeConfiguration<TeamMember>,
        IEntityTypeConfiguration<SupervisionPaper>,
        IEntityTypeConfiguration<SupervisionVisit>,
        IEntityTypeConfiguration<SupervisionFinding>,
        IEntityTypeConfiguration<SupervisionDelivery>,
        IEntityTypeConfiguration<SupervisionFieldValue>,
        IEntityTypeConfiguration<Recommendation>
{
    public void Configure(EntityTypeBuilder<SupervisionCase> builder)
    {
        builder.ToTable("supervision");
        builder.Property(s => s.Code).HasMaxLength(40);
        builder.Property(s => s.Group).HasMaxLength(40);
        builder.Property(s => s.Field).HasMaxLength(40);
        builder.Property(s => s.UpperCode).HasMaxLength(60);
        builder.Property(s => s.ImportKey).HasMaxLength(64);
        builder.Ignore(s => s.IsIssued);
        builder.HasIndex(s => s.Code).IsUnique();
        builder.HasIndex(s => new { s.CouncilId, s.Year, s.Id });
        builder.HasIndex(s => new { s.CouncilId, s.PlannedTo, s.Id });
        builder.HasIndex(s => new { s.ProvinceId, s.PlannedTo, s.Id });
        builder.HasIndex(s => new { s.CouncilId, s.OwedBy, s.Id });
        builder.HasIndex(s => new { s.ProvinceId, s.OwedBy, s.Id });
        builder.HasIndex(s => new { s.OwedBy, s.Id });
        builder.HasIndex(s => new { s.CouncilId, s.ImportKey }).IsUnique();
        builder.HasIndex(s => s.UpperCode);
    }

    public void Configure(EntityTypeBuilder<SupervisionProgramme> builder)
    {
        builder.Property(p => p.Number).HasMaxLength(60);
        builder.HasIndex(p => new { p.CouncilId, p.Year });
    }

    public void Configure(EntityTypeBuilder<SupervisedBody> builder)
    {
        builder.Ignore(b => b.SubjectId);
        builder.HasIndex(b => new { b.SupervisionId, b.AgencyId }).IsUnique();
        builder.HasIndex(b => b.AgencyId);
    }

    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.Ignore(m => m.SubjectId);
        builder.HasIndex(m => m.SupervisionId);
    }

    public void Configure(EntityTypeBuilder<SupervisionPaper> builder)
    {
        builder.Ignore(p => p.SubjectId);
        builder.Property(p => p.Number).HasMaxLength(60);
        builder.HasIndex(p => p.SupervisionId);
        builder.HasIndex(p => p.LetterId);
    }

    public void Configure(EntityTypeBuilder<SupervisionVisit> builder)
    {
        builder.Ignore(v => v.SubjectId);
        builder.HasIndex(v => v.SupervisionId);
    }

    public void Configure(EntityTypeBuilder<SupervisionFinding> builder)
    {
        builder.Ignore(f => f.SubjectId);
        builder.Property(f => f.PetitionCode).HasMaxLength(40);
        builder.HasIndex(f => f.SupervisionId);
    }

    public void Configure(EntityTypeBuilder<SupervisionDelivery> builder)
    {
        builder.Ignore(d => d.SubjectId);
        builder.Property(d => d.Channel).HasMaxLength(60);
        builder.HasIndex(d => d.SupervisionId);
    }

    public void Configure(EntityTypeBuilder<SupervisionFieldValue> builder)
    {
        builder.Ignore(v => v.SubjectId);
        builder.Property(v => v.Field).HasMaxLength(80);
        builder.Property(v => v.Kind).HasMaxLength(40);
        builder.HasIndex(v => new { v.SupervisionId, v.Field }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.Property(r => r.Code).HasMaxLength(40);
        builder.HasIndex(r => r.Code).IsUnique();
        builder.HasIndex(r => r.SupervisionId);
        builder.HasIndex(r => r.LeadAgencyId);
        builder.HasIndex(r => new { r.CouncilId, r.OwedBy, r.Id });
        builder.HasIndex(r => new { r.ProvinceId, r.OwedBy, r.Id });
        builder.HasIndex(r => new { r.OwedBy, r.Id });
    }
}
