using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;

namespace NghiTruong.Petitions;

/// <summary>Open petitions go to the successor when units merge; those merged into them go along, closed ones stay.</summary>
internal sealed class PetitionMoves : IMovesOnMerge
{
    public async Task<IReadOnlyList<OpenMatter>> OpenAsync(Db db, Guid councilId, CancellationToken ct) => await db.Set<Petition>()
        .AsNoTracking()
        .Where(p => p.CouncilId == councilId && !PetitionStatuses.Ended.Contains(p.Status))
        .OrderBy(p => p.ReceivedOn)
        .ThenBy(p => p.Code)
        .Select(p => new OpenMatter("petition", p.Id, p.Code, p.Content, p.Place, p.DueOn))
        .ToListAsync(ct);

    public async Task MoveAsync(Db db, IReadOnlyCollection<Guid> matters, MatterMove move, CancellationToken ct)
    {
        var petitions = await db.Set<Petition>()
            .Where(p => p.CouncilId == move.FromCouncilId && (matters.Contains(p.Id) || (p.MergedIntoId != null && matters.Contains(p.MergedIntoId.Value))))
            .ToListAsync(ct);
        foreach (var petition in petitions)
        {
            petition.CouncilId = move.ToCouncilId;
            petition.ProvinceId = move.ToProvinceId;
            petition.LeadAgencyId = move.Agency(petition.LeadAgencyId);
        }

        await MovePartiesAsync(db, [.. petitions.Select(p => p.Id)], move, ct);
    }

    public async Task MoveHeldAsync(Db db, MatterMove move, CancellationToken ct)
    {
        foreach (var petition in await db.Set<Petition>().Where(p => p.HolderCouncilId == move.FromCouncilId).ToListAsync(ct))
        {
            petition.HolderCouncilId = move.ToCouncilId;
        }

        foreach (var party in await db.Set<PetitionParty>().Where(p => p.CouncilId == move.FromCouncilId).ToListAsync(ct))
        {
            db.Entry(party).Property(p => p.CouncilId).CurrentValue = move.ToCouncilId;
        }
    }

    /// <summary>The successors of the agencies see what those saw.</summary>
    private static async Task MovePartiesAsync(Db db, List<Guid> petitions, MatterMove move, CancellationToken ct)
    {
        foreach (var party in await db.Set<PetitionParty>().Where(p => petitions.Contains(p.PetitionId) && p.AgencyId != null).ToListAsync(ct))
        {
            db.Entry(party).Property(p => p.AgencyId).CurrentValue = move.Agency(party.AgencyId);
        }
    }
}
