using Microsoft.EntityFrameworkCore.ChangeTracking;
using NghiTruong.Counting;
using NghiTruong.Operations;

namespace NghiTruong.Schemes.RollOuts;

/// <summary>
/// Counts steps of units (kind <c>RollOutStep</c>: field = step, authority = topic, outcome Done or NotDone, late like anything owed) and Party cells and members (kinds <c>RollOutCell</c>,
/// <c>RollOutMember</c>, as many as there are; outcome Reached or NotReached). A unit that went into another counts no more.
/// </summary>
public sealed class RollOutStepCounting : IChangeObserver
{
    public const string Step = "RollOutStep";
    public const string Cell = "RollOutCell";
    public const string Member = "RollOutMember";
    public const string Done = "Done";
    public const string NotDone = "NotDone";
    public const string Reached = "Reached";
    public const string NotReached = "NotReached";

    private const string NoId = "'00000000-0000-0000-0000-000000000000'";

    public static readonly CountSource Source = new(
        [Step, Cell, Member],
        $"""
        SELECT kind, council_id, province_id, '' AS session, day, due, field, authority, COALESCE(NULLIF(council_id, council_id), {NoId}) AS agency_id, outcome, '' AS status, SUM(n) AS n
        FROM (
            SELECT '{Step}' AS kind, council_id, province_id, day, CASE WHEN done_on IS NULL THEN COALESCE(due_on, '9999-01-01') ELSE '9999-01-01' END AS due, step_code AS field, topic AS authority,
                   CASE WHEN done_on IS NULL THEN '{NotDone}' ELSE '{Done}' END AS outcome, 1 AS n
            FROM roll_out_task WHERE NOT is_merged
            UNION ALL
            SELECT '{Cell}', council_id, province_id, day, '9999-01-01', '', '', '{Reached}', cells_reached FROM roll_out_unit WHERE NOT is_merged AND cells_reached > 0
            UNION ALL
            SELECT '{Cell}', council_id, province_id, day, '9999-01-01', '', '', '{NotReached}', cells - cells_reached FROM roll_out_unit WHERE NOT is_merged AND cells > cells_reached
            UNION ALL
            SELECT '{Member}', council_id, province_id, day, '9999-01-01', '', '', '{Reached}', members_reached FROM roll_out_unit WHERE NOT is_merged AND members_reached > 0
            UNION ALL
            SELECT '{Member}', council_id, province_id, day, '9999-01-01', '', '', '{NotReached}', members - members_reached FROM roll_out_unit WHERE NOT is_merged AND members > members_reached
        ) AS rolled
        GROUP BY kind, council_id, province_id, day, due, field, authority, outcome
        """) { CellKinds = [] };

    public void Observe(IReadOnlyList<EntityEntry> changed, Work work) => work.CountChanged(changed.Where(e => e.Entity is RollOutTask or RollOutUnit), Add);

    private static void Add(CountTally tally, EntityEntry entry, PropertyValues v, int sign)
    {
        if (v.GetValue<bool>(nameof(RollOutUnit.IsMerged)))
        {
            return;
        }

        if (entry.Entity is RollOutTask)
        {
            var isDone = v.GetValue<DateOnly?>(nameof(RollOutTask.DoneOn)) is not null;
            var line = Line(Step, v, isDone ? Done : NotDone) with
            {
                Field = v.GetValue<string>(nameof(RollOutTask.StepCode)),
                Authority = v.GetValue<RollOutTopic>(nameof(RollOutTask.Topic)).ToString(),
                Due = isDone ? Counted.NotOwed : v.GetValue<DateOnly?>(nameof(RollOutTask.DueOn)) ?? Counted.NotOwed,
            };
            tally.Add(line, sign);

            return;
        }

        Many(Cell, v.GetValue<int?>(nameof(RollOutUnit.Cells)), v.GetValue<int?>(nameof(RollOutUnit.CellsReached)));
        Many(Member, v.GetValue<int?>(nameof(RollOutUnit.Members)), v.GetValue<int?>(nameof(RollOutUnit.MembersReached)));

        void Many(string kind, int? all, int? reached)
        {
            if (all is { } total)
            {
                tally.Add(Line(kind, v, Reached), sign * (reached ?? 0));
                tally.Add(Line(kind, v, NotReached), sign * (total - (reached ?? 0)));
            }
        }
    }

    private static Counted Line(string kind, PropertyValues v, string outcome) => new(
        kind, v.GetValue<Guid>(nameof(RollOutUnit.CouncilId)), v.GetValue<Guid>(nameof(RollOutUnit.ProvinceId)), "", v.GetValue<DateOnly>(nameof(RollOutUnit.Day)), Counted.NotOwed, "", "", Guid.Empty, outcome, "");
}
