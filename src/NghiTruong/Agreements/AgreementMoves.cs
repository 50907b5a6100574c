using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;

namespace NghiTruong.Agreements;

/// <summary>Standing agreements go to the successor when units merge, with their duties and open tasks: what a merged unit signed holds until the successor renews or ends it.</summary>
internal sealed class AgreementMoves : IMovesOnMerge
{
    public async Task<IReadOnlyList<OpenMatter>> OpenAsync(Db db, Guid councilId, CancellationToken ct)
    {
        var agreements = await db.Set<CoordinationAgreement>().AsNoTracking().Where(a => a.CouncilId == councilId && a.EndedOn == null).OrderBy(a => a.Code)
            .Select(a => new OpenMatter(AgreementEvent.SubjectKind, a.Id, a.Code, a.Number + ": " + a.Title, null, a.OwedBy)).ToListAsync(ct);
        var tasks = await db.Set<AgreementTask>().AsNoTracking().Where(t => t.CouncilId == councilId && t.State == AgreementTaskState.Following).OrderBy(t => t.Code)
            .Select(t => new OpenMatter(AgreementTaskEvent.SubjectKind, t.Id, t.Code, t.Content, null, t.DueOn)).ToListAsync(ct);

        return [.. agreements, .. tasks];
    }

    public async Task MoveAsync(Db db, IReadOnlyCollection<Guid> matters, MatterMove move, CancellationToken ct)
    {
        var agreements = await db.Set<CoordinationAgreement>().Where(a => a.CouncilId == move.FromCouncilId && matters.Contains(a.Id)).ToListAsync(ct);
        agreements.ForEach(a => (a.CouncilId, a.ProvinceId) = (move.ToCouncilId, move.ToProvinceId));
        var ids = agreements.ConvertAll(a => a.Id);
        foreach (var party in await db.Set<AgreementParty>().Where(p => ids.Contains(p.AgreementId)).ToListAsync(ct))
        {
            party.AgencyId = move.Agency(party.AgencyId);
        }

        foreach (var duty in await db.Set<AgreementDuty>().Where(d => d.CouncilId == move.FromCouncilId && ids.Contains(d.AgreementId)).ToListAsync(ct))
        {
            (duty.CouncilId, duty.ProvinceId) = (move.ToCouncilId, move.ToProvinceId);
        }

        foreach (var task in await db.Set<AgreementTask>().Where(t => t.CouncilId == move.FromCouncilId && matters.Contains(t.Id)).ToListAsync(ct))
        {
            (task.CouncilId, task.ProvinceId) = (move.ToCouncilId, move.ToProvinceId);
            task.AgencyId = move.Agency(task.AgencyId);
        }
    }

    /// <summary>Where the ended council was a party to another's agreement, its successor is.</summary>
    public async Task MoveHeldAsync(Db db, MatterMove move, CancellationToken ct)
    {
        foreach (var party in await db.Set<AgreementParty>().Where(p => p.PartnerCouncilId == move.FromCouncilId).ToListAsync(ct))
        {
            party.PartnerCouncilId = move.Holder(party.PartnerCouncilId);
        }
    }
}
