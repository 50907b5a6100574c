using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Petitions;

internal sealed class PetitionMapping
    : IEntityTypeConfiguration<Petition>,
        IEntityTypeConfiguration<PetitionPerson>,
        IEntityTypeConfiguration<PetitionParty>,
        IEntityTypeConfiguration<PetitionForwarding>,
        IEntityTypeConfiguration<AnswerDocument>,
        IEntityTypeConfiguration<PetitionAnswer>,
        IEntityTypeConfiguration<VoterNotice>,
        IEntityTypeConfiguration<VoterMeeting>,
        IEntityTypeConfiguration<VoterMeetingCouncil>
{
    public void Configure(EntityTypeBuilder<Petition> builder)
    {
        builder.Property(p => p.Code).HasMaxLength(40);
        builder.Property(p => p.Field).HasMaxLength(40);
        builder.Property(p => p.Authority).HasMaxLength(40);
        builder.Property(p => p.ImportKey).HasMaxLength(64);
        builder.Property(p => p.LedgerDigest).HasMaxLength(32);
        builder.HasIndex(p => p.Code).IsUnique();

        // A list walks one of these by equality and then by day: newest received first, or longest owed first.
        builder.HasIndex(p => new { p.CouncilId, p.ReceivedOn, p.Id });
        builder.HasIndex(p => new { p.ProvinceId, p.ReceivedOn, p.Id });
        builder.HasIndex(p => new { p.CouncilId, p.OwedBy, p.Id });
        builder.HasIndex(p => new { p.ProvinceId, p.OwedBy, p.Id });
        builder.HasIndex(p => new { p.OwedBy, p.Id });
        builder.HasIndex(p => new { p.HolderCouncilId, p.OwedBy });
        builder.HasIndex(p => new { p.CouncilId, p.ImportKey }).IsUnique();
        builder.HasIndex(p => p.MergedIntoId);
        builder.HasIndex(p => p.MeetingId);
    }

    public void Configure(EntityTypeBuilder<PetitionPerson> builder)
    {
        builder.Ignore(p => p.SubjectId);
        builder.HasIndex(p => p.PetitionId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PetitionParty> builder)
    {
        builder.Ignore(p => p.SubjectId);
        builder.HasIndex(p => p.PetitionId);
        builder.HasIndex(p => p.AgencyId);
        builder.HasIndex(p => p.CouncilId);
    }

    public void Configure(EntityTypeBuilder<PetitionForwarding> builder)
    {
        builder.Ignore(f => f.SubjectId);
        builder.HasIndex(f => f.PetitionId);
        builder.HasIndex(f => f.LetterId);
    }

    public void Configure(EntityTypeBuilder<AnswerDocument> builder) => builder.HasIndex(d => new { d.CouncilId, d.ReceivedOn });

    public void Configure(EntityTypeBuilder<PetitionAnswer> builder)
    {
        builder.Ignore(a => a.SubjectId);
        builder.HasIndex(a => a.PetitionId);
        builder.HasIndex(a => a.DocumentId);
    }

    public void Configure(EntityTypeBuilder<VoterNotice> builder)
    {
        builder.Ignore(n => n.SubjectId);
        builder.HasIndex(n => n.PetitionId);
    }

    public void Configure(EntityTypeBuilder<VoterMeeting> builder)
    {
        builder.Property(m => m.Place).HasMaxLength(300);
        builder.HasMany(m => m.JointWith).WithOne().HasForeignKey(j => j.MeetingId);
        builder.HasIndex(m => new { m.CouncilId, m.HeldOn });
    }

    public void Configure(EntityTypeBuilder<VoterMeetingCouncil> builder) => builder.HasKey(j => new { j.MeetingId, j.CouncilId });
}
