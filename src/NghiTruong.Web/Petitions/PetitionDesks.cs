using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Language;
using NghiTruong.Petitions;

namespace NghiTruong.Web.Petitions;

/// <summary>Which councils' desks a person works at, and the choices of councils, agencies and sessions that forms offer.</summary>
public sealed class PetitionDesks(CouncilDirectory directory, IDbContextFactory<Db> contexts, Acting acting, TimeProvider clock)
{
    /// <summary>The whole nation, in place of a council's code.</summary>
    public const string Nation = "VN";

    /// <summary>The councils where the person may do this, the preferred capacity first.</summary>
    public async ValueTask<IReadOnlyList<CouncilName>> OwnAsync<T>(CancellationToken ct)
        where T : Permission, new()
    {
        var all = await directory.CouncilsAsync(ct);

        return [.. acting.ScopeOf<T>().Councils.Select(id => all.GetValueOrDefault(id)).OfType<CouncilName>()];
    }

    /// <summary>A council by the code of its unit: <c>00025</c> is today's holder, <c>00025@2024-06-30</c> that day's; an id is taken too.</summary>
    public async ValueTask<CouncilName?> FindAsync(string? code, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return null;
        }

        var all = await directory.CouncilsAsync(ct);
        if (Guid.TryParse(code, CultureInfo.InvariantCulture, out var id))
        {
            return all.GetValueOrDefault(id);
        }

        var (unit, day) = code.Split('@', 2) is [var left, var right] ? (left, right) : (code, null);
        if (day is not null && !OfficialDate.TryParse(day, out _))
        {
            return null;
        }

        var on = OfficialDate.TryParse(day, out var asked) ? asked : clock.Today;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var holders = await db.Set<UnitVersion>().Where(v => v.Code == unit && v.From <= on && (v.Until == null || v.Until >= on)).Select(v => v.UnitId).ToListAsync(ct);

        return all.Values.FirstOrDefault(c => holders.Contains(c.UnitId));
    }

    public async ValueTask<List<SelectListItem>> CouncilChoicesAsync<T>(CancellationToken ct)
        where T : Permission, new() => [.. (await OwnAsync<T>(ct)).Select(c => new SelectListItem(c.Name, c.Id.ToString("D")))];

    /// <summary>Present agencies of a council's list.</summary>
    public async ValueTask<List<SelectListItem>> AgencyChoicesAsync(Guid council, CancellationToken ct) =>
        [.. (await directory.AgenciesOfAsync(council, ct)).Where(a => a.IsPresent).Select(a => new SelectListItem(a.Name, a.Id.ToString("D")))];

    public async ValueTask<List<SelectListItem>> DepartmentChoicesAsync(Guid council, CancellationToken ct) =>
        [.. (await directory.AgenciesOfAsync(council, ct)).Where(a => a is { IsPresent: true, Kind: AgencyKind.Department }).Select(a => new SelectListItem(a.Name, a.Id.ToString("D")))];

    public async ValueTask<List<SelectListItem>> SessionChoicesAsync(Guid council, CancellationToken ct) =>
        [.. (await directory.SessionsOfAsync(council, ct)).Select(s => new SelectListItem($"{s.Name} ({s.Term})", s.Id.ToString("D")))];

    /// <summary>Councils above and below in the same province, to pass to or to meet voters with: the province first, then by name.</summary>
    public async ValueTask<List<SelectListItem>> NeighbourChoicesAsync(Guid council, CancellationToken ct)
    {
        var all = await directory.CouncilsAsync(ct);
        var province = all.GetValueOrDefault(council)?.ProvinceId;

        return [.. all.Values
            .Where(c => c.ProvinceId == province && c.Id != council)
            .OrderBy(c => c.Tier).ThenBy(c => c.SortKey, StringComparer.Ordinal)
            .Select(c => new SelectListItem(c.Name, c.Id.ToString("D")))];
    }
}
