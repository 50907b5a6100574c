using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Delegates;

internal sealed class DelegateMapping
    : IEntityTypeConfiguration<Delegate>, IEntityTypeConfiguration<DelegateSpell>, IEntityTypeConfiguration<DelegatePost>, IEntityTypeConfiguration<DelegateParticulars>
{
    public void Configure(EntityTypeBuilder<Delegate> builder)
    {
        builder.Property(d => d.Code).HasMaxLength(40);
        builder.Property(d => d.Term).HasMaxLength(20);
        builder.Property(d => d.FullName).HasMaxLength(120);
        builder.Property(d => d.Occupation).HasMaxLength(300);
        builder.Property(d => d.Education).HasMaxLength(300);
        builder.Property(d => d.Constituency).HasMaxLength(200);
        builder.Property(d => d.EndDocument).HasMaxLength(100);
        builder.HasIndex(d => d.Code).IsUnique();

        // Lists run by name, within a council, a province, the nation.
        builder.HasIndex(d => new { d.CouncilId, d.SortKey, d.Id });
        builder.HasIndex(d => new { d.ProvinceId, d.SortKey, d.Id });
        builder.HasIndex(d => new { d.SortKey, d.Id });
        builder.HasIndex(d => new { d.CouncilId, d.Folded });
        builder.HasIndex(d => d.UserId);
    }

    public void Configure(EntityTypeBuilder<DelegateSpell> builder)
    {
        builder.Ignore(s => s.SubjectId);
        builder.Property(s => s.Reason).HasMaxLength(500);
        builder.Property(s => s.Document).HasMaxLength(100);
        builder.Property(s => s.EndDocument).HasMaxLength(100);
        builder.HasIndex(s => s.DelegateId);
        builder.HasIndex(s => new { s.CouncilId, s.Kind });
    }

    public void Configure(EntityTypeBuilder<DelegatePost> builder)
    {
        builder.Ignore(p => p.SubjectId);
        builder.Property(p => p.Document).HasMaxLength(100);
        builder.Property(p => p.EndDocument).HasMaxLength(100);
        builder.HasIndex(p => p.DelegateId);
        builder.HasIndex(p => new { p.CouncilId, p.Post });
    }

    public void Configure(EntityTypeBuilder<DelegateParticulars> builder) => builder.Ignore(p => p.SubjectId);
}
