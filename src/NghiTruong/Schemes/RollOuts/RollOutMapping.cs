using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Schemes.RollOuts;

internal sealed class RollOutMapping : IEntityTypeConfiguration<RollOut>, IEntityTypeConfiguration<RollOutStep>, IEntityTypeConfiguration<RollOutUnit>, IEntityTypeConfiguration<RollOutTask>
{
    public void Configure(EntityTypeBuilder<RollOut> builder)
    {
        builder.Property(r => r.Code).HasMaxLength(40);
        builder.Property(r => r.Title).HasMaxLength(300);
        builder.HasIndex(r => r.Code).IsUnique();
        builder.HasIndex(r => new { r.CouncilId, r.OpenedOn, r.Id });
        builder.HasIndex(r => new { r.ProvinceId, r.OpenedOn, r.Id });
        builder.HasIndex(r => r.SchemeId);
    }

    public void Configure(EntityTypeBuilder<RollOutStep> builder)
    {
        builder.Ignore(s => s.SubjectId);
        builder.Property(s => s.StepCode).HasMaxLength(20);
        builder.Property(s => s.Name).HasMaxLength(200);
        builder.HasIndex(s => new { s.RollOutId, s.Ordinal }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RollOutUnit> builder)
    {
        builder.Ignore(u => u.SubjectId);
        builder.Property(u => u.Name).HasMaxLength(300);
        builder.HasIndex(u => u.RollOutId);
        builder.HasIndex(u => new { u.CouncilId, u.RollOutId });
        builder.HasIndex(u => u.UrgingLetterId);
    }

    public void Configure(EntityTypeBuilder<RollOutTask> builder)
    {
        builder.Ignore(t => t.SubjectId);
        builder.Property(t => t.StepCode).HasMaxLength(20);
        builder.Property(t => t.Number).HasMaxLength(60);
        builder.Property(t => t.EnteredAs).HasMaxLength(300);
        builder.HasIndex(t => new { t.UnitRowId, t.StepId }).IsUnique();
        builder.HasIndex(t => new { t.RollOutId, t.StepId, t.DoneOn });
        builder.HasIndex(t => new { t.CouncilId, t.DoneOn });
    }
}
