using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Counting;

internal sealed class CountingMapping
    : IEntityTypeConfiguration<CountDelta>,
        IEntityTypeConfiguration<CountLine>,
        IEntityTypeConfiguration<CountCell>,
        IEntityTypeConfiguration<SettledDay>
{
    public void Configure(EntityTypeBuilder<SettledDay> builder) => builder.Property(s => s.Id).ValueGeneratedNever();

    // No further index: a delta lives for seconds, and every petition written pays for it.
    public void Configure(EntityTypeBuilder<CountDelta> builder)
    {
        builder.Property(d => d.Kind).HasMaxLength(40);
        builder.Property(d => d.Session).HasMaxLength(40);
        builder.Property(d => d.Field).HasMaxLength(40);
        builder.Property(d => d.Authority).HasMaxLength(40);
        builder.Property(d => d.Outcome).HasMaxLength(40);
        builder.Property(d => d.Status).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<CountLine> builder)
    {
        builder.HasKey(l => new { l.CouncilId, l.Day, l.Kind, l.Status, l.Outcome, l.Field, l.Authority, l.Due, l.AgencyId, l.Session, l.ProvinceId });
        builder.HasIndex(l => new { l.ProvinceId, l.Day });
        builder.Property(l => l.Kind).HasMaxLength(40);
        builder.Property(l => l.Session).HasMaxLength(40);
        builder.Property(l => l.Field).HasMaxLength(40);
        builder.Property(l => l.Authority).HasMaxLength(40);
        builder.Property(l => l.Outcome).HasMaxLength(40);
        builder.Property(l => l.Status).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<CountCell> builder)
    {
        // The dimension before the period: who does not ask for the places below does not walk over them.
        builder.HasKey(c => new { c.Place, c.Session, c.Grain, c.Dimension, c.Period, c.Kind, c.Value, c.Outcome });
        builder.Property(c => c.Grain).HasMaxLength(1);
        builder.Property(c => c.Kind).HasMaxLength(40);
        builder.Property(c => c.Session).HasMaxLength(40);
        builder.Property(c => c.Dimension).HasMaxLength(20);
        builder.Property(c => c.Value).HasMaxLength(40);
        builder.Property(c => c.Outcome).HasMaxLength(40);
    }
}
