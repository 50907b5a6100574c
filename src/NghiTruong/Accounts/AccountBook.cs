using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using NghiTruong.Councils;
using NghiTruong.Database;

namespace NghiTruong.Accounts;

/// <summary>An account as requests need it: is it alive, which stamp must its cookies bear, and what may it do today.</summary>
public sealed record Account(Guid Id, string SecurityStamp, bool IsDisabled, bool MustChangePassword, Acting Acting);

/// <summary>
/// Present grants by person, resolved to places and kept for a few seconds, so that a page costs no query for them. A change made on this node is
/// seen at once (<see cref="Forget"/>), one made on another node within <see cref="KeptFor"/>.
/// </summary>
public sealed class AccountBook(IDbContextFactory<Db> contexts, IMemoryCache cache, TimeProvider clock)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    /// <summary>The account, or null when there is none.</summary>
    public async ValueTask<Account?> FindAsync(Guid userId, CancellationToken ct)
    {
        var key = (typeof(AccountBook), userId);
        if (cache.TryGetValue(key, out Kept? kept) && kept!.Until > clock.Now && kept.Day == clock.Today)
        {
            return kept.Account;
        }

        var (until, day) = (clock.Now + KeptFor, clock.Today);
        var account = await ReadAsync(userId, day, ct);
        cache.Set(key, new Kept(account, until, day), KeptFor);

        return account;
    }

    public void Forget(Guid userId) => cache.Remove((typeof(AccountBook), userId));

    private async Task<Account?> ReadAsync(Guid userId, DateOnly day, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<User>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == userId, ct) is not { } user)
        {
            return null;
        }

        var acting = new Acting(user.Id, user.UserName, user.FullName, await CapacitiesAsync(db, user.Id, day, ct));

        return new Account(user.Id, user.SecurityStamp, user.IsDisabled, user.MustChangePassword, acting);
    }

    /// <summary>The grants of a person that hold on a day, with their places, oldest first.</summary>
    internal static async Task<List<Capacity>> CapacitiesAsync(Db db, Guid userId, DateOnly day, CancellationToken ct)
    {
        var rows = await (
            from grant in db.Set<Grant>().AsNoTracking()
            where grant.UserId == userId && grant.From <= day && (grant.Until == null || grant.Until >= day)
            join council in db.Set<Council>() on grant.CouncilId equals (Guid?)council.Id into councils
            from council in councils.DefaultIfEmpty()
            join agency in db.Set<Agency>() on grant.AgencyId equals (Guid?)agency.Id into agencies
            from agency in agencies.DefaultIfEmpty()
            orderby grant.From, grant.Id
            select new
            {
                grant.Id,
                grant.Role,
                grant.CouncilId,
                grant.AgencyId,
                Council = council == null ? null : new { council.Name, council.Tier, council.UnitId, council.ProvinceId },
                Agency = agency == null ? null : agency.Name,
            }).ToListAsync(ct);
        var units = await UnitNamesAsync(db, [.. rows.Select(r => r.AgencyId).OfType<Guid>()], day, ct);
        var capacities = new List<Capacity>(rows.Count);
        foreach (var row in rows)
        {
            var below = row.Council is { Tier: Tier.District } district ? await BelowAsync(db, district.UnitId, ct) : [];
            capacities.Add(new Capacity(
                row.Id, row.Role, row.CouncilId, row.AgencyId, row.Council?.ProvinceId, row.Council?.Tier == Tier.Province, below, row.Agency ?? row.Council?.Name ?? "")
            {
                UnitName = row.AgencyId is { } agency ? units.GetValueOrDefault(agency) : null,
            });
        }

        return capacities;
    }

    /// <summary>The unit each agency works in, as it is called on a day.</summary>
    private static async Task<Dictionary<Guid, string>> UnitNamesAsync(Db db, List<Guid> agencies, DateOnly day, CancellationToken ct)
    {
        if (agencies.Count == 0)
        {
            return [];
        }

        var names = await (
            from agency in db.Set<Agency>().AsNoTracking()
            where agencies.Contains(agency.Id)
            join council in db.Set<Council>() on agency.CouncilId equals council.Id
            join version in db.Set<UnitVersion>() on council.UnitId equals version.UnitId
            where version.From <= day && (version.Until == null || version.Until >= day)
            select new { agency.Id, version.FullName }).ToListAsync(ct);

        return names.GroupBy(n => n.Id).ToDictionary(g => g.Key, g => UnitNames.Inside(g.First().FullName));
    }

    /// <summary>Councils of the units that ever stood under a former district.</summary>
    private static async Task<List<Guid>> BelowAsync(Db db, Guid districtId, CancellationToken ct) =>
        await db.Set<UnitVersion>()
            .Where(v => v.ParentId == districtId)
            .Join(db.Set<Council>(), v => v.UnitId, c => c.UnitId, (_, c) => c.Id)
            .Distinct()
            .ToListAsync(ct);

    private sealed record Kept(Account? Account, DateTime Until, DateOnly Day);
}
