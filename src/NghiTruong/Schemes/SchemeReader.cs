using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Schemes;

/// <summary>Progress of a node in a period: its own figure, those below added to it where it sums, and the state against the target.</summary>
/// <param name="Own">The council's own figure; null where none was entered.</param>
/// <param name="Below">The lower councils' figures added up; null where the node does not sum.</param>
/// <param name="Lower">How many lower councils follow a node under it, and how many of them gave a figure.</param>
public sealed record NodeProgress(NodeValue? Own, SchemeSum? Below, Measured Total, decimal? Goal, NodeStatus Status, (int Nodes, int Given) Lower);

/// <summary>A node as the tree shows it.</summary>
public sealed record NodeView(SchemeNode Node, int Depth, IReadOnlyList<NodeResolution> Resolutions, NodeProgress Progress);

/// <summary>One document whole, within what the person may see.</summary>
public sealed record SchemeView(Scheme Scheme, SchemePeriod Period, bool MayKeep)
{
    public Scheme? Parent { get; init; }

    /// <summary>Documents that carry this one out, as far as the person may read them.</summary>
    public IReadOnlyList<Scheme> Children { get; init; } = [];

    /// <summary>In the order of the document, each below its parent.</summary>
    public IReadOnlyList<NodeView> Nodes { get; init; } = [];

    public IReadOnlyList<JournalEntry> Story { get; init; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Of those within the council's authority.</summary>
    public int Base => Nodes.Count(n => n.Node.Outcome != NodeOutcome.OutsideAuthority);

    public int Concretised => Nodes.Count(n => n.Node.Outcome == NodeOutcome.Concretised);
}

/// <summary>A lower council's figure under an upper node.</summary>
public sealed record LowerNode(SchemeNode Node, NodeValue? Value);

/// <summary>One node whole.</summary>
public sealed record NodeDetails(SchemeView Whole, NodeView View)
{
    public IReadOnlyList<NodeGoal> Goals { get; init; } = [];

    public IReadOnlyList<NodeUnit> FormerUnits { get; init; } = [];

    /// <summary>Latest period first.</summary>
    public IReadOnlyList<NodeValue> Values { get; init; } = [];

    public SchemeNode? Upper { get; init; }

    public IReadOnlyList<LowerNode> Lower { get; init; } = [];

    public SchemeNode Node => View.Node;
}

/// <summary>Reads documents whole, within what the person may see; null is "not found".</summary>
public sealed class SchemeReader(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    /// <param name="period">Null takes the latest a figure was given for, else the one that is running.</param>
    public async Task<SchemeView?> ReadAsync(string code, SchemePeriod? period, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await db.Set<Scheme>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(s => s.Code == code, ct) is { } scheme ? await ReadAsync(db, scheme, period, acting, ct) : null;
    }

    public async Task<NodeDetails?> NodeAsync(string code, SchemePeriod? period, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<SchemeNode>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(n => n.Code == code, ct) is not { } node)
        {
            return null;
        }

        var whole = await ReadAsync(db, await db.Set<Scheme>().AsNoTracking().FirstAsync(s => s.Id == node.SchemeId, ct), period, acting, ct);
        var lower = await db.Set<SchemeNode>().AsNoTracking().VisibleTo(acting).Where(n => n.UpperNodeId == node.Id).ToListAsync(ct);
        var values = await SchemeSums.ValuesAsync(db, [node.Id], whole.Period, ct);

        return new NodeDetails(whole, whole.Nodes.First(n => n.Node.Id == node.Id))
        {
            Goals = await db.Set<NodeGoal>().AsNoTracking().Where(g => g.NodeId == node.Id).OrderBy(g => g.Year).ToListAsync(ct),
            FormerUnits = await db.Set<NodeUnit>().AsNoTracking().Where(u => u.NodeId == node.Id).OrderBy(u => u.Until).ToListAsync(ct),
            Values = await db.Set<NodeValue>().AsNoTracking().Where(v => v.NodeId == node.Id).OrderByDescending(v => v.Year).ThenByDescending(v => v.Half).ToListAsync(ct),
            Upper = node.UpperNodeId is { } upper ? await db.Set<SchemeNode>().AsNoTracking().FirstOrDefaultAsync(n => n.Id == upper, ct) : null,
            Lower = [.. lower.Select(n => new LowerNode(n, values.FirstOrDefault(v => v.NodeId == n.Id)))],
        };
    }

