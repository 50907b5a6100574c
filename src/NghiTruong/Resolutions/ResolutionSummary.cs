using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Database;

namespace NghiTruong.Resolutions;

/// <summary>The register of a place in figures: how many are watched, how many nobody has looked at for too long, the tasks given and late.</summary>
/// <param name="Watched">In force or not yet, so that somebody watches them.</param>
/// <param name="Stale">In force, and the day of the next look is past.</param>
/// <param name="Closed">Hold no more.</param>
public sealed record ResolutionFigures(long Watched, long Stale, long Closed, long TasksOpen, long TasksLate, long TasksReported, long TasksClosed)
{
    /// <summary>The watched ones by the kind's code.</summary>
    public IReadOnlyDictionary<string, long> ByKind { get; init; } = new Dictionary<string, long>();

    /// <summary>The next level down, where it was asked for: those nobody looked at, by council, or for the nation by province (unit).</summary>
    public IReadOnlyDictionary<Guid, PlaceOfResolutions> ByPlace { get; init; } = new Dictionary<Guid, PlaceOfResolutions>();

    /// <summary>UTC.</summary>
    public DateTime AsOf { get; init; }
}

/// <summary>One place of the next level down.</summary>
/// <param name="Entered">All of its register, in force or not.</param>
public sealed record PlaceOfResolutions(long Entered, long Stale, long TasksLate);

/// <summary>Sums the registers up from the counts, within what the person may read. Never scans the records.</summary>
public sealed class ResolutionSummary(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    /// <param name="place">Null for all that the person may see.</param>
    /// <param name="byPlace">Also by the next level down.</param>
    /// <returns>Null when the person may read nothing there.</returns>
    public async Task<ResolutionFigures?> ReadAsync(SummaryPlace? place, bool byPlace, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var query = await (place ?? SummaryPlace.Everywhere).WithinAsync(db, acting.ScopeOf<ReadResolutions>(), new CountQuery(ResolutionCounting.Kinds) { ByPlace = byPlace }, ct);
        var now = clock.Now;

        return query.IsEmpty ? null : From(await CountReader.ReadAsync(db, query, now.VietnamDate, ct), now);
    }

    private static ResolutionFigures From(List<CountFigure> figures, DateTime now)
    {
        var (register, tasks) = (Of(ResolutionCounting.Register), Of(ResolutionCounting.Task));

        return new ResolutionFigures(
            Status(register, ResolutionCounting.Watched),
            Late(register),
            Status(register, ResolutionCounting.Closed),
            Status(tasks, nameof(ResolutionTaskState.Following)) + Status(tasks, nameof(ResolutionTaskState.Reported)),
            Late(tasks),
            Status(tasks, nameof(ResolutionTaskState.Reported)),
            Status(tasks, nameof(ResolutionTaskState.Closed)))
        {
            ByKind = register[CountDimensions.Field].GroupBy(f => f.Value).ToDictionary(g => g.Key, g => g.Sum(f => f.N)),
            ByPlace = ByPlace(register, tasks),
            AsOf = now,
        };

        ILookup<string, CountFigure> Of(string kind) => figures.Where(f => f.Kind == kind).ToLookup(f => f.Dimension);
    }

    private static Dictionary<Guid, PlaceOfResolutions> ByPlace(ILookup<string, CountFigure> register, ILookup<string, CountFigure> tasks)
    {
        var (entered, stale, late) = (Sums(register[CountDimensions.Place]), Sums(register[CountDimensions.LateByPlace]), Sums(tasks[CountDimensions.LateByPlace]));

        return entered.Keys.Union(late.Keys).ToDictionary(id => id, id => new PlaceOfResolutions(entered.GetValueOrDefault(id), stale.GetValueOrDefault(id), late.GetValueOrDefault(id)));
    }

    private static Dictionary<Guid, long> Sums(IEnumerable<CountFigure> figures) => figures.GroupBy(f => Guid.Parse(f.Value)).ToDictionary(g => g.Key, g => g.Sum(f => f.N));

    private static long Status(ILookup<string, CountFigure> figures, string status) => figures[CountDimensions.Status].Where(f => f.Value == status).Sum(f => f.N);

    private static long Late(ILookup<string, CountFigure> figures) => figures[CountDimensions.Late].Where(f => f.Value != Lateness.OnTime).Sum(f => f.N);
}
