using NghiTruong.Indicators;

namespace NghiTruong.Supervision;

/// <summary>Supervisions, recommendations and briefings as indicators count them and open onto them.</summary>
internal static class CountedSupervisions
{
    private const string Tier = "(SELECT c.tier FROM council AS c WHERE c.id = council_id)";

    private static readonly CountedDimension Kinds = new("field", "supervision.kind.", Enum.GetNames<SupervisionKind>());

    private static readonly CountedDimension Quality = new("outcome", "coverage.outcome.", [SupervisionCounting.Good, SupervisionCounting.Bad]);

    public static IReadOnlyList<CountedRecords> All { get; } =
    [
        Of(SupervisionCounting.Case, "supervision", "supervision", Cases("state NOT IN ('Proposed', 'Cancelled')", SupervisionCounting.Progress, "state"), Kinds, new CountedDimension("outcome", "supervision.progress.", Enum.GetNames<SupervisionProgressStep>()), new CountedDimension("status", "supervision.state.", Enum.GetNames<SupervisionState>())),
        Of(
            SupervisionCounting.OnTime, "supervision.onTime", "supervision",
            Cases("state IN ('Reported', 'Concluded', 'Closed') AND reported_on IS NOT NULL AND report_due_on IS NOT NULL", Is("reported_on <= report_due_on"), "''"), Kinds, Quality),
        Of(SupervisionCounting.Evidence, "supervision.evidence", "supervision", Cases("state IN ('Reported', 'Concluded', 'Closed') AND NOT from_ledger", Is("has_evidence"), "''"), Kinds, Quality),
        Of(SupervisionCounting.Made, "recommendation", "recommendation", Recommendations("COALESCE(outcome, '')", "state"), Kinds, new CountedDimension("outcome", "recommendation.outcome.", Enum.GetNames<RecommendationOutcome>()), new CountedDimension("status", "recommendation.state.", [.. RecommendationStates.Made.Select(s => s.ToString())])),
        Of(
            SupervisionCounting.Named, "recommendation.named", "recommendation",
            Recommendations(Is("lead_agency_id IS NOT NULL AND due_on IS NOT NULL AND COALESCE(product, '') <> ''"), "''"), Kinds, Quality),
        Of(
            SupervisionCounting.Brief, "briefing", "briefing",
            """
            SELECT id, code, COALESCE(place, code) AS title, council_id, province_id, due_on AS day, '' AS field, '' AS authority, '' AS outcome,
                   CASE WHEN held_on IS NOT NULL THEN 'Held' WHEN excused_because IS NOT NULL THEN 'Excused' ELSE 'Planned' END AS status
            FROM briefing
            """, new CountedDimension("status", "briefings.state.", ["Planned", "Held", "Excused"])),
    ];

    private static CountedRecords Of(string kind, string code, string subject, string sql, params CountedDimension[] dimensions) =>
        new(kind, code, subject, sql) { ReadBy = acting => acting.ScopeOf<ReadSupervisions>(), Dimensions = dimensions };

    private static string Cases(string which, string outcome, string status) =>
        $"""
        SELECT id, code, theme AS title, council_id, province_id, COALESCE(held_on, planned_to) AS day, kind AS field, {Tier} || '.' || subject AS authority, {outcome} AS outcome, {status} AS status
        FROM supervision WHERE {which}
        """;

    private static string Recommendations(string outcome, string status) =>
        $"""
        SELECT id, code, SUBSTR(content, 1, 160) AS title, council_id, province_id, made_on AS day, kind AS field, {Tier} || '.' || subject AS authority, {outcome} AS outcome, {status} AS status
        FROM recommendation WHERE state <> 'Draft'
        """;

    private static string Is(string good) => $"CASE WHEN {good} THEN '{SupervisionCounting.Good}' ELSE '{SupervisionCounting.Bad}' END";
}
