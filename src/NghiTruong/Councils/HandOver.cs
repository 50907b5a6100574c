using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Councils;

/// <summary>A matter and the council that shall take it on.</summary>
public sealed record HandOverChoice(Guid MatterId, Guid ToCouncilId);

/// <summary>What still lies open at a council that has ended, and who may take it.</summary>
public sealed record HandOverPage(Council From, IReadOnlyList<OpenMatter> Open, IReadOnlyList<Council> Successors, IReadOnlyList<HandOverRecord> Records);

/// <summary>
/// Shares out a former council's open matters record by record among those that succeed it: a district's among its communes and the province. Each receiving
/// council gets a hand-over record.
/// </summary>
public sealed class HandOver(OperationRunner operations, IDbContextFactory<Db> contexts, MatterMover mover)
{
    /// <returns>The page, or null when the council is not there for this person.</returns>
    public async Task<HandOverPage?> ReadAsync(Guid councilId, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Council>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == councilId, ct) is not { } council
            || acting.CapacityFor<HandOverMatters>(council.Id, council.ProvinceId) is null)
        {
            return null;
        }

        var records = await db.Set<HandOverRecord>().AsNoTracking().Include(r => r.Lines).Where(r => r.FromCouncilId == councilId).OrderBy(r => r.CreatedAt).ToListAsync(ct);

        return new HandOverPage(council, await mover.OpenAsync(db, councilId, ct), await SuccessorsAsync(db, council, ct), records);
    }

    /// <summary>A hand-over record with both councils, to be printed; null when it is not there for this person.</summary>
    public async Task<(HandOverRecord Record, Council From, Council To)?> ReadRecordAsync(Guid councilId, Guid recordId, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<HandOverRecord>().AsNoTracking().Include(r => r.Lines).FirstOrDefaultAsync(r => r.Id == recordId && r.FromCouncilId == councilId, ct) is not { } record)
        {
            return null;
        }

        var from = await db.Set<Council>().AsNoTracking().SingleAsync(c => c.Id == record.FromCouncilId, ct);
        var to = await db.Set<Council>().AsNoTracking().SingleAsync(c => c.Id == record.ToCouncilId, ct);

        return acting.CapacityFor<HandOverMatters>(from.Id, from.ProvinceId) is null ? null : (record, from, to);
    }

    /// <returns>The hand-over records, one for each receiving council; refusals <c>council.notFound</c>, <c>handOver.nothingChosen</c>, <c>handOver.notOpen</c>,
    /// <c>handOver.notASuccessor</c>, <c>handOver.stillRuns</c>, <c>unit.basisMissing</c>.</returns>
    public Task<Result<IReadOnlyList<Guid>>> ShareOutAsync(
        Guid fromCouncilId, IReadOnlyCollection<HandOverChoice> choices, DateOnly on, string basis, Acting acting, CancellationToken ct) =>
        operations.RunAsync<IReadOnlyList<Guid>>(acting, (work, token) => ShareOutAsync(work, fromCouncilId, choices, on, basis, token), ct);

    private async Task<Result<IReadOnlyList<Guid>>> ShareOutAsync(
        Work work, Guid fromCouncilId, IReadOnlyCollection<HandOverChoice> choices, DateOnly on, string basis, CancellationToken ct)
    {
        if (await work.Db.Set<Council>().Include(c => c.Terms).FirstOrDefaultAsync(c => c.Id == fromCouncilId, ct) is not { } from
            || work.Acting.CapacityFor<HandOverMatters>(from.Id, from.ProvinceId) is not { } capacity)
        {
            return new Refusal("council.notFound");
        }

        var open = (await mover.OpenAsync(work.Db, from.Id, ct)).ToDictionary(m => m.Id);
        var successors = (await SuccessorsAsync(work.Db, from, ct)).ToDictionary(c => c.Id);
        if (WrongIn(from, choices, on, basis, open, successors) is { } wrong)
        {
            return wrong;
        }

        List<Guid> records = [];
        foreach (var share in choices.GroupBy(c => c.ToCouncilId))
        {
            var matters = share.Select(c => open[c.MatterId]).OrderBy(m => m.Code, StringComparer.Ordinal).ToList();
            var to = successors[share.Key];
            var record = Record(from, to, matters, on, basis.Trim(), work.Now);
            work.Db.Add(record);
            work.Record(new MattersSharedOut(CouncilEvent.About(from), record.Id, to.Name, matters.Count, on, record.Basis), capacity);
            await mover.MoveAsync(work, capacity, from, to, matters, on, record.Basis, ct);
            records.Add(record.Id);
        }

        return records;
    }

    private static Refusal? WrongIn(
        Council from, IReadOnlyCollection<HandOverChoice> choices, DateOnly on, string basis, Dictionary<Guid, OpenMatter> open, Dictionary<Guid, Council> successors)
    {
        if (string.IsNullOrWhiteSpace(basis))
        {
            return new Refusal("unit.basisMissing", "Basis");
        }

        if (choices.Count == 0)
        {
            return new Refusal("handOver.nothingChosen");
        }

        if (from.Terms.Exists(t => t.Until is null || t.Until >= on))
        {
            return new Refusal("handOver.stillRuns", "On");
        }

        if (choices.FirstOrDefault(c => !open.ContainsKey(c.MatterId)) is not null || choices.DistinctBy(c => c.MatterId).Count() < choices.Count)
        {
            return new Refusal("handOver.notOpen");
        }

        return choices.Any(c => !successors.ContainsKey(c.ToCouncilId)) ? new Refusal("handOver.notASuccessor") : null;
    }

    private static HandOverRecord Record(Council from, Council to, List<OpenMatter> matters, DateOnly on, string basis, DateTime now)
    {
        var record = new HandOverRecord { Id = Guid.CreateVersion7(), FromCouncilId = from.Id, ToCouncilId = to.Id, On = on, Basis = basis, CreatedAt = now };
        record.Lines.AddRange(matters.Select((m, at) => new HandOverLine
        {
            RecordId = record.Id,
            Ordinal = at + 1,
            Kind = m.Kind,
            MatterId = m.Id,
            Code = m.Code,
            Title = m.Title,
            Place = m.Place,
            DueOn = m.DueOn,
        }));

        return record;
    }

    /// <summary>Councils of the units that carry this one on, and the province's.</summary>
    private static async Task<List<Council>> SuccessorsAsync(Db db, Council council, CancellationToken ct)
    {
        var units = await db.Set<UnitSuccession>().Where(s => s.FromUnitId == council.UnitId).Select(s => s.ToUnitId).ToListAsync(ct);
        units.Add(council.ProvinceId);

        return await db.Set<Council>()
            .Where(c => units.Contains(c.UnitId) && c.Id != council.Id && c.Terms.Any(t => t.Until == null))
            .OrderBy(c => c.Tier)
            .ThenBy(c => c.SortKey)
            .ToListAsync(ct);
    }
}
