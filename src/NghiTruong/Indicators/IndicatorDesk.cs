using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Indicators;

/// <summary>An indicator as an administrator makes it: records, which of them are the base, which count.</summary>
public sealed record IndicatorInput
{
    /// <summary>Given by the form, so that one sent twice makes one indicator.</summary>
    public Guid? Id { get; init; }

    public Guid CouncilId { get; init; }

    [StringLength(200)]
    public string? Vietnamese { get; init; }

    [StringLength(200)]
    public string? English { get; init; }

    [StringLength(500)]
    public string? Meaning { get; init; }

    /// <summary>Kind of the counts, <c>Petition</c>.</summary>
    [StringLength(60)]
    public string? Records { get; init; }

    /// <summary>Conditions of the base as <c>dimension:value</c>; none is all records.</summary>
    public IReadOnlyList<string> Base { get; init; } = [];

    /// <summary>Conditions of what counts, the same way; at least one.</summary>
    public IReadOnlyList<string> Counted { get; init; } = [];

    public CoverageCadence Cadence { get; init; } = CoverageCadence.Year;

    public int? Target { get; init; }

    [StringLength(300)]
    public string? Basis { get; init; }
}

/// <summary>An indicator was made, said anew or is no longer asked for.</summary>
public sealed record IndicatorChanged(Subject Subject, string Name, bool IsRetired) : HouseEvent(Subject)
{
    public override string Code => "indicator.changed";
}

/// <summary>An administrator's indicators: made with a preview, said anew, no longer asked for. The measure is built right after the act, from what is counted already.</summary>
public sealed class IndicatorDesk(OperationRunner operations, IDbContextFactory<Db> contexts, MeasureBuild measures, IEnumerable<CountedRecords> records, IEnumerable<CoverageKind> coverage, TimeProvider clock)
{
    /// <summary>All records an indicator may count.</summary>
    public IReadOnlyList<CountedRecords> Records { get; } = [.. records, .. coverage.Select(CountedRecords.Of)];

