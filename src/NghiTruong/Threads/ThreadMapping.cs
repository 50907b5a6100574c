using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Threads;

internal sealed class ThreadMapping : IEntityTypeConfiguration<MatterThread>, IEntityTypeConfiguration<ThreadLink>
{
    public void Configure(EntityTypeBuilder<MatterThread> builder)
    {
        builder.Property(t => t.Code).HasMaxLength(40);
        builder.Property(t => t.Title).HasMaxLength(500);
        builder.Property(t => t.Field).HasMaxLength(40);
        builder.Property(t => t.Place).HasMaxLength(200);
        builder.HasIndex(t => t.Code).IsUnique();
        builder.HasIndex(t => new { t.CouncilId, t.OpenedOn, t.Id });
        builder.HasIndex(t => new { t.ProvinceId, t.OpenedOn, t.Id });
    }

    public void Configure(EntityTypeBuilder<ThreadLink> builder)
    {
        builder.Ignore(l => l.SubjectId);
        builder.Property(l => l.Kind).HasMaxLength(40);
        builder.Property(l => l.RecordCode).HasMaxLength(60);
        builder.Property(l => l.Note).HasMaxLength(500);

        // A record stands in a thread once, however often it is pressed.
        builder.HasIndex(l => new { l.ThreadId, l.Kind, l.RecordId }).IsUnique();
        builder.HasIndex(l => l.RecordId);
    }
}
