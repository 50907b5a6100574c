using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Journal;
using NghiTruong.Law;
using NghiTruong.Operations;

namespace NghiTruong.Supervision;

/// <summary>
/// A rule or a day off that changed moves the day of the report or the conclusion still owed. The day to hold it by is the programme's own, those of recommendations are set by hand:
/// they stay. What a register told stands as told.
/// </summary>
public sealed class RecountSupervisions : IEventHandler
{
    private static readonly string[] Rules = [.. Enum.GetValues<SupervisionSubject>().Select(SupervisionRules.ReportRule), SupervisionRules.ConsideredRule];

    public Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        var owing = work.Db.Set<SupervisionCase>().Where(s => !s.FromLedger && (s.Duty == SupervisionDuty.Report || s.Duty == SupervisionDuty.Conclude));

        return happened switch
        {
            RuleChanged { Rule: var rule, OfCouncil: var council } when Rules.Contains(rule) => RecountAsync(work, owing.Where(s => council == null || s.CouncilId == council), ct),
            DaysOffChanged => RecountAsync(work, owing, ct),
            _ => Task.CompletedTask,
        };
    }

    private static async Task RecountAsync(Work work, IQueryable<SupervisionCase> cases, CancellationToken ct)
    {
        var found = await cases.ToListAsync(ct);
        if (found.Count == 0)
        {
            return;
        }

        var rules = await RuleBook.InHandAsync(work.Db, ct);
        var councils = found.Select(s => s.CouncilId).Distinct().ToList();
        var tiers = await work.Db.Set<Council>().Where(c => councils.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Tier, ct);
        foreach (var s in found)
        {
            var (rule, from) = s.Duty == SupervisionDuty.Report ? (SupervisionRules.ReportRule(s.Subject), s.HeldOn!.Value) : (SupervisionRules.ConsideredRule, s.ReportedOn!.Value);
            s.MoveDuty(rules.Due(rule, tiers[s.CouncilId].ToString(), s.CouncilId, from)?.Deadline.Due);
        }
    }
}