    /// <returns>The code; refusals <c>indicator.notAllowed</c>, <c>.nameMissing</c>, <c>.recordsMissing</c>, <c>.countedMissing</c>, <c>.conditionUnknown</c>, <c>.targetOutOfRange</c>, <c>input.*</c>.</returns>
    public async Task<Result<string>> MakeAsync(IndicatorInput asked, Acting acting, CancellationToken ct)
    {
        var made = await operations.RunAsync<string>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, token) is not { } council || work.Acting.CapacityFor<KeepIndicators>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("indicator.notAllowed", nameof(asked.CouncilId));
            }

            await work.HoldAsync(council.Id, token);
            if (asked.Id is { } id && await work.Db.Set<Indicator>().FirstOrDefaultAsync(i => i.Id == id, token) is { } standing)
            {
                return standing.CouncilId == council.Id ? standing.Code : new Refusal("indicator.notAllowed", nameof(asked.CouncilId));
            }

            if (WrongIn(asked) is { Count: > 0 } wrong)
            {
                return Result<string>.Refuse(wrong);
            }

            var count = await work.Db.Set<Indicator>().CountAsync(i => i.CouncilId == council.Id, token);
            var indicator = New(asked, council, string.Create(CultureInfo.InvariantCulture, $"CS-{council.Code}-{count + 1:000}"), count);
            work.Db.Add(indicator);
            work.Record(new IndicatorChanged(About(indicator), indicator.Vietnamese, false), capacity);

            return indicator.Code;
        }, ct);
        await BuildAsync(made, ct);

        return made;
    }

    /// <param name="version">The version the form was filled from.</param>
    /// <returns>As <see cref="MakeAsync"/>, and <c>indicator.notFound</c>, <c>record.changedMeanwhile</c>.</returns>
    public async Task<Result<string>> EditAsync(string code, IndicatorInput asked, int? version, Acting acting, CancellationToken ct)
    {
        var edited = await operations.RunAsync<string>(acting, async (work, token) =>
        {
            var found = await OwnAsync(work, code, token);
            if (found.IsRefused)
            {
                return Result<string>.Refuse(found.Refusals);
            }

            var (indicator, capacity) = found.Value;
            if (Work.ChangedMeanwhile(indicator, version) is { } changed)
            {
                return changed;
            }

            if (WrongIn(asked) is { Count: > 0 } wrong)
            {
                return Result<string>.Refuse(wrong);
            }

            Say(indicator, asked);
            work.Record(new IndicatorChanged(About(indicator), indicator.Vietnamese, false), capacity);

            return indicator.Code;
        }, ct);
        await BuildAsync(edited, ct);

        return edited;
    }

    /// <summary>No longer asked for from today; what was known of it stays.</summary>
    /// <returns>Refusals <c>indicator.notFound</c>, <c>indicator.notAllowed</c>.</returns>
    public Task<Result> RetireAsync(string code, Acting acting, CancellationToken ct) => operations.RunAsync(acting, async (work, token) =>
    {
        var found = await OwnAsync(work, code, token);
        if (found.IsRefused)
        {
            return Result.Refuse(found.Refusals);
        }

        var (indicator, capacity) = found.Value;
        indicator.RetiredOn ??= work.Today;
        work.Record(new IndicatorChanged(About(indicator), indicator.Vietnamese, true), capacity);

        return Result.Done;
    }, ct);

    /// <summary>What it would show at its council (a province's: with all below) in the running period, before it is kept.</summary>
    /// <returns>Refusals as of <see cref="MakeAsync"/>.</returns>
    public async Task<Result<IndicatorFigure>> PreviewAsync(IndicatorInput asked, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Council>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, ct) is not { } council || acting.CapacityFor<KeepIndicators>(council.Id, council.ProvinceId) is null)
        {
            return new Refusal("indicator.notAllowed", nameof(asked.CouncilId));
        }

        if (WrongIn(asked) is { Count: > 0 } wrong)
        {
            return Result<IndicatorFigure>.Refuse(wrong);
        }

        var indicator = New(asked, council, "preview", 0);
        var days = indicator.DaysOf(clock.Today, clock.Today);
        var (numerator, denominator) = await MeasureReader.TryAsync(db, new MeasureAsk(indicator.Code, indicator.Rule, days), council.Tier == Tier.Province ? council.ProvinceId : null, council.Id, ct);

        return new IndicatorFigure(indicator, days, numerator, denominator, indicator.Target);
    }

    private async Task BuildAsync(Result<string> done, CancellationToken ct)
    {
        if (done.IsRefused)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var indicator = await db.Set<Indicator>().AsNoTracking().SingleAsync(i => i.Code == done.Value, ct);
        await measures.SetAsync(indicator.Code, indicator.Rule, ct);
    }

    private static async Task<Result<(Indicator, Capacity)>> OwnAsync(Work work, string code, CancellationToken ct)
    {
        if (await work.Db.Set<Indicator>().FirstOrDefaultAsync(i => i.Code == code, ct) is not { CouncilId: { } council } indicator)
        {
            return new Refusal("indicator.notFound", null, code);
        }

        return work.Acting.CapacityFor<KeepIndicators>(council, indicator.ProvinceId ?? Guid.Empty) is { } capacity ? (indicator, capacity) : new Refusal("indicator.notAllowed", null, code);
    }

    private IReadOnlyList<Refusal> WrongIn(IndicatorInput asked)
    {
        var kind = Records.FirstOrDefault(r => r.Kind == asked.Records);

        return
        [
            .. new[]
            {
                string.IsNullOrWhiteSpace(asked.Vietnamese) ? new Refusal("indicator.nameMissing", nameof(asked.Vietnamese)) : null,
                kind is null ? new Refusal("indicator.recordsMissing", nameof(asked.Records)) : null,
                kind is not null && asked.Counted.Count == 0 ? new Refusal("indicator.countedMissing", nameof(asked.Counted)) : null,
                kind is not null && !asked.Base.All(c => Knows(kind, c)) ? new Refusal("indicator.conditionUnknown", nameof(asked.Base)) : null,
                kind is not null && !asked.Counted.All(c => Knows(kind, c)) ? new Refusal("indicator.conditionUnknown", nameof(asked.Counted)) : null,
                asked.Target is < 0 or > 100 ? new Refusal("indicator.targetOutOfRange", nameof(asked.Target)) : null,
            }.OfType<Refusal>(),
        ];
    }

    private static bool Knows(CountedRecords kind, string condition) =>
        condition.Split(':') is [var dimension, var value] && kind.Dimensions.Any(d => d.Dimension == dimension && d.Values.Contains(value));

    private static IReadOnlyList<MeasureCondition> Conditions(IReadOnlyList<string> said) =>
        [.. said.Select(c => c.Split(':')).GroupBy(c => c[0], c => c[1], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new MeasureCondition(g.Key, [.. g.Distinct(StringComparer.Ordinal)]))];

    private static string RuleOf(IndicatorInput asked) => Measure.Write(new MeasureRule([asked.Records!], Conditions(asked.Base), Conditions(asked.Counted)));

    private Indicator New(IndicatorInput asked, Council council, string code, int order)
    {
        var indicator = new Indicator
        {
            Id = asked.Id ?? Guid.CreateVersion7(),
            Code = code,
            CouncilId = council.Id,
            ProvinceId = council.Tier == Tier.Province ? council.ProvinceId : null,
            Vietnamese = "",
            English = "",
            Meaning = "",
            MeaningEnglish = "",
            Group = IndicatorGroup.Own,
            RuleJson = "",
            Cadence = asked.Cadence,
            Basis = "",
            Order = (order + 1) * 10,
        };
        Say(indicator, asked);

        return indicator;
    }

    private void Say(Indicator indicator, IndicatorInput asked)
    {
        var (name, meaning) = (asked.Vietnamese!.Trim(), asked.Meaning?.Trim() ?? "");
        (indicator.Vietnamese, indicator.English) = (name, string.IsNullOrWhiteSpace(asked.English) ? name : asked.English.Trim());
        (indicator.Meaning, indicator.MeaningEnglish, indicator.Basis) = (meaning, meaning, asked.Basis?.Trim() ?? "");
        // What is to be done once a year is counted by the year, whatever was chosen.
        var cadence = coverage.FirstOrDefault(k => k.CountKind == asked.Records)?.Cadence ?? asked.Cadence;
        (indicator.RuleJson, indicator.Cadence, indicator.Target) = (RuleOf(asked), cadence, asked.Target);
    }

    private static Subject About(Indicator indicator) => new("indicator", indicator.Id, indicator.Code, indicator.CouncilId ?? Guid.Empty);
}
