using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Journal;
using NghiTruong.Letters;

namespace NghiTruong.Petitions.Reports;

/// <summary>A paper of a session on the signing path: the letter, and the figures it was written with.</summary>
public sealed class SessionPaper : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid LetterId { get; init; }

    /// <summary>It stands in the story of its letter.</summary>
    public Guid SubjectId => LetterId;

    public required Guid SessionId { get; init; }

    /// <summary>The day of the figures.</summary>
    public required DateOnly AsOf { get; set; }

    /// <summary><see cref="SessionFigures"/> as they were on that day.</summary>
    [NotInJournal]
    public required string Figures { get; set; }

    internal static string Keep(SessionFigures figures) => JsonSerializer.Serialize(figures, JsonSerializerOptions.Web);

    internal SessionFigures Read() => JsonSerializer.Deserialize<SessionFigures>(Figures, JsonSerializerOptions.Web)
        ?? throw new InvalidOperationException($"The figures of letter {LetterId} are empty");
}

internal sealed class SessionPaperMapping : IEntityTypeConfiguration<SessionPaper>
{
    public void Configure(EntityTypeBuilder<SessionPaper> builder)
    {
        builder.Ignore(p => p.SubjectId);
        builder.HasIndex(p => p.LetterId).IsUnique();
        builder.HasIndex(p => p.SessionId);
    }
}

/// <summary>A paper of the dossier that goes the signing path.</summary>
internal interface ISessionPaper : ILetterContent
{
    /// <summary>Ký hiệu: <c>BC-HĐND</c>, <c>NQ-HĐND</c>.</summary>
    string Notation { get; }

    /// <summary>The trích yếu.</summary>
    string AbstractOf(SessionFigures f);

    LetterContent Compose(SessionFigures f, OfficialLetter letter);
}

internal static class SessionPapers
{
    /// <summary>The words of a paper with the figures kept for it.</summary>
    public static async Task<LetterContent> ReadAsync(this ISessionPaper kind, Db db, OfficialLetter letter, CancellationToken ct) =>
        await db.Set<SessionPaper>().AsNoTracking().FirstOrDefaultAsync(p => p.LetterId == letter.Id, ct) is { } paper
            ? kind.Compose(paper.Read(), letter)
            : new LetterContent { Body = [.. FormTexts.Paragraphs(letter.Text).DefaultIfEmpty(new ParagraphBlock(DecreeForm.Blank))] };
}
