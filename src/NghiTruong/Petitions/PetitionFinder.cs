using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Petitions;

/// <summary>A petition loaded for an act, and the capacity that allows it.</summary>
public sealed record PetitionInHand(Petition Petition, Capacity Capacity);

/// <summary>Loads petitions for an act. What one may not even read is "not found"; what one may read but not do so is refused by name.</summary>
internal static class PetitionFinder
{
    /// <summary>By its owner, or by the council it was passed to.</summary>
    public static async Task<Result<PetitionInHand>> FindAsync<T>(this Work work, string code, CancellationToken ct)
        where T : Permission, new()
    {
        if (await work.Db.Set<Petition>().FirstOrDefaultAsync(p => p.Code == code, ct) is not { } petition)
        {
            return NotFound(code);
        }

        if (CapacityOver<T>(work.Acting, petition) is { } capacity)
        {
            return new PetitionInHand(petition, capacity);
        }

        return await MayReadAsync(work, petition, ct) ? new Refusal("petition.notAllowed", null, code) : NotFound(code);
    }

    /// <summary>Several at once, in the order asked; the first that cannot be had refuses the whole.</summary>
    public static async Task<Result<List<PetitionInHand>>> FindAllAsync<T>(this Work work, IReadOnlyList<string> codes, CancellationToken ct)
        where T : Permission, new()
    {
        var wanted = codes.Distinct(StringComparer.Ordinal).ToList();
        var found = await work.Db.Set<Petition>().Where(p => wanted.Contains(p.Code)).ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, ct);
        List<PetitionInHand> hands = [];
        foreach (var code in wanted)
        {
            if (found.GetValueOrDefault(code) is not { } petition || CapacityOver<T>(work.Acting, petition) is not { } capacity)
            {
                return NotFound(code);
            }

            hands.Add(new PetitionInHand(petition, capacity));
        }

        return hands;
    }

    /// <summary>By an officer of an agency that is a party now, or by the owner's clerk on the agency's behalf.</summary>
    public static async Task<Result<PetitionInHand>> FindForAgencyAsync(this Work work, string code, CancellationToken ct)
    {
        var own = await work.FindAsync<SendPetitions>(code, ct);
        if (!own.IsRefused)
        {
            return own;
        }

        if (await work.Db.Set<Petition>().FirstOrDefaultAsync(p => p.Code == code, ct) is not { } petition)
        {
            return NotFound(code);
        }

        var agencies = await work.Db.Set<PetitionParty>()
            .Where(p => p.PetitionId == petition.Id && p.AgencyId != null && p.Until == null)
            .Select(p => p.AgencyId!.Value)
            .ToListAsync(ct);
        var capacity = agencies.Select(work.Acting.CapacityAtAgency<AnswerPetitions>).FirstOrDefault(c => c is not null);

        return capacity is null ? Result<PetitionInHand>.Refuse(own.Refusals) : new PetitionInHand(petition, capacity);
    }

    // Acts of writing reach one's own council only, so the province of a receiving council does not matter.
    private static Capacity? CapacityOver<T>(Acting acting, Petition petition)
        where T : Permission, new() =>
        acting.CapacityFor<T>(petition.CouncilId, petition.ProvinceId)
        ?? (petition.HolderCouncilId is { } holder ? acting.CapacityFor<T>(holder, Guid.Empty) : null);

    private static async Task<bool> MayReadAsync(Work work, Petition petition, CancellationToken ct) =>
        await work.Db.Set<Petition>().VisibleTo(work.Acting, work.Db).AnyAsync(p => p.Id == petition.Id, ct);

    private static Refusal NotFound(string code) => new("petition.notFound", null, code);
}
