using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Law;

/// <summary>A council's own value of a rule, from a day on, with the document that sets it. Direction stays that of the general rule.</summary>
public sealed record OwnRuleInput
{
    public required Guid CouncilId { get; init; }

    public required string Code { get; init; }

    public required int Days { get; init; }

    public DayType DayType { get; init; }

    public bool RollForward { get; init; }

    public DateOnly? ValidFrom { get; init; }

    /// <summary>Number and date of the working regulations or resolution.</summary>
    public string? LegalBasis { get; init; }

    public bool Checked { get; init; }
}

/// <summary>
/// Changes the rule table and the days off. What is still running is computed anew in the same transaction, by whoever handles <see cref="RuleChanged"/> and
/// <see cref="DaysOffChanged"/>.
/// </summary>
public sealed class RuleDesk(OperationRunner operations, RuleBook book)
{
    /// <returns>Refusals <c>law.notAllowed</c>, <c>law.ruleUnknown</c>, <c>law.daysOutOfRange</c>, <c>law.basisMissing</c>, <c>law.validFromMissing</c>.</returns>
    public Task<Result> SetOwnAsync(OwnRuleInput asked, Acting acting, CancellationToken ct) => ThenForgetAsync(operations.RunAsync(acting, async (work, token) =>
    {
        if (acting.CapacityFor<SetOwnRules>(asked.CouncilId, Guid.Empty) is not { } capacity)
        {
            return new Refusal("law.notAllowed");
        }

        if (await WrongAsync(work, asked, token) is { } wrong)
        {
            return wrong;
        }

        var general = await work.Db.Set<DeadlineRule>().AsNoTracking()
            .Where(r => r.Code == asked.Code && r.CouncilId == null).OrderByDescending(r => r.ValidFrom).FirstAsync(token);
        var own = await work.Db.Set<DeadlineRule>().FirstOrDefaultAsync(
            r => r.Code == asked.Code && r.CouncilId == asked.CouncilId && r.ValidFrom == asked.ValidFrom, token);
        if (own is null)
        {
            var terms = new DeadlineTerms(asked.Days, asked.DayType, general.Direction, asked.RollForward);
            own = DeadlineRule.From(general.Row with
            {
                Tier = null, CouncilId = asked.CouncilId, Terms = terms, ValidFrom = asked.ValidFrom, ValidUntil = null, LegalBasis = asked.LegalBasis!.Trim(), Checked = asked.Checked,
            });
            work.Db.Add(own);
        }
        else
        {
            (own.Days, own.DayType, own.RollForward) = (asked.Days, asked.DayType, asked.RollForward);
            (own.LegalBasis, own.Checked) = (asked.LegalBasis!.Trim(), asked.Checked);
        }

        work.Record(new RuleChanged(About(own), own.Code, asked.CouncilId, own.Days, own.ValidFrom), capacity);

        return Result.Done;
    }, ct));

    /// <summary>Takes a council's own value away: the general rule holds again.</summary>
    public Task<Result> RemoveOwnAsync(Guid ruleId, Acting acting, CancellationToken ct) => ThenForgetAsync(operations.RunAsync(acting, async (work, token) =>
    {
        if (await work.Db.Set<DeadlineRule>().FirstOrDefaultAsync(r => r.Id == ruleId && r.CouncilId != null, token) is not { CouncilId: { } council } own
            || acting.CapacityFor<SetOwnRules>(council, Guid.Empty) is not { } capacity)
        {
            return new Refusal("law.ruleUnknown");
        }

        work.Db.Remove(own);
        work.Record(new RuleChanged(About(own), own.Code, council, null, own.ValidFrom), capacity);

        return Result.Done;
    }, ct));

    /// <summary>Marks a rule as compared with its text, or as in doubt again: a council's own row by the council, a general one by the nation's administrator.</summary>
    public Task<Result> MarkCheckedAsync(Guid ruleId, bool isChecked, Acting acting, CancellationToken ct) => ThenForgetAsync(operations.RunAsync(acting, async (work, token) =>
    {
        if (await work.Db.Set<DeadlineRule>().FirstOrDefaultAsync(r => r.Id == ruleId, token) is not { } rule)
        {
            return new Refusal("law.ruleUnknown");
        }

        var capacity = rule.CouncilId is { } council ? acting.CapacityFor<SetOwnRules>(council, Guid.Empty) : acting.CapacityFor<SetGeneralRules>(Guid.Empty, Guid.Empty);
        if (capacity is null)
        {
            return new Refusal("law.notAllowed");
        }

        rule.Checked = isChecked;
        work.Record(new RuleChecked(About(rule), rule.Code, isChecked), capacity);

        return Result.Done;
    }, ct));

    /// <summary>Sets the days off of a year as the list says; days of that year that it does not name count by the week again.</summary>
    /// <returns>Refusals <c>law.notAllowed</c>, <c>law.dayTwice</c>, <c>law.dayOutsideYear</c>, <c>law.workedOnWeekday</c>.</returns>
    public Task<Result> SetDaysOffAsync(int year, IReadOnlyList<DayOffRow> rows, Acting acting, CancellationToken ct) => ThenForgetAsync(operations.RunAsync(acting, async (work, token) =>
    {
        if (acting.CapacityFor<SetGeneralRules>(Guid.Empty, Guid.Empty) is not { } capacity)
        {
            return new Refusal("law.notAllowed");
        }

        if (DayOffLines.Wrong(year, rows) is { } wrong)
        {
            return wrong;
        }

        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var stored = await work.Db.Set<DayOff>().Where(d => d.Date >= first && d.Date <= last).ToDictionaryAsync(d => d.Date, token);
        foreach (var row in rows)
        {
            if (stored.Remove(row.Date, out var known))
            {
                (known.Kind, known.Code, known.Checked) = (row.Kind, row.Reason.Code, row.Reason.Checked);
                (known.NameVietnamese, known.NameEnglish) = (row.Reason.NameVietnamese, row.Reason.NameEnglish);
            }
            else
            {
                work.Db.Add(DayOff.From(row));
            }
        }

        work.Db.RemoveRange(stored.Values);
        var worked = rows.Count(r => r.Kind is DayOffKind.WorkedInstead);
        work.Record(new DaysOffChanged(new Subject("daysOff", Guid.CreateVersion7(), null, Guid.Empty), year, rows.Count - worked, worked), capacity);

        return Result.Done;
    }, ct));

    private static async Task<Refusal?> WrongAsync(Work work, OwnRuleInput asked, CancellationToken ct)
    {
        if (asked.ValidFrom is not { } from)
        {
            return new Refusal("law.validFromMissing", nameof(asked.ValidFrom));
        }

        if (Deadlines.Check(from, asked.Days) is { } outside)
        {
            return outside.Field == "From" ? outside.At(nameof(asked.ValidFrom)) : outside;
        }

        if (string.IsNullOrWhiteSpace(asked.LegalBasis))
        {
            return new Refusal("law.basisMissing", nameof(asked.LegalBasis));
        }

        return await work.Db.Set<DeadlineRule>().AnyAsync(r => r.Code == asked.Code && r.CouncilId == null, ct) ? null : new Refusal("law.ruleUnknown", nameof(asked.Code));
    }

    private static Subject About(DeadlineRule rule) => new("rule", rule.Id, rule.Code, rule.CouncilId ?? Guid.Empty);

    private async Task<Result> ThenForgetAsync(Task<Result> act)
    {
        var result = await act;
        book.Forget();

        return result;
    }
}
