using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Search;

namespace NghiTruong.Petitions;

/// <summary>What of a petition can be found: content, extracts of answers, codes, place, agency, source, note. Never who raised it.</summary>
public sealed class PetitionSearchSource : ISearchSource
{
    public string Kind => PetitionSearch.Kind;

    /// <summary>A renamed agency changes texts; a merged council changes whose they are.</summary>
    public IReadOnlyList<string> Follows { get; } = [PetitionSearch.Kind, "agency", "council"];

    public async Task<IReadOnlyList<Guid>> TouchedByAsync(Db db, string subjectKind, IReadOnlyList<Guid> subjects, CancellationToken ct)
    {
        var petitions = db.Set<Petition>().AsNoTracking();

        return subjectKind switch
        {
            "agency" => await petitions.Where(p => p.LeadAgencyId != null && subjects.Contains(p.LeadAgencyId.Value)).Select(p => p.Id).ToListAsync(ct),
            "council" => await petitions.Where(p => subjects.Contains(p.CouncilId)).Select(p => p.Id).ToListAsync(ct),
            _ => subjects,
        };
    }

    public Task<int> CountAsync(Db db, CancellationToken ct) => db.Set<Petition>().CountAsync(ct);

    public async Task<IReadOnlyList<Guid>> NextIdsAsync(Db db, Guid after, int count, CancellationToken ct) =>
        await db.Set<Petition>().Where(p => p.Id > after).OrderBy(p => p.Id).Take(count).Select(p => p.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(Db db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var petitions = await db.Set<Petition>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        var extracts = (await db.Set<PetitionAnswer>().AsNoTracking()
            .Where(a => ids.Contains(a.PetitionId) && a.Extract != null)
            .OrderBy(a => a.RecordedAt)
            .Select(a => new { a.PetitionId, Extract = a.Extract! })
            .ToListAsync(ct)).ToLookup(a => a.PetitionId, a => a.Extract);
        var parties = (await db.Set<PetitionParty>().AsNoTracking().Where(a => ids.Contains(a.PetitionId)).ToListAsync(ct)).ToLookup(a => a.PetitionId);
        var agencyIds = petitions.Where(p => p.LeadAgencyId is not null).Select(p => p.LeadAgencyId!.Value)
            .Concat(parties.SelectMany(p => p).Where(p => p.AgencyId is not null).Select(p => p.AgencyId!.Value)).Distinct().ToList();
        var names = await db.Set<Agency>().AsNoTracking().Where(a => agencyIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);

        return [.. petitions.Select(p => DocumentOf(p, extracts[p.Id], [.. parties[p.Id]], names))];
    }

    private static SearchDocument DocumentOf(Petition petition, IEnumerable<string> extracts, List<PetitionParty> parties, Dictionary<Guid, string> names)
    {
        // Found by the name of whoever ever had it; shown to those who have it now.
        var told = parties.Where(p => p.AgencyId is not null).Select(p => p.AgencyId!.Value).Prepend(petition.LeadAgencyId ?? Guid.Empty).Distinct().Select(names.GetValueOrDefault);
        string?[] lines = [petition.Content, petition.Place, .. extracts, .. told, petition.SourceNote, petition.Note];

        return new SearchDocument(PetitionSearch.Kind, petition.Id, petition.CouncilId, petition.ProvinceId, petition.ReceivedOn, Joined(lines), petition.Version)
        {
            Code = petition.Code,
            OtherCode = petition.LedgerCode,
            Compared = petition.Content,
            Agencies = [.. parties.Where(p => p.AgencyId is not null && p.Until is null).Select(p => p.AgencyId!.Value)],
            Councils = [.. parties.Where(p => p.CouncilId is not null && p.Until is null).Select(p => p.CouncilId!.Value)],
        };
    }

    private static string Joined(IEnumerable<string?> lines) => string.Join('\n', lines.Where(l => !string.IsNullOrWhiteSpace(l)));
}
