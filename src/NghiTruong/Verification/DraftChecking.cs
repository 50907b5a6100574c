using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Refusals;
using NghiTruong.Verification.Checks;
using NghiTruong.Verification.Register;

namespace NghiTruong.Verification;

/// <summary>Brings the checks what they need to know: the register of legal documents, the former names of the province at hand, the day.</summary>
public sealed class DraftChecking(IDbContextFactory<Db> contexts, LegalRegister register, CouncilDirectory directory, TimeProvider clock)
{
    /// <summary>Checks a draft for the person's own council; nothing of it is kept.</summary>
    /// <returns>The warnings; refusals of <see cref="DraftChecks.Read"/>, <c>verification.notAllowed</c>.</returns>
    public async Task<Result<CheckedDraft>> CheckAsync(Stream content, string fileName, Acting acting, CancellationToken ct)
    {
        if (!acting.May<CheckDrafts>())
        {
            return new Refusal("verification.notAllowed", null, fileName);
        }

        var councils = acting.Capacities.Select(c => c.CouncilId).OfType<Guid>().ToList();
        var province = councils.Count > 0 ? (await directory.CouncilAsync(councils[0], ct))?.ProvinceId : null;

        return DraftChecks.Read(content, fileName, await GroundAsync(province, null, ct));
    }

    /// <summary>What the checks know today in a province; without one, no former names of communes.</summary>
    public async Task<CheckGround> GroundAsync(Guid? provinceId, bool? isNormative, CancellationToken ct) => new()
    {
        On = clock.Today,
        Register = [.. (await register.ReadAsync(ct)).Select(d => d.Row)],
        FormerNames = await FormerNamesAsync(provinceId, ct),
        IsNormative = isNormative,
    };

    /// <summary>Names of communes of the province and of provinces anywhere that no unit bears today: many a commune shares its name with one elsewhere.</summary>
    private async Task<IReadOnlyList<FormerName>> FormerNamesAsync(Guid? provinceId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today;
        var ended = await (
            from version in db.Set<UnitVersion>().AsNoTracking()
            join unit in db.Set<Unit>() on version.UnitId equals unit.Id
            where version.Until != null && version.Until < today && (unit.Tier == Tier.Province || (unit.Tier == Tier.Commune && db.Set<Council>().Any(c => c.UnitId == unit.Id && c.ProvinceId == provinceId)))
            select new { version.UnitId, version.FullName, Until = version.Until!.Value }).ToListAsync(ct);
        if (ended.Count == 0)
        {
            return [];
        }

        var present = (await db.Set<UnitVersion>().AsNoTracking().Where(v => v.Until == null || v.Until >= today).Select(v => new { v.UnitId, v.FullName }).ToListAsync(ct));
        var names = present.Select(v => v.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var nameOf = present.GroupBy(v => v.UnitId).ToDictionary(g => g.Key, g => g.First().FullName);
        var units = ended.Select(v => v.UnitId).ToList();
        var heirs = (await db.Set<UnitSuccession>().AsNoTracking().Where(s => units.Contains(s.FromUnitId)).ToListAsync(ct)).ToLookup(s => s.FromUnitId, s => s.ToUnitId);

        return
        [
            .. from former in ended
               where !names.Contains(former.FullName)
               let now = nameOf.GetValueOrDefault(former.UnitId) is { } own ? [own] : heirs[former.UnitId].Select(to => nameOf.GetValueOrDefault(to)).OfType<string>().ToList()
               select new FormerName(former.FullName, former.Until, [.. now.Select(UnitNames.Inside).Order(StringComparer.Ordinal)]),
        ];
    }
}
