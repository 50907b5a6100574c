using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Database;
using NghiTruong.Documents.Uploads;
using NghiTruong.Journal;

namespace NghiTruong.Documents.Files;

/// <summary>
/// A content kept once per council, under a name that is a keyed hash (nobody who reads one folder can tell whether another council holds the same file).
/// It lives as long as a <see cref="FileUse"/> points to it.
/// </summary>
public sealed class StoredFile : IRecord
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }

    /// <summary>64 hexadecimal digits.</summary>
    public required string Name { get; init; }

    public required FileKind Kind { get; init; }

    /// <summary>Bytes as uploaded.</summary>
    public required long Length { get; init; }

    /// <summary>The file's own key, sealed under the master key; null for a file kept plain.</summary>
    public string? SealedKey { get; set; }

    /// <summary>The last time somebody attached it: what has no use is forgotten only some time after.</summary>
    public required DateTime TouchedAt { get; init; }
}

/// <summary>A file attached to a record. Other records, links and addresses name a file by the id of its use, so that who may read it follows the record.</summary>
public sealed class FileUse : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid FileId { get; init; }

    public required Guid CouncilId { get; init; }

    /// <summary>Kind of the record, <c>letter</c>, <c>petition</c> ...; its room brings the <see cref="IFileOwner"/> that says who may read.</summary>
    public required string OwnerKind { get; init; }

    public required Guid OwnerId { get; init; }

    public Guid SubjectId => OwnerId;

    /// <summary>Safe to show and to save under.</summary>
    public required string FileName { get; init; }

    public required DateTime AddedAt { get; init; }
}

internal sealed class FilesMapping : IEntityTypeConfiguration<StoredFile>, IEntityTypeConfiguration<FileUse>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.Property(f => f.Name).HasMaxLength(64);
        builder.HasIndex(f => new { f.CouncilId, f.Name }).IsUnique();
        builder.HasIndex(f => f.TouchedAt);
    }

    public void Configure(EntityTypeBuilder<FileUse> builder)
    {
        builder.Ignore(u => u.SubjectId);
        builder.Property(u => u.OwnerKind).HasMaxLength(40);
        builder.Property(u => u.FileName).HasMaxLength(160);
        builder.HasIndex(u => u.OwnerId);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(u => u.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}
