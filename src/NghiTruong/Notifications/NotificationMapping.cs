using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Journal;

namespace NghiTruong.Notifications;

internal sealed class NotificationMapping : IEntityTypeConfiguration<Notification>, IEntityTypeConfiguration<MailMessage>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.Property(n => n.Kind).HasMaxLength(60);
        builder.Property(n => n.Href).HasMaxLength(200);
        builder.Property(n => n.Values).HasConversion(
            values => JsonSerializer.Serialize(values, JournalData.Json),
            text => JsonSerializer.Deserialize<IReadOnlyList<string>>(text, JournalData.Json)!,
            new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), v => v.Count, v => v));

        // What is open for somebody, newest last; a done one leaves the count at once.
        builder.HasIndex(n => new { n.AgencyId, n.DoneAt, n.Id });
        builder.HasIndex(n => new { n.RecipientCouncilId, n.DoneAt, n.Id });
        builder.HasIndex(n => new { n.UserId, n.DoneAt, n.Id });
    }

    public void Configure(EntityTypeBuilder<MailMessage> builder)
    {
        builder.Property(m => m.To).HasMaxLength(254);
        builder.Property(m => m.Subject).HasMaxLength(300);
        builder.Property(m => m.Said).HasMaxLength(500);
        builder.HasIndex(m => new { m.CouncilId, m.State });
    }
}
