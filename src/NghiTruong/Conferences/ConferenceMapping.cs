using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Conferences;

internal sealed class ConferenceMapping
    : IEntityTypeConfiguration<Conference>,
        IEntityTypeConfiguration<ConferenceSite>,
        IEntityTypeConfiguration<ConferenceParticipant>,
        IEntityTypeConfiguration<ConferencePaper>,
        IEntityTypeConfiguration<ConferenceOpinion>,
        IEntityTypeConfiguration<ConferenceProposal>
{
    private const int BodyLength = 300;

    public void Configure(EntityTypeBuilder<Conference> builder)
    {
        builder.Property(c => c.Code).HasMaxLength(40);
        builder.Property(c => c.Title).HasMaxLength(500);
        builder.Property(c => c.Theme).HasMaxLength(1000);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => new { c.CouncilId, c.HeldOn, c.Id });
        builder.HasIndex(c => new { c.ProvinceId, c.HeldOn, c.Id });
        builder.HasIndex(c => c.NoticeLetterId);
    }

    public void Configure(EntityTypeBuilder<ConferenceSite> builder)
    {
        builder.Ignore(s => s.SubjectId);
        builder.Property(s => s.Name).HasMaxLength(BodyLength);
        builder.HasIndex(s => s.ConferenceId);
        builder.HasIndex(s => s.SiteCouncilId);
    }

    public void Configure(EntityTypeBuilder<ConferenceParticipant> builder)
    {
        builder.Ignore(p => p.SubjectId);
        builder.Property(p => p.Name).HasMaxLength(200);
        builder.Property(p => p.Post).HasMaxLength(200);
        builder.Property(p => p.Body).HasMaxLength(BodyLength);
        builder.Property(p => p.PersonKey).HasMaxLength(520);
        // A person stands at a site once, however often the list is pasted.
        builder.HasIndex(p => new { p.SiteId, p.PersonKey }).IsUnique();
        builder.HasIndex(p => p.ConferenceId);
    }

    public void Configure(EntityTypeBuilder<ConferencePaper> builder)
    {
        builder.Ignore(p => p.SubjectId);
        builder.HasIndex(p => p.ConferenceId);
    }

    public void Configure(EntityTypeBuilder<ConferenceOpinion> builder)
    {
        builder.Ignore(o => o.SubjectId);
        builder.Property(o => o.Body).HasMaxLength(BodyLength);
        builder.HasIndex(o => o.ConferenceId);
    }

    public void Configure(EntityTypeBuilder<ConferenceProposal> builder)
    {
        builder.Ignore(p => p.SubjectId);
        builder.Property(p => p.Lead).HasMaxLength(BodyLength);
        builder.HasIndex(p => p.ConferenceId);
        builder.HasIndex(p => p.ItemId);
    }
}
