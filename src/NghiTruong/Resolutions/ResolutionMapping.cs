using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Resolutions;

internal sealed class ResolutionMapping
    : IEntityTypeConfiguration<Resolution>,
        IEntityTypeConfiguration<ResolutionChange>,
        IEntityTypeConfiguration<ResolutionLook>,
        IEntityTypeConfiguration<ResolutionReport>,
        IEntityTypeConfiguration<ResolutionClause>,
        IEntityTypeConfiguration<ResolutionTask>
{
    private const int CodeLength = 40;
    private const int NumberLength = 60;

    public void Configure(EntityTypeBuilder<Resolution> builder)
    {
        builder.Property(r => r.Code).HasMaxLength(CodeLength);
        builder.Property(r => r.Number).HasMaxLength(NumberLength);
        builder.Property(r => r.NumberKey).HasMaxLength(NumberLength);
        builder.Property(r => r.Kind).HasMaxLength(40);
        builder.Property(r => r.Field).HasMaxLength(40);
        builder.Property(r => r.EndedBy).HasMaxLength(NumberLength);
        builder.Property(r => r.Replaces).HasMaxLength(200);
        builder.HasIndex(r => r.Code).IsUnique();
        // By origin: two former communes had a number 12 each.
        builder.HasIndex(r => new { r.OriginCouncilId, r.Year, r.IsNormative, r.NumberKey }).IsUnique();
        builder.HasIndex(r => new { r.CouncilId, r.PassedOn, r.Id });
        builder.HasIndex(r => new { r.ProvinceId, r.PassedOn, r.Id });
        builder.HasIndex(r => new { r.CouncilId, r.OwedBy, r.Id });
        builder.HasIndex(r => new { r.ProvinceId, r.OwedBy, r.Id });
        builder.HasIndex(r => new { r.OwedBy, r.Id });
        builder.HasIndex(r => new { r.ClosedOn, r.EndsOn });
        builder.HasIndex(r => r.LeadAgencyId);
    }

    public void Configure(EntityTypeBuilder<ResolutionChange> builder)
    {
        builder.Ignore(c => c.SubjectId);
        builder.Property(c => c.Number).HasMaxLength(NumberLength);
        builder.HasIndex(c => c.ResolutionId);
        builder.HasIndex(c => c.ById);
    }

    public void Configure(EntityTypeBuilder<ResolutionLook> builder)
    {
        builder.Ignore(l => l.SubjectId);
        builder.HasIndex(l => l.ResolutionId);
    }

    public void Configure(EntityTypeBuilder<ResolutionReport> builder)
    {
        builder.Ignore(r => r.SubjectId);
        builder.Property(r => r.Code).HasMaxLength(CodeLength);
        builder.Property(r => r.Number).HasMaxLength(NumberLength);
        builder.HasIndex(r => r.Code).IsUnique();
        builder.HasIndex(r => r.ResolutionId);
    }

    public void Configure(EntityTypeBuilder<ResolutionClause> builder)
    {
        builder.Ignore(c => c.SubjectId);
        builder.Ignore(c => c.IsFollowed);
        builder.Property(c => c.Code).HasMaxLength(CodeLength);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => c.ResolutionId);
        builder.HasIndex(c => c.AgencyId);
        builder.HasIndex(c => new { c.Cadence, c.EndedOn });
    }

    public void Configure(EntityTypeBuilder<ResolutionTask> builder)
    {
        builder.Property(t => t.Code).HasMaxLength(CodeLength);
        builder.Property(t => t.Period).HasMaxLength(10);
        builder.HasIndex(t => t.Code).IsUnique();
        // One task of a clause in a period, whichever node opened it.
        builder.HasIndex(t => new { t.ClauseId, t.Period }).IsUnique();
        builder.HasIndex(t => t.ResolutionId);
        builder.HasIndex(t => t.AgencyId);
        builder.HasIndex(t => new { t.CouncilId, t.State });
    }
}
