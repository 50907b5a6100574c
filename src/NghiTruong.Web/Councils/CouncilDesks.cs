using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;

namespace NghiTruong.Web.Councils;

/// <summary>Which councils' desks a person works at, and the choices of councils, agencies and sessions that forms offer.</summary>
public sealed class CouncilDesks(CouncilDirectory directory, Acting acting)
{
    private const int MostCouncils = 250;

    /// <summary>The councils where the person may do this, the preferred capacity first.</summary>
    public async ValueTask<IReadOnlyList<CouncilName>> OwnAsync<T>(CancellationToken ct)
        where T : Permission, new()
    {
        var all = await directory.CouncilsAsync(ct);

        return [.. acting.ScopeOf<T>().Councils.Select(id => all.GetValueOrDefault(id)).OfType<CouncilName>()];
    }

    /// <summary>
    /// The councils whose records the person may read, to choose from: own ones, and those of each province one reads whole. Empty where
    /// there are so many that a code is asked for.
    /// </summary>
    public async ValueTask<IReadOnlyList<CouncilName>> SeenAsync<T>(CancellationToken ct)
        where T : Permission, new()
    {
        var scope = acting.ScopeOf<T>();
        var all = await directory.CouncilsAsync(ct);
        if (scope.All)
        {
            return all.Count > MostCouncils ? [] : [.. all.Values.OrderBy(c => c.Tier).ThenBy(c => c.SortKey, StringComparer.Ordinal)];
        }

        List<CouncilName> seen = [.. scope.Councils.Select(id => all.GetValueOrDefault(id)).OfType<CouncilName>().Where(c => !scope.Provinces.Contains(c.ProvinceId))];
        foreach (var province in scope.Provinces)
        {
            seen.AddRange(await directory.OfProvinceAsync(province, ct));
        }

        return seen.Count > MostCouncils ? [] : seen;
    }

    /// <summary>A council as addresses and the API name it (<see cref="CouncilDirectory.FindAsync"/>).</summary>
    public ValueTask<CouncilName?> FindAsync(string? address, CancellationToken ct) => directory.FindAsync(address, ct);

    public async ValueTask<List<SelectListItem>> CouncilChoicesAsync<T>(CancellationToken ct)
        where T : Permission, new() => [.. (await OwnAsync<T>(ct)).Select(c => new SelectListItem(c.Name, c.Id.ToString("D")))];

    /// <summary>Present agencies of a council's list.</summary>
    /// <param name="asked">One to choose though it is not present there: a figure of a whole province lists what an agency of a commune has.</param>
    public async ValueTask<List<SelectListItem>> AgencyChoicesAsync(Guid council, CancellationToken ct, Guid? asked = null)
    {
        var present = (await directory.AgenciesOfAsync(council, ct)).Where(a => a.IsPresent).ToList();
        present.AddRange((await directory.AgenciesAsync([asked], ct)).Values.Where(a => present.TrueForAll(p => p.Id != a.Id)));

        return [.. present.Select(a => new SelectListItem(a.Name, a.Id.ToString("D")))];
    }

    public async ValueTask<List<SelectListItem>> DepartmentChoicesAsync(Guid council, CancellationToken ct) =>
        [.. (await directory.AgenciesOfAsync(council, ct)).Where(a => a is { IsPresent: true, Kind: AgencyKind.Department }).Select(a => new SelectListItem(a.Name, a.Id.ToString("D")))];

    public async ValueTask<List<SelectListItem>> SessionChoicesAsync(Guid council, CancellationToken ct) =>
        [.. (await directory.SessionsOfAsync(council, ct)).Select(s => new SelectListItem($"{s.Name} ({s.Term})", s.Id.ToString("D")))];

    /// <summary>Councils above and below in the same province, to pass to or to meet voters with: the province first, then by name.</summary>
    public async ValueTask<List<SelectListItem>> NeighbourChoicesAsync(Guid council, CancellationToken ct)
    {
        var province = (await directory.CouncilAsync(council, ct))?.ProvinceId;

        return [.. (await directory.OfProvinceAsync(province ?? Guid.Empty, ct)).Where(c => c.Id != council).Select(c => new SelectListItem(c.Name, c.Id.ToString("D")))];
    }
}
