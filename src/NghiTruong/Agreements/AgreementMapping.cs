using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Agreements;

internal sealed class AgreementMapping
    : IEntityTypeConfiguration<CoordinationAgreement>,
        IEntityTypeConfiguration<AgreementParty>,
        IEntityTypeConfiguration<AgreementStep>,
        IEntityTypeConfiguration<AgreementDuty>,
        IEntityTypeConfiguration<AgreementTask>
{
    private const int NameLength = 300;

    public void Configure(EntityTypeBuilder<CoordinationAgreement> builder)
    {
        builder.Ignore(a => a.IsClosed);
        builder.Property(a => a.Code).HasMaxLength(40);
        builder.Property(a => a.Number).HasMaxLength(60);
        builder.Property(a => a.Title).HasMaxLength(1000);
        builder.HasIndex(a => a.Code).IsUnique();
        builder.HasIndex(a => new { a.CouncilId, a.SignedOn, a.Id });
        builder.HasIndex(a => new { a.ProvinceId, a.SignedOn, a.Id });
        builder.HasIndex(a => new { a.CouncilId, a.OwedBy });
        builder.HasIndex(a => new { a.WarnedOn, a.WarnOn });
    }

    public void Configure(EntityTypeBuilder<AgreementParty> builder)
    {
        builder.Ignore(p => p.SubjectId);
        builder.Property(p => p.Name).HasMaxLength(NameLength);
        builder.HasIndex(p => p.AgreementId);
        builder.HasIndex(p => p.AgencyId);
        builder.HasIndex(p => p.PartnerCouncilId);
    }

    public void Configure(EntityTypeBuilder<AgreementStep> builder)
    {
        builder.Ignore(s => s.SubjectId);
        builder.HasIndex(s => s.AgreementId);
    }

    public void Configure(EntityTypeBuilder<AgreementDuty> builder)
    {
        builder.Ignore(d => d.SubjectId);
        builder.HasIndex(d => d.AgreementId);
        builder.HasIndex(d => new { d.EndedOn, d.Cadence });
        builder.HasIndex(d => d.CouncilId);
    }

    public void Configure(EntityTypeBuilder<AgreementTask> builder)
    {
        builder.Property(t => t.Code).HasMaxLength(40);
        builder.Property(t => t.Period).HasMaxLength(20);
        builder.Property(t => t.Owner).HasMaxLength(NameLength);
        builder.Property(t => t.Document).HasMaxLength(120);
        builder.HasIndex(t => t.Code).IsUnique();
        // One task of a duty in a period, whichever node opened it.
        builder.HasIndex(t => new { t.DutyId, t.Period }).IsUnique();
        builder.HasIndex(t => t.AgreementId);
        builder.HasIndex(t => t.AgencyId);
        builder.HasIndex(t => new { t.CouncilId, t.OwedBy });
    }
}
