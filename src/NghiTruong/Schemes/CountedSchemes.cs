using NghiTruong.Accounts;
using NghiTruong.Indicators;
using NghiTruong.Schemes.RollOuts;

namespace NghiTruong.Schemes;

/// <summary>Nodes of schemes, and steps of roll-outs, as indicators count them and open onto them. Of Party cells and members there are totals only: nothing stands behind them.</summary>
internal static class CountedSchemes
{
    private static readonly CountedDimension Reached = new("outcome", "counted.rollOutCell.outcome.", [RollOutStepCounting.Reached, RollOutStepCounting.NotReached]);

    private static readonly Func<Acting, Scope> Readers = acting => acting.ScopeOf<ReadSchemes>();

    public static IReadOnlyList<CountedRecords> All { get; } =
    [
        new(
            SchemeNodeCounting.Kind, "schemeNode", "scheme",
            """
            SELECT n.id, s.code, n.title, n.council_id, n.province_id, n.issued_on AS day, n.kind AS field, n.tier AS authority, n.outcome, n.status
            FROM scheme_node AS n JOIN scheme AS s ON s.id = n.scheme_id
            """)
        {
            ReadBy = Readers,
            Dimensions =
            [
                new("field", "counted.schemeNode.kind.", Enum.GetNames<NodeKind>()),
                new("outcome", "counted.schemeNode.outcome.", Enum.GetNames<NodeOutcome>()),
                new("status", "counted.schemeNode.status.", Enum.GetNames<NodeStatus>()),
            ],
        },
        new(
            RollOutStepCounting.Step, "rollOutStep", "rollOut",
            """
            SELECT t.id, r.code, r.title, t.council_id, t.province_id, t.day, t.step_code AS field, t.topic AS authority, CASE WHEN t.done_on IS NULL THEN 'NotDone' ELSE 'Done' END AS outcome, '' AS status
            FROM roll_out_task AS t JOIN roll_out AS r ON r.id = t.roll_out_id WHERE NOT t.is_merged
            """) { ReadBy = Readers, Dimensions = [new("outcome", "counted.rollOutStep.outcome.", [RollOutStepCounting.Done, RollOutStepCounting.NotDone])] },
        new(RollOutStepCounting.Cell, "rollOutCell", "rollOut", "") { ReadBy = Readers, Dimensions = [Reached] },
        new(RollOutStepCounting.Member, "rollOutMember", "rollOut", "") { ReadBy = Readers, Dimensions = [Reached] },
    ];
}
