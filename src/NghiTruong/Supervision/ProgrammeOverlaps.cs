using NghiTruong.Language;

namespace NghiTruong.Supervision;

/// <summary>A theme as it is compared with others.</summary>
public sealed record ProgrammeTheme(string Code, string Theme, string? Field, int Year, SupervisionSubject Subject, Guid? BodyId)
{
    public bool IsOfSameBodyAs(ProgrammeTheme other) => Subject == other.Subject && BodyId == other.BodyId;
}

/// <summary>Why two themes overlap.</summary>
public enum OverlapReason
{
    /// <summary>Nearly the same words.</summary>
    NearTheme,

    /// <summary>The same field, other words.</summary>
    SameField,
}

/// <summary>An overlap, with its reason and how alike the words are (0 to 1).</summary>
public sealed record ProgrammeOverlap(ProgrammeTheme With, OverlapReason Reason, double Likeness);

/// <summary>
/// Overlaps of a theme with the programmes of the council (Law 87/2015 Art 75.2: supervisions are not to overlap; local practice: no same theme within two years). Nearly the same
/// words count whoever supervises; the same field counts only with another body, since a committee supervises its own fields every year.
/// </summary>
public static class ProgrammeOverlaps
{
    public const int YearsBack = 2;

    private const double Near = 0.35;

    /// <summary>What every theme says, folded: it must not make two themes alike.</summary>
    private static readonly string[] Stock =
    [
        "giam sat", "khao sat", "viec", "cong tac", "tinh hinh", "ket qua", "thuc hien", "trien khai", "chap hanh", "phap luat ve", "tren dia ban", "o dia phuong", "tren toan", "giai doan",
    ];

    /// <summary>The nearest words first, then the latest year.</summary>
    public static IReadOnlyList<ProgrammeOverlap> Of(ProgrammeTheme proposed, IEnumerable<ProgrammeTheme> others)
    {
        var mine = Shingles(proposed.Theme);

        return
        [
            .. from other in others
               where other.Code != proposed.Code && other.Year <= proposed.Year && other.Year >= proposed.Year - YearsBack
               let likeness = NearDuplicates.Similarity(mine, Shingles(other.Theme))
               let reason = Reason(proposed, other, likeness)
               where reason is not null
               orderby reason, likeness descending, other.Year descending, other.Code
               select new ProgrammeOverlap(other, reason.Value, likeness),
        ];
    }

    private static OverlapReason? Reason(ProgrammeTheme proposed, ProgrammeTheme other, double likeness) =>
        likeness >= Near ? OverlapReason.NearTheme
        : proposed.Field is { } field && field == other.Field && !proposed.IsOfSameBodyAs(other) ? OverlapReason.SameField
        : null;

    private static ulong[] Shingles(string theme)
    {
        var folded = $" {VietnameseText.Fold(theme)} ";
        foreach (var phrase in Stock)
        {
            folded = folded.Replace($" {phrase} ", " ", StringComparison.Ordinal);
        }

        return NearDuplicates.Shingles(folded.Trim());
    }
}
