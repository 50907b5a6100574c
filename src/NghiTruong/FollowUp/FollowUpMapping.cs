using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.FollowUp.Recounting;
using NghiTruong.FollowUp.Reminding;
using NghiTruong.FollowUp.Urging;

namespace NghiTruong.FollowUp;

internal sealed class FollowUpMapping
    : IEntityTypeConfiguration<FollowUpItem>,
        IEntityTypeConfiguration<Reminder>,
        IEntityTypeConfiguration<UrgingStepRule>,
        IEntityTypeConfiguration<UrgingStepTaken>,
        IEntityTypeConfiguration<UrgingLetterItem>,
        IEntityTypeConfiguration<DueRecount>,
        IEntityTypeConfiguration<DueMove>
{
    public void Configure(EntityTypeBuilder<FollowUpItem> builder)
    {
        builder.Property(i => i.SubjectKind).HasMaxLength(40);
        builder.Property(i => i.SubjectCode).HasMaxLength(40);
        builder.Property(i => i.Title).HasMaxLength(300);
        builder.Property(i => i.RuleCode).HasMaxLength(60);
        builder.HasIndex(i => i.SubjectId);

        // A list walks one of these by equality and then by day, longest owed first.
        builder.HasIndex(i => new { i.CouncilId, i.OwedBy, i.Id });
        builder.HasIndex(i => new { i.ProvinceId, i.OwedBy, i.Id });
        builder.HasIndex(i => new { i.AgencyId, i.OwedBy, i.Id });
        builder.HasIndex(i => new { i.HolderCouncilId, i.OwedBy, i.Id });
        builder.HasIndex(i => new { i.OwedBy, i.Id });
        builder.HasIndex(i => new { i.RuleCode, i.From });
        builder.HasIndex(i => i.SessionId);
    }

    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.Property(r => r.RuleCode).HasMaxLength(60);
        builder.HasIndex(r => new { r.ItemId, r.RuleCode, r.DueOn, r.RecipientId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<UrgingStepRule> builder)
    {
        builder.Property(r => r.Code).HasMaxLength(40);
        builder.Property(r => r.NameVietnamese).HasMaxLength(200);
        builder.Property(r => r.NameEnglish).HasMaxLength(200);
        builder.HasIndex(r => new { r.CouncilId, r.Order }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<UrgingStepTaken> builder)
    {
        builder.Property(t => t.StepCode).HasMaxLength(40);
        builder.Property(t => t.DocumentNumber).HasMaxLength(60);
        builder.HasIndex(t => t.ItemId);
        builder.HasIndex(t => t.SubjectId);
    }

    public void Configure(EntityTypeBuilder<UrgingLetterItem> builder)
    {
        builder.HasKey(i => new { i.LetterId, i.ItemId });
        builder.HasIndex(i => i.ItemId);
    }

    public void Configure(EntityTypeBuilder<DueRecount> builder) => builder.HasIndex(r => r.At);

    public void Configure(EntityTypeBuilder<DueMove> builder)
    {
        builder.HasKey(m => new { m.RecountId, m.ItemId });
        builder.HasIndex(m => new { m.RecountId, m.CouncilId });
        builder.HasIndex(m => new { m.RecountId, m.SubjectKind });
    }
}
