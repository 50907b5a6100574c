using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Verification;

internal sealed class VerificationMapping
    : IEntityTypeConfiguration<VerificationCase>,
        IEntityTypeConfiguration<VerificationPaper>,
        IEntityTypeConfiguration<VerificationComment>,
        IEntityTypeConfiguration<VerificationPart>,
        IEntityTypeConfiguration<VerificationNote>,
        IEntityTypeConfiguration<VerificationScore>,
        IEntityTypeConfiguration<VerificationSetupKept>
{
    public void Configure(EntityTypeBuilder<VerificationCase> builder)
    {
        builder.ToTable("verification");
        builder.Property(v => v.Code).HasMaxLength(40);
        builder.Property(v => v.Title).HasMaxLength(500);
        builder.Property(v => v.ReportNumber).HasMaxLength(60);
        builder.Ignore(v => v.IsIssued);
        builder.Ignore(v => v.Votes);
        builder.HasIndex(v => v.Code).IsUnique();
        builder.HasIndex(v => new { v.CouncilId, v.OpensOn, v.Id });
        builder.HasIndex(v => new { v.ProvinceId, v.OpensOn, v.Id });
        builder.HasIndex(v => new { v.AgencyId, v.OpensOn });
        builder.HasIndex(v => v.SessionId);
        builder.HasIndex(v => v.LetterId);
    }

    public void Configure(EntityTypeBuilder<VerificationPaper> builder)
    {
        builder.Ignore(p => p.SubjectId);
        builder.Property(p => p.Part).HasMaxLength(80);
        builder.Property(p => p.Number).HasMaxLength(60);
        builder.HasIndex(p => p.VerificationId);
    }

    public void Configure(EntityTypeBuilder<VerificationComment> builder)
    {
        builder.Ignore(c => c.SubjectId);
        builder.Property(c => c.From).HasMaxLength(200);
        builder.HasIndex(c => c.VerificationId);
    }

    public void Configure(EntityTypeBuilder<VerificationPart> builder)
    {
        builder.Ignore(p => p.SubjectId);
        builder.Property(p => p.Part).HasMaxLength(80);
        builder.HasIndex(p => new { p.VerificationId, p.Part }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<VerificationNote> builder)
    {
        builder.Ignore(n => n.SubjectId);
        builder.Property(n => n.Part).HasMaxLength(80);
        builder.HasIndex(n => n.VerificationId);
    }

    public void Configure(EntityTypeBuilder<VerificationScore> builder)
    {
        builder.Ignore(s => s.SubjectId);
        builder.Property(s => s.Criterion).HasMaxLength(80);
        builder.HasIndex(s => new { s.VerificationId, s.Criterion }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<VerificationSetupKept> builder)
    {
        builder.Ignore(k => k.Setup);
        builder.HasKey(k => k.VerificationId);
        builder.Property(k => k.VerificationId).ValueGeneratedNever();
    }
}