    private async Task<SchemeView> ReadAsync(Db db, Scheme scheme, SchemePeriod? asked, Acting acting, CancellationToken ct)
    {
        var period = asked ?? await LatestAsync(db, scheme, ct);
        var story = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == scheme.Id).OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).ToListAsync(ct);
        var users = story.Select(e => e.UserId).ToList();
        var mayKeep = acting.MayKeep(scheme);

        return new SchemeView(scheme, period, mayKeep)
        {
            Parent = scheme.ParentId is { } parent ? await db.Set<Scheme>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(s => s.Id == parent, ct) : null,
            Children = await db.Set<Scheme>().AsNoTracking().VisibleTo(acting).Where(s => s.ParentId == scheme.Id).OrderBy(s => s.Code).ToListAsync(ct),
            Nodes = await SchemeSums.TreeAsync(db, scheme.Id, period, ct),
            Story = mayKeep ? story : [],
            Names = await db.Set<User>().AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct),
        };
    }

    private async Task<SchemePeriod> LatestAsync(Db db, Scheme scheme, CancellationToken ct)
    {
        var ids = db.Set<SchemeNode>().Where(n => n.SchemeId == scheme.Id).Select(n => n.Id);
        var latest = await db.Set<NodeValue>().AsNoTracking()
            .Where(v => v.SchemeId == scheme.Id || db.Set<SchemeNode>().Any(n => n.Id == v.NodeId && n.UpperNodeId != null && ids.Contains(n.UpperNodeId.Value)))
            .Select(v => new { v.Year, v.Half }).Distinct().ToListAsync(ct);

        return latest.Select(v => new SchemePeriod(v.Year, v.Half)).OrderByDescending(p => p.Last).ThenBy(p => p.Half).FirstOrDefault() ?? new SchemePeriod(clock.Today.Year, 0);
    }
}

/// <summary>Figures of a document's nodes with those of the councils below added up.</summary>
public static class SchemeSums
{
    /// <summary>The nodes of a document in their order, each with its figures of the period.</summary>
    public static async Task<IReadOnlyList<NodeView>> TreeAsync(Db db, Guid schemeId, SchemePeriod period, CancellationToken ct)
    {
        var nodes = await db.Set<SchemeNode>().AsNoTracking().Where(n => n.SchemeId == schemeId).OrderBy(n => n.Ordinal).ToListAsync(ct);
        var ids = nodes.ConvertAll(n => n.Id);
        var goals = (await db.Set<NodeGoal>().AsNoTracking().Where(g => g.SchemeId == schemeId).ToListAsync(ct)).ToLookup(g => g.NodeId);
        var links = (await db.Set<NodeResolution>().AsNoTracking().Where(r => r.SchemeId == schemeId).OrderBy(r => r.ResolutionCode).ToListAsync(ct)).ToLookup(r => r.NodeId);
        var former = await db.Set<NodeUnit>().AsNoTracking().Where(u => u.SchemeId == schemeId).ToListAsync(ct);
        var values = await ValuesAsync(db, ids, period, ct);
        var lower = (await db.Set<SchemeNode>().AsNoTracking().Where(n => n.UpperNodeId != null && ids.Contains(n.UpperNodeId.Value)).Select(n => new { n.Id, Upper = n.UpperNodeId!.Value }).ToListAsync(ct)).ToLookup(n => n.Upper, n => n.Id);
        var byNode = values.ToDictionary(v => v.NodeId);

        return [.. Order(nodes, null, 0).Select(o => new NodeView(o.Node, o.Depth, [.. links[o.Node.Id]], Progress(o.Node, [.. goals[o.Node.Id]], former, period, byNode, [.. lower[o.Node.Id]])))];
    }

    /// <summary>Figures of these nodes and of the lower councils' nodes under them.</summary>
    internal static Task<List<NodeValue>> ValuesAsync(Db db, List<Guid> nodes, SchemePeriod period, CancellationToken ct) =>
        db.Set<NodeValue>().AsNoTracking()
            .Where(v => v.Year == period.Year && v.Half == period.Half
                && (nodes.Contains(v.NodeId) || db.Set<SchemeNode>().Any(n => n.Id == v.NodeId && n.UpperNodeId != null && nodes.Contains(n.UpperNodeId.Value))))
            .ToListAsync(ct);

    private static NodeProgress Progress(SchemeNode node, List<NodeGoal> goals, List<NodeUnit> former, SchemePeriod period, Dictionary<Guid, NodeValue> values, List<Guid> lower)
    {
        var own = values.GetValueOrDefault(node.Id);
        var given = lower.Select(id => values.GetValueOrDefault(id)).OfType<NodeValue>().ToList();
        var unit = own?.Unit ?? SchemeFigures.UnitOn(node, former, period.Last);
        var below = node.SumsBelow ? SchemeFigures.Sum(given.Select(v => v.Measured), unit) : null;
        var total = below is null ? own?.Measured ?? Measured.Nothing : SchemeFigures.Sum(given.Select(v => v.Measured).Append(own?.Measured ?? Measured.Nothing), unit).Total;
        var goal = SchemeFigures.GoalOf(goals.Where(g => total.IsRatio || (g.Unit ?? "") == (unit ?? "")), period.Year)?.Goal;

        return new NodeProgress(own, below, total, goal, SchemeFigures.Judge(total, goal, node.Direction), (lower.Count, given.Count));
    }

    private static IEnumerable<(SchemeNode Node, int Depth)> Order(List<SchemeNode> nodes, Guid? parent, int depth) =>
        nodes.Where(n => n.ParentId == parent || (parent is null && n.ParentId is { } lost && nodes.TrueForAll(x => x.Id != lost)))
            .SelectMany(n => Order(nodes, n.Id, depth + 1).Prepend((n, depth)));
}
