using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Accounts;

internal sealed class AccountsMapping
    : IEntityTypeConfiguration<User>,
        IEntityTypeConfiguration<Grant>,
        IEntityTypeConfiguration<AccessToken>,
        IEntityTypeConfiguration<Passkey>,
        IEntityTypeConfiguration<OutsideLogin>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        builder.Property(u => u.UserName).HasMaxLength(80);
        builder.HasIndex(u => u.UserName).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.ToTable("access_grant");
        builder.HasIndex(g => g.UserId);
        builder.HasIndex(g => g.CouncilId);
    }

    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.HasIndex(t => t.Hash).IsUnique();
        builder.HasIndex(t => t.UserId);
    }

    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.HasIndex(p => p.CredentialId).IsUnique();
        builder.HasIndex(p => p.UserId);
    }

    public void Configure(EntityTypeBuilder<OutsideLogin> builder) =>
        builder.HasIndex(l => new { l.Provider, l.Subject }).IsUnique();
}
