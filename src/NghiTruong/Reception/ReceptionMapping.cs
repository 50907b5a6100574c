using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Reception;

internal sealed class ReceptionMapping : IEntityTypeConfiguration<CitizenReception>, IEntityTypeConfiguration<CitizenVisit>
{
    public void Configure(EntityTypeBuilder<CitizenReception> builder)
    {
        builder.Ignore(r => r.Next);
        builder.Property(r => r.Code).HasMaxLength(40);
        builder.Property(r => r.Place).HasMaxLength(300);
        builder.Property(r => r.Receiver).HasMaxLength(200);
        builder.HasIndex(r => r.Code).IsUnique();
        builder.HasIndex(r => new { r.CouncilId, r.PlannedOn, r.Id });
        builder.HasIndex(r => new { r.ProvinceId, r.PlannedOn, r.Id });
        builder.HasIndex(r => new { r.DelegateId, r.HeldOn });
    }

    public void Configure(EntityTypeBuilder<CitizenVisit> builder)
    {
        builder.Property(v => v.Code).HasMaxLength(40);
        builder.Property(v => v.PersonName).HasMaxLength(200);
        builder.Property(v => v.Address).HasMaxLength(300);
        builder.Property(v => v.IdentityNumber).HasMaxLength(30);
        builder.Property(v => v.Phone).HasMaxLength(30);
        builder.Property(v => v.SettledBy).HasMaxLength(300);
        builder.Property(v => v.LetterCode).HasMaxLength(40);
        builder.Property(v => v.PetitionCode).HasMaxLength(40);
        builder.Property(v => v.GuidedTo).HasMaxLength(300);
        builder.Property(v => v.GuidanceNumber).HasMaxLength(60);
        builder.Property(v => v.RefusalNumber).HasMaxLength(60);
        builder.HasIndex(v => v.Code).IsUnique();
        builder.HasIndex(v => new { v.CouncilId, v.On, v.Id });
        builder.HasIndex(v => v.ReceptionId);
        builder.HasIndex(v => v.LetterId);
    }
}
