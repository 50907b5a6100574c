using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;

namespace NghiTruong.Law;

/// <summary>A due date with the rule it came from.</summary>
public sealed record RuledDeadline(DeadlineRuleRow Rule, Deadline Deadline);

/// <summary>The rules and the calendar as they stood when read.</summary>
public sealed class Rules(IReadOnlyList<DeadlineRuleRow> rows, WorkCalendar calendar)
{
    public IReadOnlyList<DeadlineRuleRow> Rows { get; } = rows;

    public WorkCalendar Calendar { get; } = calendar;

    /// <summary>The deadline of a rule for a council from a day (or before an event on that day); null when no such rule is in force then.</summary>
    public RuledDeadline? Due(string code, string? tier, Guid? councilId, DateOnly from) =>
        DeadlineRules.Pick(Rows, code, tier, councilId, from) is { } rule ? new RuledDeadline(rule, Deadlines.Compute(from, rule.Terms, Calendar)) : null;
}

/// <summary>Reads the rule table and the days off, keeping them for a few seconds: a change made on another node is seen within that time.</summary>
public sealed class RuleBook(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);
    private (Rules Rules, long ReadAt)? _last;

    public async ValueTask<Rules> ReadAsync(CancellationToken ct)
    {
        if (_last is { } last && clock.GetElapsedTime(last.ReadAt) < Kept)
        {
            return last.Rules;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var rules = await ReadAsync(db, ct);
        _last = (rules, clock.GetTimestamp());

        return rules;
    }

    /// <summary>Reads what the context sees, an operation's own unsaved neighbours excluded: for an operation that has just changed the table.</summary>
    public static async Task<Rules> ReadAsync(Db db, CancellationToken ct)
    {
        var rows = await db.Set<DeadlineRule>().AsNoTracking().ToListAsync(ct);
        var days = await db.Set<DayOff>().AsNoTracking().ToListAsync(ct);

        return new Rules([.. rows.Select(r => r.Row)], new WorkCalendar(days.Select(d => d.Row)));
    }

    /// <summary>As <see cref="ReadAsync(Db, CancellationToken)"/>, with what the operation has changed and not yet saved.</summary>
    public static async Task<Rules> InHandAsync(Db db, CancellationToken ct)
    {
        await db.Set<DeadlineRule>().LoadAsync(ct);
        await db.Set<DayOff>().LoadAsync(ct);

        return new Rules([.. db.Set<DeadlineRule>().Local.Select(r => r.Row)], new WorkCalendar(db.Set<DayOff>().Local.Select(d => d.Row)));
    }

    /// <summary>Forgets what this node keeps, after it has changed the table.</summary>
    public void Forget() => _last = null;

    /// <summary>Ships the catalogue's rows into an empty table; what an office changed since is left alone.</summary>
    public static async Task SeedAsync(Db db, CancellationToken ct)
    {
        if (!await db.Set<DeadlineRule>().AnyAsync(ct))
        {
            db.AddRange(DeadlineRuleCatalogue.Rows.Select(DeadlineRule.From));
        }

        if (!await db.Set<DayOff>().AnyAsync(ct))
        {
            db.AddRange(DayOffCatalogue.Rows.Select(DayOff.From));
        }

        await db.SaveChangesAsync(ct);
    }
}
