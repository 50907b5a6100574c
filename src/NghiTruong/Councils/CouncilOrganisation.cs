using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Councils;

/// <summary>The organisation of a council as its page shows it.</summary>
/// <param name="Total">Delegates on the day; null where nobody said.</param>
/// <param name="MayManage">The person keeps it.</param>
public sealed record Organisation(
    Council Council,
    CouncilTerm? Term,
    DelegateTotal? Total,
    IReadOnlyList<Body> Bodies,
    IReadOnlyList<Agency> Agencies,
    IReadOnlyList<CouncilSession> Sessions,
    IReadOnlyList<Responsibility> Responsibilities,
    bool MayManage);

/// <summary>Reads the organisation of a council for somebody who may see it.</summary>
public sealed class CouncilOrganisation(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    /// <returns>Null when the council is not there for this person.</returns>
    public async Task<Organisation?> ReadAsync(Guid councilId, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Council>().AsNoTracking().Include(c => c.Terms).FirstOrDefaultAsync(c => c.Id == councilId, ct) is not { } council
            || acting.CapacityFor<ReadCouncils>(council.Id, council.ProvinceId) is null)
        {
            return null;
        }

        var today = clock.Today;
        var agencies = await db.Set<Agency>().AsNoTracking().Where(a => a.CouncilId == councilId).ToListAsync(ct);
        var bodies = await db.Set<Body>().AsNoTracking().Where(b => b.CouncilId == councilId).ToListAsync(ct);

        return new Organisation(
            council,
            council.Terms.Find(t => t.From <= today && (t.Until is null || t.Until >= today)),
            await db.Set<DelegateTotal>().AsNoTracking().Where(t => t.CouncilId == councilId && t.From <= today).OrderByDescending(t => t.From).FirstOrDefaultAsync(ct),
            [.. bodies.OrderBy(b => b.Until is not null).ThenBy(b => b.Kind).ThenBy(b => b.Code, StringComparer.Ordinal)],
            [.. agencies.OrderBy(a => a.Until is not null).ThenBy(a => a.Kind).ThenBy(a => Language.SortKeys.Of(a.Name), StringComparer.Ordinal)],
            await db.Set<CouncilSession>().AsNoTracking().Where(s => s.CouncilId == councilId).OrderByDescending(s => s.OpensOn).ToListAsync(ct),
            await db.Set<Responsibility>().AsNoTracking().Where(r => r.CouncilId == councilId).OrderByDescending(r => r.From).ToListAsync(ct),
            acting.CapacityFor<ManageCouncil>(council.Id, council.ProvinceId) is not null);
    }
}
