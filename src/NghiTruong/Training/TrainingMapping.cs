using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Training;

internal sealed class TrainingMapping
    : IEntityTypeConfiguration<TrainingPlanItem>,
        IEntityTypeConfiguration<TrainingClass>,
        IEntityTypeConfiguration<TrainingDay>,
        IEntityTypeConfiguration<TrainingSeat>,
        IEntityTypeConfiguration<TrainingPresence>
{
    public void Configure(EntityTypeBuilder<TrainingPlanItem> builder)
    {
        builder.Property(p => p.Subject).HasMaxLength(500);
        builder.HasIndex(p => new { p.CouncilId, p.Year });
        builder.HasIndex(p => new { p.ProvinceId, p.Year });
    }

    public void Configure(EntityTypeBuilder<TrainingClass> builder)
    {
        builder.Property(c => c.Code).HasMaxLength(40);
        builder.Property(c => c.Subject).HasMaxLength(500);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => new { c.CouncilId, c.From, c.Id });
        builder.HasIndex(c => new { c.ProvinceId, c.From, c.Id });
        builder.HasIndex(c => c.PlanItemId);
    }

    public void Configure(EntityTypeBuilder<TrainingDay> builder)
    {
        builder.Ignore(d => d.SubjectId);
        builder.HasIndex(d => new { d.ClassId, d.On }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TrainingSeat> builder)
    {
        builder.HasKey(s => new { s.ClassId, s.DelegateId });
        // Whether a delegate was trained in a year, and who of a council sits in a class: one walk each, however many seats there are.
        builder.HasIndex(s => new { s.DelegateId, s.TrainedOn });
        builder.HasIndex(s => new { s.CouncilId, s.ClassId });
        builder.HasIndex(s => s.TrainedOn);
    }

    public void Configure(EntityTypeBuilder<TrainingPresence> builder)
    {
        builder.HasKey(p => new { p.DayId, p.DelegateId });
        builder.HasIndex(p => new { p.ClassId, p.DelegateId });
    }
}
