using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Supervision.Papers;

/// <summary>A letter that is drafted as a paper of a supervision. The paper itself is recorded the day the letter goes out.</summary>
public sealed class SupervisionLetter : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid SupervisionId { get; init; }

    public required SupervisionPaperKind Paper { get; init; }

    public required Guid LetterId { get; init; }

    public Guid SubjectId => SupervisionId;
}

internal sealed class SupervisionLetterMapping : IEntityTypeConfiguration<SupervisionLetter>
{
    public void Configure(EntityTypeBuilder<SupervisionLetter> builder)
    {
        builder.Ignore(l => l.SubjectId);
        builder.HasIndex(l => new { l.SupervisionId, l.Paper });
        builder.HasIndex(l => l.LetterId).IsUnique();
    }
}
