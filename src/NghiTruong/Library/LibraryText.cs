using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Database;

namespace NghiTruong.Library;

/// <summary>What a text is.</summary>
public enum LibraryKind
{
    /// <summary>Văn bản pháp luật.</summary>
    Law,

    /// <summary>Văn bản mẫu.</summary>
    Model,

    /// <summary>Phiếu câu hỏi gợi ý.</summary>
    QuestionSheet,

    /// <summary>Bài học, kinh nghiệm.</summary>
    Lesson,
}

/// <summary>What work it is for.</summary>
public enum LibraryUse
{
    General,
    Supervision,
    Verification,
    VoterMeeting,
    Session,
    Reception,
}

/// <summary>A text of the library: of one council, or of the nation. One with the code of a shipped text stands in its place.</summary>
public sealed class LibraryText : IRecord, IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>Null for the nation.</summary>
    public Guid? CouncilId { get; init; }

    /// <summary><c>TV-26734-00003</c>, or the code of the shipped text it replaces.</summary>
    public required string Code { get; init; }

    public required LibraryKind Kind { get; set; }

    public required LibraryUse Use { get; set; }

    public required string Title { get; set; }

    /// <summary>Plain paragraphs, one a line.</summary>
    public required string Body { get; set; }

    /// <summary>No longer shown.</summary>
    public bool IsTakenDown { get; set; }

    public required DateOnly ChangedOn { get; set; }

    public int Version { get; private set; }
}

internal sealed class LibraryMapping : IEntityTypeConfiguration<LibraryText>
{
    public void Configure(EntityTypeBuilder<LibraryText> builder)
    {
        builder.Property(t => t.Code).HasMaxLength(60);
        builder.Property(t => t.Title).HasMaxLength(300);
        builder.HasIndex(t => new { t.CouncilId, t.Code }).IsUnique();
    }
}

/// <summary>A text as readers see it, stored or shipped.</summary>
/// <param name="Id">Null for a shipped text nobody has replaced.</param>
/// <param name="CouncilId">Null for the nation.</param>
public sealed record LibraryPage(string Code, LibraryKind Kind, LibraryUse Use, string Title, IReadOnlyList<string> Paragraphs, Guid? Id = null, Guid? CouncilId = null, int Version = 0);

/// <summary>The texts shipped with the house; data, not program.</summary>
public static class ShippedLibrary
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNameCaseInsensitive = true, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, Converters = { new JsonStringEnumConverter() },
    };

    public static IReadOnlyList<LibraryPage> All { get; } = Read();

    private static List<LibraryPage> Read()
    {
        using var file = typeof(ShippedLibrary).Assembly.GetManifestResourceStream("library.json")!;

        return JsonSerializer.Deserialize<List<Line>>(file, Json)!.ConvertAll(l => new LibraryPage(l.Code, l.Kind, l.For, l.Title, l.Body));
    }

    private sealed record Line(string Code, LibraryKind Kind, LibraryUse For, string Title, IReadOnlyList<string> Body);
}
