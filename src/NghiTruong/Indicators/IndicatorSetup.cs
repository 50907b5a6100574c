using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Indicators;

/// <summary>Brings the indicators of the house into the database and every indicator's measure in line with its rule; doing so again changes nothing.</summary>
public sealed class IndicatorSetup(IDbContextFactory<Db> contexts, OperationRunner operations, MeasureBuild measures) : IJob
{
    public string Name => "indicators.setUp";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task RunAsync(DateTime now, CancellationToken ct)
    {
        await operations.RunAsync(Acting.System, SetAsync, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var indicator in await db.Set<Indicator>().AsNoTracking().OrderBy(i => i.Code).ToListAsync(ct))
        {
            await measures.SetAsync(indicator.Code, indicator.Rule, ct);
        }
    }

    private static async Task<Result> SetAsync(Work work, CancellationToken ct)
    {
        var standing = await work.Db.Set<Indicator>().Where(i => i.CouncilId == null).ToDictionaryAsync(i => i.Code, ct);
        foreach (var shipped in ShippedIndicators.All)
        {
            if (!standing.Remove(shipped.Code, out var indicator))
            {
                work.Db.Add(New(shipped));
            }
            else if (Differs(indicator, shipped))
            {
                Say(indicator, shipped);
            }
        }

        foreach (var gone in standing.Values.Where(i => i.RetiredOn is null))
        {
            gone.RetiredOn = work.Today;
        }

        return Result.Done;
    }

    private static Indicator New(ShippedIndicator s) => new()
    {
        Id = Guid.CreateVersion7(),
        Code = s.Code,
        Vietnamese = s.Vietnamese,
        English = s.English,
        Meaning = s.Meaning,
        MeaningEnglish = s.MeaningEnglish,
        Group = s.Group,
        RuleJson = Measure.Write(s.Rule),
        Cadence = s.Cadence,
        Target = s.Target,
        Basis = s.Basis,
        Order = s.Order,
    };

    private static void Say(Indicator indicator, ShippedIndicator s)
    {
        (indicator.Vietnamese, indicator.English, indicator.Meaning, indicator.MeaningEnglish) = (s.Vietnamese, s.English, s.Meaning, s.MeaningEnglish);
        (indicator.Group, indicator.RuleJson, indicator.Cadence, indicator.Target) = (s.Group, Measure.Write(s.Rule), s.Cadence, s.Target);
        (indicator.Basis, indicator.Order, indicator.RetiredOn) = (s.Basis, s.Order, null);
    }

    private static bool Differs(Indicator indicator, ShippedIndicator s) =>
        (indicator.Vietnamese, indicator.English, indicator.Meaning, indicator.MeaningEnglish) != (s.Vietnamese, s.English, s.Meaning, s.MeaningEnglish)
        || (indicator.Group, indicator.RuleJson, indicator.Cadence, indicator.Target) != (s.Group, Measure.Write(s.Rule), s.Cadence, s.Target)
        || (indicator.Basis, indicator.Order, indicator.RetiredOn) != (s.Basis, s.Order, null);
}
