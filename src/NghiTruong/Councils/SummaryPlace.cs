using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Counting;
using NghiTruong.Database;

namespace NghiTruong.Councils;

/// <summary>The place whose records are summed up, resolved from <c>00025</c>, <c>00025@2024-06-30</c> or <c>VN</c>.</summary>
/// <param name="Nation">The whole nation.</param>
/// <param name="ProvinceId">The province with all its councils.</param>
/// <param name="Councils">Single councils: one, or one and those below a former district.</param>
public sealed record SummaryPlace(bool Nation, Guid? ProvinceId, IReadOnlyList<Guid> Councils)
{
    public static SummaryPlace Everywhere { get; } = new(true, null, []);

    public static SummaryPlace ProvinceWithCommunes(Guid provinceId) => new(false, provinceId, []);

    public static SummaryPlace Of(params IReadOnlyList<Guid> councils) => new(false, null, councils);

    /// <summary>A council alone, or with those below it: a province's own council then stands for its whole province.</summary>
    public static SummaryPlace Of(Council council, bool subtree) =>
        subtree && council.Tier == Tier.Province ? ProvinceWithCommunes(council.ProvinceId) : Of(council.Id);

    /// <summary>What of the place may be counted within a scope; empty where none of it may.</summary>
    /// <param name="asked">What to count, of which session and period; its places are filled in.</param>
    public async Task<CountQuery> WithinAsync(Db db, Scope scope, CountQuery asked, CancellationToken ct)
    {
        if (scope.All)
        {
            return Query(Nation, Nation && asked.ByPlace ? await ProvincesAsync(db, ct) : ProvinceId is { } province ? [province] : [], Councils);
        }

        if (Nation)
        {
            return Query(false, scope.Provinces, await OutsideAsync(db, scope.Councils, scope.Provinces, ct));
        }

        if (ProvinceId is { } asWhole)
        {
            return scope.Provinces.Contains(asWhole)
                ? Query(false, [asWhole], [])
                : Query(false, [], await LyingInAsync(db, scope.Councils, [asWhole], ct));
        }

        List<Guid> own = [.. Councils.Intersect(scope.Councils)];
        List<Guid> others = [.. Councils.Except(own)];

        return Query(false, [], [.. own, .. await LyingInAsync(db, others, scope.Provinces, ct)]);

        CountQuery Query(bool nation, IReadOnlyList<Guid> provinces, IReadOnlyList<Guid> councils) =>
            asked with { Nation = nation, Provinces = provinces, Councils = councils };
    }

    private static Task<List<Guid>> ProvincesAsync(Db db, CancellationToken ct) => db.Set<Council>().Select(c => c.ProvinceId).Distinct().ToListAsync(ct);

    private static async Task<List<Guid>> LyingInAsync(Db db, IReadOnlyList<Guid> councils, IReadOnlyList<Guid> provinces, CancellationToken ct) =>
        councils.Count == 0 || provinces.Count == 0
            ? []
            : await db.Set<Council>().Where(c => councils.Contains(c.Id) && provinces.Contains(c.ProvinceId)).Select(c => c.Id).ToListAsync(ct);

    private static async Task<List<Guid>> OutsideAsync(Db db, IReadOnlyList<Guid> councils, IReadOnlyList<Guid> provinces, CancellationToken ct) =>
        [.. councils.Except(await LyingInAsync(db, councils, provinces, ct))];
}
