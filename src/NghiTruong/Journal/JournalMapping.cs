using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Journal;

internal sealed class JournalMapping
    : IEntityTypeConfiguration<JournalEntry>, IEntityTypeConfiguration<JournalPersonalValue>, IEntityTypeConfiguration<JournalHead>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.Property(e => e.EventCode).HasMaxLength(80);
        builder.Property(e => e.SubjectKind).HasMaxLength(40);
        builder.HasIndex(e => new { e.CouncilId, e.Sequence }).IsUnique();
        builder.HasIndex(e => new { e.SubjectId, e.At });
        builder.HasIndex(e => e.OperationId);
    }

    public void Configure(EntityTypeBuilder<JournalPersonalValue> builder)
    {
        builder.HasKey(v => new { v.EntryId, v.Name });
        builder.HasIndex(v => v.SubjectId);
    }

    public void Configure(EntityTypeBuilder<JournalHead> builder)
    {
        builder.HasKey(h => h.CouncilId);
        builder.Property(h => h.CouncilId).ValueGeneratedNever();
    }
}
