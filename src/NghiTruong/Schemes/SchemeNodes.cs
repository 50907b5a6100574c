using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using NghiTruong.Threads;

namespace NghiTruong.Schemes;

/// <summary>Objectives, targets and solutions: added, corrected, turned into resolutions or put outside the council's authority.</summary>
public sealed class SchemeNodes(OperationRunner operations, ThreadTelling telling)
{
    /// <summary>Kind of the council's resolutions as their room tells them.</summary>
    private const string ResolutionKind = "resolution";

    /// <returns>The code; refusals <c>scheme.notFound</c>, <c>.notAllowed</c>, <c>.nodeTitleMissing</c>, <c>.unitMissing</c>, <c>.measureMissing</c>, <c>.goalYearWrong</c>, <c>.parentNotFound</c>, <c>.upperNotFound</c>, <c>.ownerNotFound</c>, <c>text.secret</c>, <c>input.*</c>.</returns>
    public Task<Result<string>> AddAsync(string schemeCode, NodeInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            var found = await work.SchemeAsync(schemeCode, token);
            if (found.IsRefused)
            {
                return Result<string>.Refuse(found.Refusals);
            }

            var (scheme, capacity) = found.Value;
            await work.HoldAsync(scheme.CouncilId, token);
            if (asked.Id is { } id && await work.Db.Set<SchemeNode>().FirstOrDefaultAsync(n => n.Id == id, token) is { } standing)
            {
                return standing.SchemeId == scheme.Id ? standing.Code : new Refusal("scheme.nodeNotFound", nameof(asked.Id));
            }

            var last = await work.Db.Set<SchemeNode>().Where(n => n.SchemeId == scheme.Id).MaxAsync(n => (int?)n.Ordinal, token) ?? 0;
            var node = new SchemeNode
            {
                Id = asked.Id ?? Guid.CreateVersion7(),
                SchemeId = scheme.Id,
                CouncilId = scheme.CouncilId,
                ProvinceId = scheme.ProvinceId,
                OriginCouncilId = scheme.CouncilId,
                Tier = scheme.Tier,
                Code = SchemeCode.Node(scheme.Code, last + 1),
                Ordinal = last + 1,
                Kind = asked.Kind,
                Title = "",
                Measure = asked.Measure,
                IssuedOn = scheme.IssuedOn,
            };
            if (await DescribeAsync(work, node, asked, token) is { Count: > 0 } wrong)
            {
                return Result<string>.Refuse(wrong);
            }

            work.Db.Add(node);
            SetGoals(work, node, asked, []);
            work.Record(new SchemeNodeAdded(SchemeEvent.About(scheme), node.Code, node.Title), capacity);

            return node.Code;
        }, ct);

    /// <summary>Corrects a node. Another unit of measure keeps the former with its last day: figures given in it stay in it.</summary>
    public Task<Result> EditAsync(string code, NodeInput asked, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, hand, token) =>
        {
            var (node, scheme, capacity) = hand;
            if (Work.ChangedMeanwhile(node, asked.Version) is { } changed)
            {
                return changed;
            }

            var was = node.Unit;
            if (await DescribeAsync(work, node, asked, token) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            if (was is not null && node.Unit is { } unit && unit != was && await work.Db.Set<NodeValue>().AnyAsync(v => v.NodeId == node.Id, token))
            {
                work.Db.Add(new NodeUnit { Id = Guid.CreateVersion7(), SchemeId = scheme.Id, NodeId = node.Id, Unit = was, Until = work.Today.AddDays(-1) });
                work.Record(new SchemeNodeUnitChanged(SchemeEvent.About(scheme), node.Code, was, unit, work.Today), capacity);
            }

            SetGoals(work, node, asked, await work.Db.Set<NodeGoal>().Where(g => g.NodeId == node.Id).ToListAsync(token));
            await SchemeProgressDesk.JudgeAsync(work, node, token);
            work.Record(new SchemeNodeEdited(SchemeEvent.About(scheme), node.Code), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Names a resolution of the council, or of one the person may read, that turns the node into what binds. Named twice it stands once.</summary>
    /// <returns>Refusals <c>scheme.nodeNotFound</c>, <c>.notAllowed</c>, <c>.resolutionNotFound</c>.</returns>
    public Task<Result> ConcretiseAsync(string code, string resolution, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, hand, token) =>
        {
            var (node, scheme, capacity) = hand;
            if (await telling.FindAsync(work.Db, ResolutionKind, resolution ?? "", work.Acting, token) is not { } found
                || await telling.TellAsync(work.Db, [found], work.Acting, token) is not [var told])
            {
                return new Refusal("scheme.resolutionNotFound", "Resolution", resolution ?? "");
            }

            await work.HoldAsync(scheme.CouncilId, token);
            if (await work.Db.Set<NodeResolution>().AnyAsync(r => r.NodeId == node.Id && r.ResolutionId == told.Id, token))
            {
                return Result.Done;
            }

            work.Db.Add(new NodeResolution { Id = Guid.CreateVersion7(), SchemeId = scheme.Id, NodeId = node.Id, ResolutionId = told.Id, ResolutionCode = told.Code, Title = told.Title });
            (node.OutsideBecause, node.Outcome) = (null, NodeOutcome.Concretised);
            work.Record(new SchemeNodeConcretised(SchemeEvent.About(scheme), node.Code, told.Code), capacity);

            return Result.Done;
        }, ct);

    /// <returns>Refusals <c>scheme.nodeNotFound</c>, <c>.notAllowed</c>, <c>.linkNotFound</c>.</returns>
    public Task<Result> UnlinkAsync(string code, Guid link, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, hand, token) =>
        {
            var (node, scheme, capacity) = hand;
            var links = await work.Db.Set<NodeResolution>().Where(r => r.NodeId == node.Id).ToListAsync(token);
            if (links.Find(l => l.Id == link) is not { } gone)
            {
                return new Refusal("scheme.linkNotFound");
            }

            work.Db.Remove(gone);
            node.Outcome = SchemeFigures.OutcomeOf(links.Count > 1, node.OutsideBecause);
            work.Record(new SchemeNodeUnlinked(SchemeEvent.About(scheme), node.Code, gone.ResolutionCode), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Không thuộc thẩm quyền HĐND: the node leaves the base, with a reason; without one it comes back.</summary>
    /// <returns>Refusals <c>scheme.nodeNotFound</c>, <c>.notAllowed</c>, <c>.reasonMissing</c>, <c>.hasResolution</c>, <c>text.secret</c>.</returns>
    public Task<Result> PutOutsideAsync(string code, string? reason, bool back, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, hand, token) =>
        {
            var (node, scheme, capacity) = hand;
            var has = await work.Db.Set<NodeResolution>().AnyAsync(r => r.NodeId == node.Id, token);
            if (back)
            {
                (node.OutsideBecause, node.Outcome) = (null, SchemeFigures.OutcomeOf(has, null));
                work.Record(new SchemeNodeTakenBack(SchemeEvent.About(scheme), node.Code), capacity);

                return Result.Done;
            }

            if (string.IsNullOrWhiteSpace(reason))
            {
                return new Refusal("scheme.reasonMissing", "Reason");
            }

            if (has)
            {
                return new Refusal("scheme.hasResolution", "Reason", node.Code);
            }

            if (Secrets.InText(reason, "Reason") is { } secret)
            {
                return secret;
            }

            var because = reason.Trim();
            (node.OutsideBecause, node.Outcome) = (because.Length > 500 ? because[..500] : because, NodeOutcome.OutsideAuthority);
            work.Record(new SchemeNodePutOutside(SchemeEvent.About(scheme), node.Code, node.OutsideBecause), capacity);

            return Result.Done;
        }, ct);

    private static async Task<List<Refusal>> DescribeAsync(Work work, SchemeNode node, NodeInput asked, CancellationToken ct)
    {
        List<Refusal> wrong = [.. SchemeRules.WrongIn(asked)];
        var parent = await OfAsync(asked.Parent, nameof(asked.Parent), "scheme.parentNotFound", code => work.Db.Set<SchemeNode>().FirstOrDefaultAsync(n => n.SchemeId == node.SchemeId && n.Code == code && n.Id != node.Id && n.ParentId != node.Id, ct));
        var upper = await OfAsync(asked.Upper, nameof(asked.Upper), "scheme.upperNotFound", code => work.Db.Set<SchemeNode>().VisibleTo(work.Acting)
            .FirstOrDefaultAsync(n => n.Code == code && n.Tier == Tier.Province && n.ProvinceId == node.ProvinceId && n.CouncilId != node.CouncilId, ct));
        if ((asked.OwnerAgencyId is { } agency && !await work.Db.Set<Agency>().AnyAsync(a => a.Id == agency && a.CouncilId == node.CouncilId, ct))
            || (asked.OwnerBodyId is { } body && !await work.Db.Set<Body>().AnyAsync(b => b.Id == body && b.CouncilId == node.CouncilId, ct)))
        {
            wrong.Add(new Refusal("scheme.ownerNotFound", nameof(asked.OwnerAgencyId)));
        }

        if (wrong.Count == 0)
        {
            (node.Kind, node.Title, node.ParentId, node.UpperNodeId) = (asked.Kind, asked.Title.Trim(), parent, upper);
            (node.Measure, node.Unit, node.Direction, node.SumsBelow) = (asked.Measure, UnitOf(asked), asked.Direction, asked.SumsBelow);
            (node.Baseline, node.BaselineYear, node.DataSource) = (asked.Baseline, asked.BaselineYear, asked.DataSource?.Trim());
            (node.OwnerAgencyId, node.OwnerBodyId, node.OwnerName) = (asked.OwnerAgencyId, asked.OwnerBodyId, asked.OwnerName?.Trim());
        }

        return wrong;

        async Task<Guid?> OfAsync(string? typed, string field, string refusal, Func<string, Task<SchemeNode?>> find)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return null;
            }

            if (await find(typed.Trim()) is { } there)
            {
                return there.Id;
            }

            wrong.Add(new Refusal(refusal, field, typed));

            return null;
        }
    }

    private static string? UnitOf(NodeInput asked) => asked.Measure switch
    {
        NodeMeasure.None => null,
        NodeMeasure.Ratio => "%",
        _ => asked.Unit?.Trim(),
    };

    private static void SetGoals(Work work, SchemeNode node, NodeInput asked, List<NodeGoal> standing)
    {
        foreach (var goal in asked.Goals)
        {
            if (standing.Find(g => g.Year == goal.Year) is { } there)
            {
                (there.Goal, there.Unit) = (goal.Goal, there.Goal == goal.Goal ? there.Unit : node.Unit);
            }
            else
            {
                work.Db.Add(new NodeGoal { Id = Guid.CreateVersion7(), SchemeId = node.SchemeId, NodeId = node.Id, Year = goal.Year, Goal = goal.Goal, Unit = node.Unit });
            }
        }

        work.Db.RemoveRange(standing.Where(g => asked.Goals.All(a => a.Year != g.Year)));
    }

    private Task<Result> ActAsync(string code, Acting acting, Func<Work, NodeInHand, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.NodeAsync(code, token);

            return found.IsRefused ? found : await act(work, found.Value, token);
        }, ct);
}
