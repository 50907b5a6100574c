using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Councils;

/// <summary>A file of units to load.</summary>
public sealed record UnitImportInput
{
    public required IReadOnlyList<UnitRow> Rows { get; init; }

    public IReadOnlyList<SuccessionRow> Successions { get; init; } = [];

    /// <summary>First day of what the file says; the reform of 1 July 2025 for the first file, to be named for a later one that changes something.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The term whose councils the units get; none where it is left out.</summary>
    public string? Term { get; init; }

    /// <summary>First day of the term; known for the terms since 2004.</summary>
    public DateOnly? TermFrom { get; init; }

    /// <summary>SHA-256 of the file, for the journal.</summary>
    public required string FileDigest { get; init; }
}

/// <summary>What reading the file did.</summary>
/// <param name="Ended">Units that ended; those without a successor wait for somebody to name one.</param>
/// <param name="LeftAlone">Units of provinces that the file does not speak of, by code.</param>
public sealed record UnitImportReport(
    int Added, IReadOnlyList<ChangedUnit> Changed, int Unchanged, IReadOnlyList<EndedUnit> Ended, int Councils, IReadOnlyList<string> LeftAlone, int MattersMoved);

public sealed record ChangedUnit(string Code, string Before, string After);

public sealed record EndedUnit(string Code, string Name, IReadOnlyList<string> Successors);

/// <summary>Loads the units of the country with their councils, and later files of it: the same file twice changes nothing.</summary>
public sealed class UnitImport(OperationRunner operations, MatterMover mover, CouncilDirectory directory)
{
    /// <summary>Law 72/2025/QH15: two tiers from this day.</summary>
    public static readonly DateOnly Reform = new(2025, 7, 1);

    /// <returns>What was done; refusals <c>units.notAllowed</c>, <c>units.termUnknown</c>, <c>units.fromMissing</c>, <c>units.fromTooEarly</c>, <c>units.successorUnknown</c>.</returns>
    public async Task<Result<UnitImportReport>> RunAsync(UnitImportInput asked, Acting acting, IProgress<double>? progress, CancellationToken ct)
    {
        var result = await operations.RunAsync<UnitImportReport>(acting, (work, token) => RunAsync(work, asked, progress, token), ct);
        directory.Forget();
        progress?.Report(1);

        return result;
    }

    private async Task<Result<UnitImportReport>> RunAsync(Work work, UnitImportInput asked, IProgress<double>? progress, CancellationToken ct)
    {
        if (work.Acting.CapacityFor<ManageUnits>(Guid.Empty, Guid.Empty) is not { } capacity)
        {
            return new Refusal("units.notAllowed");
        }

        if (UnitRules.TermOf(asked) is not { } termFrom)
        {
            return new Refusal("units.termUnknown", nameof(asked.Term), asked.Term ?? "");
        }

        var standing = await StandingAsync(work, ct);
        progress?.Report(0.05);
        var plan = UnitPlan.Of(standing, asked.Rows, asked.Successions);
        if (UnitRules.WrongIn(plan, asked, standing.Count > 0) is { Count: > 0 } wrong)
        {
            return Result<UnitImportReport>.Refuse(wrong);
        }

        var from = asked.From ?? Reform;
        var founding = await UnitFounding.OpenAsync(work.Db, plan, asked, from, termFrom, ct);
        founding.AddUnits(plan.Added);
        founding.AddMissingCouncils(plan.Unchanged.Concat(plan.Changed));
        await SaveAdditionsAsync(work, progress, ct);

        // Changes first: they rewrite rows in the database, which the endings then load and move.
        await new UnitChanges(work, capacity, founding.UnitIds, mover).ApplyAsync(plan.Changed, from, ct);
        var ending = new UnitEnding(work, capacity, founding.UnitIds, mover);
        var ended = await ending.EndAsync(plan.Ended, from, ct);
        await ending.SplitOffAsync(plan.Splits, from, ct);
        progress?.Report(0.95);

        if (!plan.ChangesNothing || founding.Councils > 0)
        {
            work.Record(
                new UnitsImported(
                    UnitEvent.Nation(work.OperationId), asked.FileDigest, from, asked.Term, plan.Added.Count, plan.Changed.Count, plan.Unchanged.Count, plan.Ended.Count, founding.Councils),
                capacity);
        }

        return new UnitImportReport(
            plan.Added.Count,
            [.. plan.Changed.Select(c => new ChangedUnit(c.Row.Code, c.Unit.FullName, c.Row.FullName))],
            plan.Unchanged.Count,
            ended,
            founding.Councils,
            [.. plan.LeftAlone.Select(u => u.Code)],
            ending.MattersMoved);
    }

    /// <summary>Thousands of new rows are written before the act's own changes: the journal tells them by the file's digest, not one by one.</summary>
    private static async Task SaveAdditionsAsync(Work work, IProgress<double>? progress, CancellationToken ct)
    {
        progress?.Report(0.2);
        await work.Db.SaveChangesAsync(ct);
        work.Db.ChangeTracker.Clear();
        progress?.Report(0.85);
    }

    private static async Task<List<StandingUnit>> StandingAsync(Work work, CancellationToken ct)
    {
        var versions = await work.Db.Set<UnitVersion>().AsNoTracking().Where(v => v.Until == null).ToListAsync(ct);
        var codes = versions.ToDictionary(v => v.UnitId, v => v.Code);

        return
        [
            .. versions.Select(v => new StandingUnit(
                v.UnitId, v.Code, v.FullName, v.FullNameEnglish, v.Kind, v.ParentId is { } parent ? codes.GetValueOrDefault(parent) : null, v.From)),
        ];
    }
}
