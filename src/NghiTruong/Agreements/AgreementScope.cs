using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Agreements;

/// <summary>Every list and page of agreements and their tasks starts here, so a forgotten check shows nothing rather than everything.</summary>
public static class AgreementScope
{
    /// <summary>Agreements of the councils one may read, and those one's agency or council is a party to.</summary>
    public static IQueryable<CoordinationAgreement> VisibleTo(this IQueryable<CoordinationAgreement> agreements, Acting acting, Db db)
    {
        var scope = acting.ScopeOf<ReadAgreements>();
        if (scope.All)
        {
            return agreements;
        }

        var (councils, provinces, agencies) = (scope.Councils, scope.Provinces, scope.Agencies);

        return agreements.Where(a =>
            councils.Contains(a.CouncilId)
            || provinces.Contains(a.ProvinceId)
            || db.Set<AgreementParty>().Any(p => p.AgreementId == a.Id
                && ((p.AgencyId != null && agencies.Contains(p.AgencyId.Value)) || (p.PartnerCouncilId != null && councils.Contains(p.PartnerCouncilId.Value)))));
    }

    /// <summary>Tasks of the councils one may read, and those one's agency owes.</summary>
    public static IQueryable<AgreementTask> VisibleTo(this IQueryable<AgreementTask> tasks, Acting acting)
    {
        var scope = acting.ScopeOf<ReadAgreements>();
        if (scope.All)
        {
            return tasks;
        }

        var (councils, provinces, agencies) = (scope.Councils, scope.Provinces, scope.Agencies);

        return tasks.Where(t => councils.Contains(t.CouncilId) || provinces.Contains(t.ProvinceId) || (t.AgencyId != null && agencies.Contains(t.AgencyId.Value)));
    }

    /// <summary>Reads as one of the council or of those above it, not as a party.</summary>
    public static bool ReadsWhole(this Acting acting, CoordinationAgreement a) => acting.CapacityFor<ReadAgreements>(a.CouncilId, a.ProvinceId) is not null;
}

/// <summary>An agreement loaded for an act, and the capacity that allows it.</summary>
public sealed record AgreementInHand(CoordinationAgreement Agreement, Capacity Capacity);

/// <summary>A task loaded for an act.</summary>
public sealed record AgreementTaskInHand(AgreementTask Task, Capacity Capacity);

/// <summary>Loads for an act. What one may not even read is "not found"; what one may read but not do so is refused by name.</summary>
internal static class AgreementFinder
{
    public static async Task<Result<AgreementInHand>> AgreementAsync(this Work work, string code, CancellationToken ct)
    {
        if (await work.Db.Set<CoordinationAgreement>().FirstOrDefaultAsync(a => a.Code == code, ct) is not { } agreement)
        {
            return new Refusal("agreement.notFound", null, code);
        }

        if (work.CapacityFor<KeepAgreements>(agreement) is { } capacity)
        {
            return new AgreementInHand(agreement, capacity);
        }

        return await work.Db.Set<CoordinationAgreement>().VisibleTo(work.Acting, work.Db).AnyAsync(a => a.Id == agreement.Id, ct)
            ? new Refusal("agreement.notAllowed", null, code)
            : new Refusal("agreement.notFound", null, code);
    }

    public static async Task<Result<AgreementTaskInHand>> AgreementTaskAsync(this Work work, string code, CancellationToken ct)
    {
        if (await work.Db.Set<AgreementTask>().FirstOrDefaultAsync(t => t.Code == code, ct) is not { } task)
        {
            return new Refusal("agreementTask.notFound", null, code);
        }

        if ((work.CapacityFor<FinishAgreementTasks>(task) ?? (task.AgencyId is { } agency ? work.Acting.CapacityAtAgency<FinishAgreementTasks>(agency) : null)) is { } capacity)
        {
            return new AgreementTaskInHand(task, capacity);
        }

        return await work.Db.Set<AgreementTask>().VisibleTo(work.Acting).AnyAsync(t => t.Id == task.Id, ct)
            ? new Refusal("agreementTask.notAllowed", null, code)
            : new Refusal("agreementTask.notFound", null, code);
    }
}
