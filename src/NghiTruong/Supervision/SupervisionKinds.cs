namespace NghiTruong.Supervision;

/// <summary>A paper a kind of supervision needs, and the rule that says by when, counted from another fact.</summary>
/// <param name="RuleCode">Null where the law gives no term.</param>
public sealed record RequiredPaper(SupervisionPaperKind Kind, string? RuleCode = null);

/// <summary>
/// Which papers which kind needs: an ongoing supervision or a field survey needs its one-page record, a thematic one the whole path of domain 2.2.
/// </summary>
public static class SupervisionKinds
{
    public static readonly IReadOnlyList<RequiredPaper> Thematic =
    [
        new(SupervisionPaperKind.Decision),
        new(SupervisionPaperKind.Plan),
        new(SupervisionPaperKind.Outline, "SUPERVISION_OUTLINE"),
        new(SupervisionPaperKind.Schedule, "SUPERVISION_SCHEDULE"),
        new(SupervisionPaperKind.BodyReport),
        new(SupervisionPaperKind.Record),
        new(SupervisionPaperKind.Report),
        new(SupervisionPaperKind.Conclusion),
    ];

    public static readonly IReadOnlyList<RequiredPaper> OnePage = [new(SupervisionPaperKind.Record)];

    public static IReadOnlyList<RequiredPaper> PapersOf(SupervisionKind kind) => kind == SupervisionKind.Thematic ? Thematic : OnePage;

    /// <summary>The one-page record is the report: no other is owed.</summary>
    public static bool IsOnePage(SupervisionKind kind) => kind != SupervisionKind.Thematic;

    /// <summary>The group of the twelve (domain 2.2) a kind falls under until somebody says otherwise.</summary>
    public static string GroupOf(SupervisionKind kind) => kind == SupervisionKind.Thematic ? "GS-05" : "GS-08";
}
