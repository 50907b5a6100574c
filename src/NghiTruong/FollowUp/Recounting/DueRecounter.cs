using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Law;
using NghiTruong.Notifications;
using NghiTruong.Operations;

namespace NghiTruong.FollowUp.Recounting;

/// <summary>Which running items a change can have moved.</summary>
/// <param name="Cause">Rule code, year of days off, or session: what is told to people.</param>
/// <param name="CouncilId">Only this council's; null for all.</param>
/// <param name="RuleCode">Only items of this rule; null for all rules.</param>
/// <param name="SessionId">Only items that count from this session.</param>
public sealed record RecountScope(string Cause, Guid? CouncilId = null, string? RuleCode = null, Guid? SessionId = null);

/// <summary>
/// Computes running due dates anew after a changed day off, rule or session, in the transaction of that change. Each pair of rule and start is computed once;
/// the items then move by a few statements, however many there are. An extended item keeps its day; the printed day stays.
/// </summary>
public sealed class DueRecounter
{
    /// <returns>How many items moved.</returns>
    public async Task<int> RunAsync(Work work, RecountScope scope, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var rules = await RuleBook.InHandAsync(work.Db, ct);
        foreach (var group in await GroupsAsync(work.Db, scope, ct))
        {
            var rule = DeadlineRules.Pick(rules.Rows, group.RuleCode, group.Tier.ToString(), group.CouncilId, group.From);
            if (rule is not null && Deadlines.Moved(group.DueOn, group.From, rule.Terms, rules.Calendar) is { } moved)
            {
                await NoteAsync(work.Db, id, scope, group, moved.Now, ct);
            }
        }

        var moves = await work.Db.Set<DueMove>().Where(m => m.RecountId == id).GroupBy(m => m.CouncilId)
            .Select(g => new { CouncilId = g.Key, Count = g.Count() }).ToListAsync(ct);
        if (moves.Count == 0)
        {
            return 0;
        }

        await MoveAsync(work.Db, id, ct);
        var total = moves.Sum(m => m.Count);
        work.Db.Add(new DueRecount { Id = id, At = work.Now, CouncilId = scope.CouncilId, Cause = scope.Cause, Moved = total, Councils = moves.Count });
        Tell(work, id, scope, total, [.. moves.OrderBy(m => m.CouncilId).Select(m => (m.CouncilId, m.Count))]);

        return total;
    }

    /// <summary>A session opens on another day: what counts from it starts there.</summary>
    public async Task<int> MoveSessionAsync(Work work, Guid councilId, Guid sessionId, DateOnly opensOn, string cause, CancellationToken ct)
    {
        await work.Db.Set<FollowUpItem>().Where(i => i.SessionId == sessionId && i.OwedBy != null && i.ExtendedTo == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.From, opensOn), ct);

