using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.FollowUp.Recounting;
using NghiTruong.Journal;
using NghiTruong.Language;
using NghiTruong.Law;
using NghiTruong.Notifications;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Agreements;

/// <summary>What the days bring by themselves: the task of a period that has begun, the warning that an agreement's end is near. On whichever node comes first; run again it changes nothing.</summary>
public sealed class AgreementCalendar(IDbContextFactory<Db> contexts, OperationRunner operations, RuleBook rules) : IJob
{
    public string Name => "agreements.calendar";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(DateTime now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = now.VietnamDate;
        var warned = await ToWarn(db, today).Select(a => a.CouncilId).Distinct().ToListAsync(ct);
        var owing = await Due(db, today).Select(d => d.CouncilId).Distinct().ToListAsync(ct);
        foreach (var council in warned.Union(owing))
        {
            await operations.RunAsync(Acting.System, (work, token) => OfCouncilAsync(work, council, today, token), ct);
        }
    }

    private static IQueryable<CoordinationAgreement> ToWarn(Db db, DateOnly today) =>
        db.Set<CoordinationAgreement>().Where(a => a.WarnedOn == null && a.WarnOn <= today && a.OwedBy != null);

    /// <summary>Duties whose newest task is of a period that is over. Sessions are heard of when they are entered.</summary>
    private static IQueryable<AgreementDuty> Due(Db db, DateOnly today)
    {
        var (month, quarter, half, year) =
            (PeriodOf(DutyCadence.Month, today), PeriodOf(DutyCadence.Quarter, today), PeriodOf(DutyCadence.HalfYear, today), PeriodOf(DutyCadence.Year, today));

        return db.Set<AgreementDuty>().Where(d =>
            d.EndedOn == null
            && d.Cadence != DutyCadence.RegularSession
            && d.From <= today
            && db.Set<CoordinationAgreement>().Any(a => a.Id == d.AgreementId && a.EndedOn == null && a.ValidFrom <= today && (a.ValidUntil == null || a.ValidUntil >= today))
            && !db.Set<AgreementTask>().Any(t =>
                (t.DutyId == d.Id || t.DutyId == d.ContinuesId)
                && ((d.Cadence == DutyCadence.Month && t.Period == month) || (d.Cadence == DutyCadence.Quarter && t.Period == quarter)
                    || (d.Cadence == DutyCadence.HalfYear && t.Period == half) || (d.Cadence == DutyCadence.Year && t.Period == year))));
    }

    private async Task<Result> OfCouncilAsync(Work work, Guid councilId, DateOnly today, CancellationToken ct)
    {
        await work.HoldAsync(councilId, ct);
        var (capacity, council, read) = (work.Acting.Capacities[0], await work.Db.Set<Council>().FirstAsync(c => c.Id == councilId, ct), await rules.ReadAsync(ct));
        foreach (var agreement in await ToWarn(work.Db, today).Where(a => a.CouncilId == councilId).OrderBy(a => a.Code).ToListAsync(ct))
        {
            Warn(work, agreement, today, capacity);
        }

        await OpenAsync(work, await Due(work.Db, today).Where(d => d.CouncilId == councilId).OrderBy(d => d.Id).ToListAsync(ct), council, read, capacity, ct);

        return Result.Done;
    }

    /// <summary>Opens what these duties owe.</summary>
    internal static async Task OpenAsync(Work work, IReadOnlyList<AgreementDuty> duties, Council council, Rules rules, Capacity capacity, CancellationToken ct)
    {
        foreach (var duty in duties)
        {
            var agreement = await work.Db.Set<CoordinationAgreement>().FirstAsync(a => a.Id == duty.AgreementId, ct);
            var party = await work.Db.Set<AgreementParty>().FirstAsync(p => p.Id == duty.PartyId, ct);
            await AgreementTasks.OpenAsync(work, agreement, duty, party, council, rules, capacity, ct);
        }
    }

    private static void Warn(Work work, CoordinationAgreement agreement, DateOnly today, Capacity capacity)
    {
        agreement.Warned(today);
        work.Record(new AgreementEndWarned(AgreementEvent.About(agreement), agreement.ValidUntil!.Value), capacity);
        work.Db.Add(new Notification
        {
            Id = Guid.CreateVersion7(),
            CouncilId = agreement.CouncilId,
            RecipientCouncilId = agreement.CouncilId,
            Kind = "agreement.endWarned",
            Values = [agreement.Number, OfficialDate.Short(agreement.ValidUntil.Value)],
            Href = $"/quy-che-phoi-hop/{agreement.Code}",
            CreatedAt = work.Now,
        });
    }

    private static string PeriodOf(DutyCadence cadence, DateOnly day) => DutyPeriod.Of(cadence, day).Name;
}

/// <summary>
/// A session entered: duties before each regular session open their task. A recount moved days: the tasks' copies follow. A changed rule of warning moves the warnings it reaches.
/// </summary>
public sealed class FollowAgreementDays(RuleBook rules) : IEventHandler
{
    public async Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        switch (happened)
        {
            case SessionSaved saved:
                await OpenAsync(work, saved.Subject.CouncilId, ct);
                break;
            case DuesRecounted recounted:
                await MoveCopiesAsync(work, recounted.RecountId, ct);
                break;
            case RuleChanged { Rule: DeadlineRuleCatalogue.AgreementRenewal, OfCouncil: var council }:
                await WarnAnewAsync(work, council, ct);
                break;
        }
    }

    private async Task OpenAsync(Work work, Guid councilId, CancellationToken ct)
    {
        var duties = await work.Db.Set<AgreementDuty>().Where(d => d.CouncilId == councilId && d.EndedOn == null && d.Cadence == DutyCadence.RegularSession).OrderBy(d => d.Id).ToListAsync(ct);
        if (duties.Count > 0)
        {
            var council = await work.Db.Set<Council>().FirstAsync(c => c.Id == councilId, ct);
            await AgreementCalendar.OpenAsync(work, duties, council, await rules.ReadAsync(ct), work.Acting.Capacities[0], ct);
        }
    }

    private static Task<int> MoveCopiesAsync(Work work, Guid id, CancellationToken ct) => work.Db.Database.ExecuteSqlAsync(
        $"""
        UPDATE agreement_task SET due_on = m.now_on, owed_by = m.now_on, version = agreement_task.version + 1
        FROM due_move m
        WHERE m.recount_id = {id} AND m.subject_kind = 'agreementTask' AND m.subject_id = agreement_task.id AND agreement_task.owed_by IS NOT NULL
        """,
        ct);

    private static async Task WarnAnewAsync(Work work, Guid? council, CancellationToken ct)
    {
        var read = await RuleBook.InHandAsync(work.Db, ct);
        var found = await work.Db.Set<CoordinationAgreement>().Where(a => a.OwedBy != null && (council == null || a.CouncilId == council)).ToListAsync(ct);
        var councils = found.Select(a => a.CouncilId).Distinct().ToList();
        var tiers = await work.Db.Set<Council>().Where(c => councils.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Tier, ct);
        foreach (var agreement in found)
        {
            agreement.Warn(AgreementRules.WarnDay(agreement, read, tiers[agreement.CouncilId].ToString()));
        }
    }
}
