using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Operations;

namespace NghiTruong.Councils;

/// <summary>Ends units inside an operation: version, council's term, bodies and agencies; where one council succeeds, it gets the open matters.</summary>
internal sealed class UnitEnding(Work work, Capacity capacity, IReadOnlyDictionary<string, Guid> unitIds, MatterMover mover)
{
    private readonly List<OpenMatter> _moved = [];

    public int MattersMoved => _moved.Count;

    public async Task<IReadOnlyList<EndedUnit>> EndAsync(IReadOnlyList<EndingUnit> ending, DateOnly on, CancellationToken ct)
    {
        List<EndedUnit> ended = [];
        foreach (var (unit, successions) in ending.OrderBy(e => UnitNames.TierOf(e.Unit.Kind)))
        {
            await EndAsync(unit.UnitId, [.. successions.Select(s => (unitIds[s.To], s.Kind, s.Basis))], on, ct);
            ended.Add(new EndedUnit(unit.Code, unit.FullName, [.. successions.Select(s => s.To)]));
        }

        return ended;
    }

    public async Task SplitOffAsync(IReadOnlyList<SuccessionRow> splits, DateOnly on, CancellationToken ct)
    {
        foreach (var split in splits.Where(s => unitIds.ContainsKey(s.From) && unitIds.ContainsKey(s.To)))
        {
            var (from, to) = (unitIds[split.From], unitIds[split.To]);
            if (!await work.Db.Set<UnitSuccession>().AnyAsync(s => s.FromUnitId == from && s.ToUnitId == to && s.On == on, ct))
            {
                work.Db.Add(Succession(from, to, SuccessionKind.Split, on, split.Basis));
            }
        }
    }

    /// <param name="on">First day of the successors; the unit's last day is the day before.</param>
    public async Task EndAsync(Guid unitId, IReadOnlyList<(Guid To, SuccessionKind Kind, string? Basis)> successors, DateOnly on, CancellationToken ct)
    {
        var version = await work.Db.Set<UnitVersion>().SingleAsync(v => v.UnitId == unitId && v.Until == null, ct);
        version.Until = on.AddDays(-1);
        foreach (var (to, kind, reason) in successors)
        {
            work.Db.Add(Succession(unitId, to, kind, on, reason));
        }

        var basis = successors.Select(s => s.Basis).FirstOrDefault(b => b is not null);
        var council = await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.UnitId == unitId, ct);
        work.Record(
            new UnitEnded(
                UnitEvent.About(unitId, version.Code, council?.Id ?? Guid.Empty), version.FullName, version.Until.Value, await NamesAsync(successors.Select(s => s.To), ct), basis),
            capacity);
        if (council is null)
        {
            return;
        }

        if (successors is [{ To: var only }] && await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.UnitId == only, ct) is { } successor)
        {
            // First: it rewrites rows in the database, which the moves then load.
            await AdoptCouncilsAsync(council, successor, ct);
            await mover.MoveAllAsync(work, capacity, council, successor, on, basis, _moved, ct);
            await SucceedAgenciesAsync(council.Id, successor.Id, ct);
        }

        await CouncilEnding.EndAsync(work, council.Id, version.Until.Value, ct);
    }

    /// <summary>A province's councils, ended ones too, go over with all their rows to the province that carries it on.</summary>
    private async Task AdoptCouncilsAsync(Council province, Council successor, CancellationToken ct)
    {
        if (province.Tier != Tier.Province)
        {
            return;
        }

        var former = province.ProvinceId;
        foreach (var council in await work.Db.Set<Council>().Where(c => c.ProvinceId == former).ToListAsync(ct))
        {
            await mover.ChangeProvinceAsync(work.Db, council, successor.ProvinceId, ct);
        }
    }

    private async Task SucceedAgenciesAsync(Guid from, Guid to, CancellationToken ct)
    {
        var successors = await AgencySuccession.BetweenAsync(work.Db, from, to, ct);
        foreach (var agency in await work.Db.Set<Agency>().Where(a => a.CouncilId == from && a.Until == null).ToListAsync(ct))
        {
            agency.SuccessorId = successors.TryGetValue(agency.Id, out var successor) ? successor : null;
        }
    }

    private async Task<IReadOnlyList<string>> NamesAsync(IEnumerable<Guid> units, CancellationToken ct)
    {
        var ids = units.ToList();

        return await work.Db.Set<UnitVersion>().Where(v => ids.Contains(v.UnitId) && v.Until == null).OrderBy(v => v.Code).Select(v => v.FullName).ToListAsync(ct);
    }

    private static UnitSuccession Succession(Guid from, Guid to, SuccessionKind kind, DateOnly on, string? basis) =>
        new() { Id = Guid.CreateVersion7(), FromUnitId = from, ToUnitId = to, Kind = kind, On = on, Basis = basis };
}

/// <summary>A council without a term: its running term, bodies, agencies and responsibilities end together; it may be given a term again.</summary>
internal static class CouncilEnding
{
    public static async Task EndAsync(Work work, Guid councilId, DateOnly lastDay, CancellationToken ct)
    {
        foreach (var term in await work.Db.Set<CouncilTerm>().Where(t => t.CouncilId == councilId && t.Until == null).ToListAsync(ct))
        {
            term.Until = lastDay;
        }

        foreach (var body in await work.Db.Set<Body>().Where(b => b.CouncilId == councilId && b.Until == null).ToListAsync(ct))
        {
            body.Until = lastDay;
        }

        foreach (var agency in await work.Db.Set<Agency>().Where(a => a.CouncilId == councilId && a.Until == null).ToListAsync(ct))
        {
            agency.Until = lastDay;
        }

        foreach (var responsibility in await work.Db.Set<Responsibility>().Where(r => r.CouncilId == councilId && r.Until == null).ToListAsync(ct))
        {
            responsibility.Until = lastDay;
        }
    }
}
