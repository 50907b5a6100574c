using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Interpellations;

internal sealed class InterpellationMapping
    : IEntityTypeConfiguration<Interpellation>,
        IEntityTypeConfiguration<IssueGroup>,
        IEntityTypeConfiguration<SpokenTurn>,
        IEntityTypeConfiguration<Promise>,
        IEntityTypeConfiguration<ExplanationSession>
{
    public void Configure(EntityTypeBuilder<Interpellation> builder)
    {
        builder.Property(i => i.Code).HasMaxLength(40);
        builder.Property(i => i.AskerName).HasMaxLength(200);
        builder.Property(i => i.PersonAsked).HasMaxLength(200);
        builder.Property(i => i.Field).HasMaxLength(40);
        builder.Property(i => i.SourceCode).HasMaxLength(40);
        builder.Property(i => i.DecisionNumber).HasMaxLength(60);
        builder.Property(i => i.AnswerNumber).HasMaxLength(60);
        builder.Property(i => i.ResolutionNumber).HasMaxLength(60);
        builder.Ignore(i => i.IsDecided);
        builder.HasIndex(i => i.Code).IsUnique();
        builder.HasIndex(i => new { i.CouncilId, i.HandedInOn, i.Id });
        builder.HasIndex(i => new { i.ProvinceId, i.HandedInOn, i.Id });
        builder.HasIndex(i => new { i.CouncilId, i.State });
        builder.HasIndex(i => new { i.CouncilId, i.OwedBy, i.Id });
        builder.HasIndex(i => new { i.AgencyId, i.HandedInOn });
        builder.HasIndex(i => new { i.AskerUserId, i.State });
        builder.HasIndex(i => i.SessionId);
        builder.HasIndex(i => i.GroupId);
        builder.HasIndex(i => i.SourceCode);
    }

    public void Configure(EntityTypeBuilder<IssueGroup> builder)
    {
        builder.ToTable("issue_group");
        builder.Property(g => g.Title).HasMaxLength(500);
        builder.Property(g => g.Criterion).HasMaxLength(40);
        builder.HasIndex(g => g.SessionId);
    }

    public void Configure(EntityTypeBuilder<SpokenTurn> builder)
    {
        builder.Ignore(t => t.SubjectId);
        builder.Property(t => t.Speaker).HasMaxLength(200);
        builder.HasIndex(t => t.OwnerId);
    }

    public void Configure(EntityTypeBuilder<Promise> builder)
    {
        builder.Property(p => p.Code).HasMaxLength(40);
        builder.Property(p => p.MadeBy).HasMaxLength(200);
        builder.Property(p => p.ReportDocument).HasMaxLength(120);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasIndex(p => p.InterpellationId);
        builder.HasIndex(p => p.ExplanationId);
        builder.HasIndex(p => p.AgencyId);
        builder.HasIndex(p => new { p.CouncilId, p.OwedBy, p.Id });
        builder.HasIndex(p => new { p.ProvinceId, p.OwedBy, p.Id });
        builder.HasIndex(p => new { p.CouncilId, p.ReportOwedBy });
    }

    public void Configure(EntityTypeBuilder<ExplanationSession> builder)
    {
        builder.Property(s => s.Code).HasMaxLength(40);
        builder.Property(s => s.PersonAsked).HasMaxLength(200);
        builder.Property(s => s.SourceCode).HasMaxLength(40);
        builder.Property(s => s.DecisionNumber).HasMaxLength(60);
        builder.Property(s => s.NoticeNumber).HasMaxLength(60);
        builder.Property(s => s.ConclusionNumber).HasMaxLength(60);
        builder.Property(s => s.FailureNumber).HasMaxLength(60);
        builder.Property(s => s.ChangedBy).HasMaxLength(60);
        builder.Ignore(s => s.IsSent);
        builder.Ignore(s => s.Votes);
        builder.HasIndex(s => s.Code).IsUnique();
        builder.HasIndex(s => new { s.CouncilId, s.PlannedOn, s.Id });
        builder.HasIndex(s => new { s.ProvinceId, s.PlannedOn, s.Id });
        builder.HasIndex(s => new { s.CouncilId, s.OwedBy });
        builder.HasIndex(s => s.AgencyId);
        builder.HasIndex(s => s.NoticeLetterId);
        builder.HasIndex(s => s.ConclusionLetterId);
    }
}
