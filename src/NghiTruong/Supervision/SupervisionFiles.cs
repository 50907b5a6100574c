using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Files;

namespace NghiTruong.Supervision;

/// <summary>Files of papers: report and conclusion go with the issued supervision, everything else with its findings.</summary>
internal sealed class SupervisionPaperFiles : IFileOwner
{
    public const string OwnerKind = "supervisionPaper";

    public string Kind => OwnerKind;

    public async Task<bool> MayReadAsync(Db db, Guid ownerId, Acting acting, CancellationToken ct) =>
        await db.Set<SupervisionPaper>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == ownerId, ct) is { } paper
        && await SupervisionFileRight.MayReadAsync(db, paper.SupervisionId, paper.Kind is not (SupervisionPaperKind.Draft or SupervisionPaperKind.MemberReport), acting, ct);
}

/// <summary>Photographs of a visit.</summary>
internal sealed class SupervisionVisitFiles : IFileOwner
{
    public const string OwnerKind = "supervisionVisit";

    public string Kind => OwnerKind;

    public async Task<bool> MayReadAsync(Db db, Guid ownerId, Acting acting, CancellationToken ct) =>
        await db.Set<SupervisionVisit>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == ownerId, ct) is { } visit
        && await SupervisionFileRight.MayReadAsync(db, visit.SupervisionId, false, acting, ct);
}

internal static class SupervisionFileRight
{
    /// <param name="goesOut">Goes out with the issued report; what does not stays with the council that held it.</param>
    public static async Task<bool> MayReadAsync(Db db, Guid supervisionId, bool goesOut, Acting acting, CancellationToken ct)
    {
        if (await db.Set<SupervisionCase>().AsNoTracking().VisibleTo(acting, db).FirstOrDefaultAsync(s => s.Id == supervisionId, ct) is not { } supervision)
        {
            return false;
        }

        var supervised = await db.Set<SupervisedBody>().Where(b => b.SupervisionId == supervisionId).Select(b => b.AgencyId).ToListAsync(ct);

        return acting.MayReadFindings(supervision, supervised)
            && (goesOut || (acting.CapacityFor<ReadFindings>(supervision.CouncilId, supervision.ProvinceId) is not null && !acting.SitsIn(supervised)));
    }
}
