using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Database;

namespace NghiTruong.Training;

/// <summary>Each delegate is trained once a year: counted from the first day they were there, whoever gave the class.</summary>
public static class TrainingCoverage
{
    public const string Code = "delegate.trained";

    public static CoverageKind Kind { get; } = new(Code, CoverageSubjects.Delegate, CoverageCadence.Year, 1, "Đề án 15-ĐA/TU: 100% đại biểu HĐND các cấp được tập huấn, bồi dưỡng kiến thức, kỹ năng hằng năm")
    {
        Acts = "SELECT delegate_id AS subject_id, trained_on AS day, 1 AS n FROM training_seat WHERE trained_on IS NOT NULL",
    };
}

/// <summary>How far a council is: all its delegates, and full-timers apart.</summary>
public sealed record TrainedFigures(Guid CouncilId, int Trained, int Total, int FullTimeTrained, int FullTime)
{
    public int Missing => Total - Trained;

    /// <summary>Whole percent, rounded down: 100 only when nobody is missing; null where there is nobody.</summary>
    public int? Percent => Total == 0 ? null : Trained * 100 / Total;

    public static TrainedFigures Sum(Guid place, IReadOnlyCollection<TrainedFigures> of) => new(place, of.Sum(f => f.Trained), of.Sum(f => f.Total), of.Sum(f => f.FullTimeTrained), of.Sum(f => f.FullTime));
}

/// <summary>Coverage of a year: figures by council and the names still missing, within what the person may see.</summary>
public sealed class TrainingFigures(IDbContextFactory<Db> contexts)
{
    private const string FullTime = "FullTime";

    /// <param name="council">The council asked for.</param>
    /// <param name="subtree">With the councils of its province, where it is the province's.</param>
    /// <returns>Null where the council's trainings are not the person's to see.</returns>
    public async Task<IReadOnlyList<TrainedFigures>?> ReadAsync(CouncilName council, bool subtree, int year, Acting acting, CancellationToken ct)
    {
        if (acting.CapacityFor<ReadTrainings>(council.Id, council.ProvinceId) is null)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var from = new DateOnly(year, 1, 1);
        var lines = db.Set<CoverageLine>().AsNoTracking().Where(l => l.Kind == TrainingCoverage.Code && l.PeriodFrom == from);
        var (all, provinces, councils) = (acting.ScopeOf<ReadTrainings>().All, acting.ScopeOf<ReadTrainings>().Provinces, acting.ScopeOf<ReadTrainings>().Councils);
        lines = subtree && council.Tier == Tier.Province
            ? lines.Where(l => l.ProvinceId == council.ProvinceId && (all || provinces.Contains(l.ProvinceId) || councils.Contains(l.CouncilId)))
            : lines.Where(l => l.CouncilId == council.Id);
        var counted = await lines.GroupBy(l => new { l.CouncilId, l.Grp, l.IsMissing }).Select(g => new { g.Key.CouncilId, g.Key.Grp, g.Key.IsMissing, N = g.Count() }).ToListAsync(ct);

        return
        [
            .. counted.GroupBy(c => c.CouncilId).Select(g => new TrainedFigures(
                g.Key, g.Where(c => !c.IsMissing).Sum(c => c.N), g.Sum(c => c.N), g.Where(c => !c.IsMissing && c.Grp == FullTime).Sum(c => c.N), g.Where(c => c.Grp == FullTime).Sum(c => c.N))),
        ];
    }

    /// <summary>The share of days that completes a class, in percent, as the catalogue says at its place.</summary>
    public async Task<int> ShareAsync(TrainingClass of, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await TrainingRoll.ShareAsync(db, of, ct);
    }

    /// <summary>Names still missing at one council, full-timers first.</summary>
    public async Task<IReadOnlyList<CoverageLine>> MissingAsync(CouncilName council, int year, Acting acting, CancellationToken ct)
    {
        if (acting.CapacityFor<ReadTrainings>(council.Id, council.ProvinceId) is null)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var from = new DateOnly(year, 1, 1);

        return await db.Set<CoverageLine>().AsNoTracking().Where(l => l.Kind == TrainingCoverage.Code && l.PeriodFrom == from && l.CouncilId == council.Id && l.IsMissing)
            .OrderByDescending(l => l.Grp == FullTime).ThenBy(l => l.SortKey).ToListAsync(ct);
    }
}
