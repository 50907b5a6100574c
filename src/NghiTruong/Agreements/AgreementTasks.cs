using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.Law;
using NghiTruong.Operations;

namespace NghiTruong.Agreements;

/// <summary>Opens the tasks a duty owes: one each period that has begun, one before each regular session that is planned. Called again, it opens only what is not open yet.</summary>
internal static class AgreementTasks
{
    public static async Task OpenAsync(Work work, CoordinationAgreement agreement, AgreementDuty duty, AgreementParty party, Council council, Rules rules, Capacity capacity, CancellationToken ct)
    {
        if (duty.EndedOn is not null)
        {
            return;
        }

        var standing = await work.Db.Set<AgreementTask>().Where(t => t.DutyId == duty.Id || t.DutyId == duty.ContinuesId).Select(t => t.Period).ToListAsync(ct);
        IEnumerable<Term> wanted = duty.Cadence == DutyCadence.RegularSession
            ? await SessionsAsync(work, agreement, duty, council, rules, ct)
            : Periods(agreement, duty, council, rules, work.Today);
        foreach (var term in wanted.Where(t => !standing.Contains(t.Period)).ToList())
        {
            await OpenAsync(work, agreement, duty, party, council, term, capacity, ct);
        }
    }

    /// <summary>The periods that have begun, while the agreement holds; each due as the rule says after its last day.</summary>
    private static IEnumerable<Term> Periods(CoordinationAgreement agreement, AgreementDuty duty, Council council, Rules rules, DateOnly today)
    {
        var from = duty.From > agreement.ValidFrom ? duty.From : agreement.ValidFrom;
        var until = agreement.ValidUntil < today ? agreement.ValidUntil.Value : today;

        return DutyPeriod.Between(duty.Cadence, from, until)
            .Select(p => new Term(p.Name, p.Name, rules.Due(DeadlineRuleCatalogue.AgreementDuty, council.Tier.ToString(), council.Id, p.Last)?.Deadline.Due ?? p.Last, null, null));
    }

    /// <summary>Regular sessions still to come; the day counts back from the opening and moves with it.</summary>
    private static async Task<List<Term>> SessionsAsync(Work work, CoordinationAgreement agreement, AgreementDuty duty, Council council, Rules rules, CancellationToken ct)
    {
        await work.Db.Set<CouncilSession>().Where(s => s.CouncilId == council.Id).LoadAsync(ct);

        return [.. work.Db.Set<CouncilSession>().Local
            .Where(s => s.CouncilId == council.Id && s.Kind == SessionKind.Regular && s.OpensOn >= work.Today && s.OpensOn >= duty.From && !(agreement.ValidUntil < s.OpensOn))
            .OrderBy(s => s.OpensOn)
            .Select(s => new Term(s.Key, s.Name, rules.Due(DeadlineRuleCatalogue.AgreementBeforeSession, council.Tier.ToString(), council.Id, s.OpensOn)?.Deadline.Due ?? s.OpensOn, s.Id, s.OpensOn))];
    }

    private static async Task OpenAsync(Work work, CoordinationAgreement agreement, AgreementDuty duty, AgreementParty party, Council council, Term term, Capacity capacity, CancellationToken ct)
    {
        var series = AgreementCode.Series(AgreementCode.Task, council, work.Today.Year);
        var task = new AgreementTask
        {
            Id = Guid.CreateVersion7(),
            CouncilId = duty.CouncilId,
            ProvinceId = duty.ProvinceId,
            OriginCouncilId = duty.CouncilId,
            Code = AgreementCode.Of(series, await CodeSeries.NextAsync(work.Db, series, 1, ct)),
            AgreementId = agreement.Id,
            DutyId = duty.Id,
            Period = term.Period,
            Content = duty.Content,
            AgencyId = party.AgencyId,
            Owner = party.Name,
            OpenedOn = work.Today,
            DueOn = term.Due,
        };
        task.Open();
        work.Db.Add(task);
        FollowUps.Open(
            work,
            new NewFollowUp
            {
                Record = task,
                SubjectKind = AgreementTaskEvent.SubjectKind,
                SubjectCode = task.Code,
                Title = $"{agreement.Number}, {term.Name}: {duty.Content}",
                From = term.OpensOn ?? work.Today,
                AgencyId = party.AgencyId,
                HolderCouncilId = party.PartnerCouncilId,
                RuleCode = DeadlineRuleCatalogue.AgreementBeforeSession,
                DueOn = term.SessionId is null ? term.Due : null,
                SessionId = term.SessionId,
            },
            term.Due);
        work.Record(new AgreementTaskOpened(AgreementTaskEvent.About(task), term.Due), capacity);
    }

    private sealed record Term(string Period, string Name, DateOnly Due, Guid? SessionId, DateOnly? OpensOn);
}
