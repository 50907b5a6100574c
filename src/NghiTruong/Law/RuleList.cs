using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;

namespace NghiTruong.Law;

/// <summary>A row of the rule table as shown, and whether it is the one in force on the day asked: for the council, or for any where none is asked for.</summary>
public sealed record RuleView(Guid Id, DeadlineRuleRow Row, bool IsInForce);

/// <summary>Reads the rule table and the days off as the stored rows, with their ids.</summary>
public sealed class RuleList(IDbContextFactory<Db> contexts)
{
    /// <summary>General rows, those of the tier, and the council's own; by name, the row in force first.</summary>
    public async Task<IReadOnlyList<RuleView>> ReadAsync(string? tier, Guid? councilId, DateOnly on, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var stored = await db.Set<DeadlineRule>().AsNoTracking().Where(r => r.CouncilId == null || r.CouncilId == councilId).ToListAsync(ct);
        var rows = stored.ConvertAll(r => r.Row);

        return [.. stored
            .Where(r => r.Tier is null || tier is null || r.Tier == tier)
            .Select(r => new RuleView(r.Id, r.Row, councilId is null ? r.Row.IsValidOn(on) : DeadlineRules.Pick(rows, r.Code, tier, councilId, on) == r.Row))
            .OrderBy(v => v.Row.Code, StringComparer.Ordinal).ThenByDescending(v => v.IsInForce).ThenByDescending(v => v.Row.ValidFrom)];
    }

    public async Task<IReadOnlyList<DayOffRow>> DaysOffAsync(int year, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

        return [.. (await db.Set<DayOff>().AsNoTracking().Where(d => d.Date >= first && d.Date <= last).OrderBy(d => d.Date).ToListAsync(ct)).Select(d => d.Row)];
    }
}
