using NghiTruong.Indicators;

namespace NghiTruong.Supervision;

/// <summary>Supervisions, recommendations and briefings as indicators count them and open onto them.</summary>
internal static class CountedSupervisions
{
    private const string Tier = "(SELECT c.tier FROM council AS c WHERE c.id = council_id)";

    private const string Progress =
        "CASE WHEN state IN ('Programmed', 'UnderWay') THEN 'NotHeld' WHEN is_unplanned THEN CASE WHEN state = 'Held' THEN 'UnplannedWithoutReport' ELSE 'UnplannedReported' END WHEN state = 'Held' THEN 'WithoutReport' ELSE 'Reported' END";

    private static readonly CountedDimension Kinds = new("field", "supervision.kind.", Enum.GetNames<SupervisionKind>());

    private static readonly CountedDimension Quality = new("outcome", "coverage.outcome.", [SupervisionCounting.Good, SupervisionCounting.Bad]);

    public static IReadOnlyList<CountedRecords> All { get; } =
    [
        new(SupervisionCounting.Case, "supervision", "supervision", Cases("state NOT IN ('Proposed', 'Cancelled')", Progress, "state"))
        {
            Dimensions = [Kinds, new("outcome", "supervision.progress.", Enum.GetNames<SupervisionProgressStep>()), new("status", "supervision.state.", Enum.GetNames<SupervisionState>())],
        },
        new(
            SupervisionCounting.OnTime, "supervision.onTime", "supervision",
            Cases("state IN ('Reported', 'Concluded', 'Closed') AND reported_on IS NOT NULL AND report_due_on IS NOT NULL", Is("reported_on <= report_due_on"), "''")) { Dimensions = [Kinds, Quality] },
        new(SupervisionCounting.Evidence, "supervision.evidence", "supervision", Cases("state IN ('Reported', 'Concluded', 'Closed') AND NOT from_ledger", Is("has_evidence"), "''")) { Dimensions = [Kinds, Quality] },
        new(SupervisionCounting.Made, "recommendation", "recommendation", Recommendations("COALESCE(outcome, '')", "state"))
        {
            Dimensions = [Kinds, new("outcome", "recommendation.outcome.", Enum.GetNames<RecommendationOutcome>()), new("status", "recommendation.state.", [.. RecommendationStates.Made.Select(s => s.ToString())])],
        },
        new(
            SupervisionCounting.Named, "recommendation.named", "recommendation",
            Recommendations(Is("lead_agency_id IS NOT NULL AND due_on IS NOT NULL AND COALESCE(product, '') <> ''"), "''")) { Dimensions = [Kinds, Quality] },
        new(
            SupervisionCounting.Brief, "briefing", "briefing",
            """
            SELECT id, code, COALESCE(place, code) AS title, council_id, province_id, due_on AS day, '' AS field, '' AS authority, '' AS outcome,
                   CASE WHEN held_on IS NOT NULL THEN 'Held' WHEN excused_because IS NOT NULL THEN 'Excused' ELSE 'Planned' END AS status
            FROM briefing
            """) { Dimensions = [new("status", "briefings.state.", ["Planned", "Held", "Excused"])] },
    ];

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
