using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.CitizenLetters;

internal sealed class CitizenLetterMapping : IEntityTypeConfiguration<CitizenLetter>, IEntityTypeConfiguration<LetterSender>, IEntityTypeConfiguration<LetterHandler>
{
    public void Configure(EntityTypeBuilder<CitizenLetter> builder)
    {
        builder.Ignore(l => l.Outcome);
        builder.Property(l => l.Code).HasMaxLength(40);
        builder.Property(l => l.RegisterNumber).HasMaxLength(60);
        builder.Property(l => l.SourceNote).HasMaxLength(300);
        builder.Property(l => l.DelegateName).HasMaxLength(200);
        builder.Property(l => l.Field).HasMaxLength(40);
        builder.Property(l => l.ReasonCode).HasMaxLength(60);
        builder.Property(l => l.DuplicateOf).HasMaxLength(40);
        builder.Property(l => l.SettleRule).HasMaxLength(60);
        builder.Property(l => l.TransferredTo).HasMaxLength(300);
        builder.Property(l => l.TransferNumber).HasMaxLength(60);
        builder.Property(l => l.GuidedTo).HasMaxLength(300);
        builder.Property(l => l.GuidanceNumber).HasMaxLength(60);
        builder.Property(l => l.AnsweredBy).HasMaxLength(300);
        builder.Property(l => l.AnswerNumber).HasMaxLength(60);
        builder.Property(l => l.ToldNumber).HasMaxLength(60);
        builder.HasIndex(l => l.Code).IsUnique();
        builder.HasIndex(l => new { l.CouncilId, l.ReceivedOn, l.Id });
        builder.HasIndex(l => new { l.CouncilId, l.State });
        builder.HasIndex(l => new { l.CouncilId, l.OwedBy, l.Id });
        builder.HasIndex(l => new { l.TransferAgencyId, l.ReceivedOn });
        builder.HasIndex(l => new { l.RegisteredBy, l.ReceivedOn });
        builder.HasIndex(l => l.DelegateId);
        builder.HasIndex(l => l.TransferLetterId);
        builder.HasIndex(l => l.GuidanceLetterId);
    }

    public void Configure(EntityTypeBuilder<LetterSender> builder)
    {
        builder.Ignore(s => s.SubjectId);
        builder.Property(s => s.Name).HasMaxLength(200);
        builder.Property(s => s.Address).HasMaxLength(300);
        builder.Property(s => s.IdentityNumber).HasMaxLength(30);
        builder.Property(s => s.Phone).HasMaxLength(30);
        builder.Property(s => s.Likeness).HasMaxLength(64);
        builder.HasIndex(s => s.LetterId);
        builder.HasIndex(s => new { s.CouncilId, s.Likeness });
    }

    public void Configure(EntityTypeBuilder<LetterHandler> builder)
    {
        builder.Ignore(h => h.SubjectId);
        builder.HasIndex(h => new { h.LetterId, h.UserId });
        builder.HasIndex(h => h.UserId);
    }
}
