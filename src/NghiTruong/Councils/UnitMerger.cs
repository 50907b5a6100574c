using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Councils;

/// <summary>What a merge did.</summary>
public sealed record MergeReport(int Units, int MattersMoved);

/// <summary>
/// Merges units into another by a resolution: units and terms end the day before, open matters go to the successor's council, a province's communes
/// go over with all their rows. Closed matters stay with the council that closed them.
/// </summary>
public sealed class UnitMerger(OperationRunner operations, MatterMover mover, CouncilDirectory directory)
{
    /// <param name="from">The units that end.</param>
    /// <param name="to">The unit that stays, of the same tier.</param>
    /// <param name="on">First day of the merged unit.</param>
    /// <param name="basis">The resolution, <c>Nghị quyết 12/NQ-UBTVQH16</c>.</param>
    /// <param name="acting">The administrator of the nation.</param>
    /// <returns>Refusals <c>units.notAllowed</c>, <c>unit.basisMissing</c>, <c>unit.mergedIntoItself</c>, <c>unit.hasEnded</c>, <c>unit.otherTier</c>, <c>unit.dayTooEarly</c>.</returns>
    public async Task<Result<MergeReport>> MergeAsync(IReadOnlyCollection<Guid> from, Guid to, DateOnly on, string basis, Acting acting, CancellationToken ct)
    {
        var result = await operations.RunAsync<MergeReport>(acting, (work, token) => MergeAsync(work, from, to, on, basis, token), ct);
        directory.Forget();

        return result;
    }

    private async Task<Result<MergeReport>> MergeAsync(Work work, IReadOnlyCollection<Guid> from, Guid to, DateOnly on, string basis, CancellationToken ct)
    {
        if (work.Acting.CapacityFor<ManageUnits>(Guid.Empty, Guid.Empty) is not { } capacity)
        {
            return new Refusal("units.notAllowed");
        }

        if (WrongIn(from, to, basis) is { } wrong)
        {
            return wrong;
        }

        var wanted = from.Append(to).ToList();
        var standing = await work.Db.Set<UnitVersion>().Where(v => wanted.Contains(v.UnitId) && v.Until == null).Include(v => v.Unit).ToDictionaryAsync(v => v.UnitId, ct);
        if (wanted.Exists(id => !standing.ContainsKey(id)))
        {
            return new Refusal("unit.hasEnded", "From");
        }

        if (standing.Values.Select(v => v.Unit!.Tier).Distinct().Count() > 1)
        {
            return new Refusal("unit.otherTier", "To");
        }

        if (standing.Values.FirstOrDefault(v => v.From >= on) is { } late)
        {
            return new Refusal("unit.dayTooEarly", "On", late.FullName, late.From);
        }

        var ending = new UnitEnding(work, capacity, new Dictionary<string, Guid>(), mover);
        foreach (var unit in from)
        {
            await ending.EndAsync(unit, [(to, SuccessionKind.Merged, basis)], on, ct);
            await AdoptChildrenAsync(work, unit, to, on, ct);
        }

        return new MergeReport(from.Count, ending.MattersMoved);
    }

    private static Refusal? WrongIn(IReadOnlyCollection<Guid> from, Guid to, string basis)
    {
        if (string.IsNullOrWhiteSpace(basis))
        {
            return new Refusal("unit.basisMissing", "Basis");
        }

        if (from.Count == 0)
        {
            return new Refusal("unit.noneToMerge", "From");
        }

        return from.Contains(to) ? new Refusal("unit.mergedIntoItself", "To") : null;
    }

    private static async Task AdoptChildrenAsync(Work work, Guid from, Guid to, DateOnly on, CancellationToken ct)
    {
        foreach (var child in await work.Db.Set<UnitVersion>().Where(v => v.ParentId == from && v.Until == null).ToListAsync(ct))
        {
            child.Until = on.AddDays(-1);
            work.Db.Add(new UnitVersion
            {
                Id = Guid.CreateVersion7(),
                UnitId = child.UnitId,
                Code = child.Code,
                Name = child.Name,
                FullName = child.FullName,
                FullNameEnglish = child.FullNameEnglish,
                Kind = child.Kind,
                ParentId = to,
                From = on,
                Folded = child.Folded,
                SortKey = child.SortKey,
            });
        }
    }
}
