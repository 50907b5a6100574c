using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Councils;

/// <summary>A unit is given a council, loses it and is given one again: "no council" is a dated state too.</summary>
public sealed class CouncilLife(OperationRunner operations, CouncilDirectory directory)
{
    /// <summary>Founds the unit's council, or brings back the one it had, with the standard bodies and agencies.</summary>
    /// <returns>The council; refusals <c>units.notAllowed</c>, <c>unit.hasEnded</c>, <c>council.alreadyRuns</c>, <c>council.dayTooEarly</c>.</returns>
    public async Task<Result<Guid>> BeginAsync(Guid unitId, string term, DateOnly from, Acting acting, CancellationToken ct)
    {
        var result = await operations.RunAsync<Guid>(acting, (work, token) => BeginAsync(work, unitId, term, from, token), ct);
        directory.Forget();

        return result;
    }

    /// <summary>The unit stays without a council from the day after; open matters wait for somebody to share them out.</summary>
    /// <returns>Refusals <c>units.notAllowed</c>, <c>council.notFound</c>, <c>council.doesNotRun</c>.</returns>
    public async Task<Result> EndAsync(Guid councilId, DateOnly lastDay, string? basis, Acting acting, CancellationToken ct)
    {
        var result = await operations.RunAsync(acting, (work, token) => EndAsync(work, councilId, lastDay, basis, token), ct);
        directory.Forget();

        return result;
    }

    private static async Task<Result<Guid>> BeginAsync(Work work, Guid unitId, string term, DateOnly from, CancellationToken ct)
    {
        if (work.Acting.CapacityFor<ManageUnits>(Guid.Empty, Guid.Empty) is not { } capacity)
        {
            return new Refusal("units.notAllowed");
        }

        if (await work.Db.Set<UnitVersion>().SingleOrDefaultAsync(v => v.UnitId == unitId && v.Until == null, ct) is not { } version)
        {
            return new Refusal("unit.hasEnded");
        }

        var council = await work.Db.Set<Council>().Include(c => c.Terms).FirstOrDefaultAsync(c => c.UnitId == unitId, ct);
        if (council?.Terms.Exists(t => t.Until is null) == true)
        {
            return new Refusal("council.alreadyRuns");
        }

        if (council?.Terms.MaxBy(t => t.Until)?.Until >= from)
        {
            return new Refusal("council.dayTooEarly", "From");
        }

        if (council is null)
        {
            var row = new UnitRow(version.Code, version.Name, version.FullName, version.FullNameEnglish, version.Kind, null);
            council = UnitFounding.New(unitId, row, await ProvinceAsync(work, version, ct));
            work.Db.Add(council);
        }

        work.Db.Add(new CouncilTerm { Id = Guid.CreateVersion7(), CouncilId = council.Id, Term = term, From = from });
        StandardOrganisation.Shipped.Found(work.Db, council, version.Kind, version.FullName, from);
        work.Record(new CouncilBegan(CouncilEvent.About(council), term, from), capacity);

        return council.Id;
    }

    private static async Task<Result> EndAsync(Work work, Guid councilId, DateOnly lastDay, string? basis, CancellationToken ct)
    {
        if (work.Acting.CapacityFor<ManageUnits>(Guid.Empty, Guid.Empty) is not { } capacity)
        {
            return new Refusal("units.notAllowed");
        }

        if (await work.Db.Set<Council>().Include(c => c.Terms).FirstOrDefaultAsync(c => c.Id == councilId, ct) is not { } council)
        {
            return new Refusal("council.notFound");
        }

        if (!council.Terms.Exists(t => t.Until is null && t.From <= lastDay))
        {
            return new Refusal("council.doesNotRun", "LastDay");
        }

        await CouncilEnding.EndAsync(work, councilId, lastDay, ct);
        work.Record(new CouncilEnded(CouncilEvent.About(council), lastDay, basis), capacity);

        return Result.Done;
    }

    private static async Task<Guid> ProvinceAsync(Work work, UnitVersion version, CancellationToken ct)
    {
        var at = version;
        while (at.ParentId is { } parent)
        {
            at = await work.Db.Set<UnitVersion>().SingleAsync(v => v.UnitId == parent && v.Until == null, ct);
        }

        return at.UnitId;
    }
}
