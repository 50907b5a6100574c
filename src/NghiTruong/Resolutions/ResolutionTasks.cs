using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.Law;
using NghiTruong.Operations;

namespace NghiTruong.Resolutions;

/// <summary>Opens the tasks a clause owes: one for a day, one each period. Called again, it opens only what is not open yet.</summary>
internal static class ResolutionTasks
{
    /// <returns>How many were opened.</returns>
    public static async Task<int> OpenAsync(Work work, Resolution r, ResolutionClause c, Rules rules, Capacity capacity, CancellationToken ct)
    {
        if (c is not { Cadence: { } cadence, AgencyId: { } agency, FollowedFrom: { } from, EndedOn: null })
        {
            return 0;
        }

        var council = await work.Db.Set<Council>().FirstAsync(x => x.Id == c.CouncilId, ct);
        var standing = await work.Db.Set<ResolutionTask>().Where(t => t.ClauseId == c.Id).Select(t => t.Period).ToListAsync(ct);
        IEnumerable<(string Name, DateOnly Due)> wanted = cadence == ClauseCadence.Once ? [("", c.DueOn!.Value)] : Periods(r, c, cadence, from, rules, council, work.Today);
        var opened = 0;
        foreach (var (period, due) in wanted.Where(p => !standing.Contains(p.Name)))
        {
            await OpenAsync(work, r, c, (period, due, agency), council, capacity, ct);
            opened++;
        }

        return opened;
    }

    /// <summary>Its line in lists of what is owed.</summary>
    public static string TitleOf(Resolution r, ResolutionClause c) => $"{r.Number}, {c.Place}: {c.Content}";

    /// <summary>The periods that have begun, while the resolution holds; each due as the rule says after its last day.</summary>
    private static IEnumerable<(string Name, DateOnly Due)> Periods(Resolution r, ResolutionClause c, ClauseCadence cadence, DateOnly from, Rules rules, Council council, DateOnly today)
    {
        var until = r.EndsOn is { } ends && ends <= today ? ends.AddDays(-1) : today;

        return ClausePeriod.Between(cadence, from, until)
            .Select(p => (p.Name, rules.Due(DeadlineRuleCatalogue.ResolutionPeriodicReport, council.Tier.ToString(), c.CouncilId, p.Last)?.Deadline.Due ?? p.Last));
    }

    private static async Task OpenAsync(Work work, Resolution r, ResolutionClause c, (string Period, DateOnly Due, Guid Agency) asked, Council council, Capacity capacity, CancellationToken ct)
    {
        var series = ResolutionCode.Series(ResolutionCode.Task, council, work.Today.Year);
        var task = new ResolutionTask
        {
            Id = Guid.CreateVersion7(),
            CouncilId = c.CouncilId,
            ProvinceId = c.ProvinceId,
            OriginCouncilId = c.CouncilId,
            Code = ResolutionCode.Of(series, await CodeSeries.NextAsync(work.Db, series, 1, ct)),
            ResolutionId = r.Id,
            ClauseId = c.Id,
            Period = asked.Period,
            Content = c.Content,
            AgencyId = asked.Agency,
            Product = c.Product,
            OpenedOn = work.Today,
            DueOn = asked.Due,
        };
        task.Open();
        work.Db.Add(task);
        FollowUps.Open(
            work,
            new NewFollowUp
            {
                Record = task,
                SubjectKind = ResolutionTaskEvent.SubjectKind,
                SubjectCode = task.Code,
                Title = TitleOf(r, c),
                From = work.Today,
                AgencyId = asked.Agency,
                DueOn = asked.Due,
            },
            asked.Due);
        work.Record(new ResolutionTaskOpened(ResolutionTaskEvent.About(task), asked.Due), capacity);
    }
}
