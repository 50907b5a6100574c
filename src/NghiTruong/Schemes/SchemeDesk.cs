using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Schemes;

/// <summary>Documents of Party committees: entered, corrected, taken over from above.</summary>
public sealed class SchemeDesk(OperationRunner operations)
{
    /// <returns>The code; refusals <c>council.notFound</c>, <c>scheme.numberMissing</c>, <c>.titleMissing</c>, <c>.issuerMissing</c>, <c>.issuedInFuture</c>, <c>.periodWrong</c>, <c>.parentNotFound</c>, <c>text.secret</c>, <c>input.*</c>.</returns>
    public Task<Result<string>> EnterAsync(SchemeInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            var (council, capacity) = await CouncilAsync(work, asked.CouncilId, token);
            if (council is null || capacity is null)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            // The second of two presses waits here and finds what the first has stored.
            await work.HoldAsync(council.Id, token);
            if (asked.Id is { } id && await work.Db.Set<Scheme>().FirstOrDefaultAsync(s => s.Id == id, token) is { } standing)
            {
                return standing.CouncilId == council.Id ? standing.Code : new Refusal("scheme.notFound", nameof(asked.Id));
            }

            List<Refusal> wrong = [.. SchemeRules.WrongIn(asked, work.Today)];
            var parent = await ParentAsync(work, asked, null, wrong, token);
            if (wrong.Count > 0)
            {
                return Result<string>.Refuse(wrong);
            }

            var scheme = await AddAsync(work, asked, council, parent, token);
            work.Record(new SchemeEntered(SchemeEvent.About(scheme), scheme.Number, scheme.Title), capacity);

            return scheme.Code;
        }, ct);

    /// <param name="version">The version the form was filled from.</param>
    /// <returns>Refusals <c>scheme.notFound</c>, <c>.notAllowed</c>, <c>record.changedMeanwhile</c> and those of <see cref="EnterAsync"/>.</returns>
    public Task<Result> EditAsync(string code, SchemeInput asked, int? version, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.SchemeAsync(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var scheme = found.Value.Scheme;
            if (Work.ChangedMeanwhile(scheme, version) is { } changed)
            {
                return changed;
            }

            List<Refusal> wrong = [.. SchemeRules.WrongIn(asked, work.Today)];
            var parent = await ParentAsync(work, asked, scheme.Id, wrong, token);
            if (wrong.Count > 0)
            {
                return Result.Refuse(wrong);
            }

            (scheme.Kind, scheme.Number, scheme.Title, scheme.IssuedBy) = (asked.Kind, asked.Number.Trim(), asked.Title.Trim(), asked.IssuedBy.Trim());
            (scheme.IssuedOn, scheme.PeriodFrom, scheme.PeriodTo, scheme.ParentId) = (asked.IssuedOn, asked.PeriodFrom, asked.PeriodTo, parent);
            scheme.Fold();
            foreach (var node in await work.Db.Set<SchemeNode>().Where(n => n.SchemeId == scheme.Id && n.IssuedOn != asked.IssuedOn).ToListAsync(token))
            {
                node.IssuedOn = asked.IssuedOn;
            }

            work.Record(new SchemeEdited(SchemeEvent.About(scheme)), found.Value.Capacity);

            return Result.Done;
        }, ct);

    /// <summary>
    /// A lower council takes an upper document over: its own document under it with a node for each of the upper ones, which count into them. Nothing is typed twice. Taken over once it stays as it is.
    /// </summary>
    /// <returns>The code of the council's own; refusals <c>council.notFound</c>, <c>scheme.notFound</c>, <c>.adoptOwn</c> and those of <see cref="EnterAsync"/>.</returns>
    public Task<Result<string>> AdoptAsync(string upperCode, SchemeInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            var (council, capacity) = await CouncilAsync(work, asked.CouncilId, token);
            if (council is null || capacity is null)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            if (await work.Db.Set<Scheme>().VisibleTo(acting).FirstOrDefaultAsync(s => s.Code == upperCode, token) is not { } upper)
            {
                return new Refusal("scheme.notFound", null, upperCode);
            }

            if (upper.Tier != Tier.Province || council.Tier == Tier.Province || upper.ProvinceId != council.ProvinceId)
            {
                return new Refusal("scheme.adoptOwn", null, upperCode);
            }

            await work.HoldAsync(council.Id, token);
            if (await work.Db.Set<Scheme>().FirstOrDefaultAsync(s => s.CouncilId == council.Id && s.ParentId == upper.Id, token) is { } standing)
            {
                return standing.Code;
            }

            if (SchemeRules.WrongIn(asked, work.Today) is { Count: > 0 } wrong)
            {
                return Result<string>.Refuse(wrong);
            }

            var scheme = await AddAsync(work, asked, council, upper.Id, token);
            var nodes = await CopyAsync(work, upper, scheme, token);
            work.Record(new SchemeAdopted(SchemeEvent.About(scheme), upper.Code, nodes), capacity);

            return scheme.Code;
        }, ct);

    private static async Task<(Council? Council, Capacity? Capacity)> CouncilAsync(Work work, Guid id, CancellationToken ct) =>
        await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == id, ct) is { } council ? (council, work.Acting.CapacityFor<KeepSchemes>(council.Id, council.ProvinceId)) : (null, null);

    /// <summary>The document above, of one's own council or the province's, and not below this one.</summary>
    private static async Task<Guid?> ParentAsync(Work work, SchemeInput asked, Guid? self, List<Refusal> wrong, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(asked.Parent))
        {
            return null;
        }

        var parent = await work.Db.Set<Scheme>().VisibleTo(work.Acting).FirstOrDefaultAsync(s => s.Code == asked.Parent.Trim(), ct);
        for (var above = parent; above is not null; above = above.ParentId is { } next ? await work.Db.Set<Scheme>().FirstOrDefaultAsync(s => s.Id == next, ct) : null)
        {
            if (above.Id == self)
            {
                parent = null;
                break;
            }
        }

        if (parent is null)
        {
            wrong.Add(new Refusal("scheme.parentNotFound", nameof(asked.Parent), asked.Parent));
        }

        return parent?.Id;
    }

    private static async Task<Scheme> AddAsync(Work work, SchemeInput asked, Council council, Guid? parent, CancellationToken ct)
    {
        var year = asked.IssuedOn.Year;
        var scheme = new Scheme
        {
            Id = asked.Id ?? Guid.CreateVersion7(),
            CouncilId = council.Id,
            ProvinceId = council.ProvinceId,
            OriginCouncilId = council.Id,
            Tier = council.Tier,
            Code = SchemeCode.Of(council.Code, year, await CodeSeries.NextAsync(work.Db, SchemeCode.Series(council.Code, year), 1, ct)),
            Kind = asked.Kind,
            Number = asked.Number.Trim(),
            Title = asked.Title.Trim(),
            IssuedOn = asked.IssuedOn,
            IssuedBy = asked.IssuedBy.Trim(),
            PeriodFrom = asked.PeriodFrom,
            PeriodTo = asked.PeriodTo,
            ParentId = parent,
            CreatedAt = work.Now,
        };
        scheme.Fold();
        work.Db.Add(scheme);

        return scheme;
    }

    private static async Task<int> CopyAsync(Work work, Scheme upper, Scheme scheme, CancellationToken ct)
    {
        var nodes = await work.Db.Set<SchemeNode>().AsNoTracking().Where(n => n.SchemeId == upper.Id).OrderBy(n => n.Ordinal).ToListAsync(ct);
        var goals = (await work.Db.Set<NodeGoal>().AsNoTracking().Where(g => g.SchemeId == upper.Id).ToListAsync(ct)).ToLookup(g => g.NodeId);
        var copies = nodes.ToDictionary(n => n.Id, _ => Guid.CreateVersion7());
        foreach (var node in nodes)
        {
            var copy = new SchemeNode
            {
                Id = copies[node.Id],
                SchemeId = scheme.Id,
                CouncilId = scheme.CouncilId,
                ProvinceId = scheme.ProvinceId,
                OriginCouncilId = scheme.CouncilId,
                Tier = scheme.Tier,
                Code = SchemeCode.Node(scheme.Code, node.Ordinal),
                Ordinal = node.Ordinal,
                Kind = node.Kind,
                Title = node.Title,
                ParentId = node.ParentId is { } parent ? copies.GetValueOrDefault(parent) : null,
                UpperNodeId = node.Id,
                Measure = node.Measure,
                Unit = node.Unit,
                Direction = node.Direction,
                DataSource = node.DataSource,
                IssuedOn = scheme.IssuedOn,

                // What no council can decide above, none can below.
                OutsideBecause = node.OutsideBecause,
                Outcome = SchemeFigures.OutcomeOf(false, node.OutsideBecause),
            };
            work.Db.Add(copy);

            // A share is the same target for everybody; an amount is each council's own to set.
            foreach (var goal in node.Measure == NodeMeasure.Ratio ? goals[node.Id] : [])
            {
                work.Db.Add(new NodeGoal { Id = Guid.CreateVersion7(), SchemeId = scheme.Id, NodeId = copy.Id, Year = goal.Year, Goal = goal.Goal, Unit = goal.Unit });
            }
        }

        return nodes.Count;
    }
}
