using NghiTruong.Councils;
using NghiTruong.Letters;

namespace NghiTruong.FollowUp.Urging;

/// <summary>Whom a letter of urging goes to.</summary>
/// <param name="AgencyId">An agency of a council's list; null for a council, and for one that is only typed.</param>
public sealed record UrgingRecipient(string Name, Guid? AgencyId, Guid? CouncilId)
{
    /// <summary>Whether a letter goes to whoever owes the item, and not to the one above it.</summary>
    public static bool IsHolder(OfficialLetter letter, FollowUpItem item) =>
        letter.RecipientAgencyId == item.AgencyId && letter.RecipientCouncilId == (item.AgencyId is null ? item.HolderCouncilId : null);
}

/// <summary>
/// Proposes whom a step's letter goes to: whoever owes, or cấp có thẩm quyền, the one that stands above it by the councils' lists of agencies (domain 2.2: the third
/// of the seven steps). The clerk may choose another.
/// </summary>
public sealed class UrgingRecipients(CouncilDirectory directory)
{
    /// <summary>Null where nobody is known to stand above.</summary>
    public async ValueTask<UrgingRecipient?> OfAsync(FollowUpItem item, UrgingAddressee addressee, CancellationToken ct)
    {
        if (item.AgencyId is { } id)
        {
            return (await directory.AgenciesAsync([id], ct)).GetValueOrDefault(id) is { } agency
                ? Of(addressee == UrgingAddressee.Holder ? agency : await AboveAsync(agency, ct))
                : null;
        }

        return await directory.CouncilAsync(item.HolderCouncilId, ct) is { } council
            ? Of(addressee == UrgingAddressee.Holder ? council : await AboveAsync(council, ct))
            : null;
    }

    /// <summary>To choose from: the agencies of the council's list, then those of its province's.</summary>
    public async ValueTask<IReadOnlyList<AgencyName>> ChoicesAsync(Guid councilId, CancellationToken ct)
    {
        List<AgencyName> all = [.. await directory.AgenciesOfAsync(councilId, ct)];
        if (await directory.CouncilAsync(councilId, ct) is { } council && await AboveAsync(council, ct) is { } above)
        {
            all.AddRange(await directory.AgenciesOfAsync(above.Id, ct));
        }

        return [.. all.Where(a => a.IsPresent)];
    }

    /// <summary>As the list says; else a department's People's Committee, and a commune's organ's like in the province.</summary>
    private async ValueTask<AgencyName?> AboveAsync(AgencyName agency, CancellationToken ct)
    {
        if (agency.ParentId is { } parent)
        {
            return (await directory.AgenciesAsync([parent], ct)).GetValueOrDefault(parent);
        }

        if (agency.Kind == AgencyKind.Department)
        {
            return await FirstAsync(agency.CouncilId, AgencyKind.PeoplesCommittee, ct);
        }

        return await directory.CouncilAsync(agency.CouncilId, ct) is { } council && await AboveAsync(council, ct) is { } above
            ? await FirstAsync(above.Id, agency.Kind, ct)
            : null;
    }

    private async ValueTask<CouncilName?> AboveAsync(CouncilName council, CancellationToken ct) => council.Tier == Tier.Province
        ? null
        : (await directory.OfProvinceAsync(council.ProvinceId, ct)).FirstOrDefault(c => c.Tier == Tier.Province);

    private async ValueTask<AgencyName?> FirstAsync(Guid councilId, AgencyKind kind, CancellationToken ct) =>
        (await directory.AgenciesOfAsync(councilId, ct)).FirstOrDefault(a => a.IsPresent && a.Kind == kind);

    private static UrgingRecipient? Of(AgencyName? agency) => agency is null ? null : new UrgingRecipient(agency.Name, agency.Id, null);

    private static UrgingRecipient? Of(CouncilName? council) => council is null ? null : new UrgingRecipient(council.Name, null, council.Id);
}
