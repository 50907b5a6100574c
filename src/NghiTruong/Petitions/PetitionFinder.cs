using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.FollowUp;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Petitions;

/// <summary>A petition loaded for an act, and the capacity that allows it.</summary>
public sealed record PetitionInHand(Petition Petition, Capacity Capacity)
{
    /// <summary>Set where a cooperating agency (phối hợp) acts or is acted for: it settles its own part, and the matter itself stays with the lead.</summary>
    public Guid? CooperatingAgencyId { get; init; }

    public bool IsForTheLead => CooperatingAgencyId is null;

    /// <summary>The item is what whoever acts owes: the cooperating agency's own, else the lead's.</summary>
    public bool IsOwn(FollowUpItem item) => CooperatingAgencyId is { } agency
        ? item.Part == FollowUpPart.Cooperating && item.AgencyId == agency
        : item.Part == FollowUpPart.Lead;
}

/// <summary>
/// Loads petitions for an act. What one may not even read is "not found"; what one may read but not do so is refused by name. A council it was passed to holds it: it may take it,
/// return it, send it on and record answers; sorting, judging, telling and closing stay with the owner, who counts it.
/// </summary>
internal static class PetitionFinder
{
    /// <summary>By its owner.</summary>
    public static Task<Result<PetitionInHand>> FindAsync<T>(this Work work, string code, CancellationToken ct)
        where T : Permission, new() => FindAsync(work, code, OwnerCapacity<T>, ct);

    /// <summary>By its owner, or by the council it was passed to.</summary>
    public static Task<Result<PetitionInHand>> FindHeldAsync<T>(this Work work, string code, CancellationToken ct)
        where T : Permission, new() => FindAsync(work, code, (acting, petition) => OwnerCapacity<T>(acting, petition) ?? HolderCapacity<T>(acting, petition), ct);

    /// <summary>Several at once by their owner, in the order asked; the first that cannot be had refuses the whole.</summary>
    public static Task<Result<List<PetitionInHand>>> FindAllAsync<T>(this Work work, IReadOnlyList<string> codes, CancellationToken ct)
        where T : Permission, new() => FindAllAsync<T>(work, codes, OwnerCapacity<T>, ct);

    /// <summary>Several to be sent, by the council on whose desk they lie: the one they were passed to, else the owner.</summary>
    public static Task<Result<List<PetitionInHand>>> FindAllToSendAsync(this Work work, IReadOnlyList<string> codes, CancellationToken ct) => FindAllAsync<SendPetitions>(
        work, codes, (acting, petition) => PetitionRules.IsHeld(petition) ? HolderCapacity<SendPetitions>(acting, petition) : OwnerCapacity<SendPetitions>(acting, petition), ct);

    /// <summary>By an officer of an agency that is a party now and was not left behind by a reopening, or by the clerk of the owner or holder on the agency's behalf.</summary>
    public static async Task<Result<PetitionInHand>> FindForAgencyAsync(this Work work, string code, CancellationToken ct)
    {
        var own = await work.FindHeldAsync<SendPetitions>(code, ct);
        if (!own.IsRefused)
        {
            return own;
        }

        if (await work.Db.Set<Petition>().FirstOrDefaultAsync(p => p.Code == code, ct) is not { } petition)
        {
            return NotFound(code);
        }

        // Who is an officer of both acts for the lead.
        foreach (var party in (await work.PartiesAsync(petition.Id, ct)).Where(p => p is { AgencyId: not null, ActsUntil: null }).OrderBy(p => p.Role))
        {
            if (work.Acting.CapacityAtAgency<AnswerPetitions>(party.AgencyId!.Value) is { } capacity)
            {
                return new PetitionInHand(petition, capacity) { CooperatingAgencyId = party.Role == PartyRole.Cooperating ? party.AgencyId : null };
            }
        }

        return Result<PetitionInHand>.Refuse(own.Refusals);
    }

    private static async Task<Result<PetitionInHand>> FindAsync(Work work, string code, Func<Acting, Petition, Capacity?> capacityOver, CancellationToken ct)
    {
        if (await work.Db.Set<Petition>().FirstOrDefaultAsync(p => p.Code == code, ct) is not { } petition)
        {
            return NotFound(code);
        }

        if (capacityOver(work.Acting, petition) is { } capacity)
        {
            return new PetitionInHand(petition, capacity);
        }

        return await MayReadAsync(work, petition, ct) ? new Refusal("petition.notAllowed", null, code) : NotFound(code);
    }

    private static async Task<Result<List<PetitionInHand>>> FindAllAsync<T>(Work work, IReadOnlyList<string> codes, Func<Acting, Petition, Capacity?> capacityOver, CancellationToken ct)
        where T : Permission, new()
    {
        var wanted = codes.Distinct(StringComparer.Ordinal).ToList();
        var found = await work.Db.Set<Petition>().Where(p => wanted.Contains(p.Code)).ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, ct);
        List<PetitionInHand> hands = [];
        foreach (var code in wanted)
        {
            if (found.GetValueOrDefault(code) is not { } petition)
            {
                return NotFound(code);
            }

            if (capacityOver(work.Acting, petition) is not { } capacity)
            {
                // The owner has passed it on: it is out of its hands.
                return OwnerCapacity<T>(work.Acting, petition) is null ? NotFound(code) : new Refusal("petition.alreadySent", null, code);
            }

            hands.Add(new PetitionInHand(petition, capacity));
        }

        return hands;
    }

    private static Capacity? OwnerCapacity<T>(Acting acting, Petition petition)
        where T : Permission, new() => acting.CapacityFor<T>(petition.CouncilId, petition.ProvinceId);

    // Acts of writing reach one's own council only, so the province of a receiving council does not matter.
    private static Capacity? HolderCapacity<T>(Acting acting, Petition petition)
        where T : Permission, new() => petition.HolderCouncilId is { } holder ? acting.CapacityFor<T>(holder, Guid.Empty) : null;

    private static async Task<bool> MayReadAsync(Work work, Petition petition, CancellationToken ct) =>
        await work.Db.Set<Petition>().VisibleTo(work.Acting, work.Db).AnyAsync(p => p.Id == petition.Id, ct);

    private static Refusal NotFound(string code) => new("petition.notFound", null, code);
}
