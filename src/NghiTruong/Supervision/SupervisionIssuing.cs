using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.FollowUp;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Supervision;

/// <summary>What happens to a supervision when its report and its conclusion go out, inside the act that says so: a person's press, or the letter that was issued.</summary>
public sealed class SupervisionIssuing(FollowUps followUps)
{
    /// <returns>Refusals <c>supervision.reportInFuture</c>, <c>supervision.reportedBeforeHeld</c>.</returns>
    public async Task<Refusal?> ReportAsync(Work work, SupervisionCase s, string? number, DateOnly on, Capacity capacity, CancellationToken ct)
    {
        if (on > work.Today || on < s.HeldOn)
        {
            return new Refusal(on > work.Today ? "supervision.reportInFuture" : "supervision.reportedBeforeHeld", "On");
        }

        s.Report(number, on, await followUps.DueAsync(work, SupervisionRules.ConsideredRule, s.CouncilId, on, ct));
        work.Record(new SupervisionReported(SupervisionEvent.About(s), number, on), capacity);

        return null;
    }

    /// <returns>Whatever is missing, by name (<see cref="SupervisionRules.CannotBeConcluded"/>); refusal <c>supervision.concludedWrongDay</c>.</returns>
    public static async Task<Result> ConcludeAsync(Work work, SupervisionCase s, string? number, DateOnly on, Capacity capacity, CancellationToken ct)
    {
        await work.Db.Set<Recommendation>().Where(r => r.SupervisionId == s.Id).LoadAsync(ct);
        var drafts = work.Db.Set<Recommendation>().Local.Where(r => r.SupervisionId == s.Id && r.State == RecommendationState.Draft).OrderBy(r => r.Code).ToList();
        List<Refusal> wrong = [.. SupervisionRules.CannotBeConcluded(s, drafts.Count), .. drafts.SelectMany(Incomplete)];
        if (on > work.Today || on < s.ReportedOn)
        {
            wrong.Add(new Refusal("supervision.concludedWrongDay", "On"));
        }

        if (wrong.Count > 0)
        {
            return Result.Refuse(wrong);
        }

        foreach (var recommendation in drafts)
        {
            Make(work, s, recommendation, number, on, capacity);
        }

        s.Conclude(number, on);
        work.Record(new SupervisionConcluded(SupervisionEvent.About(s), number, on, drafts.Count), capacity);
        if (drafts.Count == 0)
        {
            s.Close(on);
            work.Record(new SupervisionClosed(SupervisionEvent.About(s)), capacity);
        }

        return Result.Done;
    }

    /// <summary>A recommendation names who must act and by when, else nobody can be asked about it.</summary>
    private static IEnumerable<Refusal> Incomplete(Recommendation r)
    {
        if (r.LeadAgencyId is null)
        {
            yield return new Refusal("recommendation.agencyMissing", null, r.Code);
        }

        if (r.DueOn is null)
        {
            yield return new Refusal("recommendation.dueMissing", null, r.Code);
        }
    }

    private static void Make(Work work, SupervisionCase s, Recommendation r, string? number, DateOnly on, Capacity capacity)
    {
        r.Make(on, r.DueOn);
        FollowUps.Open(
            work,
            new NewFollowUp
            {
                Record = r,
                SubjectKind = RecommendationEvent.SubjectKind,
                SubjectCode = r.Code,
                Title = r.Content,
                From = on,
                AgencyId = r.LeadAgencyId,
                DueOn = r.DueOn,
                IsPressing = r.IsPressing,
            },
            r.DueOn);
        work.Record(new RecommendationMade(RecommendationEvent.About(r), number ?? s.ReportNumber, on, r.DueOn), capacity);
    }

    /// <summary>The report was taken back before anything was concluded: it is owed again, by its day.</summary>
    public async Task TakeReportBackAsync(Work work, SupervisionCase s, CancellationToken ct) =>
        s.TakeReportBack(s.HeldOn is { } held ? await followUps.DueAsync(work, SupervisionRules.ReportRule(s.Subject), s.CouncilId, held, ct) : null);
}
