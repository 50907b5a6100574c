using NghiTruong.Documents.Tables;
using NghiTruong.Language;

namespace NghiTruong.Petitions.Import;

/// <summary>How a row of an answer annex was brought together with a petition.</summary>
public enum AnnexMatch
{
    /// <summary>Nothing open is like it; a person chooses, or leaves it.</summary>
    None,
    ByCode,

    /// <summary>By its place in the annex of the letter that is answered.</summary>
    ByOrdinal,
    BySimilarity,
}

/// <summary>One row of an answer annex.</summary>
public sealed record AnnexRow(int Number, int? Ordinal, string? Code, string Content, string? Extract, Outcome? Outcome);

/// <summary>A petition that waits for an answer.</summary>
/// <param name="Ordinal">Place in the annex of the letter that is answered; null when it was not in it.</param>
public sealed record OpenPetition(string Code, string Content, string? LedgerCode = null, int? Ordinal = null);

/// <summary>A row with the petition it seems to answer, to be confirmed.</summary>
/// <param name="Similarity">Of the two texts, 0 to 1.</param>
public sealed record AnnexProposal(AnnexRow Row, OpenPetition? Petition, AnnexMatch Match, double Similarity);

/// <summary>Reads the annex to an answer and proposes which petition each row answers. Pure: code first, then place in our own annex, then the likeness of texts; no petition twice.</summary>
public static class AnswerAnnex
{
    /// <summary>Below it two texts are not the same petition typed again.</summary>
    public const double Alike = 0.5;

    /// <summary>An ordinal is believed only where the texts do not speak against it: annexes get rows struck out and numbered anew.</summary>
    public const double NotUnlike = 0.25;

    public static IReadOnlyList<AnnexRow> Rows(IEnumerable<FoundTable> tables) =>
        [.. from table in tables from row in table.Rows let read = Read(row) where read.Content.Length > 0 || read.Code is not null select read];

    public static IReadOnlyList<AnnexProposal> Match(IReadOnlyList<AnnexRow> rows, IReadOnlyList<OpenPetition> open)
    {
        var shingles = open.ToDictionary(p => p, p => NearDuplicates.Shingles(VietnameseText.Fold(p.Content)));
        var left = open.ToHashSet();
        var proposals = new AnnexProposal?[rows.Count];
        for (var at = 0; at < rows.Count; at++)
        {
            Take(at, rows[at], ByCode(rows[at], left), AnnexMatch.ByCode);
        }

        for (var at = 0; at < rows.Count; at++)
        {
            var byOrdinal = rows[at].Ordinal is { } ordinal ? left.FirstOrDefault(p => p.Ordinal == ordinal) : null;
            if (proposals[at] is null && byOrdinal is not null && (rows[at].Content.Length == 0 || Likeness(rows[at], byOrdinal) >= NotUnlike))
            {
                Take(at, rows[at], byOrdinal, AnnexMatch.ByOrdinal);
            }
        }

        var pairs = from at in Enumerable.Range(0, rows.Count)
                    where proposals[at] is null
                    from petition in left
                    let likeness = Likeness(rows[at], petition)
                    where likeness >= Alike
                    orderby likeness descending, at, petition.Code
                    select (at, petition);
        foreach (var (at, petition) in pairs.ToList())
        {
            if (proposals[at] is null && left.Contains(petition))
            {
                Take(at, rows[at], petition, AnnexMatch.BySimilarity);
            }
        }

        return [.. rows.Select((row, at) => proposals[at] ?? new AnnexProposal(row, null, AnnexMatch.None, 0))];

        double Likeness(AnnexRow row, OpenPetition petition) => NearDuplicates.Similarity(NearDuplicates.Shingles(VietnameseText.Fold(row.Content)), shingles[petition]);

        void Take(int at, AnnexRow row, OpenPetition? petition, AnnexMatch match)
        {
            if (petition is not null)
            {
                left.Remove(petition);
                proposals[at] = new AnnexProposal(row, petition, match, Likeness(row, petition));
            }
        }
    }

    private static OpenPetition? ByCode(AnnexRow row, HashSet<OpenPetition> open) => row.Code is not { } code
        ? null
        : open.FirstOrDefault(p => string.Equals(p.Code, code, StringComparison.OrdinalIgnoreCase))
            ?? open.FirstOrDefault(p => p.LedgerCode is { } told && VietnameseText.Fold(told) == VietnameseText.Fold(code));

    /// <summary>UBND writes its answer under one title or two; what is no known outcome is part of the answer.</summary>
    private static AnnexRow Read(FoundRow row)
    {
        var outcome = Text(row, LedgerColumns.Outcome);
        var known = outcome is null ? null : outcome.Length <= 60 ? OutcomeWords.Find(outcome) : null;
        var answer = Text(row, LedgerColumns.Answer);
        var extract = outcome is not null && known is null ? answer is null ? outcome : $"{answer}\n{outcome}" : answer;
        var ordinal = int.TryParse(row[LedgerColumns.Ordinal].Text.TrimEnd('.', ')'), out var number) ? number : (int?)null;

        return new AnnexRow(row.Number, ordinal, Text(row, LedgerColumns.Code), Text(row, LedgerColumns.Content) ?? "", extract, known);
    }

    private static string? Text(FoundRow row, string key) => row[key] is { IsEmpty: false } cell ? cell.Text : null;
}
