using Microsoft.EntityFrameworkCore;
using NghiTruong.Counting;
using NghiTruong.Database;

namespace NghiTruong.Coverage;

/// <summary>A subject with what it has done of what it is to do.</summary>
public sealed record CoverageRow(Guid SubjectId, string Name, string Group, Guid CouncilId, Guid ProvinceId, string SortKey, int Done, int Needed);

/// <summary>Reads who is still to do what. Callers bring the place, cut to what the person may see.</summary>
public static class CoverageList
{
    /// <param name="place">As for the counts: the nation, provinces whole, councils.</param>
    /// <param name="missing">Those still to do it; false for those who have.</param>
    /// <param name="after">The last row of the page before.</param>
    public static Task<List<CoverageRow>> PageAsync(Db db, string kind, DateOnly from, CountQuery place, bool missing, CoverageRow? after, int take, CancellationToken ct)
    {
        var lines = Within(db.Set<CoverageLine>().AsNoTracking().Where(l => l.Kind == kind && l.PeriodFrom == from && l.IsMissing == missing), place);
        if (after is not null)
        {
            var (province, council, key, subject) = (after.ProvinceId, after.CouncilId, after.SortKey, after.SubjectId);
            lines = lines.Where(l => l.ProvinceId.CompareTo(province) > 0
                || (l.ProvinceId == province && (l.CouncilId.CompareTo(council) > 0
                    || (l.CouncilId == council && (l.SortKey.CompareTo(key) > 0 || (l.SortKey == key && l.SubjectId.CompareTo(subject) > 0))))));
        }

        return lines
            .OrderBy(l => l.ProvinceId).ThenBy(l => l.CouncilId).ThenBy(l => l.SortKey).ThenBy(l => l.SubjectId)
            .Take(take)
            .Select(l => new CoverageRow(l.SubjectId, l.Name, l.Grp, l.CouncilId, l.ProvinceId, l.SortKey, l.Done, l.Needed))
            .ToListAsync(ct);
    }

    private static IQueryable<CoverageLine> Within(IQueryable<CoverageLine> lines, CountQuery place)
    {
        if (place.Nation)
        {
            return lines;
        }

        var (provinces, councils) = (place.Provinces, place.Councils);

        return lines.Where(l => provinces.Contains(l.ProvinceId) || councils.Contains(l.CouncilId));
    }
}
