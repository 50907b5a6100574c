using NghiTruong.Counting;

namespace NghiTruong.Coverage;

/// <summary>The counts by a statement over the lines: field = group, authority = tier, outcome = done or not, the day the first of the period.</summary>
public static class CoverageCounting
{
    public static CountSource SourceOf(IEnumerable<CoverageKind> kinds) => new([.. kinds.Select(k => k.CountKind)], Of("coverage_line")) { CellKinds = [] };

    /// <summary>A bare literal would be a text to PostgreSQL; the CASEs give it the type of the column beside it.</summary>
    /// <param name="lines">The table, or a query in parentheses with its columns.</param>
    internal static string Of(string lines) =>
        $"""
        SELECT '{CoverageBook.CountPrefix}' || kind AS kind, council_id, province_id, '' AS session, period_from AS day, CASE WHEN period_from IS NULL THEN period_from ELSE {CountSql.NotOwed} END AS due, grp AS field, tier AS authority,
               CASE WHEN council_id IS NULL THEN council_id ELSE {CountSql.NoId} END AS agency_id, CASE WHEN is_missing THEN '{CoverageBook.Missing}' ELSE '{CoverageBook.Covered}' END AS outcome, '' AS status, COUNT(*) AS n
        FROM {lines} AS l
        GROUP BY kind, council_id, province_id, period_from, grp, tier, is_missing
        """;
}
