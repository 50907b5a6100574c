using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;

namespace NghiTruong.Councils;

/// <summary>A council as lists and headings name it.</summary>
public sealed record CouncilName(Guid Id, string Code, string Name, Tier Tier, Guid UnitId, Guid ProvinceId, string SortKey);

/// <summary>An agency as lists name it.</summary>
public sealed record AgencyName(Guid Id, Guid CouncilId, AgencyKind Kind, string Name, string? ShortName, Guid? ParentId, bool IsPresent);

/// <summary>
/// Names of councils, agencies and sessions for lists and layouts, kept in memory so that a page costs no query for them. A change made on another node
/// is seen after <see cref="Kept"/> at the latest.
/// </summary>
public sealed class CouncilDirectory(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, (AgencyName Name, long ReadAt)> _agencies = [];
    private readonly ConcurrentDictionary<Guid, (IReadOnlyList<AgencyName> List, long ReadAt)> _agenciesOf = [];
    private readonly ConcurrentDictionary<Guid, (IReadOnlyList<CouncilSession> List, long ReadAt)> _sessionsOf = [];
    private AllCouncils? _councils;
    private int _reading;

    /// <summary>Forgets everything this node keeps, after it has changed something.</summary>
    public void Forget()
    {
        _councils = null;
        _agencies.Clear();
        _agenciesOf.Clear();
        _sessionsOf.Clear();
    }

    public async ValueTask<IReadOnlyDictionary<Guid, CouncilName>> CouncilsAsync(CancellationToken ct) => (await AllAsync(ct)).ById;

    /// <summary>The councils of a province, its own first, then by name.</summary>
    public async ValueTask<IReadOnlyList<CouncilName>> OfProvinceAsync(Guid provinceId, CancellationToken ct) =>
        (await AllAsync(ct)).ByProvince.GetValueOrDefault(provinceId) ?? [];

    /// <summary>One reads the councils anew when they are old; whoever else asks meanwhile gets what was kept.</summary>
    private async ValueTask<AllCouncils> AllAsync(CancellationToken ct)
    {
        var kept = _councils;
        if (kept is not null && (clock.GetElapsedTime(kept.ReadAt) < Kept || Interlocked.Exchange(ref _reading, 1) == 1))
        {
            return kept;
        }

        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var councils = await db.Set<Council>().AsNoTracking()
                .Select(c => new CouncilName(c.Id, c.Code, c.Name, c.Tier, c.UnitId, c.ProvinceId, c.SortKey))
                .ToListAsync(ct);

            return _councils = AllCouncils.Of(councils, clock.GetTimestamp());
        }
        finally
        {
            _reading = 0;
        }
    }

    public async ValueTask<CouncilName?> CouncilAsync(Guid? id, CancellationToken ct) =>
        id is { } council ? (await CouncilsAsync(ct)).GetValueOrDefault(council) : null;

    /// <summary>The agencies of a council's list, those still present first, by kind and name.</summary>
    public async ValueTask<IReadOnlyList<AgencyName>> AgenciesOfAsync(Guid councilId, CancellationToken ct)
    {
        if (_agenciesOf.TryGetValue(councilId, out var kept) && clock.GetElapsedTime(kept.ReadAt) < Kept)
        {
            return kept.List;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var agencies = (await Names(db.Set<Agency>().Where(a => a.CouncilId == councilId)).ToListAsync(ct))
            .OrderByDescending(a => a.IsPresent).ThenBy(a => a.Kind).ThenBy(a => a.Name, StringComparer.Ordinal).ToList();
        _agenciesOf[councilId] = (agencies, clock.GetTimestamp());

        return agencies;
    }

    /// <summary>The names of some agencies; those not kept yet are read in one query.</summary>
    public async ValueTask<IReadOnlyDictionary<Guid, AgencyName>> AgenciesAsync(IEnumerable<Guid?> ids, CancellationToken ct)
    {
        var wanted = ids.OfType<Guid>().Distinct().ToList();
        var missing = wanted.Where(id => !_agencies.TryGetValue(id, out var kept) || clock.GetElapsedTime(kept.ReadAt) >= Kept).ToList();
        if (missing.Count > 0)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            foreach (var agency in await Names(db.Set<Agency>().Where(a => missing.Contains(a.Id))).ToListAsync(ct))
            {
                _agencies[agency.Id] = (agency, clock.GetTimestamp());
            }
        }

        return wanted.Where(_agencies.ContainsKey).ToDictionary(id => id, id => _agencies[id].Name);
    }

    /// <summary>A council's sessions, latest first.</summary>
    public async ValueTask<IReadOnlyList<CouncilSession>> SessionsOfAsync(Guid councilId, CancellationToken ct)
    {
        if (_sessionsOf.TryGetValue(councilId, out var kept) && clock.GetElapsedTime(kept.ReadAt) < Kept)
        {
            return kept.List;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var sessions = await db.Set<CouncilSession>().AsNoTracking().Where(s => s.CouncilId == councilId).OrderByDescending(s => s.OpensOn).ToListAsync(ct);
        _sessionsOf[councilId] = (sessions, clock.GetTimestamp());

        return sessions;
    }

    private static IQueryable<AgencyName> Names(IQueryable<Agency> agencies) => agencies.AsNoTracking()
        .Select(a => new AgencyName(a.Id, a.CouncilId, a.Kind, a.Name, a.ShortName, a.ParentId, a.Until == null));

    private sealed record AllCouncils(IReadOnlyDictionary<Guid, CouncilName> ById, IReadOnlyDictionary<Guid, IReadOnlyList<CouncilName>> ByProvince, long ReadAt)
    {
        public static AllCouncils Of(List<CouncilName> councils, long readAt) => new(
            councils.ToDictionary(c => c.Id),
            councils.OrderBy(c => c.Tier).ThenBy(c => c.SortKey, StringComparer.Ordinal).GroupBy(c => c.ProvinceId).ToDictionary(g => g.Key, IReadOnlyList<CouncilName> (g) => [.. g]),
            readAt);
    }
}
