using Microsoft.EntityFrameworkCore.ChangeTracking;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Operations;

namespace NghiTruong.Schemes;

/// <summary>
/// Counts nodes as they change, by the day their document was issued: field = objective, target or solution; authority = tier; outcome = whether a resolution carries it, or none can; status
/// against the target. "100 % turned into resolutions" is Concretised over Concretised and NotConcretised.
/// </summary>
public sealed class SchemeNodeCounting : IChangeObserver
{
    public const string Kind = "SchemeNode";

    /// <summary>The same counts by a statement over the records. What there is none of is written so that both engines know its type.</summary>
    public static readonly CountSource Source = new(
        [Kind],
        $"""
        SELECT '{Kind}' AS kind, council_id, province_id, '' AS session, issued_on AS day,
               COALESCE(NULLIF(issued_on, issued_on), '9999-01-01') AS due, scheme_node.kind AS field, tier AS authority,
               COALESCE(NULLIF(council_id, council_id), '00000000-0000-0000-0000-000000000000') AS agency_id, outcome, status, COUNT(*) AS n
        FROM scheme_node
        GROUP BY council_id, province_id, issued_on, scheme_node.kind, tier, outcome, status
        """) { CellKinds = [] };

    public void Observe(IReadOnlyList<EntityEntry> changed, Work work) => work.CountChanged(changed.Where(e => e.Entity is SchemeNode), (tally, _, values, n) => tally.Add(Line(values), n));

    private static Counted Line(PropertyValues v) => new(
        Kind,
        v.GetValue<Guid>(nameof(SchemeNode.CouncilId)),
        v.GetValue<Guid>(nameof(SchemeNode.ProvinceId)),
        "",
        v.GetValue<DateOnly>(nameof(SchemeNode.IssuedOn)),
        Counted.NotOwed,
        v.GetValue<NodeKind>(nameof(SchemeNode.Kind)).ToString(),
        v.GetValue<Tier>(nameof(SchemeNode.Tier)).ToString(),
        Guid.Empty,
        v.GetValue<NodeOutcome>(nameof(SchemeNode.Outcome)).ToString(),
        v.GetValue<NodeStatus>(nameof(SchemeNode.Status)).ToString());
}
