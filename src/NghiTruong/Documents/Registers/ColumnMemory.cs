using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Database;
using NghiTruong.Documents.Tables;
using NghiTruong.Language;

namespace NghiTruong.Documents.Registers;

/// <summary>A choice made by hand for a title nobody knew, remembered for the council's next file of the same register.</summary>
public sealed class ColumnMapping
{
    public required Guid CouncilId { get; init; }

    /// <summary>What the file is a register of: <c>petitions</c>, <c>delegates</c>.</summary>
    public required string Register { get; init; }

    /// <summary>The title, folded.</summary>
    public required string Title { get; init; }

    /// <summary>Key of the room's column, or null: leave the column out.</summary>
    public string? Key { get; set; }
}

/// <summary>What people of a council have said of the columns of its files.</summary>
public static class ColumnMemory
{
    internal const int LongestTitle = 300;

    /// <summary>By folded title.</summary>
    public static async Task<Dictionary<string, string?>> ReadAsync(Db db, string register, Guid council, CancellationToken ct) =>
        await db.Set<ColumnMapping>().AsNoTracking().Where(m => m.CouncilId == council && m.Register == register).ToDictionaryAsync(m => m.Title, m => m.Key, StringComparer.Ordinal, ct);

    /// <summary>Keeps choices by title; a key the room does not know leaves the column out.</summary>
    public static async Task KeepAsync(Db db, string register, Guid council, IReadOnlyDictionary<string, string?> chosen, IEnumerable<KnownColumn> columns, CancellationToken ct)
    {
        var keys = columns.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var known = await db.Set<ColumnMapping>().Where(m => m.CouncilId == council && m.Register == register).ToDictionaryAsync(m => m.Title, StringComparer.Ordinal, ct);
        foreach (var (title, asked) in chosen)
        {
            var (folded, key) = (VietnameseText.Fold(title), asked is not null && keys.Contains(asked) ? asked : null);
            if (known.TryGetValue(folded, out var mapping))
            {
                mapping.Key = key;
            }
            else if (folded.Length is > 0 and <= LongestTitle)
            {
                db.Add(known[folded] = new ColumnMapping { CouncilId = council, Register = register, Title = folded, Key = key });
            }
        }
    }
}

internal sealed class ColumnMemoryMapping : IEntityTypeConfiguration<ColumnMapping>
{
    public void Configure(EntityTypeBuilder<ColumnMapping> builder)
    {
        builder.HasKey(m => new { m.CouncilId, m.Register, m.Title });
        builder.Property(m => m.Register).HasMaxLength(30);
        builder.Property(m => m.Title).HasMaxLength(ColumnMemory.LongestTitle);
    }
}
