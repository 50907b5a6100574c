using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Councils;

/// <summary>What entering former units did.</summary>
public sealed record FormerUnitReport(int Added, int Unchanged, int Councils);

/// <summary>Former units were entered; in the nation's chain.</summary>
public sealed record FormerUnitsEntered(Journal.Subject Subject, string FileDigest, int Added, int Councils) : UnitEvent(Subject)
{
    public override string Code => "units.formerEntered";
}

/// <summary>
/// Enters units that have ended, by hand or from a file: districts until 30 June 2025, communes and provinces before it, with their days, parents of that time
/// and successors. A code may be one that another unit holds today. Entering the same again changes nothing.
/// </summary>
public sealed class FormerUnits(OperationRunner operations, CouncilDirectory directory)
{
    /// <summary>Decision 124/2004/QĐ-TTg gave units their codes: a former unit without a first day begins there.</summary>
    public static readonly DateOnly CodesBegin = new(2004, 7, 8);

    /// <param name="rows">Each with <see cref="UnitRow.Until"/>; parents and successors by the codes of their time.</param>
    /// <param name="fileDigest">SHA-256 of the file; empty for units typed in.</param>
    /// <param name="acting">The administrator of the nation.</param>
    /// <returns>Refusals <c>units.notAllowed</c>, <c>units.untilMissing</c>, <c>units.parentUnknown</c>, <c>units.successorUnknown</c>, <c>units.codeTaken</c>.</returns>
    public async Task<Result<FormerUnitReport>> EnterAsync(IReadOnlyList<UnitRow> rows, string fileDigest, Acting acting, CancellationToken ct)
    {
        var result = await operations.RunAsync<FormerUnitReport>(acting, (work, token) => EnterAsync(work, rows, fileDigest, token), ct);
        directory.Forget();

        return result;
    }

    private static async Task<Result<FormerUnitReport>> EnterAsync(Work work, IReadOnlyList<UnitRow> rows, string fileDigest, CancellationToken ct)
    {
        if (work.Acting.CapacityFor<ManageUnits>(Guid.Empty, Guid.Empty) is not { } capacity)
        {
            return new Refusal("units.notAllowed");
        }

        var entry = await FormerUnitEntry.OpenAsync(work.Db, ct);
        foreach (var row in rows.OrderBy(r => UnitNames.TierOf(r.Kind)))
        {
            entry.Add(row);
        }

        entry.Succeed(rows);
        if (entry.Refusals.Count > 0)
        {
            return Result<FormerUnitReport>.Refuse([.. entry.Refusals]);
        }

        if (entry.Added > 0)
        {
            await work.Db.SaveChangesAsync(ct);
            work.Db.ChangeTracker.Clear();
            work.Record(new FormerUnitsEntered(UnitEvent.Nation(work.OperationId), fileDigest, entry.Added, entry.Councils), capacity);
        }

        return new FormerUnitReport(entry.Added, entry.Unchanged, entry.Councils);
    }
}
