using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Law.Definitions;
using NghiTruong.Operations;

namespace NghiTruong.Indicators;

/// <summary>An indicator at a place in a period.</summary>
/// <param name="Target">Percent; null where none is set.</param>
/// <param name="Trend">Month by month (of a longer cadence: the periods before), the running one last.</param>
public sealed record IndicatorFigure(Indicator Indicator, DaySpan Days, long Numerator, long Denominator, int? Target)
{
    public IReadOnlyList<IndicatorPoint> Trend { get; init; } = [];

    /// <summary>The middle council of the same tier; null where there is none to stand beside.</summary>
    public IndicatorMedian? Median { get; init; }

    public decimal? Value => IndicatorArithmetic.Percent(Numerator, Denominator);

    public IndicatorStanding Standing => IndicatorArithmetic.Standing(Numerator, Denominator, Target);

    public long Missing => Math.Max(0, Denominator - Numerator);
}

/// <summary>One period of a trend.</summary>
public sealed record IndicatorPoint(DateOnly From, long Numerator, long Denominator)
{
    public decimal? Value => IndicatorArithmetic.Percent(Numerator, Denominator);
}

/// <summary>The board of a place.</summary>
/// <param name="AsOf">UTC.</param>
public sealed record IndicatorBoard(SummaryAddress Place, DateOnly Day, IReadOnlyList<IndicatorFigure> Figures, DateTime AsOf);

/// <summary>The board's places of the next level down, a row each: figures in the order of the board's indicators.</summary>
/// <param name="Groups">Groups that have an indicator here.</param>
/// <param name="Group">The one shown.</param>
public sealed record IndicatorGrid(IReadOnlyList<IndicatorGroup> Groups, IndicatorGroup Group, IReadOnlyList<Indicator> Indicators, IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, IndicatorFigure>> Places);

/// <summary>Reads indicators of a place from their measures: a few hundred rows however many records there are.</summary>
public sealed class IndicatorReader(IDbContextFactory<Db> contexts, IndicatorTargets targets, TimeProvider clock)
{
    private const int Points = 12;

    /// <summary>Indicators that hold at a place: those of the house, and those made by its province or by the council itself.</summary>
    public static async Task<List<Indicator>> AtAsync(Db db, SummaryAddress place, Guid? provinceOfPlace, DateOnly day, CancellationToken ct)
    {
        var (council, province) = (place.CouncilId, provinceOfPlace);

        return [.. (await db.Set<Indicator>().AsNoTracking()
            .Where(i => (i.CouncilId == null || i.CouncilId == council || (i.ProvinceId != null && i.ProvinceId == province)) && (i.RetiredOn == null || i.RetiredOn > day))
            .ToListAsync(ct)).OrderBy(i => i.Group).ThenBy(i => i.Order).ThenBy(i => i.Code, StringComparer.Ordinal)];
    }

    /// <param name="day">Any day of the period asked for; null for today.</param>
    /// <returns>Null when the person may see nothing of the place.</returns>
    public Task<IndicatorBoard?> BoardAsync(SummaryAddress place, DateOnly? day, Acting acting, CancellationToken ct) => BoardAsync(place, day, null, acting, ct);

