using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Schemes;

/// <summary>Progress, entered once a period by the council that follows the node; entered again it is corrected, and the journal keeps both.</summary>
public sealed class SchemeProgressDesk(OperationRunner operations)
{
    /// <returns>Refusals <c>scheme.nodeNotFound</c>, <c>.notAllowed</c>, <c>.notMeasured</c>, <c>.ratioMissing</c>, <c>.valueMissing</c>, <c>.belowNothing</c>, <c>.periodUnreadable</c>, <c>.periodAhead</c>, <c>.asOfInFuture</c>, <c>record.changedMeanwhile</c>, <c>text.secret</c>, <c>input.*</c>.</returns>
    public Task<Result> EnterAsync(string code, ProgressInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.NodeAsync(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (node, scheme, capacity) = found.Value;
            if (SchemeRules.WrongIn(asked, node, work.Today) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            await work.HoldAsync(scheme.CouncilId, token);
            var period = SchemePeriod.Parse(asked.Period)!;
            var value = await work.Db.Set<NodeValue>().FirstOrDefaultAsync(v => v.NodeId == node.Id && v.Year == period.Year && v.Half == period.Half, token);
            if (value is not null && Work.ChangedMeanwhile(value, asked.Version) is { } changed)
            {
                return changed;
            }

            var former = await work.Db.Set<NodeUnit>().Where(u => u.NodeId == node.Id).ToListAsync(token);
            value ??= Add(work, node, period);
            (value.Numerator, value.Denominator) = node.Measure == NodeMeasure.Ratio ? (asked.Numerator, asked.Denominator) : (null, null);
            value.Value = node.Measure == NodeMeasure.Value ? asked.Value : null;
            value.AsOf = asked.AsOf ?? (period.Last < work.Today ? period.Last : work.Today);
            value.Unit = SchemeFigures.UnitOn(node, former, value.AsOf);
            value.Source = string.IsNullOrWhiteSpace(asked.Source) ? null : asked.Source.Trim();
            (value.EnteredBy, value.EnteredAt) = (acting.UserId, work.Now);
            await JudgeAsync(work, node, token);
            work.Record(new SchemeProgressEntered(SchemeEvent.About(scheme), node.Code, period.Key, Say(value.Measured)), capacity);

            return Result.Done;
        }, ct);

    /// <summary>The figure as people read it: <c>17/18</c>, <c>12,5 km</c>.</summary>
    public static string Say(Measured m) => m.IsRatio
        ? string.Create(Vietnamese, $"{m.Numerator:0.##}/{m.Denominator:0.##}")
        : m.Value is { } value ? string.Create(Vietnamese, $"{value:#,0.##} {m.Unit}").Trim() : "";

    /// <summary>The state of the node by its latest figure against the target of that year.</summary>
    internal static async Task JudgeAsync(Work work, SchemeNode node, CancellationToken ct)
    {
        await work.Db.Set<NodeValue>().Where(v => v.NodeId == node.Id).LoadAsync(ct);
        await work.Db.Set<NodeGoal>().Where(g => g.NodeId == node.Id).LoadAsync(ct);
        var latest = work.Db.Set<NodeValue>().Local.Where(v => v.NodeId == node.Id).OrderByDescending(v => new SchemePeriod(v.Year, v.Half).Last).ThenBy(v => v.Half).FirstOrDefault();
        var goals = work.Db.ChangeTracker.Entries<NodeGoal>().Where(e => e.State != EntityState.Deleted && e.Entity.NodeId == node.Id).Select(e => e.Entity);
        node.Status = latest is null ? NodeStatus.NoValue : SchemeFigures.Judge(latest.Measured, GoalFor(goals, latest), node.Direction);
    }

    /// <summary>The target of the figure's year in the figure's own unit; one in another unit cannot be compared.</summary>
    internal static decimal? GoalFor(IEnumerable<NodeGoal> goals, NodeValue value) =>
        SchemeFigures.GoalOf(goals.Where(g => value.Measured.IsRatio || (g.Unit ?? "") == (value.Unit ?? "")), value.Year)?.Goal;

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    private static NodeValue Add(Work work, SchemeNode node, SchemePeriod period)
    {
        var value = new NodeValue
        {
            Id = Guid.CreateVersion7(),
            SchemeId = node.SchemeId,
            NodeId = node.Id,
            CouncilId = node.CouncilId,
            ProvinceId = node.ProvinceId,
            OriginCouncilId = node.OriginCouncilId,
            Year = period.Year,
            Half = period.Half,
            AsOf = work.Today,
            EnteredBy = work.Acting.UserId,
            EnteredAt = work.Now,
        };
        work.Db.Add(value);

        return value;
    }
}