        return await RunAsync(work, new RecountScope(cause, councilId, null, sessionId), ct);
    }

    /// <summary>
    /// Distinct (rule, start, stored day) of running items. Councils with a value of their own for the rule stand alone; all others go by tier.
    /// A change that is not one council's never touches the councils' own rows, so those stored are those in force.
    /// </summary>
    private static async Task<List<DueGroup>> GroupsAsync(Db db, RecountScope scope, CancellationToken ct)
    {
        var running = db.Set<FollowUpItem>().Where(i => i.OwedBy != null && i.ExtendedTo == null && i.RuleCode != null);
        running = scope.RuleCode is { } code ? running.Where(i => i.RuleCode == code) : running;
        running = scope.SessionId is { } session ? running.Where(i => i.SessionId == session) : running;
        if (scope.CouncilId is { } one)
        {
            return await Alone(db, running.Where(i => i.CouncilId == one)).ToListAsync(ct);
        }

        var own = db.Set<DeadlineRule>().Where(r => r.CouncilId != null);
        var together = await (
            from item in running
            where !own.Any(r => r.CouncilId == item.CouncilId && r.Code == item.RuleCode)
            join council in db.Set<Council>() on item.CouncilId equals council.Id
            group item by new { item.RuleCode, item.From, item.DueOn, council.Tier } into g
            select new DueGroup(g.Key.RuleCode!, g.Key.From, g.Key.DueOn!.Value, g.Key.Tier, null)).ToListAsync(ct);
        var alone = await Alone(db, running.Where(i => own.Any(r => r.CouncilId == i.CouncilId && r.Code == i.RuleCode))).ToListAsync(ct);

        return [.. together, .. alone];
    }

    private static IQueryable<DueGroup> Alone(Db db, IQueryable<FollowUpItem> items) =>
        from item in items
        join council in db.Set<Council>() on item.CouncilId equals council.Id
        group item by new { item.RuleCode, item.From, item.DueOn, council.Tier, item.CouncilId } into g
        select new DueGroup(g.Key.RuleCode!, g.Key.From, g.Key.DueOn!.Value, g.Key.Tier, g.Key.CouncilId);

    private static Task<int> NoteAsync(Db db, Guid recount, RecountScope scope, DueGroup group, DateOnly now, CancellationToken ct)
    {
        List<object> values = [recount, now, group.RuleCode, group.From, group.DueOn];
        string Value(object value)
        {
            values.Add(value);

            return $"{{{values.Count - 1}}}";
        }

        var place = group.CouncilId is { } council
            ? $"i.council_id = {Value(council)}"
            : $"""
               i.council_id IN (SELECT id FROM council WHERE tier = {Value(group.Tier.ToString())})
               AND NOT EXISTS (SELECT 1 FROM deadline_rule r WHERE r.council_id = i.council_id AND r.code = i.rule_code)
               """;
        var session = scope.SessionId is { } asked ? $"AND i.session_id = {Value(asked)}" : "";
        var statement =
            $$"""
            INSERT INTO due_move (recount_id, item_id, subject_kind, subject_id, subject_code, council_id, agency_id, part, was_on, now_on, printed_on)
            SELECT {0}, i.id, i.subject_kind, i.subject_id, i.subject_code, i.council_id, i.agency_id, i.part, i.due_on, {1}, i.printed_due_on
            FROM follow_up_item i
            WHERE i.rule_code = {2} AND i."from" = {3} AND i.due_on = {4} AND i.owed_by IS NOT NULL AND i.extended_to IS NULL AND {{place}} {{session}}
            """;

        return db.Database.ExecuteSqlRawAsync(statement, values, ct);
    }

    private static Task<int> MoveAsync(Db db, Guid recount, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE follow_up_item SET due_on = m.now_on, owed_by = m.now_on, version = follow_up_item.version + 1
        FROM due_move m WHERE m.recount_id = {recount} AND m.item_id = follow_up_item.id
        """,
        ct);

    private static void Tell(Work work, Guid recount, RecountScope scope, int total, List<(Guid CouncilId, int Count)> moves)
    {
        var capacity = work.Acting.Capacities[0];
        work.Record(new DuesRecounted(new Subject("dueRecount", recount, null, scope.CouncilId ?? Guid.Empty), scope.Cause, total), capacity);
        foreach (var (council, count) in moves)
        {
            work.Record(new CouncilDuesMoved(new Subject("council", council, null, council), scope.Cause, count, recount), capacity);
            work.Db.Add(new Notification
            {
                Id = Guid.CreateVersion7(),
                CouncilId = council,
                RecipientCouncilId = council,
                Kind = "followUp.duesMoved",
                Values = [count.ToString(CultureInfo.InvariantCulture), scope.Cause],
                Href = $"/quy-dinh/tinh-lai/{recount}",
                CreatedAt = work.Now,
            });
        }
    }

    private sealed record DueGroup(string RuleCode, DateOnly From, DateOnly DueOn, Tier Tier, Guid? CouncilId);
}
