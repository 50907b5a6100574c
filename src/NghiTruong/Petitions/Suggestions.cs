using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Language;
using NghiTruong.Law.Catalogues;
using NghiTruong.Search;

namespace NghiTruong.Petitions;

/// <summary>What the machine would put in, why, and how sure it is (from 0 to 1). People decide.</summary>
public sealed record Suggestion<T>(T Value, Reason Reason, double Confidence);

/// <summary>Proposals for a petition, best first; empty where nothing speaks for anything.</summary>
/// <param name="Fields">Codes of the catalogue of fields.</param>
/// <param name="Agencies">Ids of agencies of the council.</param>
public sealed record Suggested(IReadOnlyList<Suggestion<string>> Fields, IReadOnlyList<Suggestion<Guid>> Agencies)
{
    public static Suggested Nothing { get; } = new([], []);
}

/// <summary>Proposes field and agency from the words of a petition and from what the council decided on petitions like it.</summary>
public sealed class Suggestions(IDbContextFactory<Db> contexts, CouncilDirectory directory)
{
    private const int MostEarlier = 40;
    private const int MostOffered = 3;
    private const int RecentOfField = 200;

    /// <summary>Nothing for who neither records nor sorts petitions of that council.</summary>
    public async Task<Suggested> ForAsync(DuplicateQuestion asked, Acting acting, CancellationToken ct)
    {
        if (await directory.CouncilAsync(asked.CouncilId, ct) is not { } council
            || (acting.CapacityFor<SortPetitions>(council.Id, council.ProvinceId) ?? acting.CapacityFor<RecordPetitions>(council.Id, council.ProvinceId)) is null)
        {
            return Suggested.Nothing;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var near = await SearchIndex.NearAsync(db, asked.Content, PetitionSearch.Kind, council.Id, council.ProvinceId, MostEarlier, ct);
        var earlier = await EarlierAsync(db, asked, [.. near.Where(n => n.CouncilId == council.Id).Select(n => n.Id)], ct);
        var fields = Best([.. ByEarlier(earlier, e => e.Field), .. FieldKeywords.Suggest(asked.Content, asked.ReceivedOn)]);
        var agencies = await directory.AgenciesOfAsync(council.Id, ct);
        var field = asked.Field ?? fields.FirstOrDefault()?.Value;

        return new Suggested(
            fields,
            Best([.. Named(asked.Content, agencies), .. ByEarlierAgency(earlier, agencies), .. await UsualAsync(db, asked.CouncilId, field, agencies, ct)]));
    }

    private static async Task<List<Earlier>> EarlierAsync(Db db, DuplicateQuestion asked, List<Guid> ids, CancellationToken ct)
    {
        var rows = await db.Set<Petition>().AsNoTracking()
            .Where(p => ids.Contains(p.Id) && p.Id != asked.Except)
            .Select(p => new { p.Content, p.Place, p.Field, p.LeadAgencyId, p.ReceivedOn })
            .ToListAsync(ct);
        var mine = new ComparedPetition(asked.Content, asked.Place, null, asked.ReceivedOn);

        return
        [
            .. from row in rows
               let verdict = PetitionLikeness.Judge(mine, new ComparedPetition(row.Content, row.Place, null, row.ReceivedOn))
               where verdict is not null
               select new Earlier(row.Field, row.LeadAgencyId, verdict.Value.Similarity),
        ];
    }

    /// <summary>The same words were decided so before: each case counts as much as it is alike.</summary>
    private static IEnumerable<Suggestion<T>> ByEarlier<T>(List<Earlier> earlier, Func<Earlier, T?> decided)
        where T : class =>
        from e in earlier
        where decided(e) is not null
        group e by decided(e)! into same
        let count = same.Count()
        select new Suggestion<T>(same.Key, new Reason("suggestion.decidedBefore", count), Share(same.Sum(e => e.Similarity), earlier.Where(e => decided(e) is not null).Sum(e => e.Similarity)));

    private static IEnumerable<Suggestion<Guid>> ByEarlierAgency(List<Earlier> earlier, IReadOnlyList<AgencyName> agencies) =>
        from s in ByEarlier(earlier, e => agencies.FirstOrDefault(a => a.Id == e.AgencyId && a.IsPresent))
        select new Suggestion<Guid>(s.Value.Id, s.Reason, s.Confidence);

    private static IEnumerable<Suggestion<Guid>> Named(string content, IReadOnlyList<AgencyName> agencies)
    {
        var text = $" {VietnameseText.Fold(content)} ";

        return from agency in agencies
               where agency.IsPresent && text.Contains($" {VietnameseText.Fold(agency.Name)} ", StringComparison.Ordinal)
               select new Suggestion<Guid>(agency.Id, new Reason("suggestion.named", agency.Name), 0.9);
    }

    /// <summary>Whom the council lately sent petitions of the field.</summary>
    private static async Task<IReadOnlyList<Suggestion<Guid>>> UsualAsync(
        Db db, Guid council, string? field, IReadOnlyList<AgencyName> agencies, CancellationToken ct)
    {
        if (field is null)
        {
            return [];
        }

        var sent = await db.Set<Petition>()
            .Where(p => p.CouncilId == council && p.Field == field && p.LeadAgencyId != null)
            .OrderByDescending(p => p.ReceivedOn)
            .Take(RecentOfField)
            .Select(p => p.LeadAgencyId!.Value)
            .ToListAsync(ct);

        return
        [
            .. from id in sent
               where agencies.Any(a => a.Id == id && a.IsPresent)
               group id by id into same
               let count = same.Count()
               select new Suggestion<Guid>(same.Key, new Reason("suggestion.usualForField", count, sent.Count), 0.7 * Share(count, sent.Count)),
        ];
    }

    private static List<Suggestion<T>> Best<T>(IEnumerable<Suggestion<T>> all) =>
        [.. all.GroupBy(s => s.Value).Select(g => g.MaxBy(s => s.Confidence)!).OrderByDescending(s => s.Confidence).Take(MostOffered)];

    /// <summary>A share that one lone case does not make certain.</summary>
    private static double Share(double part, double whole) => Math.Round(part / (whole + 0.5), 2);

    private sealed record Earlier(string? Field, Guid? AgencyId, double Similarity);
}
