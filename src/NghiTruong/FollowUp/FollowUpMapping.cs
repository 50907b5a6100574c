using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.FollowUp;

internal sealed class FollowUpMapping : IEntityTypeConfiguration<FollowUpItem>
{
    public void Configure(EntityTypeBuilder<FollowUpItem> builder)
    {
        builder.Property(i => i.SubjectKind).HasMaxLength(40);
        builder.Property(i => i.SubjectCode).HasMaxLength(40);
        builder.Property(i => i.Title).HasMaxLength(300);
        builder.HasIndex(i => i.SubjectId);
        builder.HasIndex(i => new { i.CouncilId, i.OwedBy });
        builder.HasIndex(i => new { i.ProvinceId, i.OwedBy });
        builder.HasIndex(i => new { i.AgencyId, i.OwedBy });
        builder.HasIndex(i => new { i.HolderCouncilId, i.OwedBy });
        builder.HasIndex(i => i.OwedBy);
    }
}
