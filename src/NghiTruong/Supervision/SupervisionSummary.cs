using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.Texts;

namespace NghiTruong.Supervision;

/// <summary>Recommendations as figures: made, confirmed done, late today.</summary>
public sealed record RecommendationFigures(long Made, long Done, long Overdue, IReadOnlyDictionary<string, long> ByOutcome);

/// <summary>Planned and held, of a kind, a subject, a place.</summary>
public sealed record PlannedAndHeld(long Planned, long Held, long WithoutReport)
{
    /// <summary>Held or outside the programme.</summary>
    public static PlannedAndHeld operator +(PlannedAndHeld a, PlannedAndHeld b) => new(a.Planned + b.Planned, a.Held + b.Held, a.WithoutReport + b.WithoutReport);

    public static PlannedAndHeld Add(PlannedAndHeld left, PlannedAndHeld right) => left + right;
}

/// <summary>Good of all.</summary>
public sealed record QualityFigure(long Good, long All)
{
    public long Bad => All - Good;

    /// <summary>0 to 1; null where there is nothing to take a share of.</summary>
    public double? Share => All == 0 ? null : (double)Good / All;
}

/// <summary>Quality beside number.</summary>
/// <param name="OnTime">Of reports that had a term, those that came in time.</param>
/// <param name="Evidence">Of reports, those with evidence kept here behind a finding.</param>
/// <param name="Named">Of recommendations made, those naming agency, product and day.</param>
public sealed record SupervisionQuality(QualityFigure OnTime, QualityFigure Evidence, QualityFigure Named);

/// <summary>One place of the next level down: what it held, what it recommended, and how well.</summary>
public sealed record PlaceFigures(PlannedAndHeld Supervisions, long Made, long Done, SupervisionQuality Quality)
{
    public SupervisionShares Shares => SupervisionShares.Of(Supervisions, Made, Done, Quality);
}

/// <summary>
/// Quality beside number, as shares of 0 to 1; null where there is nothing to take a share of. Compared with the median of the councils of the same tier, never as a ranking.
/// </summary>
/// <param name="Held">Of what was planned, how much was held.</param>
/// <param name="Reported">Of what was held, how much has its report.</param>
/// <param name="Done">Of what was recommended, how much is confirmed done.</param>
/// <param name="OnTime">Of reports with a term, how many came in time.</param>
/// <param name="Evidence">Of reports, how many have evidence behind their findings.</param>
/// <param name="Named">Of recommendations, how many name agency, product and day.</param>
public sealed record SupervisionShares(double? Held, double? Reported, double? Done, double? OnTime, double? Evidence, double? Named)
{
    public static SupervisionShares Of(PlannedAndHeld held, long made, long done, SupervisionQuality quality) =>
        new(Share(held.Held, held.Planned), Share(held.Held - held.WithoutReport, held.Held), Share(done, made), quality.OnTime.Share, quality.Evidence.Share, quality.Named.Share);

    /// <summary>The middle of each share over the places that have one; of an even number the mean of the two in the middle.</summary>
    public static SupervisionShares Median(IEnumerable<SupervisionShares> places)
    {
        var all = places.ToList();

        return new SupervisionShares(
            Middle(all.Select(s => s.Held)), Middle(all.Select(s => s.Reported)), Middle(all.Select(s => s.Done)),
            Middle(all.Select(s => s.OnTime)), Middle(all.Select(s => s.Evidence)), Middle(all.Select(s => s.Named)));
    }

    // What was held outside the programme does not make more than all of it.
    private static double? Share(long part, long whole) => whole == 0 ? null : Math.Min(1, (double)part / whole);

