using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Reviews;

internal sealed class ReviewMapping : IEntityTypeConfiguration<Review>, IEntityTypeConfiguration<ReviewFigure>, IEntityTypeConfiguration<ReviewText>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.Ignore(r => r.Period);
        builder.Property(r => r.Code).HasMaxLength(40);
        builder.Property(r => r.Title).HasMaxLength(500);
        builder.Property(r => r.RecipientName).HasMaxLength(300);
        builder.Property(r => r.SentNumber).HasMaxLength(80);
        builder.HasIndex(r => r.Code).IsUnique();
        builder.HasIndex(r => new { r.CouncilId, r.Kind, r.SchemeId, r.Year, r.Half });
        builder.HasIndex(r => new { r.ProvinceId, r.State });
        builder.HasIndex(r => new { r.TopSchemeId, r.Year, r.Half });
        builder.HasIndex(r => new { r.RecipientCouncilId, r.State });
        builder.HasIndex(r => r.LetterId);
    }

    public void Configure(EntityTypeBuilder<ReviewFigure> builder)
    {
        builder.Ignore(f => f.SubjectId);
        builder.Ignore(f => f.Measured);
        builder.Property(f => f.Key).HasMaxLength(60);
        builder.Property(f => f.UpperKey).HasMaxLength(60);
        builder.Property(f => f.Title).HasMaxLength(1000);
        builder.Property(f => f.Unit).HasMaxLength(60);
        builder.Property(f => f.Source).HasMaxLength(400);
        builder.Property(f => f.Value).HasPrecision(20, 4);
        builder.Property(f => f.Numerator).HasPrecision(20, 4);
        builder.Property(f => f.Denominator).HasPrecision(20, 4);
        builder.Property(f => f.Goal).HasPrecision(20, 4);
        builder.HasIndex(f => new { f.ReviewId, f.Edition, f.Ordinal });
    }

    public void Configure(EntityTypeBuilder<ReviewText> builder)
    {
        builder.Ignore(t => t.SubjectId);
        builder.Ignore(t => t.IsEmpty);
        builder.Property(t => t.Key).HasMaxLength(60);
        builder.HasIndex(t => new { t.ReviewId, t.Key }).IsUnique();
    }
}