    private async Task<IndicatorBoard?> BoardAsync(SummaryAddress place, DateOnly? day, string? only, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var query = await place.Place.WithinAsync(db, acting.ScopeOf<ReadIndicators>(), new CountQuery([]), ct);
        if (query.IsEmpty)
        {
            return null;
        }

        var on = day ?? clock.Today;
        var province = await ProvinceOfAsync(db, place, ct);
        var indicators = (await AtAsync(db, place, province, on, ct)).FindAll(i => only is null || i.Code == only);
        var places = MeasurePlaces.Of(query);
        var figures = await FiguresAsync(db, indicators, places, on, ct);
        var holding = await HoldingAsync(db, place.CouncilId, province, on, ct);
        var trends = await TrendsAsync(db, indicators, places, on, ct);
        var medians = await MediansAsync(db, place.Tier, ct);

        return new IndicatorBoard(
            place,
            on,
            [
                .. indicators.Select(i =>
                {
                    var (numerator, denominator) = figures.GetValueOrDefault(i.Code);

                    return new IndicatorFigure(i, i.DaysOf(on, clock.Today), numerator, denominator, targets.For(i, holding))
                    {
                        Trend = trends(i),
                        Median = medians.GetValueOrDefault((i.Code, CoveragePeriod.Of(i.Cadence, on).From)),
                    };
                }),
            ],
            clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>One indicator at one place; null where there is none or nothing may be seen.</summary>
    public async Task<IndicatorFigure?> OneAsync(string code, SummaryAddress place, DateOnly? day, Acting acting, CancellationToken ct) =>
        await BoardAsync(place, day, code, acting, ct) is { Figures: [var only] } ? only : null;

    /// <summary>
    /// Every indicator of a council (of a province with all below it) over a span of days, as a paper freezes them: what is counted by the year stands from the first day of its year. Those with
    /// nothing to count are left out. By the operation's own connection.
    /// </summary>
    internal async Task<IReadOnlyList<IndicatorFigure>> OverAsync(Db db, Council council, DaySpan span, CancellationToken ct)
    {
        var place = new SummaryAddress("", council.Id, council.Name, council.Tier, council.Tier == Tier.Province, null, SummaryPlace.Of(council, true));
        var indicators = await AtAsync(db, place, council.ProvinceId, span.To, ct);
        var asked = indicators.ConvertAll(i => new MeasureAsk(i.Code, i.Rule, new DaySpan(CoveragePeriod.Of(i.Cadence, span.To).From is var from && from < span.From ? from : span.From, span.To)));
        var places = place.Place.ProvinceId is { } province ? new MeasurePlaces(false, [province], []) : new MeasurePlaces(false, [], [council.Id]);
        var read = (await MeasureReader.ReadAsync(db, asked, places, ct)).ToDictionary(f => f.Measure);
        var holding = await HoldingAsync(db, council.Id, council.ProvinceId, span.To, ct);

        return
        [
            .. indicators.Zip(asked).Where(i => read.TryGetValue(i.First.Code, out var f) && f.Denominator > 0)
                .Select(i => new IndicatorFigure(i.First, i.Second.Days, read[i.First.Code].Numerator, read[i.First.Code].Denominator, targets.For(i.First, holding))),
        ];
    }

    /// <summary>The next level down: provinces of the nation, councils of a province, for one group of indicators: all of them side by side are a table nobody reads.</summary>
    /// <param name="group">Null, or a group that has none here, for the first there is.</param>
    public async Task<IndicatorGrid?> GridAsync(SummaryAddress place, DateOnly? day, IndicatorGroup? group, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var query = await place.Place.WithinAsync(db, acting.ScopeOf<ReadIndicators>(), new CountQuery([]) { ByPlace = true }, ct);
        if (query.IsEmpty || !place.IsWhole)
        {
            return null;
        }

        var on = day ?? clock.Today;
        var province = await ProvinceOfAsync(db, place, ct);
        var all = (await AtAsync(db, place, province, on, ct)).ToLookup(i => i.Group);
        List<IndicatorGroup> groups = [.. all.Select(g => g.Key).Order()];
        var shown = group is { } asked && groups.Contains(asked) ? asked : groups.FirstOrDefault();
        List<Indicator> indicators = [.. all[shown]];
        var places = query.Nation
            ? new MeasurePlaces(false, query.Provinces, [])
            : query.Provinces is [var only] ? new MeasurePlaces(false, [], [], only) : new MeasurePlaces(false, query.Provinces, query.Councils);
        var read = await MeasureReader.ReadAsync(db, [.. indicators.Select(i => Ask(i, on))], places, ct);
        var holding = await HoldingAsync(db, place.CouncilId, province, on, ct);
        var byCode = indicators.ToDictionary(i => i.Code);

        return new IndicatorGrid(
            groups,
            shown,
            indicators,
            read.GroupBy(f => f.Place).ToDictionary(
                g => g.Key,
                g => (IReadOnlyDictionary<string, IndicatorFigure>)g.ToDictionary(
                    f => f.Measure,
                    f => new IndicatorFigure(byCode[f.Measure], byCode[f.Measure].DaysOf(on, clock.Today), f.Numerator, f.Denominator, targets.For(byCode[f.Measure], holding)))));
    }

    /// <summary>What was known of a place on a day: the last row up to it. Only places as wholes are kept (a council, a province, the nation).</summary>
    public async Task<IReadOnlyDictionary<string, IndicatorSnapshot>> KnownOnAsync(SummaryAddress place, DateOnly day, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var query = await place.Place.WithinAsync(db, acting.ScopeOf<ReadIndicators>(), new CountQuery([]), ct);
        if (KeyOf(query) is not { } key)
        {
            return new Dictionary<string, IndicatorSnapshot>();
        }

        // The last row of each period: a place gathers a row for every day that changed something.
        var rows = await db.Set<IndicatorSnapshot>().AsNoTracking()
            .Where(s => s.Place == key && s.Day <= day && s.PeriodFrom <= day)
            .GroupBy(s => new { s.Indicator, s.PeriodFrom })
            .Select(g => g.OrderByDescending(s => s.Day).First())
            .ToListAsync(ct);

        return rows.GroupBy(s => s.Indicator).ToDictionary(g => g.Key, g => g.MaxBy(s => s.PeriodFrom)!);
    }

    private static Guid? KeyOf(CountQuery query) => query switch
    {
        { Nation: true } => Guid.Empty,
        { Provinces: [var province], Councils: [] } => province,
        { Provinces: [], Councils: [var council] } => council,
        _ => null,
    };

    private MeasureAsk Ask(Indicator indicator, DateOnly day) => new(indicator.Code, indicator.Rule, indicator.DaysOf(day, clock.Today));

    private async Task<Dictionary<string, (long, long)>> FiguresAsync(Db db, List<Indicator> indicators, MeasurePlaces places, DateOnly on, CancellationToken ct) =>
        (await MeasureReader.ReadAsync(db, [.. indicators.Select(i => Ask(i, on))], places, ct))
            .GroupBy(f => f.Measure).ToDictionary(g => g.Key, g => (g.Sum(f => f.Numerator), g.Sum(f => f.Denominator)));

    private async Task<IReadOnlyList<Defined>> HoldingAsync(Db db, Guid? council, Guid? province, DateOnly on, CancellationToken ct) =>
        await DefinitionBook.ReadAsync(db, targets.Catalogue, new DefinitionPlace(council, province), on, ct);

    private static async Task<Func<Indicator, IReadOnlyList<IndicatorPoint>>> TrendsAsync(Db db, List<Indicator> indicators, MeasurePlaces places, DateOnly on, CancellationToken ct)
    {
        // Five years of a yearly one, twelve months of a monthly one.
        var months = (await MeasureReader.MonthsAsync(db, [.. indicators.Select(i => i.Code)], places, new DaySpan(new DateOnly(on.Year - 4, 1, 1), on), ct)).ToLookup(m => m.Measure);

        return indicator =>
        [
            .. months[indicator.Code]
                .GroupBy(m => CoveragePeriod.Of(indicator.Cadence, m.Month).From).OrderBy(g => g.Key).TakeLast(Points)
                .Select(g => new IndicatorPoint(g.Key, g.Sum(m => m.Numerator), g.Sum(m => m.Denominator))),
        ];
    }

    private static async Task<Dictionary<(string, DateOnly), IndicatorMedian>> MediansAsync(Db db, Tier tier, CancellationToken ct) =>
        tier is Tier.Nation
            ? []
            : (await db.Set<IndicatorMedian>().AsNoTracking().Where(m => m.Tier == tier).ToListAsync(ct)).ToDictionary(m => (m.Indicator, m.PeriodFrom));

    private static async Task<Guid?> ProvinceOfAsync(Db db, SummaryAddress place, CancellationToken ct) =>
        place.Place.ProvinceId ?? (place.CouncilId is { } id ? await db.Set<Council>().Where(c => c.Id == id).Select(c => (Guid?)c.ProvinceId).FirstOrDefaultAsync(ct) : null);
}
