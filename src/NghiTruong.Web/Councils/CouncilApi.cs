using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Councils;

/// <summary>A council in the API; <paramref name="Code"/> is its unit's code.</summary>
public sealed record CouncilAnswer(Guid Id, string Code, string Name, Tier Tier, Guid Province);

/// <summary>A unit in the API: one of its names, with the days it was so.</summary>
public sealed record UnitAnswer(Guid Id, string Code, string Name, UnitKind Kind, string? Parent, DateOnly From, DateOnly? Until, IReadOnlyList<string> NowPartOf);

/// <summary>A page of a list; <paramref name="Next"/> is the cursor of the next one, null at the end.</summary>
public sealed record ListAnswer<T>(IReadOnlyList<T> Items, string? Next);

/// <summary><c>GET /api/v1/councils</c> and <c>GET /api/v1/units?q=</c>.</summary>
internal static class CouncilApi
{
    private const int PageSize = 200;
    private const int MostUnits = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/councils", CouncilsAsync).Requires<ReadCouncils>().WithName("councils");
        routes.MapGet("/api/v1/units", UnitsAsync).Requires<ReadCouncils>().WithName("units");
    }

    /// <summary>The councils that the holder may see, by code.</summary>
    private static async Task<ListAnswer<CouncilAnswer>> CouncilsAsync(string? cursor, Acting acting, CouncilDirectory directory, CancellationToken ct)
    {
        var scope = acting.ScopeOf<ReadCouncils>();
        var seen = (await directory.CouncilsAsync(ct)).Values
            .Where(c => scope.All || scope.Councils.Contains(c.Id) || scope.Provinces.Contains(c.ProvinceId))
            .OrderBy(c => c.Code, StringComparer.Ordinal)
            .ThenBy(c => c.Id)
            .Where(c => cursor is null || string.CompareOrdinal(Cursor(c), cursor) > 0)
            .Take(PageSize + 1)
            .ToList();
        var page = seen.Take(PageSize).ToList();

        return new ListAnswer<CouncilAnswer>(
            [.. page.Select(c => new CouncilAnswer(c.Id, c.Code, c.Name, c.Tier, c.ProvinceId))], seen.Count > PageSize ? Cursor(page[^1]) : null);
    }

    /// <summary>Units by present or former name, with or without marks, or by code.</summary>
    private static async Task<ListAnswer<UnitAnswer>> UnitsAsync(string? q, UnitBook book, CancellationToken ct)
    {
        var found = await book.SearchAsync(q ?? "", MostUnits, ct);

        return new ListAnswer<UnitAnswer>([.. found.Select(u => new UnitAnswer(u.UnitId, u.Code, u.FullName, u.Kind, u.ParentName, u.From, u.Until, u.NowPartOf))], null);
    }

    private static string Cursor(CouncilName council) => $"{council.Code}~{council.Id:N}";
}