    private static double? Middle(IEnumerable<double?> shares)
    {
        var sorted = shares.OfType<double>().Order().ToList();

        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>What is owed and late: "planned and not held", "held without report", "report without conclusion", recommendations, briefings that were skipped.</summary>
public sealed record NotDoneFigures(long NotHeld, long WithoutReport, long WithoutConclusion, long RecommendationsOverdue, long BriefingsMissing)
{
    public long Total => NotHeld + WithoutReport + WithoutConclusion + RecommendationsOverdue + BriefingsMissing;
}

/// <summary>
/// The figures of supervision (seed B: planned against held, with and without report, recommendations made and carried out). Held counts by the day it was held, a planned one
/// by the last day of its period.
/// </summary>
public sealed record SupervisionFigures
{
    public required PlannedAndHeld All { get; init; }

    /// <summary><c>thematic, ongoing, fieldSurvey</c>, all three always there.</summary>
    public required IReadOnlyDictionary<string, PlannedAndHeld> ByKind { get; init; }

    /// <summary><c>council, standingCommittee, committee, delegateGroup</c>, all four always there.</summary>
    public required IReadOnlyDictionary<string, PlannedAndHeld> BySubject { get; init; }

    /// <summary>Held by councils of <c>province, district, commune</c>, all three always there.</summary>
    public required IReadOnlyDictionary<string, PlannedAndHeld> ByTier { get; init; }

    /// <summary>The next level down, where it was asked for: by council, or for the nation by province (unit).</summary>
    public required IReadOnlyDictionary<Guid, PlaceFigures> ByPlace { get; init; }

    public required RecommendationFigures Recommendations { get; init; }

    public required SupervisionQuality Quality { get; init; }

    public required NotDoneFigures NotDone { get; init; }

    public required IReadOnlyDictionary<Guid, NotDoneFigures> NotDoneByPlace { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AsOf { get; init; }
}

/// <summary>What to sum up.</summary>
/// <param name="Place">Null for all that the person may see.</param>
public sealed record SupervisionSummaryInput(SummaryPlace? Place = null, DateOnly? From = null, DateOnly? To = null, bool ByPlace = false);

/// <summary>Sums supervision up from the counts, within what the person may read. Never scans the records.</summary>
public sealed class SupervisionSummary(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    /// <summary>The figures; null when the person may read nothing there.</summary>
    public async Task<SupervisionFigures?> ReadAsync(SupervisionSummaryInput asked, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var query = await (asked.Place ?? SummaryPlace.Everywhere).WithinAsync(
            db, acting.ScopeOf<ReadSupervisions>(), new CountQuery(SupervisionCounting.Kinds, null, asked.From, asked.To) { ByPlace = asked.ByPlace }, ct);
        var now = clock.Now;

        return query.IsEmpty ? null : SupervisionArithmetic.From(await CountReader.ReadAsync(db, query, now.VietnamDate, ct), now);
    }
}

/// <summary>Arranges counted figures.</summary>
internal static class SupervisionArithmetic
{
    public static SupervisionFigures From(IReadOnlyList<CountFigure> figures, DateTime now)
    {
        var cases = figures.Where(f => f.Kind == SupervisionCounting.Case).ToLookup(f => f.Dimension);
        var made = figures.Where(f => f.Kind == SupervisionCounting.Made).ToLookup(f => f.Dimension);

        return new SupervisionFigures
        {
            All = Sum(cases[CountDimensions.Field]),
            ByKind = ByName(Enum.GetNames<SupervisionKind>(), cases[CountDimensions.Field], f => f.Value),
            BySubject = ByName(Enum.GetNames<SupervisionSubject>(), cases[CountDimensions.Authority], f => f.Value.Split('.')[1]),
            ByTier = ByName([nameof(Tier.Province), nameof(Tier.District), nameof(Tier.Commune)], cases[CountDimensions.Authority], f => f.Value.Split('.')[0]),
            ByPlace = ByPlace(cases[CountDimensions.Place], made[CountDimensions.Place], figures),
            Quality = Quality(figures.Where(f => f.Dimension == CountDimensions.Field)),
            Recommendations = new RecommendationFigures(
                made[CountDimensions.Field].Sum(f => f.N),
                made[CountDimensions.Status].Where(f => f.Value == nameof(RecommendationState.Confirmed)).Sum(f => f.N),
                Late(made[CountDimensions.Late]),
                Enum.GetNames<RecommendationOutcome>().ToDictionary(TextCode.Of, o => made[CountDimensions.Field].Where(f => f.Outcome == o).Sum(f => f.N))),
            NotDone = new NotDoneFigures(
                Late(OfDuty(figures, SupervisionDuty.Hold)), Late(OfDuty(figures, SupervisionDuty.Report)), Late(OfDuty(figures, SupervisionDuty.Conclude)), Late(made[CountDimensions.Late]),
                Late(figures.Where(f => f.Kind == SupervisionCounting.Brief && f.Dimension == CountDimensions.Late))),
            NotDoneByPlace = NotDoneByPlace(figures),
            AsOf = now,
        };
    }

    private static SupervisionQuality Quality(IEnumerable<CountFigure> figures)
    {
        var byKind = figures.ToLookup(f => f.Kind);

        return new SupervisionQuality(Of(SupervisionCounting.OnTime), Of(SupervisionCounting.Evidence), Of(SupervisionCounting.Named));

        QualityFigure Of(string kind) => new(byKind[kind].Where(f => f.Outcome == SupervisionCounting.Good).Sum(f => f.N), byKind[kind].Sum(f => f.N));
    }

    private static Dictionary<Guid, PlaceFigures> ByPlace(IEnumerable<CountFigure> cases, IEnumerable<CountFigure> made, IReadOnlyList<CountFigure> figures)
    {
        var (held, recommended) = (cases.ToLookup(f => f.Value), made.ToLookup(f => f.Value));
        var all = figures.Where(f => f.Dimension == CountDimensions.Place).ToLookup(f => f.Value);

        return held.Select(g => g.Key).Union(recommended.Select(g => g.Key)).ToDictionary(
            Guid.Parse,
            place => new PlaceFigures(Sum(held[place]), recommended[place].Sum(f => f.N), recommended[place].Where(f => f.Outcome == nameof(RecommendationOutcome.Done)).Sum(f => f.N), Quality(all[place])));
    }

    private static Dictionary<Guid, NotDoneFigures> NotDoneByPlace(IReadOnlyList<CountFigure> figures)
    {
        return figures.Where(f => f.Dimension == CountDimensions.LateByPlace).GroupBy(f => Guid.Parse(f.Value)).ToDictionary(
            g => g.Key,
            g => new NotDoneFigures(Of(g, SupervisionDuty.Hold), Of(g, SupervisionDuty.Report), Of(g, SupervisionDuty.Conclude), g.Where(f => f.Kind == SupervisionCounting.Made).Sum(f => f.N), g.Where(f => f.Kind == SupervisionCounting.Brief).Sum(f => f.N)));

        static long Of(IEnumerable<CountFigure> of, SupervisionDuty duty) => of.Where(f => f.Kind == SupervisionCounting.Duty + duty).Sum(f => f.N);
    }

    private static IEnumerable<CountFigure> OfDuty(IReadOnlyList<CountFigure> figures, SupervisionDuty duty) =>
        figures.Where(f => f.Kind == SupervisionCounting.Duty + duty && f.Dimension == CountDimensions.Late);

    private static long Late(IEnumerable<CountFigure> figures) => figures.Where(f => f.Value != Lateness.OnTime).Sum(f => f.N);

    private static Dictionary<string, PlannedAndHeld> ByName(IEnumerable<string> names, IEnumerable<CountFigure> figures, Func<CountFigure, string> name)
    {
        var byName = figures.ToLookup(name);

        return names.ToDictionary(TextCode.Of, n => Sum(byName[n]));
    }

    private static PlannedAndHeld Sum(IEnumerable<CountFigure> figures) => figures.Aggregate(new PlannedAndHeld(0, 0, 0), (sum, f) => sum + Of(f));

    private static PlannedAndHeld Of(CountFigure f) => Enum.Parse<SupervisionProgressStep>(f.Outcome) switch
    {
        SupervisionProgressStep.NotHeld => new PlannedAndHeld(f.N, 0, 0),
        SupervisionProgressStep.WithoutReport => new PlannedAndHeld(f.N, f.N, f.N),
        SupervisionProgressStep.Reported => new PlannedAndHeld(f.N, f.N, 0),
        SupervisionProgressStep.UnplannedWithoutReport => new PlannedAndHeld(0, f.N, f.N),
        _ => new PlannedAndHeld(0, f.N, 0),
    };
}
