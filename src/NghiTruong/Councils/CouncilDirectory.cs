using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;

namespace NghiTruong.Councils;

/// <summary>A council as lists and headings name it.</summary>
public sealed record CouncilName(Guid Id, string Code, string Name, Tier Tier, Guid UnitId, Guid ProvinceId, string SortKey);

/// <summary>An agency as lists name it.</summary>
public sealed record AgencyName(Guid Id, Guid CouncilId, AgencyKind Kind, string Name, string? ShortName, Guid? ParentId, bool IsPresent);

/// <summary>A body of a council as lists name it.</summary>
public sealed record BodyName(Guid Id, Guid CouncilId, BodyKind Kind, string Name, bool IsPresent);

/// <summary>
/// Names of councils, bodies, agencies and sessions for lists and layouts, kept in memory so that a page costs no query for them. A change made on another node
/// is seen after <see cref="Kept"/> at the latest.
/// </summary>
public sealed class CouncilDirectory(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, (AgencyName Name, long ReadAt)> _agencies = [];
    private readonly ConcurrentDictionary<Guid, (IReadOnlyList<AgencyName> List, long ReadAt)> _agenciesOf = [];
    private readonly ConcurrentDictionary<Guid, (IReadOnlyList<CouncilSession> List, long ReadAt)> _sessionsOf = [];
    private (IReadOnlyDictionary<Guid, BodyName> ById, long ReadAt)? _bodies;
    private AllCouncils? _councils;
    private int _reading;

    /// <summary>Forgets everything this node keeps, after it has changed something.</summary>
    public void Forget()
    {
        _councils = null;
        _bodies = null;
        _agencies.Clear();
        _agenciesOf.Clear();
        _sessionsOf.Clear();
    }

    public async ValueTask<IReadOnlyDictionary<Guid, CouncilName>> CouncilsAsync(CancellationToken ct) => (await AllAsync(ct)).ById;

    /// <summary>
    /// A council as addresses, the API and commands name it: <c>00025</c> is the one of today's holder of the unit code, <c>00025@2024-06-30</c> that day's (the state uses codes
    /// again); an id is taken too. Null when there is none. The grammar is that of <see cref="UnitBook"/>, which finds the unit and not its council.
    /// </summary>
    public async ValueTask<CouncilName?> FindAsync(string? address, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        var all = await AllAsync(ct);
        if (Guid.TryParse(address, CultureInfo.InvariantCulture, out var id))
        {
            return all.ById.GetValueOrDefault(id);
        }

        return UnitBook.Parse(address) switch
        {
            (var code, null) => all.Today.GetValueOrDefault(code),
            (var code, { } on) => await FindAsync(code, on, all, ct),
            null => null,
        };
    }

    private async Task<CouncilName?> FindAsync(string code, DateOnly on, AllCouncils all, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var holders = await db.Set<UnitVersion>().Where(v => v.Code == code && v.From <= on && (v.Until == null || v.Until >= on)).Select(v => v.UnitId).ToListAsync(ct);

        return all.ById.Values.FirstOrDefault(c => holders.Contains(c.UnitId));
    }

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

            var today = clock.Today;
            var holders = await db.Set<UnitVersion>().Where(v => v.From <= today && (v.Until == null || v.Until >= today)).Select(v => new { v.Code, v.UnitId }).ToListAsync(ct);

            return _councils = AllCouncils.Of(councils, holders.Select(h => (h.Code, h.UnitId)), clock.GetTimestamp());
        }
        finally
        {
            _reading = 0;
        }
    }

    public async ValueTask<CouncilName?> CouncilAsync(Guid? id, CancellationToken ct) =>
        id is { } council ? (await CouncilsAsync(ct)).GetValueOrDefault(council) : null;

    /// <summary>A council as one chooses it from the whole nation, where many communes share a name: with its province and its code.</summary>
    public async ValueTask<string> NameInNationAsync(Guid id, CancellationToken ct)
    {
        if (await CouncilAsync(id, ct) is not { } council)
        {
            return "";
        }

        var province = council.Tier == Tier.Province ? null : (await OfProvinceAsync(council.ProvinceId, ct)).FirstOrDefault(c => c.Tier == Tier.Province)?.Name;

        return province is null ? $"{council.Name} ({council.Code})" : $"{council.Name}, {UnitNames.WithoutCouncil(province)} ({council.Code})";
    }

    /// <summary>The bodies of all councils: a committee's name is never more than a look-up away, and a council has less than ten.</summary>
    public async ValueTask<IReadOnlyDictionary<Guid, BodyName>> BodiesAsync(CancellationToken ct)
    {
        if (_bodies is { } kept && clock.GetElapsedTime(kept.ReadAt) < Kept)
        {
            return kept.ById;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var bodies = await db.Set<Body>().AsNoTracking().Select(b => new BodyName(b.Id, b.CouncilId, b.Kind, b.Name, b.Until == null)).ToDictionaryAsync(b => b.Id, ct);
        _bodies = (bodies, clock.GetTimestamp());

        return bodies;
    }

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

    private sealed record AllCouncils(
        IReadOnlyDictionary<Guid, CouncilName> ById, IReadOnlyDictionary<Guid, IReadOnlyList<CouncilName>> ByProvince, IReadOnlyDictionary<string, CouncilName> Today, long ReadAt)
    {
        public static AllCouncils Of(List<CouncilName> councils, IEnumerable<(string Code, Guid Unit)> holders, long readAt)
        {
            var byUnit = councils.ToLookup(c => c.UnitId);
            Dictionary<string, CouncilName> today = new(StringComparer.Ordinal);
            foreach (var (code, unit) in holders)
            {
                if (byUnit[unit].FirstOrDefault() is { } council)
                {
                    today.TryAdd(code, council);
                }
            }

            return new AllCouncils(
                councils.ToDictionary(c => c.Id),
                councils.OrderBy(c => c.Tier).ThenBy(c => c.SortKey, StringComparer.Ordinal).GroupBy(c => c.ProvinceId).ToDictionary(g => g.Key, IReadOnlyList<CouncilName> (g) => [.. g]),
                today,
                readAt);
        }
    }
}
